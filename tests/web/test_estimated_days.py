"""A due day that is not known exactly says so wherever it shows, and one that is known never does."""

import csv
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from uuid import UUID

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlmodel import select

from models import Deadline, LegalText, Message
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import words
from tests.workflow.builders import CALENDAR
from workflow.mail.reminders import planned_messages

# Promulgated in November, each is to be published within a month: by 25 December, and by the 30th at the latest.
SURE, ESTIMATED = "Loi au jour connu", "Loi au mois connu"
Told = Callable[[str], str]
Surface = Callable[[Browser, Ministry], Told]


@pytest.fixture
def laws(ministry: Ministry) -> list[LegalText]:
    """Give two laws, of which one was promulgated on a day that nobody knows, a fortnight later."""
    ministry.clock.wait(timedelta(days=14))
    days = ((SURE, "2026-11-25"), (ESTIMATED, "2026-11"))
    return [
        ministry.bring(
            ministry.open(title, responsible_id=ministry.people.head.id), "promulgate", on, dahir=f"1-26-{n}"
        )
        for n, (title, on) in enumerate(days, start=1)
    ]


def on_page(address: str, selector: str) -> Surface:
    """Read what a page says of a text: all the elements that name it."""

    def read(head: Browser, _ministry: Ministry) -> Told:
        found = head.get(address).soup.select(selector)
        return lambda title: " ".join(words(tag) for tag in found if title in str(tag))

    return read


def of_choice(head: Browser, _ministry: Ministry) -> Told:
    page = head.get("/texts")
    boxes = [str(tag["value"]) for tag in page.soup.select("input[type=checkbox][name=text]")]
    head.press(page, "Voir, produire des papiers", text=boxes)
    return _in_lines(head, "?chosen=1")


def of_csv(head: Browser, _ministry: Ministry) -> Told:
    return _in_lines(head, "")


def _in_lines(head: Browser, query: str) -> Told:
    content = head.download(f"/texts/export.csv{query}").data.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(content, newline=""), delimiter=";"))
    return lambda title: _cell({row["Intitulé en français"]: row["Date estimée"] for row in rows}[title])


def of_xlsx(head: Browser, _ministry: Ministry) -> Told:
    (sheet,) = load_workbook(BytesIO(head.download("/texts/export.xlsx").data)).worksheets
    labels, *rows = sheet.iter_rows(values_only=True)
    told = [dict(zip(labels, row, strict=True)) for row in rows]
    assert all(isinstance(row["Date de l’échéance"], datetime) for row in told)
    return lambda title: _cell({row["Intitulé en français"]: row["Date estimée"] for row in told}[title])


def _cell(value: object) -> str:
    assert value in {"oui", "", None}
    return "date estimée" if value == "oui" else "date sûre"


def in_word(address: str, language: str = "fr") -> Surface:
    def read(head: Browser, _ministry: Ministry) -> Told:
        tables = Document(BytesIO(head.download(f"{address}&language={language}").data)).tables
        rows = [" ".join(cell.text for cell in row.cells) for table in tables for row in table.rows]
        return lambda title: " ".join(row for row in rows if title in row)

    return read


def in_mail(_head: Browser, ministry: Ministry) -> Told:
    with ministry.session() as session:
        at = ministry.clock.at + timedelta(days=7)  # something is told of both by then
        mails = planned_messages(session, on=at.date(), at=at, calendar=CALENDAR, base_url="https://navette.test")
    return lambda title: _item(next(mail for mail in mails if mail.person_id == ministry.people.head.id), title)


def _item(mail: Message, title: str) -> str:
    items = " ".join(mail.plain.split()).split("* ")
    return next(item for item in items[1:] if title in item)


SURFACES: dict[str, Surface] = {
    "list": on_page("/texts", ".texts tr"),
    "choice": of_choice,
    "week": on_page("/", ".week .event"),
    "worklist": on_page("/", ".todo li"),
    "csv": of_csv,
    "xlsx": of_xlsx,
    "docx": in_word("/texts/export.docx?"),
    "internal page": on_page("/table/internal", ".production tr"),
    "internal paper": in_word("/table/internal?format=docx"),
    "internal paper in Arabic": in_word("/table/internal?format=docx", "ar"),
    "mail": in_mail,
}  # fmt: skip


@pytest.mark.usefixtures("laws")
@pytest.mark.parametrize("surface", SURFACES)
def test_an_estimated_day_says_so_and_a_sure_one_does_not(head: Browser, ministry: Ministry, surface: str) -> None:
    told = SURFACES[surface](head, ministry)

    sure, estimated = told(SURE), told(ESTIMATED)
    assert sure
    assert (_is_estimated(sure), _is_estimated(estimated)) == (False, True), (sure, estimated)


def _is_estimated(told: str) -> bool:
    return "estimée" in told.lower() or "تقديري" in told


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_what_is_kept_of_a_deadline_says_whether_its_day_is_estimated(
    ministry: Ministry, laws: list[LegalText]
) -> None:
    def kept() -> dict[UUID, bool]:
        with ministry.session() as session:
            rows = session.exec(select(Deadline).where(Deadline.rule == "publication"))
            return {row.text_id: row.is_estimated for row in rows}

    assert kept() == {laws[0].id: False, laws[1].id: True}
