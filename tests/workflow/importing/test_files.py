"""What Word, Excel and CSV files have of their own: merged cells, revisions, days, hidden sheets, quoted cells."""

from datetime import date, datetime
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from tests.workflow.importing.sources import saved
from workflow.importing import ImportedTable, read_table

TITLES = ("Décret n° 2-14-1 relatif au prix", "Décret n° 2-14-2 relatif aux congés", "Décret n° 2-14-3 sur les taux")


def read(made: DocumentObject | Workbook) -> ImportedTable:
    return read_table(saved(made), "sans nom")


def found(table: ImportedTable) -> list[tuple[str, str]]:
    return [(row.title, row.status) for row in table.rows]


def test_a_word_document_is_read_in_its_order_with_its_merged_cells() -> None:
    made = Document()
    made.add_heading("Conseil de gouvernement du 12 octobre 2022")
    made.add_paragraph(TITLES[0], "List Bullet")
    table = made.add_table(rows=4, cols=2)
    for row, cells in zip(
        table.rows, (("Intitulé", "État"), (TITLES[1], "Signé"), (TITLES[2], ""), ("", "")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = cells
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 0).merge(table.cell(3, 1)).text = "Arrêtés"
    made.add_paragraph("arrêté n° 12-14 portant nomination : publié", "List Number")

    assert found(read(made)) == [
        (TITLES[0], "inscrit à l'ordre du jour du Conseil de gouvernement du 12 octobre 2022"),
        (TITLES[1], "Signé"),
        (TITLES[2], "Signé"),
        ("Arrêté n° 12-14 portant nomination", "publié"),
    ]


def test_a_revised_document_is_read_with_what_was_inserted_and_without_what_was_deleted() -> None:
    made = Document()
    made.add_paragraph("Décret n° 2-14-1 relatif ")
    for revision, words in (("del", "<w:delText>aux loyers</w:delText>"), ("ins", "<w:t>au prix : signé</w:t>")):
        change = f'<w:{revision} {nsdecls("w")} w:id="1" w:author="x"><w:r>{words}</w:r></w:{revision}>'
        made.element.body[0].append(parse_xml(change))
    boxed = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>{TITLES[1]}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    made.element.body.insert(1, parse_xml(boxed))

    assert found(read(made)) == [(TITLES[0], "signé"), (TITLES[1], "")]


@pytest.mark.parametrize("day", [date(2022, 10, 1), datetime(2022, 10, 1)])  # noqa: DTZ001 - as Excel keeps a day
def test_days_and_numbers_of_excel_are_read_as_a_person_sees_them(day: date) -> None:
    made = Workbook(write_only=True)
    sheet = made.create_sheet("Suivi")
    sheet.append([None, "Année", 2022])
    sheet.append(["N°", "Intitulé", "Situation", "Date", "Crédits"])
    sheet.append([1, "Projet de loi sur le prix", "Adopté en conseil de gouvernement", day, 43.5])

    (row,) = read(made).rows

    assert row.status == "Adopté en conseil de gouvernement le 1er octobre 2022"
    assert row.milestones[0].on == "2022-10-01"
    assert row.note == "Crédits : 43.5"


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_and_not_read(state: str) -> None:
    made = Workbook()
    shown, hidden = made.active, made.create_sheet("Décrets adoptés")
    assert shown is not None
    hidden.sheet_state = state
    for sheet, title in ((shown, TITLES[0]), (hidden, TITLES[1])):
        sheet.append(["Intitulé", "Situation"])
        sheet.append([title, "Signé"])

    table = read(made)

    assert found(table) == [(TITLES[0], "Signé")]
    assert [(line.text, line.reason) for line in table.taken_as("left")] == [
        (
            "Feuille masquée : Décrets adoptés",
            "est celle d'une feuille masquée du classeur, qui n'est pas lue : affichez-la pour la reprendre",
        )
    ]


def test_a_number_that_excel_shortens_keeps_the_decimals_shown() -> None:
    made = Workbook()
    made["Sheet"].append(["Numéro", "Intitulé", "État"])
    made["Sheet"].append([43.2, "Projet de loi sur le prix", "Retiré"])
    made["Sheet"]["A2"].number_format = "0.00"

    (row,) = read(made).rows

    assert [number.normal for number in row.numbers] == ["43-20"]


def test_every_visible_sheet_of_a_workbook_is_read_and_its_merged_cells_repeated() -> None:
    made = Workbook()
    first, hidden, last = made["Sheet"], made.create_sheet("Brouillon"), made.create_sheet("Projets de loi")
    hidden.sheet_state = "hidden"
    for row in (("Intitulé", "État"), (TITLES[0], "Signé"), (TITLES[1], None)):
        first.append(row)
    first.merge_cells("B2:B3")
    hidden.append((TITLES[2], "Signé"))
    last.append(("Réforme de la ville", "En cours d'élaboration"))

    table = read(made)

    assert found(table) == [
        (TITLES[0], "Signé"),
        (TITLES[1], "Signé"),
        ("Réforme de la ville", "En cours d'élaboration"),
    ]
    assert table.rows[2].kind == "projet_de_loi"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_a_csv_file_is_read_with_the_line_ends_inside_its_cells(delimiter: str, encoding: str) -> None:
    rows = (("Intitulé", "État"), ('"Décret relatif\nau prix ; à l\'énergie, aux taux"', '"Signé\n\nle 3 mai 2014"'))
    source = "\r\n".join(delimiter.join(row) for row in rows)

    table = read_table(source.encode(encoding), "sans nom")

    assert found(table) == [("Décret relatif au prix ; à l'énergie, aux taux", "Signé le 3 mai 2014")]
    assert [line.use for line in table.lines] == ["heading", "title"]


def test_a_semicolon_file_without_header_is_read_by_its_titles() -> None:
    source = "\n".join(f"{title};Signé" for title in TITLES)

    assert found(read_table(BytesIO(source.encode()).getvalue(), "liste")) == [(title, "Signé") for title in TITLES]
