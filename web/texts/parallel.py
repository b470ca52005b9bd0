"""What others say of a text while it goes on, as its page shows it: observations, opinions, signatures, few of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from workflow.history.fold import Situation
from workflow.history.observations import Observation, observations
from workflow.history.opinions import Opinion, opinions
from workflow.history.signatures import Signature, signatures

# So many rows of a register stand on the page of a text; the others are a link away.
_MOST = 10
_MOST_OBSERVATIONS = 5
# Up to so many observations are not folded, and what becomes of them is not drawn.
_FEW = 3

Row = TypeVar("Row")


@dataclass(frozen=True)
class Rows(Generic[Row]):
    """The rows of a register: those that still await something, those that are settled, and which of them are shown."""

    awaited: Sequence[Row]
    settled: Sequence[Row]
    shown: Sequence[Row]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.awaited) + len(self.settled)

    @property
    def has_more(self) -> bool:
        """Whether some are not shown."""
        return len(self.shown) < self.count


@dataclass(frozen=True)
class Observations(Rows[Observation]):
    """The observations on a text: those about which nothing is decided, then those that have an answer."""

    @property
    def shown_open(self) -> list[Observation]:
        """Those shown that await a decision."""
        return [each for each in self.shown if each.is_open]

    @property
    def shown_settled(self) -> list[Observation]:
        """Those shown that have an answer."""
        return [each for each in self.shown if not each.is_open]

    @property
    def is_folded(self) -> bool:
        """Whether those that have an answer are seen once asked for."""
        return bool(self.awaited) or len(self.settled) > _FEW

    @property
    def is_drawn(self) -> bool:
        """Whether what becomes of them all is drawn: there are several, and something was decided."""
        return self.count > _FEW and bool(self.settled)

    @property
    def open_share(self) -> float:
        """The share of those that await a decision, in percent of all."""
        return round(len(self.awaited) / self.count * 100, 1)

    @property
    def positions(self) -> list[tuple[str, int]]:
        """What was decided, in the order of its codes, with how many observations each."""
        decided = sorted(each.position or "" for each in self.settled)
        return [(position, len(list(group))) for position, group in groupby(decided)]


@dataclass(frozen=True)
class Parallel:
    """The three registers that the page of a text shows by itself."""

    observations: Observations
    opinions: Rows[Opinion]
    signatures: Rows[Signature]


def parallel(situation: Situation) -> Parallel:
    """Sort what the steps of a text tell of them: what is awaited first, save signatures, which keep their order."""
    remarks, signed = observations(situation), signatures(situation)
    undecided, decided = _parted(remarks, lambda each: each.is_open)
    unanswered, answered = _parted(opinions(situation), lambda each: not each.answered)
    unsigned, given = _parted(signed, lambda each: each.signed is None)
    shown = [*undecided[:_MOST_OBSERVATIONS], *decided[:_MOST_OBSERVATIONS]]
    return Parallel(
        Observations(undecided, decided, shown),
        Rows(unanswered, answered, [*unanswered, *answered][:_MOST]),
        Rows(unsigned, given, signed[:_MOST]),
    )


def _parted(rows: Sequence[Row], is_awaited: Callable[[Row], bool]) -> tuple[list[Row], list[Row]]:
    """Part the rows that await something from the others, each in their order."""
    return [row for row in rows if is_awaited(row)], [row for row in rows if not is_awaited(row)]
