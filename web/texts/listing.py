"""The rows of the list of texts, with what is computed from the history of each; their groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlmodel import Session

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.history.fold import fold
from workflow.history.steps import histories
from workflow.procedure.vocabulary import Section
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import days_since, holding_since
from workflow.sentences.sentence import holder, sentence


@dataclass(frozen=True)
class Row:
    """One text of the list, with what is computed from its history."""

    text: LegalText
    sentence: str
    holder: str
    since: PartialDate | None
    days: int | None
    days_left: int | None


def rows_of(session: Session, texts: Sequence[LegalText], calendar: Calendar, *, today: date) -> list[Row]:
    """Fold the histories of these texts, read in one query."""
    steps = histories(session, [text.id for text in texts])
    rows = []
    for text in texts:
        procedure = procedure_of(text)
        situation = fold(procedure, steps[text.id])
        since = holding_since(procedure, situation)
        rows.append(
            Row(
                text=text,
                sentence=sentence(procedure, situation, calendar),
                holder=holder(procedure, situation.state, situation.chamber),
                since=since,
                days=days_since(since, today),
                days_left=(text.next_due_on - today).days if text.next_due_on else None,
            )
        )
    return rows


def groups_of(rows: Iterable[Row]) -> list[tuple[Section, list[Row]]]:
    """Group rows that are in the order of the table by their section."""

    def code(row: Row) -> str:
        return procedure_of(row.text).section(row.text.state).code

    known = {section.code: section for section in sections()}
    return [(known[key], list(group)) for key, group in groupby(rows, code)]
