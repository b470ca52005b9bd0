"""Puts milestones in the order in which they happened, where a source tells them in another."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from models import LegalText, PartialDate
from workflow.history.fold import Situation
from workflow.old_files.backfill import plan
from workflow.old_files.milestones import Milestone, Plan
from workflow.old_files.search_costs import COSTS

_Order = list[int]
_Found = tuple[int, _Order, Plan]


def order(text: LegalText, start: Situation, milestones: Sequence[Milestone]) -> tuple[_Order, Plan]:
    """Find the likeliest order and the path in it: as told, by date, or with single milestones moved."""

    def found(places: _Order) -> _Found:
        path = plan(text, start, [milestones[place] for place in places])
        # A milestone stands before one with an earlier date: dates are wrong now and then.
        cost = path.cost + COSTS.contradicted * _misplaced([milestones[place].on for place in places])
        return cost, places, path

    told = list(range(len(milestones)))
    dated = by_date([milestone.on for milestone in milestones])
    best = found(told)
    if dated != told:
        best = min(best, found(dated), key=_cost)
    better: _Found | None = best
    while better:
        best = better
        better = next((other for other in map(found, _others(best, milestones)) if _is_better(other, best)), None)
    return best[1], best[2]


def _cost(found: _Found) -> int:
    return found[0]


def _is_better(other: _Found, best: _Found) -> bool:
    return other[0] + COSTS.other_order <= best[0]


def _misplaced(days: Sequence[PartialDate | None]) -> int:
    """Count the milestones to take away so that the others stand in the order of their dates."""
    tails: list[tuple[int, int, int]] = []
    known = [day for day in days if day]
    for day in known:
        # A day known to the month stands well anywhere in it.
        first, last = day.first_day.timetuple()[:3], day.last_day.timetuple()[:3]
        place = bisect_right(tails, last)
        reached = max(first, tails[place - 1]) if place else first
        if place == len(tails):
            tails.append(reached)
        else:
            tails[place] = min(tails[place], reached)
    return len(known) - len(tails)


def by_date(days: Sequence[PartialDate | None]) -> list[int]:
    """Give the places of what happened on these days, first what certainly came first.

    What has no date stays behind what it is told after; dates that may be the same day keep their order.
    """
    groups: list[tuple[PartialDate | None, _Order]] = []
    for place, day in enumerate(days):
        if day is None and groups:
            groups[-1][1].append(place)
        else:
            groups.append((day, [place]))
    places: _Order = []
    while groups:
        first = next(each for each, (day, _places) in enumerate(groups) if not _is_preceded(day, groups))
        places += groups.pop(first)[1]
    return places


def _is_preceded(day: PartialDate | None, groups: list[tuple[PartialDate | None, _Order]]) -> bool:
    return day is not None and any(other is not None and other.last_day < day.first_day for other, _places in groups)


def _others(best: _Found, milestones: Sequence[Milestone]) -> Iterator[_Order]:
    """Give the orders worth trying: a milestone without a place put elsewhere, two of one time exchanged."""
    _cost_of_it, places, path = best
    for at in path.refused:
        rest = places[:at] + places[at + 1 :]
        yield from ([*rest[:to], places[at], *rest[to:]] for to in range(len(places)) if to != at)
    for at in range(len(places) - 1):
        one, other = milestones[places[at]].on, milestones[places[at + 1]].on
        if one and one == other:
            yield [*places[:at], places[at + 1], places[at], *places[at + 2 :]]
