"""How long a text stayed where it was: in each state and each phase, between two steps whose days are known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from models import Measure
from workflow.history.fold import CHANGE, Done, Situation
from workflow.procedure.model import Procedure
from workflow.sentences.path import days_since

# What a place is: steps that lead to one and the same are one stay.
_Place = Callable[[Procedure, Done], tuple[object, ...]]


@dataclass(frozen=True)
class Stay:
    """One stay that is over, or for an age the one that goes on: where, as a text of which kind, how many days."""

    measure: Measure
    place: str
    kind: str
    days: int


def stays(procedure: Procedure, situation: Situation, *, on: date) -> Iterator[Stay]:
    """Give the stays of a text that are over, in its states and in its phases, and its age in its phase on day `on`.

    A stay counts only where both steps around it are told to the day, neither deduced nor a change of procedure, whose
    day says nothing of the text. A text whose way has ended has no age.
    """
    yield from _over(procedure, situation, Measure.STATE, _state)
    yield from _over(procedure, situation, Measure.PHASE, _phase)
    if not procedure.states[situation.state].is_end:
        entered = _entries(procedure, situation, _phase)[-1]
        days = days_since(entered.on, on) if _is_told(entered) else None
        if days is not None:
            yield Stay(Measure.AGE, procedure.states[situation.state].phase, procedure.kind, days)


def _over(procedure: Procedure, situation: Situation, measure: Measure, place: _Place) -> Iterator[Stay]:
    for entered, left in pairwise(_entries(procedure, situation, place)):
        if _is_told(entered) and _is_told(left) and left.on:
            days = days_since(entered.on, left.on.first_day)
            if days is not None:
                yield Stay(measure, str(place(_then(procedure, entered), entered)[0]), entered.kind, days)


def _entries(procedure: Procedure, situation: Situation, place: _Place) -> list[Done]:
    """Give the steps by which the text came to another place, the opening first."""
    found: list[Done] = []
    last: tuple[object, ...] = ()
    for done in situation.done:
        here = place(_then(procedure, done), done)
        if here != last:
            found.append(done)
        last = here
    return found


def _then(procedure: Procedure, done: Done) -> Procedure:
    return procedure.at(done.version, done.kind)


def _is_told(done: Done) -> bool:
    deduced = done.inferred or done.facts.get("certainty") == "derived"
    return done.move != CHANGE and not deduced and done.on is not None and done.on.is_full


def _state(_procedure: Procedure, done: Done) -> tuple[object, ...]:
    return done.to_state, done.chamber, done.reading, done.navette


def _phase(procedure: Procedure, done: Done) -> tuple[object, ...]:
    return (procedure.states[done.to_state].phase,)
