"""Writer processes of three kinds beside one another: ours, the raw driver, Django with django-fsm-2.

Each works on its own copy of the same database, on texts of its own. A raw writer sends the very statements that our
`fire()` was seen to send on a third copy, with the same parameters.
"""

import multiprocessing
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.synchronize import Barrier
from uuid import UUID

# The follow-up of a text in drafting is suspended and taken up again: each time its three clocks turn.
MOVES = ("suspend", "resume")
SIDES = {"ours": "bench.side_ours", "raw": "bench.side_raw", "django": "bench.side_django"}
_WARM = 5
_PATIENCE = 300


@dataclass(frozen=True)
class Place:
    """Where a writer works: its database, another copy where what it will do can be tried, its texts, its person."""

    url: str
    trial_url: str
    texts: tuple[UUID, ...]
    by: UUID


Mover = Callable[[UUID, str], None]


def moves_per_second(side: str, places: list[Place]) -> float:
    """Let a process work at each place, all at once, and give the moves a second of all together, by the wall."""
    context = multiprocessing.get_context("spawn")
    barrier, times = context.Barrier(len(places)), context.Queue()
    writers = [context.Process(target=_write, args=(side, place, barrier, times)) for place in places]
    for writer in writers:
        writer.start()
    spans = [times.get(timeout=_PATIENCE) for _writer in writers]
    for writer in writers:
        writer.join()
    if failed := [span for span in spans if isinstance(span, str)]:
        raise RuntimeError(f"{side}: {failed[0]}")
    seconds = max(end for _start, end, _moves in spans) - min(start for start, _end, _moves in spans)
    return sum(moves for _start, _end, moves in spans) / seconds


def _write(side: str, place: Place, barrier: Barrier, times: "multiprocessing.Queue[object]") -> None:
    try:
        times.put(_work(side, place, barrier))
    except Exception as error:  # noqa: BLE001 - told by the process that waits
        barrier.abort()
        times.put(repr(error))


def _work(side: str, place: Place, barrier: Barrier) -> tuple[float, float, int]:
    warm, rest = place.texts[:_WARM], place.texts[_WARM:]
    work = [(text, name) for texts in (warm, rest) for name in MOVES for text in texts]
    mover: Mover = import_module(SIDES[side]).mover(place, work)
    turned = len(MOVES) * len(warm)
    for text, name in work[:turned]:
        mover(text, name)
    barrier.wait(_PATIENCE)
    started = time.perf_counter()
    for text, name in work[turned:]:
        mover(text, name)
    return started, time.perf_counter(), len(work) - turned


def compare(places: Callable[[str], list[Place]], rounds: int) -> dict[str, float]:
    """Let the sides take turns, each round on fresh places of a side's own; give the median moves a second of each."""
    found: dict[str, list[float]] = {side: [] for side in SIDES}
    for _round in range(rounds):
        for side, rates in found.items():
            rates.append(moves_per_second(side, places(side)))
    return {side: statistics.median(rates) for side, rates in found.items()}
