"""What a bench found: one line each on the terminal, and a JSON file for whoever compares runs."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One figure, and how many times that of its limit or peer it is."""

    name: str
    ratio: float
    against: str
    value: float
    unit: str


def line(figure: Figure) -> str:
    """Write a figure on one line: name, figure, limit or peer, ratio."""
    return f"{figure.name:<24} {figure.value:>12,.2f} {figure.unit:<8}  {figure.against:<52} x {figure.ratio:.3g}"


def write(figures: list[Figure], file: Path) -> None:
    """Write the figures to a JSON file."""
    file.write_text(json.dumps([asdict(figure) for figure in figures], indent=2, ensure_ascii=False) + "\n", "utf-8")


Clock = Callable[[], float]
Act = Callable[[], object]


def interleave(acts: dict[str, Act], rounds: int, *, clock: Clock = time.perf_counter) -> dict[str, float]:
    """Run each act once a round, and give the median seconds of each by `clock`.

    The acts take turns, so what disturbs the machine for a while disturbs all of them.
    """
    took: dict[str, list[float]] = {name: [] for name in acts}
    for act in acts.values():
        act()
    for _round in range(rounds):
        for name, act in acts.items():
            started = clock()
            act()
            took[name].append(clock() - started)
    return {name: statistics.median(seconds) for name, seconds in took.items()}
