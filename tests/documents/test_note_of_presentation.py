"""The note of presentation says what the file knows of each kind of text, and leaves the rest to write."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from documents.case import Case, Tie
from documents.catalogue import KINDS
from documents.kinds.notes.contents import about, basis, closing, provisions
from documents.kinds.notes.note_presentation import context
from documents.kinds.notes.note_presentation_fields import TO_WRITE
from documents.language import LANGUAGES
from documents.missing import is_missing, missing
from models import LegalText, Relation, RelationKind
from tests.documents.office import Office, plain
from tests.documents.test_note_to_the_minister import case_of
from tests.workflow.builders import TO_PROMULGATED, File
from workflow.articles.structure import Article, Division, Draft, Item, placed
from workflow.relations.implementing_texts import Application, Implementing
from workflow.relations.ties import Tie as Found

CLOSINGS = {
    "projet_de_loi": ("Tel est l’objet du présent projet de loi.", "ذلكم هو الغرض من مشروع هذا القانون."),
    "loi_organique": ("Tel est l’objet du présent projet de loi organique.",
                      "ذلكم هو الغرض من مشروع هذا القانون التنظيمي."),
    "loi_cadre": ("Tel est l’objet du présent projet de loi-cadre.", "ذلكم هو الغرض من مشروع هذا القانون الإطار."),
    "loi_de_finances": ("Tel est l’objet du présent projet de loi de finances.",
                        "ذلكم هو الغرض من مشروع قانون المالية هذا."),
    "decret_loi": ("Tel est l’objet du présent projet de décret-loi.", "ذلكم هو الغرض من مشروع هذا المرسوم بقانون."),
    "decret": ("Tel est l’objet du présent projet de décret.", "ذلكم هو الغرض من مشروع هذا المرسوم."),
    "decret_simple": ("Tel est l’objet du présent projet de décret.", "ذلكم هو الغرض من مشروع هذا المرسوم."),
    "decret_de_nomination": ("Tel est l’objet du présent projet de décret de nomination.",
                             "ذلكم هو الغرض من مشروع مرسوم التعيين هذا."),
    "arrete": ("Tel est l’objet du présent projet d’arrêté.", "ذلكم هو الغرض من مشروع هذا القرار."),
    "arrete_conjoint": ("Tel est l’objet du présent projet d’arrêté conjoint.",
                        "ذلكم هو الغرض من مشروع هذا القرار المشترك."),
    "arrete_du_chef_du_gouvernement": ("Tel est l’objet du présent projet d’arrêté du Chef du gouvernement.",
                                       "ذلكم هو الغرض من مشروع قرار رئيس الحكومة هذا."),
}  # fmt: skip


def case(kind: str = "decret", **known: Any) -> Case:  # noqa: ANN401 - fields of a case
    return replace(case_of(File.opened(kind)), **known)


def test_every_text_of_ours_has_a_note_that_closes_in_agreement_with_its_kind() -> None:
    kinds = KINDS["note_presentation"].paper.kinds

    assert {kind: (closing(case(kind), "fr"), closing(case(kind), "ar")) for kind in kinds} == CLOSINGS


def test_the_note_on_a_law_agrees_with_it() -> None:
    law = case_of(File.opened("projet_de_loi", *TO_PROMULGATED))

    assert closing(law, "fr") == "Tel est l’objet de la présente loi."
    assert closing(law, "ar") == "ذلكم هو الغرض من هذا القانون."


@pytest.mark.parametrize(
    ("kind", "title", "said"),
    [
        ("decret", "Projet de décret fixant le délai", "relative au projet de décret fixant le délai (n° 2-26-12)"),
        ("arrete", "Arrêté fixant le délai",
         "relative au projet d’arrêté intitulé « Arrêté fixant le délai (n° 2-26-12) »"),
        ("projet_de_loi", "Protection de l’enfance",
         "relative au projet de loi intitulé « Protection de l’enfance (n° 2-26-12) »"),
    ],
)  # fmt: skip
def test_the_note_names_its_text_in_a_sentence(kind: str, title: str, said: str) -> None:
    assert about(case(kind, title_fr=title, number="2-26-12"), "fr") == said


def test_the_note_names_an_act_with_its_article() -> None:
    law = replace(
        case_of(File.opened("projet_de_loi", *TO_PROMULGATED)), title_fr="Loi relative à l’enfance", number=""
    )

    assert about(law, "fr") == "relative à la loi relative à l’enfance"


def test_the_note_in_arabic_gives_the_title_alone() -> None:
    assert (
        about(case(title_ar="مشروع مرسوم بتحديد الأجل", number="2-26-12"), "ar")
        == "مشروع مرسوم بتحديد الأجل (رقم 2.26.12)"
    )


def test_the_legal_basis_comes_from_what_the_text_rests_on() -> None:
    ties = (
        Tie("Pris pour l’application de", "loi n° 103-13", RelationKind.IMPLEMENTS, article="17"),
        Tie("Fondé sur", "dahir n° 1-18-19", RelationKind.BASED_ON),
        Tie("Modifie", "décret n° 2-14-278", RelationKind.AMENDS),
        Tie("Sert de base à", "arrêté n° 12-26", RelationKind.BASED_ON, incoming=True),
    )

    assert basis(case(ties=ties), "fr") == [
        "Pris pour l’application de : loi n° 103-13, article 17", "Fondé sur : dahir n° 1-18-19",
    ]  # fmt: skip
    assert basis(case(ties=ties), "ar") == [
        "صادر لتطبيق: القانون رقم 103.13، المادة 17", "مبني على: الظهير الشريف رقم 1.18.19",
    ]  # fmt: skip
    assert basis(case(ties=ties[2:]), "fr") == [None]


def articles(*keys: str) -> list[Item]:
    return [Article(f"Article {key}", key, (f"Disposition {key}.",)) for key in keys]


DIVIDED: list[Item] = [
    *articles("1"), Division("titre", "Titre II", "2", "De l’accueil"), *articles("2", "3"),
    Division("chapitre", "Chapitre premier", "1"), *articles("4", "4 bis", "5"),
]  # fmt: skip


def test_provisions_are_told_by_division_with_their_articles() -> None:
    drafts = {"fr": Draft("fr", items=placed(DIVIDED)), "ar": Draft("ar", items=placed(DIVIDED))}

    assert provisions(case(drafts=drafts), "fr") == [
        "Article premier",
        "Titre II : De l’accueil (articles 2 et 3)",
        "Titre II : De l’accueil – Chapitre premier (articles 4 à 5)",
    ]
    spans = [str(line).rpartition("(")[2].strip(")") for line in provisions(case(drafts=drafts), "ar")]
    assert spans == ["المادة الأولى", "المادتان 2 و3", "المواد من 4 إلى 5"]


def test_a_draft_without_divisions_is_told_article_by_article() -> None:
    drafts = {
        "fr": Draft("fr", items=placed(articles("1", "4 bis"))),
        "ar": Draft("ar", items=placed(articles("4 bis"))),
    }

    assert provisions(case(drafts=drafts), "fr") == [
        "Article premier : Disposition 1.",
        "Article 4 bis : Disposition 4 bis.",
    ]
    assert provisions(case(drafts=drafts), "ar") == ["المادة 4 مكررة: Disposition 4 bis."]


@pytest.mark.parametrize(("count", "last"), [(16, "Et 1 autre article."), (20, "Et 5 autres articles.")])
def test_a_long_draft_is_cut_and_says_so(count: int, last: str) -> None:
    items = placed(articles(*map(str, range(1, count + 1))))
    told = provisions(case(drafts={"fr": Draft("fr", items=items)}), "fr")

    assert (len(told), told[-1]) == (16, last)


def test_a_draft_that_is_not_in_the_file_in_that_language_is_left_to_write() -> None:
    drafts = {"fr": Draft("fr", items=placed(DIVIDED))}

    assert provisions(case(drafts=drafts), "ar") == [None]
    assert provisions(case(drafts={"fr": Draft("fr")}), "fr") == [None]


def test_only_a_text_that_amends_has_a_table_of_changes(office: Office) -> None:
    new = office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-01-02")
    amending = office.open("decret", title_fr="Projet de décret modificatif", title_ar="مشروع مرسوم", on="2018-01-02")
    office.session.add(
        Relation(text_id=amending.id, kind=RelationKind.AMENDS, citation="décret n° 2-97-218", article="3")
    )
    office.session.flush()

    assert "Apports et changements" not in office.make(new, "note_presentation").words
    assert office.make(amending, "note_presentation").table("Ce que le texte change") == [
        ["Texte modifié", "Rédaction en vigueur", "Rédaction proposée"],
        ["décret n° 2-97-218, article 3", "………", "………"],
    ]
    arabic = office.make(amending, "note_presentation", language="ar")
    assert arabic.table("ما يغيره النص")[1][0].replace("\u200e", "") == "المرسوم رقم 2.97.218، المادة 3"


def test_consultations_are_told_with_day_and_outcome(office: Office, bill: LegalText) -> None:
    office.move(bill, "ask_opinion", "2018-03-06", body="cndh", compulsory="yes")
    office.move(bill, "receive_opinion", "2018-03-15", body="cndh", answer="favourable", opinion="avis n° 12")
    office.move(bill, "ask_opinion", "2018-03-16", body="ministry_of_finance")

    assert office.make(bill, "note_presentation").table("Consultations") == [
        ["Organisme", "Avis", "Demandé le", "Suite"],
        [
            "Conseil national des droits de l’Homme",
            "obligatoire",
            "6 mars 2018",
            "Favorable – 15 mars 2018\navis n° 12",
        ],
        ["Ministère chargé des Finances", "facultatif", "16 mars 2018", "Non rendu"],
    ]
    assert office.make(bill, "note_presentation", language="ar").table("الاستشارات") == [
        ["الهيئة", "الرأي", "تاريخ الطلب", "المآل"],
        ["المجلس الوطني لحقوق الإنسان", "إلزامي", "6 مارس 2018", "موافق – 15 مارس 2018\n\u200eavis n° 12\u200e"],
        ["وزارة الاقتصاد والمالية", "اختياري", "16 مارس 2018", "لم يرد"],
    ]


def test_texts_of_application_are_told_taken_or_expected() -> None:
    relation = Relation(
        kind=RelationKind.IMPLEMENTS, citation="décret n° 2-18-856", article="17", due_on=date(2018, 9, 12)
    )
    tie = Found(relation, incoming=True, label="Texte d’application", other=None)
    other = replace(tie, relation=Relation(id=uuid4(), kind=RelationKind.IMPLEMENTS, citation="arrêté n° 12-19"))
    applied = Application(
        (Implementing(tie, is_taken=False, days_left=3), Implementing(other, is_taken=True, days_left=None))
    )

    told = {
        language: [plain(line) for line in context(case(application=applied), language)["application"]]
        for language in LANGUAGES
    }

    assert told == {
        "fr": ["Décret n° 2-18-856, article 17 : attendu pour le 12 septembre 2018.", "Arrêté n° 12-19 : pris."],
        "ar": ["المرسوم رقم 2.18.856، المادة 17: مرتقب قبل 12 سبتمبر 2018.", "القرار رقم 12.19: صدر."],
    }


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (True, ("Incidence financière déclarée ; visa des Finances requis.",
                "انعكاس مالي مصرح به؛ تأشيرة المالية مطلوبة.")),
        (False, ("Sans incidence financière déclarée.", "لم يصرح بأي انعكاس مالي.")),
    ],
)  # fmt: skip
def test_the_financial_effect_is_that_which_was_declared(declared: bool, said: tuple[str, str]) -> None:  # noqa: FBT001
    told = case_of(File.opened("decret", financial_impact=declared))

    assert tuple(context(told, language)["incidence_financiere"] for language in ("fr", "ar")) == said


def test_what_only_people_know_is_left_to_write() -> None:
    told = context(case())

    assert [told[each.name] for each in TO_WRITE if not is_missing(told[each.name])] == []
    assert told["contexte"] == missing("cadre juridique, orientations, engagements")


def test_the_note_names_the_service_that_answers_for_it(office: Office, bill: LegalText) -> None:
    assert office.make(bill, "note_presentation").table("Service responsable du texte") == [
        ["Unité", "Direction des affaires juridiques, Division de la législation"],
        ["Responsable du texte", "Youssef El Idrissi"],
        ["Courriel", "drafter@test"],
    ]
