"""The two tables of production as Word files: what moved, and what those who follow deadlines read."""

from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from documents.checking.dictionary import Schema
from documents.checking.template import check_template
from documents.dictionary import FILTERS
from documents.kinds.follow_up.tableau import TABLEAU, Production
from documents.kinds.follow_up.tableau_interne import INTERNE, Internal
from documents.language import LANGUAGES, Language
from documents.produce import make_internal_table, make_table
from models import LegalText, Relation, RelationKind
from tests.documents.checking.test_dictionaries import differences
from tests.documents.office import AT, LETTERHEAD, TODAY, Office, Word, plain
from tests.workflow.builders import CALENDAR
from workflow.reports.production import InternalTable, ProductionTable, internal_table, production_table

SINCE = date(2018, 3, 1)
MOVED = {"fr": "Textes ayant connu un mouvement", "ar": "النصوص التي طرأ عليها تطور"}
COUNTED = {"fr": "Nombre de textes par mouvement", "ar": "عدد النصوص حسب التطورات"}
FOLLOWED = {"fr": "Textes par nature, et leur suivi", "ar": "النصوص حسب طبيعتها وتتبعها"}


@pytest.fixture
def office(office: Office, bill: LegalText) -> Office:
    office.open("decret", title_fr="Projet de décret", title_ar="مشروع مرسوم", on="2018-03-05")
    office.open("arrete", title_fr="Projet d’arrêté", on="2017-02-01")
    owed = Relation(target_id=bill.id, kind=RelationKind.IMPLEMENTS, citation="décret sur les centres", owed=True)
    owed.article, owed.due_on = "9", date(2018, 3, 10)
    office.session.add(owed)
    office.session.flush()
    return office


def public(office: Office) -> ProductionTable:
    return production_table(office.session, on=TODAY, calendar=CALENDAR, since=SINCE)


def internal(office: Office, *, since: date | None = SINCE) -> InternalTable:
    return internal_table(office.session, on=TODAY, calendar=CALENDAR, since=since)


def both(office: Office, language: Language) -> list[Word]:
    return [
        Word(make_table(public(office), at=AT, letterhead=LETTERHEAD, language=language)),
        Word(make_internal_table(internal(office), at=AT, letterhead=LETTERHEAD, language=language)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_tell_the_movements_and_count_them(office: Office, language: Language) -> None:
    period = public(office).period
    assert period
    for paper in both(office, language):
        rows = paper.table(MOVED[language])[1:]
        assert [row[1:] for row in rows] == [
            [plain(each.before_ar if language == "ar" else each.before_fr) or "–",
             plain(each.after_ar if language == "ar" else each.after_fr)]
            for each in period.movements
        ]  # fmt: skip
        assert [row[1] for row in paper.table(COUNTED[language])[1:]] == ["1", "0", "0", "0", str(len(rows))]


def test_the_internal_table_tells_delay_owner_due_date_blocking_point_and_next_step(office: Office) -> None:
    french, arabic = (both(office, language)[1] for language in LANGUAGES)

    assert french.table(FOLLOWED["fr"])[2][1:] == [
        "Youssef El Idrissi", "Rappel du président, texte non programmé : 4 avr. 2018",
        "délai du règlement intérieur, 15 jours restants", "–",
        "Vote de la commission de la Chambre des conseillers",
    ]  # fmt: skip
    assert arabic.table(FOLLOWED["ar"])[2][3:5] == ["أجل النظام الداخلي، المتبقي: 15 يوما", "–"]
    assert "Textes dont un délai légal est dépassé : 0." in french.words
    assert "النصوص التي انصرم أجلها القانوني: 0." in arabic.words


def test_its_lists_tell_texts_of_application_and_texts_that_do_not_move(office: Office) -> None:
    french, arabic = (both(office, language)[1] for language in LANGUAGES)

    assert french.table("Textes d’application, loi par loi")[1][1:] == [
        "9", "Décret sur les centres", "10 mars 2018 (il y a 10 jours)",
    ]  # fmt: skip
    assert arabic.table("النصوص التطبيقية حسب القوانين")[1][3] == "10 مارس 2018 (منذ 10 أيام)"
    assert french.table("Textes sans mouvement")[1:] == [
        ["Projet d’arrêté", "Division de la législation", "1er févr. 2017", "13 mois"],
    ]
    assert arabic.table("نصوص دون تطور")[1][2:] == ["فاتح فبراير 2017", "13 شهرا"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_valid_and_repeat_the_headers_of_their_tables(
    office: Office, language: Language, tmp_path: Path
) -> None:
    for number, paper in enumerate(both(office, language)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(paper.content)
        assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
        for table in paper.page.tables:
            ruled = table.style is not None and table.style.name == "Tableau"
            assert bool(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) is ruled  # noqa: SLF001


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_say_what_their_dictionaries_name(office: Office, language: Language) -> None:
    of_public = TABLEAU.context(Production(public(office), LETTERHEAD), language)
    of_internal = INTERNE.context(Internal(internal(office), LETTERHEAD), language)

    assert [differences(TABLEAU.fields, of_public), differences(INTERNE.fields, of_internal)] == [[], []]
    assert (
        check_template(INTERNE.template(language), Schema("tableau_interne", INTERNE.fields, language, FILTERS)) == []
    )


def test_without_a_period_nothing_is_told_of_movements(office: Office) -> None:
    table = internal(office, since=None)

    assert "Mouvements" not in Word(make_internal_table(table, at=AT, letterhead=LETTERHEAD)).words
