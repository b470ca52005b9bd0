"""Finds the legal path through the few milestones that are known of an old file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from heapq import heappop, heappush
from itertools import count
from uuid import UUID

from models import LegalText, PartialDate, Step
from workflow.calendar import Calendar
from workflow.errors import Refused
from workflow.facts import Facts
from workflow.guards import Attempt
from workflow.history import Situation, advance
from workflow.procedure import Procedure, Transition
from workflow.procedure_files import procedures
from workflow.prospects import reasons

_NEVER = datetime.min.replace(tzinfo=UTC)
# A step in between may be supposed only if it needs no words that nobody knows.
_SUPPOSABLE = frozenset({"chamber"})
_FARTHEST = 40


@dataclass(frozen=True)
class Milestone:
    """One thing known to have happened: a move, its date if known, its facts."""

    move: str
    on: PartialDate | None = None
    facts: Facts = field(default_factory=dict)
    # A day by which it had happened for certain.
    known_on: date | None = None
    chamber: str | None = None
    inferred: bool = False


def plan(text: LegalText, situation: Situation, milestones: Sequence[Milestone]) -> list[Milestone]:
    """Give the milestones with the steps in between, inferred and undated; raise Refused for one out of reach."""
    procedure = procedures()[text.procedure]
    steps: list[Milestone] = []
    for place, milestone in enumerate(milestones):
        chambers = (each.chamber or each.facts.get("chamber") for each in milestones[place:])
        chamber = next(filter(None, chambers), "representants")
        found = _shortest(text, situation, milestone, chamber)
        if found is None:
            label = procedure.moves[milestone.move].label_fr if milestone.move in procedure.moves else milestone.move
            state = procedure.states[situation.state].label_fr
            raise Refused([f"« {label} » ne peut pas être atteint depuis « {state} »."])
        for each in found:
            situation = advance(procedure, situation, _step(text.id, situation, each))
        steps += found
    return steps


def _shortest(text: LegalText, start: Situation, milestone: Milestone, chamber: str) -> list[Milestone] | None:
    """Search the likeliest way: the ranks of the moves are their costs."""
    procedure = procedures()[text.procedure]
    turn = count()
    todo: list[tuple[int, int, Situation, list[Milestone]]] = [(0, next(turn), start, [])]
    seen = set()
    while todo:
        cost, _turn, situation, way = heappop(todo)
        if _fits(text, procedure, situation, milestone):
            return [*way, milestone]
        place = (situation.state, situation.chamber, situation.reading, tuple(sorted(situation.votes.items())))
        if place in seen or len(way) > _FARTHEST:
            continue
        seen.add(place)
        for move in _supposable(text, procedure, situation):
            step = Milestone(move.name, facts={"chamber": chamber} if "chamber" in move.requires else {}, inferred=True)
            after = advance(procedure, situation, _step(text.id, situation, step))
            heappush(todo, (cost + move.rank, next(turn), after, [*way, step]))
    return None


def _fits(text: LegalText, procedure: Procedure, situation: Situation, milestone: Milestone) -> bool:
    move = procedure.moves.get(milestone.move)
    if move is None or situation.state not in move.sources:
        return False
    asked = move.chamber == "asked"
    if milestone.chamber and not asked and situation.chamber != milestone.chamber:
        return False
    return not reasons(_attempt(text, procedure, situation, move), move.when)


def _supposable(text: LegalText, procedure: Procedure, situation: Situation) -> Iterator[Transition]:
    for move in procedure.moves_from[situation.state]:
        if move.stays or procedure.states[move.to].terminal or not _SUPPOSABLE.issuperset(move.requires):
            continue
        if not reasons(_attempt(text, procedure, situation, move), move.when):
            yield move


def _attempt(text: LegalText, procedure: Procedure, situation: Situation, move: Transition) -> Attempt:
    return Attempt(text, procedure, situation, move, None, None, Calendar())


def _step(text_id: UUID, situation: Situation, milestone: Milestone) -> Step:
    return Step(text_id=text_id, number=situation.done[-1].number + 1, move=milestone.move, on=milestone.on,
                known_on=milestone.known_on, facts=milestone.facts, inferred=milestone.inferred, at=_NEVER)  # fmt: skip
