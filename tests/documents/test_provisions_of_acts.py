"""The divisions and articles of an act, the article that closes them, and how the act ends."""

from itertools import pairwise
from typing import Any

import pytest

from documents.kinds.acts.closing import of_closing
from documents.kinds.acts.provisions import of_provisions
from documents.language import Language
from documents.missing import missing
from tests.documents.act_cases import OURS, article, case, division, draft, named, said
from tests.documents.office import plain
from tests.workflow.builders import TO_ADOPTED, TO_SGG, Move, moved, undated
from workflow.articles.structure import LEVELS

TO_SIGN = [*TO_SGG, *undated("send_to_signature")]
DECREE_TO_SIGN = [*TO_ADOPTED, *undated("send_to_signature")]
FINANCE, JUSTICE = "ministry_of_finance", "ministry_of_justice"
SIGNED = moved("sign", "2014-06-06", hijri="8 chaabane 1435", number="2-14-278")


def lines(parts: list[dict[str, Any]]) -> list[str]:
    """Give each part as it is read: rank, heading or number, words."""
    return [
        plain(f"{each['rang']}{each['titre']}{each['article']}{each['debut']}|{' '.join(each['alineas'])}")
        for each in parts
    ]


def told(kind: str, *moves: Move, language: Language = "fr", **changes: Any) -> list[str]:  # noqa: ANN401
    return lines(of_provisions(case(kind, *moves, **changes), language)["dispositif"])


def test_articles_open_on_their_own_line_in_laws_and_in_arabic_and_run_in_in_french_regulations() -> None:
    french = draft("fr", article("Art. 1er", "1", "A.", "B."), article("Art. 2 bis", "2 bis", "C."))
    arabic = draft("ar", article("المادة الأولى", "1", "أ."), article("المادة 2", "2", "ب."))

    assert told("projet_de_loi", drafts=french) == ["2Article premier|A. B.", "2Article 2 bis|C."]
    assert told("projet_de_loi", drafts=arabic, language="ar") == ["2المادة الأولى|أ.", "2المادة 2|ب."]
    assert told("decret", drafts=french)[:2] == ["ARTICLE PREMIER. – A.|B.", "ART. 2 bis. – C.|"]
    assert told("decret", drafts=arabic, language="ar")[:2] == ["2المادة الأولى|أ.", "2المادة 2|ب."]


@pytest.mark.parametrize(
    "levels", [LEVELS, ("titre", "section", "chapitre"), ("section",), ("chapitre", "sous-section")]
)
def test_whatever_divisions_a_draft_has_no_rank_of_heading_is_skipped(levels: tuple[str, ...]) -> None:
    items = [part for level in levels for part in (division(level, level), article("Article 1", "1", "A."))]
    drafts = draft("fr", article("Article 1", "1", "A."), *items, *items)
    ranks = [
        1,
        *(int(each["rang"]) for each in of_provisions(case("projet_de_loi", drafts=drafts), "fr")["dispositif"]),
    ]

    assert all(later - earlier <= 1 for earlier, later in pairwise(ranks))
    assert max(ranks) <= 8


def test_a_division_and_its_heading_are_one_heading_and_its_articles_stand_one_rank_below() -> None:
    drafts = draft(
        "fr", division("titre", "Titre premier", "Objet"), division("section", "Section première"),
        article("Art. 1", "1", "A."), division("chapitre", "Chapitre II"), article("Art. 2", "2", "B."),
    )  # fmt: skip

    assert told("projet_de_loi", drafts=drafts) == [
        "2Titre premier\nObjet|", "3Section première|", "4Article premier|A.", "3Chapitre II|", "4Article 2|B.",
    ]  # fmt: skip


def test_without_a_draft_articles_are_to_be_completed_under_the_numbers_of_the_other_language() -> None:
    arabic = draft("ar", article("المادة الأولى", "1", "أ."), article("المادة 2 مكررة", "2 bis", "ب."))
    blank = missing("le texte de l’article", "نص المادة")

    assert told("projet_de_loi") == [f"2Article premier|{blank}", f"2Article 2|{blank}"]
    assert told("projet_de_loi", language="ar") == [f"2المادة الأولى|{blank}", f"2المادة 2|{blank}"]
    assert told("projet_de_loi", drafts=arabic) == [f"2Article premier|{blank}", f"2Article 2 bis|{blank}"]
    assert told("arrete", drafts=draft("fr", article("Article 1", "1", "A.")), language="ar") == [
        f"2المادة الأولى|{blank}", "2المادة 2|ينشر هذا القرار بالجريدة الرسمية.",
    ]  # fmt: skip


