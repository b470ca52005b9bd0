"""Reading a published table of texts: what each row is, where it stands, what to doubt."""

from collections import Counter

from workflow.importing.oddities import Reading, oddities_of, oddities_of_all
from workflow.importing.page.headings import GROUPS
from workflow.importing.page.kinds import kind_of_title
from workflow.importing.page.lines import announced_in, lines_of, of_source
from workflow.importing.page.raw import RawRow
from workflow.importing.page.rows import read_rows
from workflow.importing.situation.numbers import numbers_in
from workflow.importing.situation.reading import deduced, read_situation
from workflow.importing.source.advice import ADVICE
from workflow.importing.source.opening import text_of
from workflow.importing.table import CitedNumber, ImportedRow, ImportedTable, LineUse, Milestone, UnreadableTable

__all__ = ["CitedNumber", "ImportedRow", "ImportedTable", "LineUse", "Milestone", "UnreadableTable", "read_table"]


def read_table(source: bytes, name: str) -> ImportedTable:
    """Read the table of texts in a file; raise UnreadableTable when there is none.

    The file is a page (text or HTML), a Word document, an Excel workbook or a CSV file, told from its bytes. Nothing
    is corrected: what looks wrong is kept as found, and said in the warnings; every line is accounted for.
    """
    lines = lines_of(text_of(source, name))
    raw = read_rows(lines)
    if not raw.rows:
        raise UnreadableTable(f"« {name} » ne contient aucun tableau de textes. {ADVICE}")
    read = [_read(row) for row in raw.rows]
    rows = tuple(_row(reading) for reading in read)
    texts = [line.text for line in raw.uses]
    announced = announced_in(texts[: raw.first_line]) or announced_in(texts)
    misfits = [place for place, reading in enumerate(read) if not reading.situation.is_fitting]
    counts = Counter(row.group for row in rows)
    return ImportedTable(
        rows=rows,
        warnings=tuple(oddities_of_all(rows, announced, misfits)),
        announced=announced,
        found={code: counts[code] for code in GROUPS},
        lines=tuple(of_source(lines, raw.uses)),
    )


def _read(raw: RawRow) -> Reading:
    status = raw.status or raw.said_of_all
    kind = kind_of_title(raw.title, raw.group)
    situation = read_situation(status, title=raw.title, group=raw.group, kind=kind)
    is_deduced = not raw.status and situation.decisive is not None
    return Reading(
        title=raw.title,
        status=status,
        group=raw.group,
        kind=kind,
        heading=raw.heading,
        numbers=_numbers(raw),
        situation=deduced(situation) if is_deduced else situation,
        note=raw.note,
        line=raw.line,
        is_deduced=is_deduced,
    )


def _numbers(raw: RawRow) -> tuple[CitedNumber, ...]:
    """List the numbers of the title, after the text's own when a column of the table gives it."""
    numbers = numbers_in(raw.title, raw.group)
    if not raw.number or any(number.role == "own" for number in numbers):
        return numbers
    return (*numbers_in(f"{raw.group.label} n° {raw.number}", raw.group), *numbers)


def _row(reading: Reading) -> ImportedRow:
    return ImportedRow(
        group=reading.group.code,
        kind=reading.kind,
        title=reading.title,
        status=reading.status,
        state=reading.situation.state,
        confidence=reading.situation.confidence,
        reason=reading.situation.reason,
        numbers=tuple(reading.numbers),
        told=reading.situation.told,
        warnings=tuple(oddities_of(reading)),
        note=reading.note,
        line=reading.line,
    )
