"""Where texts on their way are: the phases in legal order, how many texts each has, and for how long."""

from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise

from models import UsualTime
from workflow.overview.running import Running
from workflow.overview.usual_times import UsualTimes
from workflow.procedure.model import Phase
from workflow.rulebook.files import procedures


@dataclass(frozen=True)
class Stretch:
    """One phase: its texts on their way; their median age there and the usual time in it, as last reckoned.

    `age` is None where no text was there on a day that is known, `usual` where fewer than five texts have left it.
    """

    phase: Phase
    texts: int
    age: UsualTime | None
    usual: UsualTime | None


@cache
def phases() -> tuple[Phase, ...]:
    """Give the phases of every kind of text in legal order: each after those that come before it in some procedure."""
    after: TopologicalSorter[str] = TopologicalSorter()
    known: dict[str, Phase] = {}
    for newest in procedures().values():
        for procedure in newest.siblings.values():
            known.update({code: procedure.phases[code] for code in procedure.path})
            for earlier, later in pairwise(procedure.path):
                after.add(later, earlier)
    return tuple(known[code] for code in after.static_order())


def pipeline(running: Running, usual: UsualTimes) -> list[Stretch]:
    """Tell of each phase what is kept; those without a text stand in their place."""
    return [
        Stretch(phase, running.phases.get(phase.code, 0), usual.age_in(phase.code), usual.of_phase(phase.code))
        for phase in phases()
    ]
