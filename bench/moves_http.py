"""Moves sent to `flask serve` by 16 clients at once, on different texts, beside an older checkout or the sign-in page.

BASELINE names the older checkout; both servers run, and take turns. The pages that the forms stand on are read before
the clock starts: what is timed is the moves themselves.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from bench.check import ROOT
from bench.http_client import Client, Form
from bench.product import DAY
from bench.report import Figure
from bench.served import serving
from bench.writers import MOVES

_CLIENTS = 16
_TEXTS = 64
_TURNS = 6
_SECONDS = 10
_ON = {"on_day": str(DAY.day), "on_month": str(DAY.month), "on_year": str(DAY.year)}
_ANSWER = {"answer_by_day": "1", "answer_by_month": "6", "answer_by_year": str(DAY.year + 1)}
_FACTS = {"suspend": {"reason": "Arbitrage attendu"}, "resume": {}}
_BEFORE = [("assign_drafter", {}), *(("ask_opinion", {"body": f"Département {rank}"} | _ANSWER) for rank in range(3))]


@dataclass(frozen=True)
class _Burst:
    """What one burst of requests took: how many a second, and each one's seconds."""

    rate: float
    seconds: list[float]


class _Side:
    """One server with texts in drafting, each with three clocks."""

    def __init__(self, client: Client) -> None:
        """Open the texts, and bring them to where they can be moved to and fro."""
        self.client = client
        self.turn = cycle(MOVES)
        with ThreadPoolExecutor(_CLIENTS) as pool:
            self.texts = list(pool.map(self._open, range(_TEXTS)))

    def _open(self, rank: int) -> str:
        client = Client(self.client.host, self.client.port, dict(self.client.cookies))
        typed = {"procedure": "decret", "title_fr": f"Projet de décret du banc d’essai, dossier {rank}"} | _ON
        text = client.post(client.form("/texts/new", typed))
        for name, facts in _BEFORE:
            client.post(client.form(f"{text}/moves/{name}", {**_ON, **facts}))
        return text

    def move_all(self) -> _Burst:
        """Move every text once."""
        name = next(self.turn)
        with ThreadPoolExecutor(_CLIENTS) as pool:
            address = [f"{text}/moves/{name}" for text in self.texts]
            forms = list(pool.map(lambda each: self.client.form(each, {**_ON, **_FACTS[name]}), address))
            return _burst(pool, self._post, forms)

    def _post(self, form: Form) -> None:
        Client(self.client.host, self.client.port, dict(self.client.cookies)).post(form)

    def read_all(self) -> _Burst:
        """Read the sign-in page as often."""
        with ThreadPoolExecutor(_CLIENTS) as pool:
            return _burst(pool, lambda page: Client(self.client.host, self.client.port).send("GET", page),
                          ["/sign-in"] * _TEXTS)  # fmt: skip


def _burst(pool: ThreadPoolExecutor, act: Callable[..., object], work: Sequence[object]) -> _Burst:
    def timed(each: object) -> float:
        started = time.perf_counter()
        act(each)
        return time.perf_counter() - started

    started = time.perf_counter()
    seconds = list(pool.map(timed, work))
    return _Burst(len(work) / (time.perf_counter() - started), seconds)


def figures() -> Iterator[Figure]:
    """Let ours and the other take turns, for about ten seconds of moves."""
    baseline = os.environ.get("BASELINE")
    with ExitStack() as stack:
        ours = _Side(stack.enter_context(serving(ROOT)))
        other = _Side(stack.enter_context(serving(Path(baseline)))).move_all if baseline else ours.read_all
        found = _turns(ours.move_all, other)
    (rate, p99), (limit, limit_p99) = (_told(bursts) for bursts in found)
    words = "the older checkout" if baseline else "the sign-in page of the same server"
    yield Figure("moves_http", rate / limit, f"{words}, {limit:.0f}/s", rate, "moves/s")
    yield Figure("moves_http_p99", p99 / limit_p99, f"{words}, {limit_p99 * 1000:.0f} ms", p99 * 1000, "ms")


def _turns(ours: Callable[[], _Burst], other: Callable[[], _Burst]) -> tuple[list[_Burst], list[_Burst]]:
    found: tuple[list[_Burst], list[_Burst]] = ([], [])
    ours(), other()
    until = time.monotonic() + 4 * _SECONDS
    while len(found[0]) < _TURNS and time.monotonic() < until:
        for bursts, act in zip(found, (ours, other), strict=True):
            bursts.append(act())
    return found


def _told(bursts: list[_Burst]) -> tuple[float, float]:
    """Give the median requests a second of the bursts, and the seconds that 99 of 100 requests stay under."""
    return statistics.median(burst.rate for burst in bursts), statistics.quantiles(
        [second for burst in bursts for second in burst.seconds], n=100
    )[98]
