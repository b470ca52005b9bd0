"""The table of legislative production for spreadsheets and for the web."""

import csv
from io import StringIO
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from documents.fields import with_number
from documents.typography import long_date, typeset
from workflow.production import ProductionTable

# Excel reads a French file as such only with this mark and with semicolons.
_MARK = "\ufeff"
_COLUMNS = ("Rubrique", "Numéro", "Objet", "État", "Détenteur", "Depuis")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PAGE = Path(__file__).parent / "table.html"
_ENVIRONMENT = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
_ENVIRONMENT.filters |= {"date_longue": long_date, "compose": typeset}
_ENVIRONMENT.globals |= {"with_number": with_number}


def as_csv(table: ProductionTable) -> str:
    """Write one line for each text; dates in ISO form, at the precision that is known."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerow(_COLUMNS)
    for group in table.groups:
        for row in group.rows:
            since = str(row.since) if row.since else ""
            cells = (group.section.label_fr, row.number or "", row.title, row.sentence, row.holder, since)
            writer.writerow([_inert(cell) for cell in cells])
    return _MARK + written.getvalue()


def as_html(table: ProductionTable) -> str:
    """Write a page of its own, that needs nothing else to be read."""
    return _ENVIRONMENT.from_string(_PAGE.read_text("utf-8")).render(table=table)


def _inert(cell: str) -> str:
    # A spreadsheet would run a cell that begins like a formula.
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
