"""Moves running texts to another version of their procedure; their past keeps the version it followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.fold import CHANGE
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.moves import Moved, record_change
from workflow.register.recording import lock
from workflow.rulebook.files import procedure_of, procedures


@dataclass(frozen=True)
class Change:
    """One text, the state it is in, and the state it would be in; None where the new version has no such place."""

    text: LegalText
    before: str
    after: str | None


def preview_changes(session: Session, kind: str, version: str) -> list[Change]:
    """List the texts of a kind that follow another version, with the state that each would have under `version`.

    Raises Refused when the kind or the version is not known.
    """
    target = _target(kind, version)
    query = select(LegalText).where(LegalText.procedure == kind, LegalText.procedure_version != version)
    query = query.where(col(LegalText.merged_into_id).is_(None))
    texts = session.exec(query.order_by(col(LegalText.created_at), col(LegalText.id)))
    return [_change(text, target) for text in texts if not _is_over(text)]


def change_procedure(
    session: Session, changes: Sequence[Change], version: str, *, by: User, at: datetime, calendar: Calendar
) -> list[Moved]:
    """Record the change on each text; the caller commits. Raises NotAllowed, and Refused for a text without a place."""
    if not may(by, Right.CHANGE_PROCEDURES):
        raise NotAllowed(CHANGE)
    if lost := [change for change in changes if change.after is None]:
        titles = " ; ".join(change.text.title_fr for change in lost)
        raise Refused([f"Ces textes sont dans un état que la version {version} n’a pas : {titles}."])
    on = PartialDate.of(legal_day(at))
    facts = {"to": version}
    moved = []
    for text in (each.text for each in changes):
        steps = lock(session, text, text.last_step)
        moved.append(record_change(session, text, facts, steps=steps, by=by, on=on, at=at, calendar=calendar))
    return moved


def _target(kind: str, version: str) -> Procedure:
    procedure = procedures().get(kind)
    if procedure is None:
        raise Refused([f"La nature de texte « {kind} » n’existe pas : {', '.join(sorted(procedures()))}."])
    if version not in procedure.siblings:
        known = ", ".join(sorted(procedure.siblings))
        raise Refused([f"La version « {version} » n’existe pas ; versions connues : {known}."])
    return procedure.siblings[version]


def _change(text: LegalText, target: Procedure) -> Change:
    return Change(text, text.state, target.place_of(text.state))


def _is_over(text: LegalText) -> bool:
    state = procedure_of(text).states[text.state]
    return state.is_end
