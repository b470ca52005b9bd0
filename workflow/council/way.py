"""From where the Government Council is still ahead in a procedure, and what stands between."""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedures

# The event that the decisions of the Council answer, and the milestones of what comes before.
EVENT = "council"
DISTRIBUTION = "distribution"
AGENDA = "agenda"


@dataclass(frozen=True)
class Way:
    """The states of one procedure from which the Council's decision is still ahead.

    `moves_left` counts the moves up to the agenda; `distributed` are those that ask for no distribution any more;
    `ready` are those of files that have left the ministry, or that the next move sends.
    """

    agenda: frozenset[str]
    moves_left: Mapping[str, int]
    distributed: frozenset[str]
    ready: frozenset[str]

    def leads_on(self, state: str, move: Transition) -> bool:
        """Whether the move brings a text of that state nearer to the agenda."""
        here, there = self.moves_left.get(state), self.moves_left.get(move.to)
        return not move.is_aside and here is not None and there is not None and there < here


def way_of(procedure: Procedure) -> Way:
    """Read the way to the Council from the moves of a procedure; one without a Council has none.

    Rare moves are left out, and the stages after that of the Council: a text that comes back from them is on its way
    only once it has come back.
    """
    agenda = frozenset(
        state for move in procedure.transitions if move.event == EVENT and not move.stays for state in move.sources
    )
    left = _moves_left(procedure, agenda, lambda _move: True)
    sent = procedure.path[0] if procedure.path else ""
    outside = {code for code in left if procedure.states[code].phase != sent}
    leaving = {
        state for move in procedure.transitions if move.to in outside and not move.is_aside for state in move.sources
    }
    return Way(
        agenda,
        left,
        frozenset(_moves_left(procedure, agenda, lambda move: move.milestone != DISTRIBUTION)),
        frozenset(outside | leaving) & left.keys(),
    )


@cache
def ways() -> Mapping[tuple[str, str], Way]:
    """Give the way of each procedure that has a Council, by its kind and its version."""
    versions = (each for newest in procedures().values() for each in newest.siblings.values())
    found = {(each.kind, each.version): way_of(each) for each in versions}
    return MappingProxyType({key: way for key, way in found.items() if way.agenda})


@cache
def council_moves() -> frozenset[str]:
    """Name the decisions of the Council in every procedure, all versions taken together."""
    versions = (each for newest in procedures().values() for each in newest.siblings.values())
    return frozenset(move.name for each in versions for move in each.transitions if move.event == EVENT)


def _moves_left(procedure: Procedure, goals: frozenset[str], counts: Callable[[Transition], bool]) -> dict[str, int]:
    stages = _stages_before(procedure, goals)
    left = dict.fromkeys(goals, 0)
    todo = deque(goals)
    while todo:
        reached = todo.popleft()
        for move in procedure.transitions:
            if move.to != reached or move.is_aside or not counts(move):
                continue
            for state in move.sources:
                if state not in left and procedure.states[state].phase in stages:
                    left[state] = left[reached] + 1
                    todo.append(state)
    return left


def _stages_before(procedure: Procedure, goals: frozenset[str]) -> set[str]:
    ends = [procedure.path.index(procedure.states[state].phase) for state in goals]
    return set(procedure.path[: max(ends, default=-1) + 1])
