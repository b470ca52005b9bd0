"""The picture of a procedure, as graphs for Graphviz, one for each phase, drawn from the data that the engine runs.

Moves are numbered: the numbers stand on the arrows, and lead to the list of the moves, with who may record each, on
what conditions and on what legal basis.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby
from string import ascii_uppercase

from workflow.calendar.durations import duration_fr
from workflow.calendar.words import day_short_fr
from workflow.language.articles import of
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Phase, Procedure, State, Transition
from workflow.procedure.values import Length
from workflow.sentences.places import any_body_fr, chamber_fr

# A deadline that runs in more places than this is told once, beside the picture.
_MOST_PLACES = 6
# So many whole phases are named one by one.
_MOST_PHASES = 2
_INK, _SOFT, _GO, _LINE = "#1b2320", "#59635e", "#0c5a3e", "#9b988e"
# What is said of a deadline that is no limit of the law.
_WHOSE_FR = {"law": "", "rule": " (règlement)", "practice": " (repère)"}
_HEAD = f"""  graph [rankdir=TB, fontname="Arial", fontsize=15, labelloc=t, labeljust=l, nodesep=0.25, ranksep=0.4,
    pad=0.1, bgcolor="transparent", fontcolor="{_SOFT}"];
  node [shape=box, style="rounded,filled", fillcolor="white", color="{_LINE}", fontname="Arial", fontsize=12,
    margin="0.14,0.07"];
  edge [color="{_GO}", fontname="Arial", fontsize=10, fontcolor="{_GO}", arrowsize=0.7];"""


@dataclass(frozen=True)
class Sheet:
    """What the picture of one procedure shows, and the numbers of its moves."""

    procedure: Procedure

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number the moves in the order of the path: first those that lead on, then those that leave it or stay."""
        places = list(self.procedure.states)
        ordered = sorted(
            self.procedure.transitions,
            key=lambda move: (move.stays, self._is_aside(move.to), min(map(places.index, move.sources), default=0)),
        )
        return {move.name: number for number, move in enumerate(ordered, start=1)}

    @cached_property
    def phases(self) -> list[Phase]:
        """The phases in the order of the path, without those that a text enters by leaving it."""
        known = self.procedure.phases
        order = dict.fromkeys((*self.procedure.path, *known))
        return [known[code] for code in order if not known[code].aside]

    @property
    def all_phases(self) -> list[Phase]:
        """The phases in the order of the path, then those that a text enters by leaving it."""
        return [*self.phases, *(phase for phase in self.procedure.phases.values() if phase.aside)]

    def states(self, phase: Phase) -> list[State]:
        """List the states of a phase."""
        return [state for state in self.procedure.states.values() if state.phase == phase.code]

    def deadlines(self, state: State) -> list[DeadlineRule]:
        """List the deadlines that run in that state, without those that can run nearly everywhere."""
        rules = self.procedure.deadlines.values()
        return [rule for rule in rules if state.code in rule.runs_in and len(rule.runs_in) <= _MOST_PLACES]

    @property
    def moves(self) -> list[Transition]:
        """List the moves by their numbers."""
        return sorted(self.procedure.transitions, key=lambda move: self.numbers[move.name])

    @property
    def groups(self) -> list[tuple[str, list[Transition]]]:
        """Give the moves by what they do: lead on, leave the path, stay; a group without a move is left out."""
        found = [
            ("Étapes", [move for move in self.moves if self.draws(move)]),
            ("Sorties du parcours", [move for move in self.moves if not move.stays and not self.draws(move)]),
            ("Enregistrements", [move for move in self.moves if move.stays]),
        ]
        return [(heading, moves) for heading, moves in found if moves]

    @cached_property
    def letters(self) -> dict[tuple[str, ...], str]:
        """Give a letter to every set of roles that may record the same moves."""
        sets = dict.fromkeys(move.roles for move in self.procedure.transitions)
        return dict(zip(sets, ascii_uppercase, strict=False))

    def places(self, move: Transition) -> str:
        """Say from where a move leaves: its states, or its phases where it leaves from all of their states."""
        return self.places_of(move.sources)

    def places_of(self, codes: Iterable[str]) -> str:
        """Name these states, or their phases where all the states of one are among them, ends left aside."""
        states, sources = self.procedure.states, set(codes)
        if sources >= {code for code, state in states.items() if not state.terminal}:
            return "partout"
        words: list[str] = []
        for is_whole, found in groupby(filter(self._living, self.all_phases), lambda each: self._fills(each, sources)):
            phases = [*found]
            left = [state.label_fr for phase in phases for state in self._living(phase) if state.code in sources]
            words += self._whole_fr(phases) if is_whole else left
        ends = [state.label_fr for code, state in states.items() if code in sources and state.terminal]
        return " ; ".join([*words, *ends])

    def _living(self, phase: Phase) -> list[State]:
        return [state for state in self.states(phase) if not state.terminal]

    def _fills(self, phase: Phase, sources: set[str]) -> bool:
        return sources >= {state.code for state in self._living(phase)}

    def _whole_fr(self, phases: list[Phase]) -> list[str]:
        """Name phases that follow each other: the first and the last of many, the only state of one."""
        if len(phases) > _MOST_PHASES:
            return [f"de la phase « {phases[0].label_fr} » à la phase « {phases[-1].label_fr} »"]
        alone = {phase.code: states[0].label_fr for phase in phases if len(states := self._living(phase)) == 1}
        return [alone.get(phase.code, f"toute la phase « {phase.label_fr} »") for phase in phases]

    def draws(self, move: Transition) -> bool:
        """Whether a move is an arrow: it leads elsewhere, and not out of the path."""
        return not move.stays and not self._is_aside(move.to)

    def _is_aside(self, state: str) -> bool:
        return state != "=" and self.procedure.phases[self.procedure.states[state].phase].aside


