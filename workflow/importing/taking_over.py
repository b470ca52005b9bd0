"""What the rows of a table become: each is planned before anything is written, and written as planned or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.words import partial_fr
from workflow.calendar.working_days import Calendar
from workflow.errors import Refused
from workflow.history.fold import fold
from workflow.history.particulars import check_lengths, legible_titles
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.importing.milestones import milestones_of
from workflow.importing.situation.sign import SURE, UNKNOWN
from workflow.importing.table import ImportedRow, ImportedTable, Milestone
from workflow.old_files.backfill import plan
from workflow.old_files.doubts import doubts_of_table, is_to_come
from workflow.old_files.milestones import Milestone as Known
from workflow.old_files.milestones import Plan
from workflow.procedure.model import Procedure
from workflow.register.moves import open_text, take_over
from workflow.rulebook.files import procedures

_BY_HAND = "La situation a été choisie à la main : la page n’en dit rien qui soit reconnu."


@dataclass(frozen=True)
class PlannedRow:
    """A row with the path that leads to the state announced; `left` says why it will not be written, "" if it will."""

    row: ImportedRow
    milestones: tuple[Known, ...] = ()
    left: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def written(self) -> str | None:
        """The state that will be written, None when the row will not be."""
        return None if self.left else self.row.state

    def as_dict(self) -> dict[str, object]:
        """Give the row as JSON holds it, with the state that will be written, or why it will not be."""
        return self.row.as_dict() | {"written": self.written, "left": self.left or None}


def plan_rows(table: ImportedTable, *, today: date) -> list[PlannedRow]:
    """Plan every row; nothing is written."""
    return [plan_row(row, today=today) for row in table.rows]


def plan_row(row: ImportedRow, *, today: date) -> PlannedRow:
    """Find the path from the opening of a text to the state announced, or the reason why the row is left."""
    procedure = procedures()[row.kind]
    if row.confidence <= UNKNOWN:
        return PlannedRow(row, left=row.reason)
    if row.state not in procedure.states:
        return PlannedRow(row, left=foreign(row.state, procedure))
    if unkept := _unkept(row):
        return PlannedRow(row, left=unkept)
    milestones = tuple(milestones_of(row, procedure))
    text = _text(row, datetime.min.replace(tzinfo=UTC))
    start = fold(procedure, [Supposed(1, OPEN)])
    found = plan(text, start, milestones)
    doubts = tuple(doubts_of_table(text, start, found))
    return PlannedRow(row, milestones, _obstacle(row, procedure, found, today=today), doubts)


def stated_by_hand(row: ImportedRow, state: str) -> ImportedRow:
    """Give a row of which nothing was recognised in the state that a person chose; its step is concluded, not told."""
    told = Milestone(None, None, None, "", state=state, is_concluded=True)
    return replace(row, state=state, confidence=SURE, reason=_BY_HAND, told=(told,))


def with_doubts(table: ImportedTable, planned: Sequence[PlannedRow]) -> ImportedTable:
    """Add to the warnings of each row the doubts of its path, and why it will not be written."""
    rows = tuple(replace(each.row, warnings=(*each.row.warnings, *_said(each))) for each in planned)
    return replace(table, rows=rows)


def write_row(session: Session, planned: PlannedRow, *, by: User, at: datetime, calendar: Calendar) -> str:
    """Open the text of a row and take it to the state announced; the caller commits.

    Give "" when the text is written in that state; else the reason why nothing of this row is.
    """
    try:
        with session.begin_nested():
            _write(session, planned, by=by, at=at, calendar=calendar)
    except Refused as refused:
        return " ".join(refused.reasons)
    return ""


def _write(session: Session, planned: PlannedRow, *, by: User, at: datetime, calendar: Calendar) -> None:
    text = _text(planned.row, at)
    # A row that says that the text is only begun tells its opening; of any other the opening is concluded.
    is_begun = planned.row.state == procedures()[planned.row.kind].initial
    open_text(session, text, by=by, on=None, at=at, calendar=calendar, is_old_file=not is_begun)
    after = take_over(session, text, planned.milestones, by=by, at=at, calendar=calendar)
    if text.state != planned.row.state:
        raise Refused([_elsewhere(text.state, planned.row.state, after.procedure)])


def _text(row: ImportedRow, at: datetime) -> LegalText:
    return LegalText(procedure=row.kind, procedure_version="", title_fr=row.title, number=row.own_number, created_at=at)


def _unkept(row: ImportedRow) -> str:
    """Say, as the opening of a text would, why the title or the number of a row cannot be kept; "" where they can."""
    try:
        check_lengths(*legible_titles(row.title, ""), row.own_number)
    except Refused as refused:
        return " ".join(refused.reasons)
    return ""


def _obstacle(row: ImportedRow, procedure: Procedure, found: Plan, *, today: date) -> str:
    if reason := to_come(row, today):
        return reason
    if found.refused:
        return (
            f"Le tableau n’en dit pas assez pour mener le texte à « {procedure.states[row.state].label_fr} » : "
            "il est à ouvrir à la main."
        )
    if found.situation.state != row.state:
        return _elsewhere(found.situation.state, row.state, procedure)
    return ""


def to_come(row: ImportedRow, today: date) -> str:
    """Say that a date told lies after today, if one does."""
    for each in row.told:
        on = PartialDate.parse(each.on) if each.on else None
        if on and is_to_come(on, today):
            return (
                f"La date dite, {partial_fr(on)}, est à venir : le texte n’a pas encore atteint l’état annoncé. "
                "La date est à vérifier."
            )
    return ""


def foreign(state: str, procedure: Procedure) -> str:
    """Say that a kind of text knows no such state."""
    labels = (each.states[state].label_fr for each in procedures().values() if state in each.states)
    return f"L’état « {next(labels, state)} » n’existe pas pour ce genre de texte ({procedure.label.fr})."


def _elsewhere(reached: str, announced: str, procedure: Procedure) -> str:
    states = procedure.states
    return (
        f"Aucun chemin ne mène à « {states[announced].label_fr} » : ce qui est dit mène à "
        f"« {states[reached].label_fr} »."
    )


def _said(planned: PlannedRow) -> Iterator[str]:
    yield from planned.doubts
    if planned.left and planned.left not in planned.row.warnings:
        yield f"Ce texte ne sera pas repris. {planned.left}"