def test_the_article_that_closes_the_other_language_closes_this_one_in_its_place() -> None:
    last = article("المادة 2", "2", "ينشر هذا القرار بالجريدة الرسمية.")
    arabic = draft("ar", article("المادة الأولى", "1", "أ."), last)

    blank = missing("le texte de l’article", "نص المادة")
    assert told("arrete", drafts=arabic) == [
        f"ARTICLE PREMIER. – {blank}|", "ART. 2. – Le présent arrêté sera publié au Bulletin officiel.|",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "moves", "french", "arabic"),
    [
        ("arrete", [], "Le présent arrêté sera publié au Bulletin officiel.", "ينشر هذا القرار بالجريدة الرسمية."),
        ("arrete_du_chef_du_gouvernement", [], "Le présent arrêté sera publié au Bulletin officiel.",
         "ينشر هذا القرار بالجريدة الرسمية."),
        ("arrete_conjoint", [*TO_SIGN, named(JUSTICE, OURS)],
         "Le présent arrêté conjoint sera publié au Bulletin officiel.", "ينشر هذا القرار المشترك بالجريدة الرسمية."),
        ("decret", [], "Le présent décret sera publié au Bulletin officiel.", "ينشر هذا المرسوم بالجريدة الرسمية."),
        ("decret", [*DECREE_TO_SIGN, named(OURS)],
         "La ministre de la Famille est chargée de l’exécution du présent décret qui sera publié au Bulletin officiel.",
         "يسند إلى وزيرة الأسرة تنفيذ هذا المرسوم الذي ينشر بالجريدة الرسمية."),
        ("decret", [*DECREE_TO_SIGN, named("head_of_government", JUSTICE)],
         "Le ministre de la Justice est chargé de l’exécution du présent décret qui sera publié au Bulletin officiel.",
         "يسند إلى وزير العدل تنفيذ هذا المرسوم الذي ينشر بالجريدة الرسمية."),
        ("decret", [*DECREE_TO_SIGN, named(JUSTICE, OURS)],
         ("Le ministre de la Justice et la ministre de la Famille sont chargés, chacun en ce qui le concerne, de "
          "l’exécution du présent décret qui sera publié au Bulletin officiel."),
         "يسند تنفيذ هذا المرسوم، الذي ينشر بالجريدة الرسمية، إلى وزير العدل ووزيرة الأسرة، كل واحد منهما فيما يخصه."),
        ("decret", [*DECREE_TO_SIGN, named(FINANCE, OURS, JUSTICE)],
         ("Le ministre chargé des Finances, la ministre de la Famille et le ministre de la Justice sont chargés, "
          "chacun en ce qui le concerne, de l’exécution du présent décret qui sera publié au Bulletin officiel."),
         ("يسند تنفيذ هذا المرسوم، الذي ينشر بالجريدة الرسمية، إلى وزير الاقتصاد والمالية ووزيرة الأسرة ووزير العدل، "
          "كل واحد منهم فيما يخصه.")),
        ("decret_loi", [], "Le présent décret-loi sera publié au Bulletin officiel.",
         "ينشر هذا المرسوم بقانون بالجريدة الرسمية ويعرض على البرلمان قصد المصادقة عليه خلال دورته العادية الموالية."),
    ],
)  # fmt: skip
def test_the_last_article_charges_those_who_are_known_with_the_execution_and_orders_the_publication(
    kind: str, moves: list[Move], french: str, arabic: str
) -> None:
    assert told(kind, *moves)[-1] == f"ART. 3. – {french}|"
    assert told(kind, *moves, language="ar")[-1] == f"2المادة 3|{arabic}"


@pytest.mark.parametrize(
    "words",
    ["Le présent décret est publié au Bulletin officiel.", "Le ministre est chargé de l’exécution du présent décret."],
)
def test_a_draft_that_closes_itself_gets_no_other_article(words: str) -> None:
    drafts = draft("fr", article("Article unique", "1", words))

    assert told("decret", drafts=drafts) == [f"ARTICLE PREMIER. – {words}|"]
    assert told("decret", drafts=draft("fr", article("Article unique", "unique", "A."))) == ["ARTICLE UNIQUE. – A.|"]


