"""The table of legislative production for spreadsheets and for the web."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import SpooledTemporaryFile
from textwrap import wrap

from jinja2 import Environment, StrictUndefined

from documents.fields import with_number
from documents.spreadsheets import MARK, csv_line
from models import PartialDate
from workflow.calendar.words import long_date
from workflow.language.formulas import text_cell
from workflow.language.typeset_templates import Typeset
from workflow.reports.production import FoundRow, ProductionTable
from workflow.rulebook.files import sections

_COLUMNS = ("Rubrique", "Numéro", "Objet", "État", "Détenteur", "Depuis")
_WIDTH = 100
_IN_MEMORY = 1 << 20
_CHUNK = 1 << 16
_PAGE = Path(__file__).parent / "table.html"
_ENVIRONMENT = Environment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=[Typeset]
)
_ENVIRONMENT.filters |= {"date_longue": long_date}
_ENVIRONMENT.globals |= {"with_number": with_number}


def as_csv(rows: Iterable[FoundRow]) -> Iterator[bytes]:
    """Write one line for each text, section by section; dates in ISO form, at the precision that is known.

    The first line is given at once, and those of the first section as they come. The lines of the others wait in a file
    until the last text is known, so that a table of any length is written in the memory of a short one.

    A spreadsheet would take « 05-81 » for May 1981 and « 2015-03 » for the first of March: the number has its sign, and
    what is not known of a date is written with XX, as ISO 8601-2 does.
    """
    yield (MARK + csv_line(_COLUMNS)).encode()
    first, *others = sections()
    with ExitStack() as files:
        waiting = {section.code: files.enter_context(SpooledTemporaryFile(_IN_MEMORY)) for section in others}
        for section, row in rows:
            number = f"n° {row.number}" if row.number else ""
            cells = (section.label_fr, number, row.title, row.sentence, row.holder, _day(row.since))
            line = csv_line([text_cell(cell) for cell in cells]).encode()
            if section.code == first.code:
                yield line
            else:
                waiting[section.code].write(line)
        for file in waiting.values():
            file.seek(0)
            yield from iter(partial(file.read, _CHUNK), b"")


def as_html(table: ProductionTable) -> str:
    """Write a page of its own, that needs nothing else to be read."""
    return _ENVIRONMENT.from_string(_PAGE.read_text("utf-8")).render(table=table)


def as_words(table: ProductionTable) -> str:
    """Write it to be read at a terminal: how many texts each group holds, then each with where it stands."""
    lines = [f"Tableau de la production législative – situation au {table.on:%d/%m/%Y}", ""]
    if not table.groups:
        return "\n".join([*lines, "Aucun texte n’était ouvert à cette date.", ""])
    width = max(len(group.section.label_fr) for group in table.groups)
    lines += [f"{group.section.label_fr:<{width}}  {len(group.rows):>3}" for group in table.groups]
    for group in table.groups:
        lines += ["", f"{group.section.label_fr} ({len(group.rows)})"]
        for row in group.rows:
            lines += _told(f"- {with_number(row.title, row.number, apart=', ')}", "  ")
            lines += _told(f"    {row.sentence}", "    ")
    return "\n".join([*lines, ""])


def _told(words: str, indent: str) -> list[str]:
    return wrap(words, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _day(on: PartialDate | None) -> str:
    return f"{on}-XX" if on and on.month and not on.day else str(on or "")