def length_fr(rule: DeadlineRule) -> str:
    """Word the length of a deadline rule as the latest law has it, or its lengths where the chambers differ."""
    return " ou ".join(dict.fromkeys(value_fr(rule, value) for value in rule.latest))


def value_fr(rule: DeadlineRule, value: Length) -> str:
    """Word one length of a deadline, or of its extension."""
    if value.repealed:
        return "plus de délai"
    if duration := value.duration(rule.counted):
        return (
            "le jour même" if not duration.count else f"{duration_fr(duration)}{' avant' if duration.count < 0 else ''}"
        )
    return "session ordinaire suivante" if rule.until else "date fixée par l’étape"


def latest_basis_fr(rule: DeadlineRule) -> str:
    """Cite the law that nothing has replaced yet, of each chamber where each has its own."""
    return " ; ".join(value.cited_fr for value in rule.latest)


def law_fr(rule: DeadlineRule, procedure: Procedure) -> Iterator[str]:
    """Word what the law says of a deadline and of its extensions, one value a line, each with its days and basis."""
    for value in rule.values:
        length = f"{value_fr(rule, value)} : " if len(rule.values) > 1 else ""
        yield f"{length}{value.cited_fr}{_since_fr(value, procedure)}"
    for values in rule.extensions.values():
        for value in values:
            yield f"prolongation {of(value_fr(rule, value))} : {value.cited_fr}{_since_fr(value, procedure)}"


def _since_fr(value: Length, procedure: Procedure) -> str:
    since = f", depuis le {day_short_fr(value.since)}" if value.since else ""
    return f"{since} ({chamber_fr(procedure, value.chamber)})" if value.chamber else since


def graphs(sheet: Sheet) -> dict[str, str]:
    """Draw each phase, by its code: its states with who holds the text and until when, the arrows that leave them."""
    return {phase.code: _graph(sheet, phase) for phase in sheet.phases if sheet.states(phase)}


def _graph(sheet: Sheet, phase: Phase) -> str:
    states = sheet.states(phase)
    return "\n".join([
        f'digraph "{phase.code}" {{', _HEAD, f"  label=<<b>{escape(phase.label_fr)}</b>>;",
        *(_node(sheet, state) for state in states), *_edges(sheet, {state.code for state in states}), "}",
    ])  # fmt: skip


def _node(sheet: Sheet, state: State) -> str:
    look = ", peripheries=2" if state.is_end else ""
    told = [f"<b>{line}</b>" for line in _wrapped(state.label_fr, 24)]
    told += _small(any_body_fr(sheet.procedure, state.holder), _SOFT)
    # Rights that end and waits are many in Parliament: they are told in words beside the picture.
    for rule in (rule for rule in sheet.deadlines(state) if rule.term == "limit"):
        told += _small(
            f"{rule.label_fr} : {length_fr(rule)}{_WHOSE_FR[rule.nature]}", _INK if rule.nature == "law" else _SOFT
        )
    return f'  "{state.code}" [label=<{"<br/>".join(told)}>{look}];'


def _small(words: str, color: str) -> Iterator[str]:
    return (f'<font point-size="9" color="{color}">{line}</font>' for line in _wrapped(words, 34))


def _edges(sheet: Sheet, inside: set[str]) -> Iterator[str]:
    """Join by one arrow all the moves from one state to another; those that leave the phase lead to its name."""
    joined: dict[tuple[str, str], list[Transition]] = {}
    for move in sheet.moves:
        if sheet.draws(move):
            for source in move.sources:
                if source in inside:
                    joined.setdefault((source, move.to), []).append(move)
    for target in dict.fromkeys(target for _source, target in joined if target not in inside):
        yield _door(sheet.procedure.states[target])
    for (source, target), moves in joined.items():
        words = ", ".join(str(sheet.numbers[move.name]) for move in moves)
        # What else may happen is dashed and does not shape the picture.
        back = "" if any(move.offered in ("first", "next") for move in moves) else ', style="dashed", constraint=false'
        end = target if target in inside else f"to_{target}"
        yield f'  "{source}" -> "{end}" [label=" {words} "{back}];'


def _door(state: State) -> str:
    words = "<br/>".join(_wrapped(f"→ {state.label_fr}", 26))
    look = f'shape=plain, style="", fontsize=10, fontcolor="{_SOFT}"'
    return f'  "to_{state.code}" [label=<<i>{words}</i>>, {look}];'


def _wrapped(words: str, width: int) -> Iterable[str]:
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return map(escape, lines)
