"""The authors of a joint order: those named to sign, else those that its titles name."""

import pytest

from documents.kinds.acts.authorities import Authority, joint_authors
from documents.kinds.acts.closing import of_closing
from documents.kinds.acts.preamble import of_preamble
from documents.kinds.acts.titles import title
from tests.documents.act_cases import OURS, case, named, said
from tests.documents.office import plain
from tests.workflow.builders import TO_SGG, undated

TO_SIGN = [*TO_SGG, *undated("send_to_signature")]
FRENCH = "Projet d’arrêté conjoint du ministre de la justice et de la ministre de la santé fixant le montant"
ARABIC = "مشروع قرار مشترك لوزير العدل ووزيرة الصحة بتحديد المبلغ"
NONE_FR, NONE_AR = "Projet d’arrêté conjoint fixant le montant", "مشروع قرار مشترك بتحديد المبلغ"
JUSTICE, HEALTH = ("le ministre de la justice", "وزير العدل"), ("la ministre de la santé", "وزيرة الصحة")


@pytest.mark.parametrize(
    ("title_fr", "title_ar", "authors"),
    [
        (FRENCH, ARABIC, [(*JUSTICE, "m"), (*HEALTH, "f")]),
        (FRENCH, NONE_AR, [(*JUSTICE, "m"), (*HEALTH, "f")]),
        (NONE_FR, ARABIC, [("le ministre de la Justice", "وزير العدل", "m"),
                           ("la ministre de la Santé", "وزيرة الصحة", "f")]),
        (NONE_FR, NONE_AR, [("la ministre de la Famille", "وزيرة الأسرة", "f"), ("………", "………", "m")]),
        (FRENCH.replace("la santé", "l’invention"), "", [(*JUSTICE, "m"), ("la ministre de l’invention", "………", "f")]),
    ],
)  # fmt: skip
def test_titles_name_the_authors_where_nobody_is_named_to_sign(
    title_fr: str, title_ar: str, authors: list[tuple[str, str, str]]
) -> None:
    told = joint_authors(case("arrete_conjoint", title_fr=title_fr, title_ar=title_ar))

    assert [(each.the_fr, each.ar, each.gender) for each in told] == authors


def test_our_minister_is_known_by_name_among_the_authors_of_a_title() -> None:
    french = "Projet d’arrêté conjoint du ministre de la justice et de la ministre de la famille fixant le montant"
    told = joint_authors(case("arrete_conjoint", title_fr=french, title_ar=""))

    assert told[1] == Authority(
        "la ministre de la famille", "وزيرة الأسرة", "f", "Bassima Hakkaoui", "بسيمة الحقاوي"
    )  # fmt: skip


def test_those_named_to_sign_are_the_authors_whatever_the_title_says() -> None:
    told = case("arrete_conjoint", *TO_SIGN, named("ministry_of_finance", OURS), title_fr=FRENCH, title_ar=ARABIC)

    assert [each.ar for each in joint_authors(told)] == ["وزير الاقتصاد والمالية", "وزيرة الأسرة"]


def test_the_order_is_issued_and_signed_by_the_authors_of_its_title() -> None:
    told = case("arrete_conjoint", title_fr=FRENCH, title_ar=NONE_AR)
    arabic = of_preamble(told, "ar")

    assert of_preamble(told, "fr")["emetteurs"] == ["LE MINISTRE DE LA JUSTICE,", "LA MINISTRE DE LA SANTÉ,"]
    assert (arabic["emetteurs"], arabic["formule"]) == (["وزير العدل،", "ووزيرة الصحة،"], "قررا ما يلي:")
    assert said([title(told, "ar")]) == ["مشروع قرار مشترك لوزير العدل ووزيرة الصحة رقم ……… بتحديد المبلغ"]
    assert of_closing(told, "fr")["signatures"][0]["qualite_2"] == "La ministre de la santé,"


def test_three_authors_are_listed_in_the_title() -> None:
    story = case(
        "arrete_conjoint", *TO_SIGN, named("ministry_of_justice", OURS, "ministry_of_finance"), title_fr=NONE_FR
    )

    assert plain(title(story, "fr")).startswith(
        "Arrêté conjoint du ministre de la Justice, de la ministre de la Famille et du ministre chargé des Finances n°"
    )
