"""Where a text stood on any past day, as far as is known today."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from workflow.calendar.time_zone import legal_day
from workflow.history.entries import BATCH
from workflow.history.fold import ASIDE, Situation, fold, origin
from workflow.history.steps import AnyStep
from workflow.history.what_counts import effective
from workflow.procedure.model import Procedure


def steps_on(steps: Iterable[AnyStep], day: date) -> list[AnyStep]:
    """Keep what had happened by the end of `day`, as far as is known today.

    A step whose very day is not known happened at the latest on the last day it can be, on the day its source knew
    of it, or on the day of the next step; one that nothing dates, when it was written down. Later corrections count.
    Of a batch, the items of that day are kept, whenever they were recorded.
    """
    counting = effective(steps)
    # What we do to our own file is done on any day: what follows one in the history may have happened long before.
    kept = [step for step in counting if step.move not in ASIDE or (step.move != BATCH and _latest(step) <= day)]
    latest = [_latest(step) for step in kept]
    for place in range(len(kept) - 2, -1, -1):
        on = kept[place].on
        if on is None or not on.is_full:
            latest[place] = min(latest[place], latest[place + 1])
    count = next((place for place, last in enumerate(latest) if last > day), len(kept))
    batches = [there for step in counting if step.move == BATCH and (there := _items_on(step, day))]
    return sorted([*kept[:count], *batches], key=lambda step: step.number) if count else []


def _items_on(batch: AnyStep, day: date) -> AnyStep | None:
    """Give a batch with what was done to its items by the end of `day`; None where that is nothing."""
    if not batch.entries:
        return batch if _latest(batch) <= day else None
    recorded = _latest(batch)
    entries = tuple(each for each in batch.entries if (each.on.last_day if each.on else recorded) <= day)
    return replace(batch, entries=entries) if entries else None


def _latest(step: AnyStep) -> date:
    if step.on and step.on.is_full:
        return step.on.last_day
    known = [day for day in (step.on and step.on.last_day, step.known_on) if day]
    return min(known, default=legal_day(step.at))


def situation_on(procedure: Procedure, steps: Iterable[AnyStep], day: date) -> Situation | None:
    """Give where the text stood at the end of `day`, or None if it was not opened yet."""
    whole = list(steps)
    kept = steps_on(whole, day)
    return fold(origin(procedure, whole), kept) if kept else None
