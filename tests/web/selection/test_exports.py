"""The list as a file: the texts it shows, all its pages, in its order, read back from real files."""

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from documents.listed_texts import COLUMNS
from models import LegalText, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.web.queries import queries
from web.selection.exports import MOST

LABELS = [label for label, _width in COLUMNS]
both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def of_csv(browser: Browser, query: str) -> list[list[str]]:
    file = browser.download(f"/texts/export.csv?{query}")
    assert file.headers["Content-Type"] == "text/csv; charset=utf-8"
    content = file.data
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def sheet_of(browser: Browser, query: str) -> Any:  # noqa: ANN401 - a sheet of openpyxl
    return load_workbook(BytesIO(browser.download(f"/texts/export.xlsx?{query}").data)).active


def of_xlsx(browser: Browser, query: str) -> list[list[Any]]:
    return [list(row) for row in sheet_of(browser, query).iter_rows(values_only=True)]


def of_docx(browser: Browser, query: str) -> list[list[str]]:
    *_head, table = Document(BytesIO(browser.download(f"/texts/export.docx?{query}").data)).tables
    return [[_plain(cell.text) for cell in row.cells] for row in table.rows]


def _plain(words: str) -> str:
    """Read words without what keeps them together on a line."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def titles(browser: Browser, query: str) -> list[str]:
    """Read the titles of all pages of the list."""
    page = browser.get(f"/texts?{query}")
    found = page.all("a.title")
    while page.soup.find("button", string="Textes suivants"):
        page = browser.press(page, "Textes suivants")
        found += page.all("a.title")
    return found


@pytest.fixture
def texts(ministry: Ministry) -> Sequence[LegalText]:
    """Give texts that a file could say wrongly: a formula, a number like a month, a month for a day, Arabic, nobody."""
    people = ministry.people
    law = ministry.open("Loi relative aux travailleurs sociaux", number="05-81", responsible_id=people.alice.id)
    return [
        ministry.open('=HYPERLINK("x") & <b>', on="2026-10-05"),
        ministry.bring(law, "promulgate", "2021-07-26", dahir="1-21-95"),
        ministry.open("Projet d’arrêté créant un comité", "arrete", on="2026-10", title_ar="قرار بإحداث لجنة"),
        ministry.open("Projet de décret", "decret", responsible_id=None),
    ]


QUERIES = ["view=all", "kind=decret", "responsible=none", "phase=preparation", "q=projet", "q=nowhere", "section=lois"]


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("query", QUERIES)
def test_each_file_holds_the_texts_of_the_list_in_its_order(
    drafter: Browser, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr("web.lists.finding.Listing.page.__defaults__", (2,))
    monkeypatch.setattr("web.selection.exports._BATCH", 3)
    shown = titles(drafter, query)

    spoken = [row[2].removeprefix("'") for row in of_csv(drafter, query)[1:]]
    assert spoken == [row[2] for row in of_xlsx(drafter, query)[1:]] == shown
    assert [row[1].split("\n")[0] for row in of_docx(drafter, query)[1:]] == shown


@both_databases
def test_a_workbook_has_real_dates_and_computes_nothing(
    drafter: Browser, ministry: Ministry, texts: Sequence[LegalText]
) -> None:
    sheet = sheet_of(drafter, "view=all")
    rows = {row[2].value: dict(zip(LABELS, row, strict=True)) for row in sheet.iter_rows(min_row=2)}

    first = rows['=HYPERLINK("x") & <b>']
    assert first["Intitulé en français"].data_type == "s"
    assert first["Intitulé en français"].quotePrefix
    assert (first["Depuis"].value.date(), first["Depuis"].number_format) == (date(2026, 10, 5), "DD/MM/YYYY")
    assert first["Entre les mains de"].value == "Division de la législation"
    assert first["Responsable"].value == "Drafter"
    assert rows["Projet d’arrêté créant un comité"]["Depuis"].value == "octobre 2026"
    assert rows["Projet d’arrêté créant un comité"]["Intitulé en arabe"].value == "قرار بإحداث لجنة"
    law = rows["Loi relative aux travailleurs sociaux"]
    assert (law["N°"].value, law["Nature"].value) == ("05-81", "Loi")
    due = law["Date de l’échéance"]
    assert due.is_date
    assert law["Prochaine échéance"].value
    assert law["Nature de l’échéance"].value
    assert due.value.date() == ministry.read(LegalText, texts[1].id).next_due_on


@pytest.mark.usefixtures("texts")
def test_a_workbook_is_laid_out_to_be_read(drafter: Browser) -> None:
    sheet = sheet_of(drafter, "view=all")

    assert [cell.value for cell in sheet[1]] == LABELS
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:L5", "$1:$1")
    assert not sheet.sheet_view.rightToLeft
    assert [round(sheet.column_dimensions[letter].width) for letter in "ABC"] == [12, 18, 60]


@pytest.mark.usefixtures("texts")
def test_lines_of_csv_are_no_formulas_and_no_dates_by_mistake(drafter: Browser) -> None:
    rows = {row[2]: dict(zip(LABELS, row, strict=True)) for row in of_csv(drafter, "view=all")[1:]}

    assert rows['\'=HYPERLINK("x") & <b>']["Depuis"] == "05/10/2026"
    assert rows["Projet d’arrêté créant un comité"]["Depuis"] == "XX/10/2026"
    assert rows["Loi relative aux travailleurs sociaux"]["N°"] == "n° 05-81"


@pytest.mark.usefixtures("texts")
def test_a_word_file_says_of_each_text_what_the_list_says(drafter: Browser) -> None:
    rows = {row[1].split("\n")[0]: row for row in of_docx(drafter, "view=all")[1:]}

    order = rows["Projet d’arrêté créant un comité"]
    assert order[0] == "–\nProjet d’arrêté"
    assert order[1].split("\n")[1] == "قرار بإحداث لجنة"
    assert order[3] == "Division de la législation\ndepuis octobre 2026"
    assert rows['=HYPERLINK("x") & <b>'][5] == "Drafter"
    assert rows["Projet de décret"][5] == "–"


def test_the_texts_chosen_are_exported_alone(head: Browser, texts: Sequence[LegalText]) -> None:
    head.get("/texts")
    head.post("/texts/selection", {"text": [texts[3].id.hex, texts[0].id.hex]})

    assert [row[2] for row in of_xlsx(head, "chosen=1")[1:]] == [texts[0].title_fr, texts[3].title_fr]
    assert len(of_csv(head, "chosen=1")) == len(of_docx(head, "chosen=1")) == 3


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("shape", ["csv", "xlsx", "docx"])
def test_a_list_too_long_for_a_file_is_cut_and_the_file_says_so(
    drafter: Browser, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    monkeypatch.setitem(MOST, shape, 2)
    rows = {"csv": of_csv, "xlsx": of_xlsx, "docx": of_docx}[shape](drafter, "view=all")

    place = 1 if shape == "docx" else 2
    assert len(rows) == 4
    assert rows[3][place] == "Liste arrêtée à 2 textes : filtrez-la pour avoir les suivants."


@pytest.mark.usefixtures("bill")
@pytest.mark.parametrize("role", list(Role))
def test_whoever_may_read_the_list_may_take_it(browser: Browser, ministry: Ministry, role: Role) -> None:
    browser.enter(ministry.people.with_role(role))

    for read in (of_csv, of_xlsx, of_docx):
        assert len(read(browser, "view=all")) == 2


def test_a_file_costs_no_query_for_a_single_row(app: Flask, drafter: Browser, ministry: Ministry) -> None:
    counts = []
    for more in (2, 30):
        for number in range(more):
            ministry.open(f"Décret {number}", "decret")
        with queries(app) as sent:
            of_csv(drafter, "kind=decret")
        counts.append(len(sent))

    assert counts[0] == counts[1]


@pytest.mark.usefixtures("bill")
def test_the_page_leads_to_the_files_of_what_it_shows(drafter: Browser) -> None:
    page: Page = drafter.get("/texts?kind=projet_de_loi&q=violence")

    for label in ("Word", "Excel", "CSV"):
        assert page.link(label).endswith("?q=violence&kind=projet_de_loi")
