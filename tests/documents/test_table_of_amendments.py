"""The table of amendments: those of one Chamber in one reading, in the order of articles, identical ones together."""

from dataclasses import replace
from typing import Any

import pytest

from documents.case import Case
from documents.kind import About
from documents.kinds.tables import amendements
from documents.language import LANGUAGES, Language
from documents.produce import Issue, make_of_case
from documents.templates import factory
from models import LegalText, Register
from tests.documents.office import AT, Office, Word, plain
from workflow.articles.structure import Article, Draft
from workflow.history.items import Item

LISTED = {
    "fr": "Amendements dans l’ordre des articles, positions et votes",
    "ar": "التعديلات حسب ترتيب المواد والمواقف والتصويت",
}
IN_ORDER: dict[str, Any] = {"chamber": "representants", "reading": 1}
TOLD: tuple[dict[str, Any], ...] = (
    {"number": "1", "author": "M. Alami", "author_group": "majorité", "article": "12", "nature": "deletion",
     "government_position": "refused", "committee_fate": "rejected", "votes_for": 3, "votes_against": 14,
     "abstentions": 0},
    {"number": "2", "author": "Groupe A", "author_group": "majorité", "article": "4", "nature": "change",
     "proposed_text": "Dans les trente jours.", "reason": "Un délai.", "committee_fate": "adopted"},
    {"number": "3", "author": "Le gouvernement", "article": "article 4", "nature": "addition",
     "proposed_text": "Par écrit.", "government_position": "accepted", "plenary_fate": "withdrawn"},
    {"number": "4", "author": "Groupe B", "author_group": "opposition", "article": "art. 4", "nature": "change",
     "proposed_text": "dans  les trente jours.", "committee_fate": "adopted"},
    {"number": "5", "author": "Groupe B", "article": "4", "chamber": "conseillers", "reading": 2},
)  # fmt: skip


@pytest.fixture
def case(office: Office, bill: LegalText) -> Case:
    told = [IN_ORDER | each for each in TOLD]
    items = [Item(Register.AMENDMENTS, number, values, 1) for number, values in enumerate(told, 1)]
    return replace(office.gather(bill), items=tuple(items), about="representants-1")


def made(case: Case, language: Language) -> Word:
    template = factory("amendements", language)
    return Word(make_of_case(case, amendements.KIND, Issue(language), at=AT, template=template))


def rows(case: Case, language: Language = "fr") -> list[list[Any]]:
    return [list(each.values())[:-1] for each in amendements.context(case, language)["articles"]]


def test_amendments_stand_in_the_order_of_articles_and_of_discussion_identical_ones_together(case: Case) -> None:
    draft = Draft("fr", items=(Article("Art. 12", "12", ("Le gérant répond.",)),))

    assert rows(replace(case, drafts={"fr": draft})) == [
        ["4", "–", "Modification\ndans  les trente jours.", "n° 4 : Groupe B (opposition)\nn° 2 : Groupe A (majorité)",
         "Un délai.", "–", "Commission : adopté"],
        ["4", "–", "Ajout\nPar écrit.", "n° 3 : Le gouvernement", "–", "Accepté", "Séance : retiré"],
        ["12", "Le gérant répond.", "Suppression", "n° 1 : M. Alami (majorité)", "–", "Refusé",
         "Commission : rejeté\nP 3 / C 14 / A 0"],
    ]  # fmt: skip


def test_the_same_is_told_in_arabic(case: Case) -> None:
    assert [[each[0], each[2], each[5], each[6]] for each in rows(case, "ar")] == [
        ["4", "تغيير\ndans  les trente jours.", "–", "اللجنة: مصادق عليه"],
        ["4", "إضافة\nPar écrit.", "مقبول", "الجلسة: مسحوب"],
        ["12", "حذف", "مرفوض", "اللجنة: مرفوض\nالموافقون: 3، المعارضون: 14، الممتنعون: 0"],
    ]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", ["Adoptés", "Rejetés", "Retirés", "En discussion", "Total"]),
        ("ar", ["مصادق عليها", "مرفوضة", "مسحوبة", "قيد المناقشة", "المجموع"]),
    ],
)
def test_totals_count_amendments_and_not_rows(case: Case, language: Language, labels: list[str]) -> None:
    said = amendements.context(case, language)["totaux"]

    assert [(each["libelle"], each["nombre"]) for each in said] == list(zip(labels, "21104", strict=True))


def test_there_is_one_paper_for_each_chamber_and_reading(case: Case) -> None:
    assert amendements.abouts(case) == [
        About("representants-1", "Chambre des représentants, première lecture", "مجلس النواب، القراءة الأولى"),
        About("conseillers-2", "Chambre des conseillers, deuxième lecture", "مجلس المستشارين، القراءة الثانية"),
    ]
    other = amendements.context(replace(case, about="conseillers-2"))
    assert (other["chambre"], other["lecture"], len(other["articles"])) == (
        "Chambre des conseillers", "deuxième lecture", 1,
    )  # fmt: skip
    assert amendements.context(replace(case, about="")) == other


def test_the_rules_are_those_of_the_chamber(case: Case) -> None:
    first = amendements.context(case)["regles"]
    second = amendements.context(replace(case, about="conseillers-2"))["regles"]

    assert (len(first), len(second)) == (3, 3)
    assert first[0].startswith("Les amendements, écrits et signés, se discutent dans cet ordre")
    assert first[-1] == second[-1]
    assert second[1].endswith("la veille à 16 h 30 (règlement intérieur de la Chambre des conseillers, art. 220).")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_amendments_says_so(office: Office, bill: LegalText, language: Language) -> None:
    paper = office.make(bill, "amendements", language=language)

    assert {"fr": "Aucun amendement n’est enregistré.", "ar": "لم يسجل أي تعديل."}[language] in paper.words
    assert LISTED[language] not in [str(each) for each in paper.page.element.xpath("//w:tblCaption/@w:val")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_is_landscape_and_repeats_its_header(case: Case, language: Language) -> None:
    page = made(case, language)

    assert (page.page.sections[0].page_width or 0) > (page.page.sections[0].page_height or 0)
    assert [plain(row[0]) for row in page.table(LISTED[language])[1:]] == ["4", "4", "12"]
    (listed,) = page.page.element.xpath(f'//w:tbl[w:tblPr/w:tblCaption[@w:val="{LISTED[language]}"]]')
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in listed.xpath("w:tr")] == [True, False, False, False]