@pytest.mark.parametrize(
    ("kind", "moves", "french", "arabic"),
    [
        ("decret", [], "Fait à Rabat, le ……… (………).", "وحرر بالرباط في ……… (………)."),
        ("decret", [*DECREE_TO_SIGN, SIGNED], "Fait à Rabat, le 8 chaabane 1435 (6 juin 2014).",
         "وحرر بالرباط في 8 شعبان 1435 (6 يونيو 2014)."),
        ("decret", [*DECREE_TO_SIGN, moved("sign", "2014-06-06", hijri="9 chaabane 1435")],
         "Fait à Rabat, le 9 chaabane 1435 (6 juin 2014).", "وحرر بالرباط في 9 شعبان 1435 (6 يونيو 2014)."),
        ("decret", [*DECREE_TO_SIGN, moved("sign", "2014-08-26")], "Fait à Rabat, le 29 chaoual 1435 (26 août 2014).",
         "وحرر بالرباط في 29 من شوال 1435 (26 أغسطس 2014)."),
        ("decret", [*DECREE_TO_SIGN, moved("sign", "2014-06")], "Fait à Rabat, le ……… (………).",
         "وحرر بالرباط في ……… (………)."),
        ("decret", [*DECREE_TO_SIGN, moved("sign", "1998-03-29")],
         "Fait à Rabat, le 1er hija 1418, estimé (29 mars 1998).",
         "وحرر بالرباط في فاتح ذي الحجة 1418 تقديرا (29 مارس 1998)."),
        ("arrete", [*TO_SIGN, moved("sign", "2014-08-07")], "Rabat, le 10 chaoual 1435 (7 août 2014).",
         "وحرر بالرباط في 10 شوال 1435 (7 أغسطس 2014)."),
        ("arrete_conjoint", [], "Rabat, le ……… (………).", "وحرر بالرباط في ……… (………)."),
    ],
)  # fmt: skip
def test_an_act_is_dated_in_both_calendars_and_an_order_without_saying_that_it_is_made(
    kind: str, moves: list[Move], french: str, arabic: str
) -> None:
    made = [of_closing(case(kind, *moves), language)["fait"] for language in ("fr", "ar")]

    assert said(made) == [french, arabic]


def test_a_decree_is_signed_by_name_alone_and_countersigned_by_those_named_in_their_order() -> None:
    story = case("decret", *DECREE_TO_SIGN, named("head_of_government", JUSTICE, OURS),
                 moved("collect_signature", "2018-03-19", signatory=JUSTICE, signed_name="Mohamed Aujjar"))  # fmt: skip
    french, arabic = (of_closing(story, language) for language in ("fr", "ar"))

    assert french["signature"] == "SAAD-EDDINE EL OTHMANI."
    assert arabic["signature"] == "الإمضاء: سعد الدين العثماني."
    assert french["contreseings"] == [
        {"qualite": "Le ministre de la Justice,", "nom": "MOHAMED AUJJAR."},
        {"qualite": "La ministre de la Famille,", "nom": "BASSIMA HAKKAOUI."},
    ]
    assert arabic["contreseings"][1] == {"qualite": "وزيرة الأسرة،", "nom": "الإمضاء: بسيمة الحقاوي."}


@pytest.mark.parametrize("kind", ["decret", "arrete", "decret_loi", "arrete_du_chef_du_gouvernement"])
def test_who_is_not_known_signs_as_dots_and_nobody_countersigns(kind: str) -> None:
    story = case(kind, names=case(kind).names.__class__())

    assert of_closing(story, "fr")["signature"] == "………"
    assert of_closing(story, "ar")["signature"] == "الإمضاء: ………"
    assert of_closing(story, "fr")["contreseings"] == []


def test_an_act_that_was_made_on_a_day_nobody_knows_is_signed_by_nobody_known() -> None:
    signed_in_2018, some_day = moved("sign", "2018-03-19"), undated("sign")[0]

    assert of_closing(case("arrete", *TO_SIGN, signed_in_2018), "fr")["signature"] == "BASSIMA HAKKAOUI."
    assert of_closing(case("arrete", *TO_SIGN, some_day), "fr")["signature"] == "………"
    assert of_closing(case("decret", *DECREE_TO_SIGN, some_day), "ar")["signature"] == "الإمضاء: ………"


def test_the_authors_of_a_joint_order_sign_two_by_two_in_their_order() -> None:
    story = case("arrete_conjoint", *TO_SIGN, named(JUSTICE, OURS, FINANCE))

    assert [list(row.values()) for row in of_closing(story, "fr")["signatures"]] == [
        ["Le ministre de la Justice,", "………", "La ministre de la Famille,", "BASSIMA HAKKAOUI."],
        ["Le ministre chargé des Finances,", "………", "", ""],
    ]
    assert [row["qualite_1"] for row in of_closing(story, "ar")["signatures"]] == [
        "وزير العدل،", "وزير الاقتصاد والمالية،",
    ]  # fmt: skip


def test_the_french_text_tells_where_the_arabic_one_was_published_once_it_was() -> None:
    published = [*undated("send_to_printer"), moved("publish", "2014-09-01", bo_number="6287")]
    story = case("decret", *DECREE_TO_SIGN, moved("sign", "2014-08-26"), *published)

    assert plain(of_closing(story, "fr")["note_traduction"]) == (
        "Le texte en langue arabe a été publié dans l’édition générale du « Bulletin officiel » n° 6287 du "
        "5 kaada 1435 (1er septembre 2014)."
    )
    assert of_closing(story, "ar")["note_traduction"] == ""
    assert of_closing(case("decret"), "fr")["note_traduction"] == ""
