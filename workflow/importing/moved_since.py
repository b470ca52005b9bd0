"""What has moved since: a row of a table read again, beside the history of the text that it tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused, Stale
from workflow.history.fold import Situation
from workflow.importing.comparison import Comparison
from workflow.importing.contrasts import Contrast, of_particulars, of_state
from workflow.importing.milestones import milestones_of
from workflow.importing.situation.sign import UNKNOWN
from workflow.importing.table import ImportedRow
from workflow.importing.taking_over import foreign, to_come
from workflow.old_files.backfill import plan
from workflow.old_files.doubts import doubts_of_table
from workflow.old_files.milestones import Milestone, Plan
from workflow.old_files.preview import Passed
from workflow.old_files.unknown_chambers import supposed_starts
from workflow.procedure.model import Procedure
from workflow.register.moves import take_over
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence

_OF_LEADERS = "Ce texte est déjà en cours : ses étapes sont à reprendre par qui répond de la division."
_MOVED = "Ce texte a bougé depuis que le tableau a été lu : relisez le tableau pour voir ce qui reste à reprendre."
_UNNAMED = (
    "La page nomme une Chambre, mais Navette ne sait pas laquelle a reçu le texte en premier : précisez-la en "
    "corrigeant l’étape du dépôt."
)


@dataclass(frozen=True)
class MovedSince:
    """What a row tells of a text beside what the base knows.

    `milestones` are those that its history does not have, `found` the path through them from where it stands;
    `contrasts` is what the two tell differently; `left` says why nothing can be concluded from the row, "" if it can.
    """

    text: LegalText
    start: Situation
    milestones: tuple[Milestone, ...] = ()
    found: Plan | None = None
    contrasts: tuple[Contrast, ...] = ()
    doubts: tuple[str, ...] = ()
    left: str = ""
    seen_step: int = 0

    @property
    def has_moved(self) -> bool:
        """Whether there are steps to propose."""
        return self.found is not None

    @property
    def is_contradicted(self) -> bool:
        """Whether the base denies something that the page tells."""
        return any(not each.is_gap for each in self.contrasts)

    @property
    def steps(self) -> tuple[Passed, ...]:
        """The steps to confirm, in words, those in between marked as inferred."""
        if self.found is None:
            return ()
        procedure, done = procedure_of(self.text), self.found.situation.done[len(self.start.done) :]
        return tuple(Passed(each.on, step_sentence(procedure, each), each.inferred) for each in done)

    def as_dict(self) -> dict[str, object]:
        """Give it as JSON holds it."""
        planned = self.found.steps if self.found else ()
        moves = [
            {"move": each.move, "on": str(each.on) if each.on else None, "inferred": each.is_inferred}
            for each in planned
        ]
        return {"moves": moves, "contrasts": [each.as_dict() for each in self.contrasts]}


def moved_since(row: ImportedRow, text: LegalText, start: Situation, *, today: date) -> MovedSince:
    """Find what a row tells that the history of its text does not have yet; nothing is written.

    What follows from where the text stands is proposed as dated steps. A state behind that of the base, another day
    for a recorded step, another number or title, an end that no step leads to or whose day is not told, are contrasts.
    """
    procedure = procedure_of(text)
    if left := _unreadable(row, procedure, today):
        return MovedSince(text, start, left=left, seen_step=text.last_step)
    milestones = milestones_of(row, procedure)
    compared = Comparison(procedure, start)
    new = compared.read(milestones)
    contrasts = [*of_particulars(row, text, procedure), *compared.contrasts]
    last = milestones[-1] if milestones else None
    found = _path(row, text, start, new) if new else None
    if found is None and (new or row.state != start.state):
        contrasts.append(of_state(row, last, start, procedure))
    return MovedSince(
        text,
        start,
        milestones=tuple(new) if found else (),
        found=found,
        contrasts=tuple(contrasts),
        doubts=tuple(_doubts(text, start, found, new)) if found else (),
        seen_step=text.last_step,
    )


def write_moves(session: Session, since: MovedSince, *, by: User, at: datetime, calendar: Calendar) -> str:
    """Record the steps proposed for a text, all or none; the caller commits.

    Give "" when they are written; else the reason why none is: the text moved since it was read, this person may not
    take it over, or its procedure refuses them.
    """
    text = session.get_one(LegalText, since.text.id)
    try:
        with session.begin_nested():
            take_over(session, text, since.milestones, by=by, at=at, calendar=calendar, seen_step=since.seen_step)
    except Refused as refused:
        reason = " ".join(refused.reasons)
    except NotAllowed:
        reason = _OF_LEADERS
    except Stale:
        reason = _MOVED
    else:
        return ""
    session.refresh(text)
    return reason


def _doubts(text: LegalText, start: Situation, found: Plan, new: Sequence[Milestone]) -> Iterator[str]:
    yield from doubts_of_table(text, start, found)
    is_unnamed = supposed_starts(procedure_of(text), start) != [start]
    if is_unnamed and any(each.chamber for each in new):
        yield _UNNAMED


def _unreadable(row: ImportedRow, procedure: Procedure, today: date) -> str:
    if row.confidence <= UNKNOWN:
        return row.reason
    return to_come(row, today) if row.state in procedure.states else foreign(row.state, procedure)


def _path(row: ImportedRow, text: LegalText, start: Situation, new: Sequence[Milestone]) -> Plan | None:
    """Search the path through what is new; None where the base denies it."""
    dated = [each.on for each in new if each.on]
    if start.latest and any(on.last_day < start.latest.first_day for on in dated):
        return None
    procedure = procedure_of(text)
    if procedure.states[row.state].terminal and not new[-1].on:
        return None  # an end without its day may be older than what the base knows
    found = plan(text, start, new)
    if found.refused or found.situation.state != row.state or not _leads_on(procedure, start, found):
        return None
    return found


def _leads_on(procedure: Procedure, start: Situation, found: Plan) -> bool:
    """Whether every step in between leads on: nobody supposes that a text went back."""
    order, phases = list(procedure.states), list(procedure.phases)
    done = found.situation.done[len(start.done) :]
    for step, planned in zip(done, found.steps, strict=True):
        if planned.milestone is not None or step.from_state is None:
            continue
        there, here = (procedure.states[code] for code in (step.from_state, step.to_state))
        is_usual = procedure.moves[step.move].offered in ("first", "next")
        if phases.index(there.phase) > phases.index(here.phase):
            return False
        if not is_usual and order.index(there.code) > order.index(here.code):
            return False
    return True
