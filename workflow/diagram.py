"""The picture of a procedure, as a graph for Graphviz, drawn from the data that the engine runs."""

from collections import defaultdict
from collections.abc import Iterator

from workflow.procedure import Procedure, State, Transition

# A move that leaves from more places than this is told beside the picture: its lines would hide the others.
_MOST_SOURCES = 4
# Less likely moves are dashed and do not shape the picture; those that come last of all lead on from it.
_LIKELY = 15
_LAST = 90
_FONT = 'fontname="Arial"'
_HEAD = f"""digraph procedure {{
  graph [rankdir=TB, {_FONT}, fontsize=13, nodesep=0.3, ranksep=0.45, bgcolor="transparent", newrank=true];
  node [shape=box, style="rounded,filled", fillcolor="white", color="#9b988e", {_FONT}, fontsize=12,
    margin="0.16,0.09"];
  edge [color="#0c5a3e", {_FONT}, fontsize=9, fontcolor="#59635e", arrowsize=0.7];"""


def diagram(procedure: Procedure, here: str | None = None) -> str:
    """Draw states by phase and the moves between them; `here` is marked."""
    return "\n".join([_HEAD, *_phases(procedure, here), *_moves(procedure), "}"])


def _phases(procedure: Procedure, here: str | None) -> Iterator[str]:
    states: dict[str, list[State]] = defaultdict(list)
    for state in procedure.states.values():
        states[state.phase].append(state)
    for code, phase in procedure.phases.items():
        if phase.aside:  # withdrawn, replaced: a text can end so from nearly everywhere
            continue
        yield f'  subgraph "cluster_{code}" {{'
        yield f'    label="{_quoted(phase.label_fr)}"; color="#e3e0d7"; fontcolor="#59635e"; style="rounded";'
        yield from (f"    {_node(state, here)}" for state in states[code])
        yield "  }"


def _node(state: State, here: str | None) -> str:
    look = ""
    if state.code == here:
        look = ', fillcolor="#e7f1eb", color="#0c5a3e", penwidth=3'
    elif state.terminal or state.settled:
        look = ", peripheries=2"
    return f'"{state.code}" [label="{_wrapped(state.label_fr)}"{look}];'


def _moves(procedure: Procedure) -> Iterator[str]:
    for move in procedure.transitions:
        if not move.stays and len(move.sources) <= _MOST_SOURCES and not _is_aside(procedure, move.to):
            yield from (_edge(move, source) for source in move.sources)


def _is_aside(procedure: Procedure, state: str) -> bool:
    return procedure.phases[procedure.states[state].phase].aside


def _edge(move: Transition, source: str) -> str:
    back = ', style="dashed", constraint=false' if _LIKELY < move.rank < _LAST else ""
    return f'  "{source}" -> "{move.to}" [label="{_wrapped(move.label_fr, 24)}"{back}];'


def _quoted(words: str) -> str:
    return words.replace("\\", "").replace('"', "”")


def _wrapped(words: str, width: int = 20) -> str:
    lines = [""]
    for word in _quoted(words).split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\\n".join(lines)
