"""The same list of texts, written as each source writes it."""

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO

from docx import Document
from docx.document import Document as DocumentObject
from openpyxl import Workbook

Rows = Sequence[Sequence[str]]  # the cells of a row; a row of one cell is a heading


def lines(rows: Rows, between: str = "\t") -> str:
    return "\n".join(between.join(row) for row in rows)


def bracketed(rows: Rows) -> str:
    return "\n".join(f"{row[0]} ({row[1]})" if len(row) > 1 else row[0] for row in rows)


def html_table(rows: Rows) -> str:
    wide = max(map(len, rows))
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        if len(row) > 1
        else f"<tr><td colspan='{wide}'>{row[0]}</td></tr>"
        for row in rows
    )
    return f"<html><body><table>{body}</table></body></html>"


def html_list(rows: Rows) -> str:
    items = "".join(f"<li>{' : '.join(row)} ;</li>" if len(row) > 1 else f"</ul><h2>{row[0]}</h2><ul>" for row in rows)
    return f"<html><body><ul>{items}</ul></body></html>"


def word_table(rows: Rows) -> bytes:
    made = Document()
    made.add_paragraph("Suivi des textes")
    wide = max(map(len, rows))
    table = made.add_table(rows=0, cols=wide)
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    return saved(made)


def word_list(rows: Rows) -> bytes:
    made = Document()
    for row in rows:
        if len(row) == 1:
            made.add_heading(row[0], 2)
        else:
            made.add_paragraph(" : ".join(row), "List Bullet")
    return saved(made)


def workbook(rows: Rows) -> bytes:
    made = Workbook(write_only=True)
    sheet = made.create_sheet()
    for row in rows:
        sheet.append(list(row))
    return saved(made)


def saved(made: "DocumentObject | Workbook") -> bytes:
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def delimited(rows: Rows, delimiter: str) -> str:
    file = StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


TABLES: dict[str, Callable[[Rows], bytes]] = {
    "text with tabs": lambda rows: lines(rows).encode(),
    "text with bars": lambda rows: lines(rows, " | ").encode(),
    "html table": lambda rows: html_table(rows).encode(),
    "Word table": word_table,
    "Excel": workbook,
    "csv ;": lambda rows: delimited(rows, ";").encode("utf-8-sig"),
    "csv ,": lambda rows: delimited(rows, ",").encode(),
    "csv tab": lambda rows: delimited(rows, "\t").encode(),
}
LISTS: dict[str, Callable[[Rows], bytes]] = {
    "title then situation": lambda rows: lines(rows, "\n").encode(),
    "colon": lambda rows: lines(rows, " : ").encode(),
    "colon without blank": lambda rows: lines(rows, ": ").encode(),
    "dash": lambda rows: lines(rows, " – ").encode(),
    "hyphen": lambda rows: lines(rows, " - ").encode(),
    "brackets": lambda rows: bracketed(rows).encode(),
    "html list": lambda rows: html_list(rows).encode(),
    "Word list": word_list,
}
