"""Groups of states: what "@name" stands for, where a move leaves from and where a deadline runs."""

from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from workflow.errors import BadProcedure
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Transition
from workflow.rulebook.parts import Parts, Place

_MARK = "@"
_Codes = Mapping[str, Collection[str]]
_Move = TypeVar("_Move", bound=Transition)


class Groups:
    """The groups that every kind shares; they remember which of them kinds use, and which states kinds have."""

    def __init__(self, shared: _Codes) -> None:
        """Take the groups of the vocabulary: codes of states, by the name of the group."""
        self._shared = shared
        self._used: set[str] = set()
        self._states: set[str] = set()

    def write_out(self, parts: Parts, own: _Codes) -> None:
        """Put states in the place of the groups that the moves and the deadlines of a kind name.

        A group of the kind's `own` comes before the shared one of that name. Of a shared group, the states that the
        kind does not have are left out. Raise BadProcedure for a group that is not declared, and for one of the kind's
        own that it does not use, or that has a state which it does not have.
        """
        states = [state.code for state in parts.states]
        members = {name: [code for code in states if code in codes] for name, codes in {**self._shared, **own}.items()}
        writing = _Writing(parts, members)
        parts.transitions = [writing.move(move) for move in parts.transitions]
        parts.records = [writing.move(move) for move in parts.records]
        parts.deadlines = [writing.rule(rule) for rule in parts.deadlines]
        for fault in _faults(own, writing.used, states):
            raise BadProcedure(f"{parts.kind_file} : {fault}")
        self._used |= writing.used - set(own)
        self._states.update(states)

    def faults(self) -> Iterator[str]:
        """Say in French which shared groups no kind used, and which of their states no kind has."""
        return _faults(self._shared, self._used, self._states)


class _Writing:
    def __init__(self, parts: Parts, members: Mapping[str, list[str]]) -> None:
        self._parts = parts
        self._members = members
        self.used: set[str] = set()

    def move(self, move: _Move) -> _Move:
        return move.model_copy(update={"sources": self._states((Transition, move.name), move.sources)})

    def rule(self, rule: DeadlineRule) -> DeadlineRule:
        return rule.model_copy(update={"runs_in": self._states((DeadlineRule, rule.code), rule.runs_in)})

    def _states(self, place: Place, written: tuple[str, ...]) -> tuple[str, ...]:
        states: list[str] = []
        for word in written:
            name = word.removeprefix(_MARK)
            if name == word:
                states.append(word)
                continue
            if name not in self._members:
                fault = f"« {place[1]} » cite le groupe d’états « {word} », qui n’est pas déclaré."
                raise BadProcedure(f"{self._parts.where(place)} : {fault}")
            self.used.add(name)
            states += self._members[name]
        return tuple(states)


def _faults(groups: _Codes, used: Collection[str], states: Collection[str]) -> Iterator[str]:
    for name, codes in groups.items():
        if name not in used:
            yield f"le groupe d’états « {name} » ne sert à rien : personne ne cite « {_MARK}{name} »."
        for code in codes:
            if code not in states:
                yield f"le groupe d’états « {name} » cite l’état « {code} », qui n’est pas déclaré."
