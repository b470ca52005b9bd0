"""Reading a published table of texts: what each row is, where it stands, what to doubt."""

from collections import Counter

from workflow.importing.oddities import Reading, left_out, oddities_of, oddities_of_all
from workflow.importing.page.decoding import ADVICE, decode
from workflow.importing.page.headings import GROUPS
from workflow.importing.page.lines import announced_in, lines_of
from workflow.importing.page.rows import RawRow, read_rows
from workflow.importing.situation.numbers import numbers_in
from workflow.importing.situation.reading import read_situation
from workflow.importing.table import CitedNumber, ImportedRow, ImportedTable, Milestone, UnreadableTable

__all__ = ["CitedNumber", "ImportedRow", "ImportedTable", "Milestone", "UnreadableTable", "read_table"]


def read_table(source: bytes, name: str) -> ImportedTable:
    """Read the table of texts in a page saved as text or as HTML; raise UnreadableTable when there is none.

    Nothing is corrected: what looks wrong is kept as found, and said in the warnings.
    """
    lines = lines_of(decode(source, name))
    raw = read_rows(lines)
    if not raw.rows:
        raise UnreadableTable(f"« {name} » ne contient aucun tableau de textes. {ADVICE}")
    read = [_read(row) for row in raw.rows]
    rows = tuple(_row(reading) for reading in read)
    announced = announced_in(lines[: raw.first_line]) or announced_in(lines)
    misfits = [place for place, reading in enumerate(read) if not reading.situation.is_fitting]
    counts = Counter(row.group for row in rows)
    return ImportedTable(
        rows=rows,
        warnings=(*oddities_of_all(rows, announced, misfits), *left_out(raw.left_out)),
        announced=announced,
        found={code: counts[code] for code in GROUPS},
    )


def _read(raw: RawRow) -> Reading:
    return Reading(
        title=raw.title,
        status=raw.status,
        group=raw.group,
        heading=raw.heading,
        numbers=numbers_in(raw.title, raw.group),
        situation=read_situation(raw.status, title=raw.title, group=raw.group),
    )


def _row(reading: Reading) -> ImportedRow:
    return ImportedRow(
        group=reading.group.code,
        kind=reading.group.kind,
        title=reading.title,
        status=reading.status,
        state=reading.situation.state,
        confidence=reading.situation.confidence,
        reason=reading.situation.reason,
        numbers=tuple(reading.numbers),
        milestones=reading.situation.milestones,
        warnings=tuple(oddities_of(reading)),
    )
