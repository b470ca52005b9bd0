"""A procedure told phase by phase: who holds the text, what is recorded from where, within what time.

Each state, move and deadline has one place, so that whoever reads the whole reads it once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models import Role
from workflow.conditions.registry import conditions_fr, doubts_fr
from workflow.language.articles import of
from workflow.people.permissions import ROLES_FR
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Phase, State, Transition
from workflow.procedure.papers import papers
from workflow.rulebook.diagram import Sheet, value_fr
from workflow.sentences.places import any_body_fr

# What is of more phases than this is of none of them.
_MOST_PHASES = 2
_RUN = 3


@dataclass(frozen=True)
class Entry:
    """What people record at once: a move, or the outcomes of one question, named by `question_fr`."""

    question_fr: str
    moves: tuple[Transition, ...]

    @property
    def shared_fr(self) -> list[str]:
        """Word what every outcome is subject to."""
        return _terms_fr(*self._shared)

    def own_fr(self, move: Transition) -> list[str]:
        """Word what this move is subject to besides, then the papers that it makes."""
        conditions, doubts = self._shared
        own = [name for name in (*move.when, *move.guards) if name not in conditions]
        made = ", ".join(papers()[code].label_fr for code in move.produces)
        return [
            *_terms_fr(own, [name for name in move.doubts if name not in doubts]),
            *([f"produit : {made}"] if made else []),
        ]

    @property
    def shared_basis_fr(self) -> str:
        """Cite the legal basis of all the outcomes; empty where they differ."""
        cited = {move.cited_fr for move in self.moves}
        return cited.pop() if len(cited) == 1 else ""

    @property
    def _shared(self) -> tuple[list[str], list[str]]:
        if not self.question_fr:
            return [], []
        first, *others = self.moves
        conditions = [n for n in (*first.when, *first.guards) if all(n in (*m.when, *m.guards) for m in others)]
        return conditions, [name for name in first.doubts if all(name in move.doubts for move in others)]


@dataclass(frozen=True)
class Leaving:
    """What is recorded while a text stands in the same places."""

    places_fr: str
    entries: list[Entry]


@dataclass(frozen=True)
class Stretch:
    """One phase, or without a phase what several of them have in common.

    `rank` counts the phases of the path from 1, and is 0 for what is not on it. `holders` are the states by who holds
    the text there. `usual` is what leads on, `rare` what is of use now and then. `further` are the rights and waits
    that the rules of the chambers open, where they are many.
    """

    phase: Phase | None
    rank: int
    holders: dict[str, list[State]]
    usual: list[Leaving]
    rare: list[Leaving]
    deadlines: list[DeadlineRule]
    further: list[DeadlineRule]

    @property
    def rare_count(self) -> int:
        """Count the moves that are of use now and then."""
        return sum(len(entry.moves) for leaving in self.rare for entry in leaving.entries)


def stretches(sheet: Sheet) -> list[Stretch]:
    """Tell the phases in the order of the path, those that leave it, then what several have in common."""
    told = [_stretch(sheet, phase) for phase in sheet.all_phases if sheet.states(phase)]
    common = _stretch(sheet, None)
    return [*told, common] if common.usual or common.rare or common.deadlines else told


def home_of(sheet: Sheet, move: Transition) -> Phase | None:
    """Give the phase to which a move belongs, the first of two that it leaves from; None where it is of more."""
    return _first_of_few(sheet, move.sources)


def home_of_deadline(sheet: Sheet, rule: DeadlineRule) -> Phase | None:
    """Give the phase of which a deadline is the limit, else the first of two in which it runs; None where of more."""
    limited = [code for code, limit in sheet.procedure.limits.items() if limit == rule.code]
    return sheet.procedure.phases[limited[0]] if limited else _first_of_few(sheet, rule.runs_in)


def recorders(sheet: Sheet) -> list[tuple[str, list[str]]]:
    """Give who may record which moves: the roles, then the numbers of the moves, "1 à 4", "83"."""
    return [
        (roles_fr(roles), _runs_fr([sheet.numbers[move.name] for move in sheet.moves if move.roles == roles]))
        for roles in sheet.letters
    ]


def roles_fr(roles: Iterable[str]) -> str:
    """Name roles, in their order."""
    return ", ".join(ROLES_FR[Role(role)] for role in roles)


def _runs_fr(numbers: Sequence[int]) -> list[str]:
    """Write rising numbers, three and more that follow each other by the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [words for run in runs for words in (map(str, run) if len(run) < _RUN else [f"{run[0]} à {run[-1]}"])]


def extension_fr(rule: DeadlineRule) -> str:
    """Say by how much a deadline can be extended, as the latest law of each chamber has it; empty where it cannot."""
    latest = [value for of_move in rule.extensions.values() for value in {one.chamber: one for one in of_move}.values()]
    words = " ou ".join(dict.fromkeys(value_fr(rule, value) for value in latest))
    return f"prolongation possible {of(words)}" if words else ""


def _first_of_few(sheet: Sheet, codes: Iterable[str]) -> Phase | None:
    found = {sheet.procedure.states[code].phase for code in codes}
    return next(phase for phase in sheet.all_phases if phase.code in found) if len(found) <= _MOST_PHASES else None


def _stretch(sheet: Sheet, phase: Phase | None) -> Stretch:
    moves = [move for move in sheet.moves if home_of(sheet, move) == phase]
    rules = [rule for rule in sheet.procedure.deadlines.values() if home_of_deadline(sheet, rule) == phase]
    further = [rule for rule in rules if rule.nature == "rule" and rule.term != "limit"]
    return Stretch(
        phase=phase,
        rank=sheet.phases.index(phase) + 1 if phase in sheet.phases else 0,
        holders=_holders(sheet, phase),
        usual=_leavings(sheet, [move for move in moves if not move.is_aside]),
        rare=_leavings(sheet, [move for move in moves if move.is_aside]),
        deadlines=[rule for rule in rules if rule not in further],
        further=further,
    )


def _holders(sheet: Sheet, phase: Phase | None) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for state in sheet.states(phase) if phase else ():
        found.setdefault(any_body_fr(sheet.procedure, state.holder), []).append(state)
    return found


def _leavings(sheet: Sheet, moves: Iterable[Transition]) -> list[Leaving]:
    """Group moves by where they leave from, then by the question that they answer."""
    grouped: dict[str, dict[str, list[Transition]]] = {}
    for move in moves:
        question = sheet.procedure.events[move.event].label_fr if move.event else ""
        grouped.setdefault(sheet.places(move), {}).setdefault(question or f"={move.name}", []).append(move)
    return [
        Leaving(places, [Entry("" if key.startswith("=") else key, tuple(found)) for key, found in entries.items()])
        for places, entries in grouped.items()
    ]


def _terms_fr(conditions: Iterable[str], doubts: Iterable[str]) -> list[str]:
    told = {"si :": conditions_fr(conditions), "à confirmer sinon :": doubts_fr(doubts)}
    return [f"{label} {words}" for label, words in told.items() if words]
