"""Finds the legal path through what is known of an old file: the known steps, and those that must lie in between."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from itertools import count

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.facts import Facts
from workflow.history.fold import Situation, advance
from workflow.old_files.matching import CHAMBERS, Ahead, matches, votes_on_one_day
from workflow.old_files.milestones import Milestone, Plan, Planned, supposed
from workflow.old_files.search_costs import COSTS
from workflow.old_files.unknown_chambers import supposed_starts, without_guessed_chambers
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import reasons

# A step in between may be supposed only if it needs no words that nobody knows.
_SUPPOSABLE = frozenset({"chamber", "urgent", "reason"})


def plan(text: LegalText, situation: Situation, milestones: Sequence[Milestone]) -> Plan:
    """Find the likeliest legal path through the milestones in their order."""
    procedure = procedure_of(text)
    ways = [Plan((), start) for start in supposed_starts(procedure, situation)]
    horizon = _horizon(milestones)
    for place, milestone in enumerate(milestones):
        ahead = Ahead(milestone, place, horizon[place])
        ways = _reach(text, ways, ahead) or _best(_refuse(text, way, milestone, place) for way in ways)
    best = replace(ways[0], has_rival=ways[0].has_rival or any(_rivals(ways[0], other) for other in ways[1:]))
    return without_guessed_chambers(procedure, situation, _followed(procedure, best), milestones)


def _followed(procedure: Procedure, found: Plan) -> Plan:
    """Add what the law makes follow of itself from where the path leads: a decree-law published is to be ratified."""
    move = procedure.goes_on_by(found.situation.state)
    if move is None or not found.steps:
        return found
    step = Planned(move.name)
    after = advance(procedure, found.situation, supposed(found.situation, step))
    return replace(found, steps=(*found.steps, step), situation=after)


def _horizon(milestones: Sequence[Milestone]) -> list[PartialDate | None]:
    """Give, for each milestone, the earliest date among it and those after it: what comes before it is not later."""
    found: list[PartialDate | None] = []
    earliest: PartialDate | None = None
    for milestone in reversed(milestones):
        if milestone.on and (earliest is None or milestone.on.last_day < earliest.last_day):
            earliest = milestone.on
        found.append(earliest)
    return found[::-1]


def _rivals(one: Plan, other: Plan) -> bool:
    """Whether two ways that cost the same tell different things, beyond which chamber came first."""
    if one.cost != other.cost:
        return False
    return one.situation.state != other.situation.state or [s.move for s in one.steps] != [s.move for s in other.steps]


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


def _reach(text: LegalText, ways: Sequence[Plan], ahead: Ahead) -> list[Plan]:
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
        if here.steps and here.steps[-1].milestone == ahead.place:
            first = found.setdefault(mark, here)
            if _rivals(first, here):
                found[mark] = replace(first, has_rival=True)
            continue
        if mark in seen or len(here.steps) - len(ways[likelihood].steps) > COSTS.longest:
            continue
        seen.add(mark)
        for way in (*matches(text, procedure, here, ahead), *_suppose(text, procedure, here, ahead.by)):
            heappush(todo, (way.cost, likelihood, next(turn), way))
    return list(found.values())


def _suppose(text: LegalText, procedure: Procedure, here: Plan, by: PartialDate | None) -> Iterator[Plan]:
    for move, facts in _supposable(text, procedure, here.situation, by):
        step = Planned(move.name, facts=facts)
        after = advance(procedure, here.situation, supposed(here.situation, step))
        cost = _cost_of_supposing(move)
        if votes_on_one_day(move, by, before=here.situation, after=after):
            cost += COSTS.contradicted
        yield replace(here, steps=(*here.steps, step), situation=after, cost=here.cost + cost)


def _cost_of_supposing(move: Transition) -> int:
    if move.supposed in ("usually", "always"):
        return COSTS.step
    if move.is_aside:
        return COSTS.rare_step
    return COSTS.other_step if move.offered == "otherwise" else COSTS.step


def _place(situation: Situation) -> object:
    votes = tuple(sorted(situation.votes.items()))
    return situation.state, situation.chamber, situation.reading, situation.navette, votes


def _supposable(
    text: LegalText, procedure: Procedure, situation: Situation, by: PartialDate | None
) -> Iterator[tuple[Transition, Facts]]:
    for move in procedure.moves_from[situation.state]:
        if move.stays or move.supposed == "never" or not _SUPPOSABLE.issuperset(move.requires):
            continue
        if procedure.states[move.to].terminal:
            continue
        if reasons(ProposedMove(text, procedure, situation, move, by, None, Calendar()), move.when):
            continue
        if move.chamber == "asked":
            yield from ((move, {"chamber": chamber}) for chamber in CHAMBERS)
        else:
            yield move, {}
