"""Changes the kind of a running text: a draft decree becomes an order, and goes on from the place it knows there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Unfit
from workflow.history.fold import CHANGE, Situation, fold, left_as
from workflow.history.steps import Recorded, steps_of
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.moves import Moved, record_change
from workflow.register.recording import lock
from workflow.rulebook.files import procedure_of, procedures, version_on


@dataclass(frozen=True)
class Becoming:
    """A kind that a text could become, and the state in which it would go on."""

    procedure: Procedure
    place: str


def preview_kinds(session: Session, text: LegalText, *, at: datetime) -> list[Becoming]:
    """List what a running text could become, with the state that it would be in; nothing once its way has ended."""
    return _kinds(text, steps_of(session, text.id), at)


def _kinds(text: LegalText, steps: Sequence[Recorded], at: datetime) -> list[Becoming]:
    procedure = procedure_of(text)
    situation = fold(procedure, steps)
    if procedure.states[situation.state].is_end:
        return []
    targets = (version_on(kind, legal_day(at)) for kind in procedures() if kind != text.procedure)
    return [becoming(target, situation) for target in targets]


def becoming(target: Procedure, situation: Situation) -> Becoming:
    """Give where a text would go on as one of this kind: where it left it, if nothing moved it since."""
    left = left_as(target, situation)
    there = target.at(left.version) if left else target
    place = there.place_of(left.to_state) if left else None
    return Becoming(there, place or _place(there, situation))


def change_kind(
    session: Session,
    text: LegalText,
    kind: str,
    *,
    by: User,
    seen_step: int,
    on: PartialDate | None,
    reason: str,
    at: datetime,
    calendar: Calendar,
) -> Moved:
    """Record that a text is of another kind from now on; the caller commits.

    Its past stays what it was. Raises Stale, NotAllowed, and Unfit for a kind it cannot become, a missing `reason`, or
    a day `on` that is to come.
    """
    if not may(by, Right.CHANGE_PROCEDURES):
        raise NotAllowed(CHANGE)
    steps = lock(session, text, seen_step)
    chosen = _find(_kinds(text, steps, at), kind)
    if reasons := _faults(chosen, on, reason, at):
        raise Unfit(reasons)
    target = chosen.procedure if chosen else procedure_of(text)
    facts = {
        "kind": kind, "from": text.procedure, "to": target.version, "place": chosen.place if chosen else "",
        "reason": reason.strip(),
    }  # fmt: skip
    return record_change(session, text, facts, steps=steps, by=by, on=on, at=at, calendar=calendar)


def _find(known: Sequence[Becoming], kind: str) -> Becoming | None:
    return next((each for each in known if each.procedure.kind == kind), None)


def _faults(chosen: Becoming | None, on: PartialDate | None, reason: str, at: datetime) -> dict[str, str]:
    found = {}
    if chosen is None:
        found["kind"] = "Choisissez une autre nature ; un texte dont le parcours est achevé garde la sienne."
    if not reason.strip():
        found["reason"] = "Dites pourquoi le texte change de nature."
    if on and on.first_day > legal_day(at):
        found["on"] = "Cette date est dans l’avenir."
    return found


def _place(target: Procedure, situation: Situation) -> str:
    """Give the latest place of the text's own way that the other kind has too, or its beginning."""
    for done in reversed(situation.done):
        place = target.place_of(done.to_state)
        if place and not target.states[place].terminal:
            return place
    return target.initial
