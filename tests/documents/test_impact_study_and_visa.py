"""The frame of the impact study, its short report, and the sheet of financial effect."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.catalogue import KINDS
from documents.kinds.impact.etude_impact import context as of_study
from documents.kinds.impact.etude_impact_fields import TO_WRITE
from documents.kinds.impact.fiche_financiere import context as of_sheet
from documents.kinds.impact.rapport_etude_impact import context as of_report
from documents.language import LANGUAGES
from documents.missing import is_missing, missing
from models import LegalText, PartialDate, Register, Relation, RelationKind
from tests.documents.office import Office
from tests.documents.test_note_to_the_minister import case_of
from tests.workflow.builders import File, moved
from workflow.history.items import Item
from workflow.rulebook.files import procedures

HEADINGS = [
    "Feuille de couverture", "1. Objectifs détaillés du texte", "2. Textes en vigueur : inventaire et analyse",
    "3. Conventions internationales concernées", "4. Effets attendus", "5. Consultations",
    "6. Mesures nécessaires à l’exécution", "7. Calendrier d’application", "8. Autorités et organismes concernés",
]  # fmt: skip
COVER = (
    "decision_le", "decision_motif", "echeance", "prorogation", "prorogation_le", "prorogation_motif", "remise",
    "remise_le",
)  # fmt: skip
ORDERED = moved("order_impact_study", "2026-01-20", reason="Effets sur les finances publiques")
EXTENDED = moved("extend_impact_study", "2026-03-10", reason="Données attendues")
DELIVERED = moved("deliver_impact_study", "2026-04-10")


@pytest.mark.parametrize("kind", list(procedures()))
def test_only_texts_of_which_a_study_can_be_ordered_have_its_frame_and_report(kind: str) -> None:
    may_be_ordered = "order_impact_study" in procedures()[kind].moves

    has = [kind in KINDS[code].paper.kinds for code in ("etude_impact", "rapport_etude_impact")]
    assert has == [may_be_ordered, may_be_ordered]


@pytest.mark.parametrize(
    ("moves", "cover"),
    [
        ((), (None, None, None, False, None, "–", False, None)),
        ((ORDERED,), ("2026-01-20", "Effets sur les finances publiques", "2026-03-20", False, None, "–", False, None)),
        ((ORDERED, EXTENDED), ("2026-01-20", "Effets sur les finances publiques", "2026-04-20", True, "2026-03-10",
                               "Données attendues", False, None)),
        ((ORDERED, EXTENDED, DELIVERED), ("2026-01-20", "Effets sur les finances publiques", "2026-04-20", True,
                                          "2026-03-10", "Données attendues", True, "2026-04-10")),
    ],
)  # fmt: skip
def test_the_cover_follows_the_study(moves: tuple[Any, ...], cover: tuple[Any, ...]) -> None:
    told = of_study(case_of(File.opened("projet_de_loi", *moves)))

    shown = [told[name] for name in COVER]
    assert tuple(str(each) if isinstance(each, PartialDate | date) else each for each in shown) == cover


def test_the_study_has_the_headings_of_the_decree_in_their_order(office: Office, bill: LegalText) -> None:
    page = office.make(bill, "etude_impact").page

    headings = [
        each.text.replace("\u00a0", " ") for each in page.paragraphs if each.style and each.style.name == "Heading 2"
    ]
    assert headings == HEADINGS


def test_texts_in_force_come_with_what_the_file_ties_them_for(office: Office, bill: LegalText) -> None:
    for kind, number in (
        (RelationKind.AMENDS, "14-05"),
        (RelationKind.REPEALS, "24-03"),
        (RelationKind.BASED_ON, "27-14"),
    ):
        office.session.add(Relation(text_id=bill.id, kind=kind, citation=f"loi n° {number}", article="3"))
    office.session.flush()

    assert office.make(bill, "etude_impact").table("Textes en vigueur") == [
        ["Texte", "Article", "Remarque", "Action"],
        ["Loi n° 14-05", "3", "………", "modifier ou compléter"],
        ["Loi n° 24-03", "3", "………", "abroger"],
        ["Loi n° 27-14", "3", "………", "………"],
    ]
    told = of_study(office.gather(bill), "ar")["textes"]
    assert [(each["texte"], each["action"]) for each in told] == [
        ("القانون رقم 14.05", "التغيير أو التتميم"), ("القانون رقم 24.03", "النسخ"), ("القانون رقم 27.14", None),
    ]  # fmt: skip


def test_what_only_the_authors_of_the_study_know_is_left_to_write(office: Office, bill: LegalText) -> None:
    told = of_study(office.gather(bill))

    assert [told[each.name] for each in TO_WRITE if not is_missing(told[each.name])] == []
    assert office.make(bill, "etude_impact").table("Textes en vigueur")[1:] == [["………"] * 4]


def test_the_report_says_what_became_of_the_study() -> None:
    told = of_report(case_of(File.opened("projet_de_loi", ORDERED)))

    assert (told["etude"], told["resume"]) == (
        "Étude décidée le 20 janvier 2026, non encore remise.",
        missing("résumé de l’étude"),
    )


@pytest.mark.parametrize("kind", KINDS["fiche_financiere"].paper.kinds)
def test_a_text_without_declared_effect_says_so_and_asks_for_no_amount(office: Office, kind: str) -> None:
    text = office.open(kind, title_fr="Projet de texte", title_ar="مشروع نص", on="2018-01-02")

    french, arabic = (office.make(text, "fiche_financiere", language=language) for language in ("fr", "ar"))

    none_fr = (
        "Sans incidence déclarée : le dossier de ce texte ne porte aucune incidence financière, et le visa du "
        "ministère chargé des Finances n’est pas requis (décret n° 2-20-740, article 3)."
    )
    none_ar = (
        "دون انعكاس مصرح به: لا يتضمن ملف هذا النص أي انعكاس مالي، ولا تشترط تأشيرة الوزارة المكلفة بالمالية "
        "(المرسوم رقم 2.20.740، المادة 3)."
    )
    assert none_fr in french.words
    assert none_ar in arabic.words.replace("\u200e", "")
    assert "Montants" not in french.words


def test_a_text_with_an_effect_asks_for_three_years_and_the_visa(office: Office) -> None:
    text = office.open("decret", title_fr="Projet de décret", on="2018-01-02", financial_impact=True)
    sheet = office.make(text, "fiche_financiere")

    assert sheet.table("Montants par année") == [
        ["Année", "Dépense", "Recette"],
        *[[year, "………", "………"] for year in ("2019", "2020", "2021")],
    ]
    assert sheet.table("Visa des Finances") == [
        ["Visa", "non enregistré"], ["Numéro", "………"], ["Date", "………"], ["Réserves", "………"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "state", "number", "on"),
    [
        ({}, ("attendu", "مرتقبة"), None, None),
        ({"visa_number": "1254", "signed_on": "2018-03-12"}, ("accordé", "ممنوحة"), "1254", "2018-03-12"),
    ],
)
def test_the_visa_of_finance_is_told_as_the_register_has_it(
    given: dict[str, str], state: tuple[str, str], number: str | None, on: str | None
) -> None:
    asked = {"nature": "visa", "signatory": "ministère des Finances"}
    items = (
        Item(Register.SIGNATURES, 1, asked | {"signatory": "Ministre A", "visa_number": "7"}, 2),
        Item(Register.SIGNATURES, 2, asked | {"nature": "signature", "signed_on": "2018-03-01"}, 3),
        Item(Register.SIGNATURES, 3, asked | given, 4),
    )
    case = replace(case_of(File.opened("decret", financial_impact=True)), items=items)

    told = [of_sheet(case, language) for language in LANGUAGES]

    assert tuple(each["visa_etat"] for each in told) == state
    expected = (number, PartialDate.parse(on) if on else None)
    assert [(each["visa_numero"], each["visa_le"]) for each in told] == [expected, expected]
