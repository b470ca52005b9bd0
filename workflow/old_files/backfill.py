"""Finds the legal path through what is known of an old file: the known steps, and those that must lie in between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import count

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.conditions.parliament import is_in_chamber
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.facts import Facts
from workflow.history.fold import Situation, advance, other_chamber
from workflow.history.steps import Supposed
from workflow.old_files.search_costs import COSTS
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import reasons

# A step in between may be supposed only if it needs no words that nobody knows.
_SUPPOSABLE = frozenset({"chamber", "urgent", "reason"})
# What a file lacks today tells nothing of what happened then.
_OF_TODAY = frozenset({"has_arabic_title"})
_CHAMBERS = ("representants", "conseillers")


@dataclass(frozen=True)
class Milestone:
    """One thing known to have happened: the moves it can have been, the likeliest first, with its date and facts."""

    moves: tuple[str, ...]
    on: PartialDate | None = None
    facts: Facts = field(default_factory=dict)
    # A day by which it had happened for certain, where its own day is not known.
    known_on: date | None = None
    chamber: str | None = None
    # The chamber named is the one the text goes to, not the one where it is.
    crossing: bool = False
    reading: int = 0
    navette: int = 0
    # The moves that the words of its source speak for, where they speak for some.
    worded: frozenset[str] = frozenset()
    # The moves it can have been where nothing else fits.
    otherwise: tuple[str, ...] = ()
    # The reading that its source names; sources count readings in several ways.
    told_reading: int = 0


@dataclass(frozen=True)
class Planned:
    """One step of the path; `milestone` is the place of the milestone it tells, None for an inferred step."""

    move: str
    on: PartialDate | None = None
    facts: Facts = field(default_factory=dict)
    known_on: date | None = None
    milestone: int | None = None


@dataclass(frozen=True)
class Plan:
    """The path found, where it leads, and the milestones that no legal path reaches, each with the reason."""

    steps: tuple[Planned, ...]
    situation: Situation
    refused: dict[int, str] = field(default_factory=dict)
    cost: int = 0


def plan(text: LegalText, situation: Situation, milestones: Sequence[Milestone]) -> Plan:
    """Find the likeliest legal path through the milestones in their order."""
    ways = [Plan((), situation)]
    for place, milestone in enumerate(milestones):
        ways = _reach(text, ways, milestone, place) or _best(_refuse(text, way, milestone, place) for way in ways)
    return ways[0]


def _best(found: Iterable[Plan]) -> list[Plan]:
    kept: dict[object, Plan] = {}
    for way in sorted(found, key=lambda each: each.cost):
        kept.setdefault(_place(way.situation), way)
    return list(kept.values())


def _refuse(text: LegalText, way: Plan, milestone: Milestone, place: int) -> Plan:
    procedure = procedure_of(text)
    known = [procedure.moves[name].label_fr for name in milestone.moves if name in procedure.moves]
    state = procedure.states[way.situation.state].label_fr
    reason = f"« {known[0]} » ne peut pas être atteint depuis « {state} »." if known else "Aucune étape n’y correspond."
    return replace(way, refused=way.refused | {place: reason}, cost=way.cost + COSTS.left_out)


def _reach(text: LegalText, ways: Sequence[Plan], milestone: Milestone, place: int) -> list[Plan]:
    """Search the likeliest ways on to the milestone from every place at once, the cheapest first.

    The cheapest way to each place comes first; what stands at the same place later has nothing better to tell.
    """
    procedure = procedure_of(text)
    turn = count()
    # Of ways that cost the same, the one that was likelier so far goes first.
    todo = [(way.cost, likelihood, next(turn), way) for likelihood, way in enumerate(ways)]
    heapify(todo)
    seen: set[object] = set()
    found: dict[object, Plan] = {}
    while todo and len(found) < COSTS.ways:
        cost, likelihood, _turn, here = heappop(todo)
        if found and cost > next(iter(found.values())).cost + COSTS.detour:
            break
        mark = _place(here.situation)
        if here.steps and here.steps[-1].milestone == place:
            found.setdefault(mark, here)
            continue
        if mark in seen or len(here.steps) - len(ways[likelihood].steps) > COSTS.longest:
            continue
        seen.add(mark)
        for ahead in (*_matches(text, procedure, here, milestone, place=place), *_suppose(text, procedure, here)):
            heappush(todo, (ahead.cost, likelihood, next(turn), ahead))
    return list(found.values())


def _suppose(text: LegalText, procedure: Procedure, here: Plan) -> Iterator[Plan]:
    for move, facts in _supposable(text, procedure, here.situation):
        step = Planned(move.name, facts=facts)
        after = advance(procedure, here.situation, supposed(here.situation, step))
        yield replace(here, steps=(*here.steps, step), situation=after, cost=here.cost + _cost_of_supposing(move))


def _cost_of_supposing(move: Transition) -> int:
    if move.is_aside:
        return COSTS.rare_step
    return COSTS.other_step if move.offered == "otherwise" else COSTS.step


def _place(situation: Situation) -> object:
    votes = tuple(sorted(situation.votes.items()))
    return situation.state, situation.chamber, situation.reading, situation.navette, votes


def _matches(text: LegalText, procedure: Procedure, here: Plan, milestone: Milestone, *, place: int) -> Iterator[Plan]:
    costs = [(name, choice * COSTS.second_choice) for choice, name in enumerate(milestone.moves)]
    costs += [
        (name, COSTS.last_resort + choice * COSTS.second_choice) for choice, name in enumerate(milestone.otherwise)
    ]
    for name, cost_of_name in costs:
        move = procedure.moves.get(name)
        if move is None or here.situation.state not in move.sources:
            continue
        proposed = ProposedMove(text, procedure, here.situation, move, milestone.on, milestone.facts, Calendar())
        if reasons(proposed, move.when):
            continue
        of_then = [guard for guard in move.guards if guard not in _OF_TODAY]
        cost = here.cost + cost_of_name + (COSTS.contradicted if reasons(proposed, of_then) else 0)
        for facts in _placed(move, milestone):
            step = Planned(name, milestone.on, facts, milestone.known_on, place)
            after = advance(procedure, here.situation, supposed(here.situation, step))
            oddness = _oddness(procedure, milestone, move, before=here.situation, after=after)
            if oddness is not None:
                yield replace(here, steps=(*here.steps, step), situation=after, cost=cost + oddness)


def _placed(move: Transition, milestone: Milestone) -> Iterator[Facts]:
    """Give the facts of a milestone with the chamber that its move asks: the one told, or either."""
    if move.chamber not in ("asked", *_CHAMBERS) or "chamber" in milestone.facts:
        yield milestone.facts
    elif milestone.chamber:
        yield milestone.facts | {"chamber": milestone.chamber}
    elif move.chamber == "asked":
        yield from (milestone.facts | {"chamber": chamber} for chamber in _CHAMBERS)
    else:
        yield milestone.facts


def _oddness(
    procedure: Procedure, milestone: Milestone, move: Transition, *, before: Situation, after: Situation
) -> int | None:
    """Say how far this move is from what the milestone tells; None when it cannot be that one."""
    where = before if move.chamber in ("same", "none") else after
    if where.reading < milestone.reading or after.navette < milestone.navette:
        return None
    odd = COSTS.contradicted if milestone.worded and move.name not in milestone.worded else 0
    if where.chamber and milestone.told_reading not in (0, where.reading):
        odd += COSTS.loosely_told
    if milestone.chamber is None or move.chamber == "none":
        return odd
    if milestone.crossing:
        return odd if other_chamber(where.chamber) == milestone.chamber else odd + COSTS.loosely_told
    if where.chamber == milestone.chamber:
        return odd
    return None if is_in_chamber(procedure, move) else odd + COSTS.contradicted


def _supposable(text: LegalText, procedure: Procedure, situation: Situation) -> Iterator[tuple[Transition, Facts]]:
    for move in procedure.moves_from[situation.state]:
        if move.stays or procedure.states[move.to].terminal or not _SUPPOSABLE.issuperset(move.requires):
            continue
        if reasons(ProposedMove(text, procedure, situation, move, None, None, Calendar()), move.when):
            continue
        if move.chamber == "asked":
            yield from ((move, {"chamber": chamber}) for chamber in _CHAMBERS)
        else:
            yield move, {}


def supposed(situation: Situation, step: Planned) -> Supposed:
    """Give the step that would be written after `situation`."""
    return Supposed(
        situation.done[-1].number + 1, step.move, step.on, step.known_on, step.facts, step.milestone is None
    )
