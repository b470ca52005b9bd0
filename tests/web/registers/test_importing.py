"""Tables pasted or sent into a register, and those that it gives: what is read back is what was given."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from models import LegalText
from tests.web.browser import Browser
from tests.web.page import Page
from tests.web.registers.conftest import Items, Tell, values
from tests.workflow.registers.desk import changed, new
from workflow.procedure.registers import registers

DAY = datetime(2026, 11, 5)  # noqa: DTZ001 - as a workbook has it
FRENCH = ("Département ou institution", "Article visé", "Observation", "Reçue le")
ARABIC = ("القطاع أو المؤسسة", "المادة المعنية", "الملاحظة", "تاريخ التوصل")
HOSTILE = ["=1+1", "+2", "-3 articles", "@SUM(A1)", '"Guillemets" au début', "Deux\nlignes", "'=apostrophe", "é\tà"]


@pytest.fixture
def address(bill: LegalText) -> str:
    return f"/texts/{bill.id}/registers/observations"


def workbook(*rows: tuple[Any, ...], hidden: bool = False) -> tuple[bytes, str]:
    book, written = Workbook(), BytesIO()
    if hidden:
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("Tableau")
    sheet = book.worksheets[-1]
    for row in rows:
        sheet.append(row)
    book.save(written)
    return written.getvalue(), "observations.xlsx"


def paste(browser: Browser, address: str, *rows: tuple[str, ...], status: int = 200) -> Page:
    page = browser.get(f"{address}/import")
    return browser.press(page, "Lire le tableau", pasted="\r\n".join("\t".join(row) for row in rows), status=status)


@pytest.mark.parametrize("titles", [FRENCH, ARABIC])
def test_a_table_is_shown_then_recorded_by_one_step(
    drafter: Browser, address: str, kept: Items, titles: tuple[str, ...]
) -> None:
    rows = [("SGG", str(row), f"Remarque {row}.", "05/11/2026") for row in range(1, 21)]

    page = paste(drafter, address, titles, *rows)

    assert page.sentence == "20 lignes lues : 20 à ajouter, 0 à modifier, 0 sans changement, 0 à corriger."
    assert kept("observations") == {}
    page = drafter.press(page, "Enregistrer le tableau (20)")
    assert page.notes == ["Observations : 20 enregistrées."]
    assert values(kept("observations")) == {
        row: {"body": "sgg", "article": str(row), "observation": f"Remarque {row}.", "received_on": "2026-11-05"}
        for row in range(1, 21)
    }


@pytest.mark.parametrize("hidden", [False, True])
def test_a_workbook_is_read_under_a_title_with_its_days_and_numbers(
    drafter: Browser, address: str, kept: Items, *, hidden: bool
) -> None:
    sent = workbook(
        ("Tableau de synthèse",), (), FRENCH, ("SGG", 4, "Long.\nTrop.", DAY),
        ("CNDH", "4 bis", "Flou.", date(2026, 11, 6)), hidden=hidden,
    )  # fmt: skip

    page = drafter.upload(drafter.get(f"{address}/import"), "Lire le tableau", "file", sent)
    drafter.press(page, "Enregistrer le tableau (2)")

    assert values(kept("observations")) == {
        1: {"body": "sgg", "article": "4", "observation": "Long.\nTrop.", "received_on": "2026-11-05"},
        2: {"body": "cndh", "article": "4 bis", "observation": "Flou.", "received_on": "2026-11-06"},
    }


def test_rows_at_fault_are_left_and_corrected_by_pasting_again(drafter: Browser, address: str, kept: Items) -> None:
    page = paste(
        drafter, address, ("Observation", "Suite donnée", "Motif", "Page"), ("Flou.", "retenue", "", "1"),
        ("", "retenue", "", "2"), ("Long.", "peut-être", "", "3"), ("Vague.", "non retenue", "", "4"),
    )  # fmt: skip
    assert page.sentence == "4 lignes lues : 1 à ajouter, 0 à modifier, 0 sans changement, 3 à corriger."
    assert "que ce registre n’a pas : Page." in page.text
    assert [words.split(" : ")[0] for words in page.all(".items .wrong")] == [
        "Observation", "Suite donnée", "Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie.",
    ]  # fmt: skip

    page = drafter.press(page, "Enregistrer les lignes sans faute (1)")

    assert page.notes == ["Observations : 1 enregistrée, 1 réponse.", "Lignes refusées, à corriger ci-dessous : 3."]
    assert [len(line.split("\t")) for line in page.value("pasted").split("\n")] == [4, 4, 4, 4]
    mended = page.value("pasted").replace("peut-être", "à arbitrer").replace("\tretenue", "Titre.\tretenue")
    page = drafter.press(page, "Lire le tableau", pasted=mended.replace("non retenue\t", "non retenue\tLoi."))
    drafter.press(page, "Enregistrer le tableau (3)")
    found = values(kept("observations"))
    assert [(each["observation"], each["position"]) for each in found.values()] == [
        ("Flou.", "kept"), ("Titre.", "kept"), ("Long.", "open"), ("Vague.", "rejected"),
    ]  # fmt: skip


def test_a_table_changes_items_by_their_number_and_adds_no_row_twice(
    drafter: Browser, address: str, told: Tell, kept: Items
) -> None:
    told("observations", [new(1, observation="Flou."), new(2, observation="Long.")])

    page = paste(
        drafter, address, ("N° au registre", "Observation", "Article visé"), ("1", "Flou.", "4"), ("", "Long.", ""),
    )  # fmt: skip

    assert page.all(".items .tag") == ["change le n° 1", "déjà au n° 2"]
    drafter.press(page, "Enregistrer le tableau (1)")
    assert values(kept("observations")) == {1: {"observation": "Flou.", "article": "4"}, 2: {"observation": "Long."}}


def test_a_table_confirmed_after_another_step_is_shown_anew(
    drafter: Browser, address: str, told: Tell, kept: Items
) -> None:
    page = paste(drafter, address, ("Observation",), ("Flou.",))
    told("observations", [new(1, observation="Long.")])

    page = drafter.press(page, "Enregistrer le tableau (1)", status=409)

    assert len(kept("observations")) == 1
    drafter.press(page, "Enregistrer le tableau (1)")
    again = drafter.press(page, "Enregistrer le tableau (1)")
    assert again.notes[0].startswith("Ce tableau n’est plus gardé")
    assert [each["observation"] for each in values(kept("observations")).values()] == ["Long.", "Flou."]


@pytest.mark.parametrize(
    "sent",
    [(b"", ""), (b"   ", "vide.csv"), (b"%PDF-1.4", "a.pdf"), (b"PK\x03\x04nothing", "a.xlsx"), (b"\x89PNG", "a.xlsx")],
)
def test_what_cannot_be_read_is_said(drafter: Browser, address: str, sent: tuple[bytes, str]) -> None:
    page = drafter.upload(drafter.get(f"{address}/import"), "Lire le tableau", "file", sent, status=422)

    (words,) = page.all("[role=alert]")
    assert "intitulé d'un texte" not in words


def test_a_cell_merged_over_rows_is_said_of_each(drafter: Browser, address: str) -> None:
    book, written = Workbook(), BytesIO()
    sheet = book.worksheets[0]
    for row in (
        ["Observations reçues"], [], ["Département", "Observation"],
        ["SGG", "Flou."], [None, "Long."], [], [None, "Vague."],
    ):  # fmt: skip
        sheet.append(row)
    for merged in ("A1:B1", "A4:A6"):
        sheet.merge_cells(merged)
    book.save(written)

    page = drafter.upload(
        drafter.get(f"{address}/import"), "Lire le tableau", "file", (written.getvalue(), "observations.xlsx")
    )

    assert page.value("pasted").split("\n")[2:] == [
        "Département\tObservation", "SGG\tFlou.", "SGG\tLong.", "", "\tVague.",
    ]  # fmt: skip


def test_formulas_without_their_results_are_not_read_as_empty_cells(drafter: Browser, address: str) -> None:
    sent = workbook(("Observation", "Article visé"), ("Flou.", "=1+2"))

    page = drafter.upload(drafter.get(f"{address}/import"), "Lire le tableau", "file", sent, status=422)

    words = "« observations.xlsx » a des formules sans leur résultat : ouvrez-le dans Excel, enregistrez-le, puis"
    assert page.all("[role=alert]") == [f"{words} renvoyez-le."]


def test_a_table_of_other_things_says_so(drafter: Browser, address: str) -> None:
    page = paste(drafter, address, ("Nom", "Prénom"), ("A", "B"))

    assert "Aucune colonne de ce registre n’est reconnue" in page.text
    assert page.value("pasted") == "Nom\tPrénom\nA\tB"


@pytest.mark.parametrize("shape", ["xlsx", "csv"])
@pytest.mark.parametrize("register", registers())
def test_what_is_exported_is_read_back_the_same(
    drafter: Browser, bill: LegalText, told: Tell, *, register: str, shape: str
) -> None:
    book = registers()[register]
    given = {
        "line": "Mots", "text": "Deux\nlignes", "day": "2026-11-05", "body": "cese", "article": "Article premier",
        "number": 12, "chamber": "conseillers",
    }  # fmt: skip
    items = {column.name: column.choices[0].value if column.choices else given[column.type] for column in book.columns}
    told(register, [new(1, **items)])
    content = drafter.download(f"/texts/{bill.id}/registers/{register}/export.{shape}").data

    page = drafter.get(f"/texts/{bill.id}/registers/{register}/import")
    page = drafter.upload(page, "Lire le tableau", "file", (content, f"a.{shape}"))

    assert page.sentence == "1 ligne lue : 0 à ajouter, 0 à modifier, 1 sans changement, 0 à corriger."


def test_cells_that_look_like_formulas_are_words(drafter: Browser, address: str, told: Tell) -> None:
    told("observations", [new(row, observation=words) for row, words in enumerate(HOSTILE, start=1)])

    sheet = load_workbook(BytesIO(drafter.download(f"{address}/export.xlsx").data)).worksheets[0]
    text = drafter.download(f"{address}/export.csv").data.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=";"))

    assert [(sheet.cell(row, 4).data_type, sheet.cell(row, 4).value) for row in range(2, 10)] == [
        ("s", words) for words in HOSTILE
    ]
    assert sheet.freeze_panes == "A2"
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    page = drafter.get(f"{address}/import")
    page = drafter.upload(page, "Lire le tableau", "file", (text.encode(), "a.csv"))
    assert page.all(".items .tag") == [f"déjà au n° {number}" for number in range(1, 9)]


def test_only_what_is_shown_is_exported_with_real_days(drafter: Browser, address: str, told: Tell) -> None:
    told("observations", [new(1, observation="Un.", received_on="2026-11-05"), new(2, observation="Deux.")])
    told("observations", [changed(2, position="kept")])
    page = drafter.get(f"{address}?status=open")

    sheet = load_workbook(BytesIO(drafter.download(page.link("Excel (.xlsx)")).data)).worksheets[0]

    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [1]
    assert (sheet["E2"].value, sheet["E2"].is_date) == (DAY, True)
