"""The picture of a procedure as one SVG sheet: the graphs of its phases, then moves, deadlines and roles in words."""

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from textwrap import wrap

from workflow.conditions.registry import conditions_fr
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.by_phase import roles_fr
from workflow.rulebook.diagram import Sheet, graphs, latest_basis_fr, length_fr
from workflow.rulebook.files import procedures

_SECONDS = 20
_SVG = re.compile(r'<svg width="(\d+)pt" height="(\d+)pt".*?</svg>', re.DOTALL)
_SIZE = re.compile(r'<svg width="\d+pt" height="\d+pt"')
_ENLARGED = 13 / 9  # the smallest letters of the graphs are of 9
_GAP, _COLUMN, _LINE = 24, 420, 12.5
_CHARACTERS = 70  # in a line of the list
_LANDSCAPE = 1.414
_WIDTHS = range(1300, 3300, 50)
_INDENT = 22
_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}"'
    ' height="{height}" viewBox="0 0 {width} {height}" font-family="Arial, sans-serif" font-size="10">'
)


@dataclass(frozen=True)
class Drawn:
    """One graph, drawn."""

    svg: str
    width: int
    height: int


@dataclass(frozen=True)
class Line:
    """One line of the list: the mark before it, a number or a letter, its words, and how it looks."""

    words: str
    mark: str = ""
    look: str = ""


_SOFT, _HEAD = 'fill="#59635e"', 'font-weight="bold" font-size="11.5"'


@cache
def draw(kind: str, version: str) -> bytes:
    """Draw a version of a procedure once; raise RuntimeError when no Graphviz is there to draw it."""
    sheet = Sheet(procedures()[kind].at(version))
    drawn = [*_phases(kind, version).values()]
    lines = [line for entry in _entries(sheet) for line in entry]
    width = min(_WIDTHS, key=lambda tried: abs(tried / _height(drawn, lines, tried) - _LANDSCAPE))
    return _compose(sheet.procedure, drawn, lines, width).encode()


def draw_phase(kind: str, version: str, phase: str) -> bytes | None:
    """Give the drawing of one phase of a version of a procedure, or None where it has none; RuntimeError as above."""
    drawn = _phases(kind, version).get(phase)
    return _alone(drawn).encode() if drawn else None


@cache
def _phases(kind: str, version: str) -> dict[str, Drawn]:
    """Draw all phases at once: starting Graphviz costs more than drawing one."""
    sheet = Sheet(procedures()[kind].at(version))
    made = graphs(sheet)
    return dict(zip(made, _graphviz("\n".join(made.values())), strict=True))


def _alone(drawn: Drawn) -> str:
    """Enlarge a drawing so that its smallest letters are of 13 px; the widest phase then fills a page of 1,440 px."""
    size = f'<svg width="{round(drawn.width * _ENLARGED)}px" height="{round(drawn.height * _ENLARGED)}px"'
    return _SIZE.sub(size, drawn.svg, count=1)


def _graphviz(source: str) -> list[Drawn]:
    beside = Path(sys.executable).parent / "graphviz-pure"
    program = str(beside) if beside.exists() else shutil.which("dot")
    if program is None:
        raise RuntimeError("Graphviz manque : installez le paquet Python graphviz-pure, ou la commande dot.")
    made = subprocess.run([program, "-Tsvg"], input=source.encode(), capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own graph to our own program
    return [Drawn(found[0], int(found[1]), int(found[2])) for found in _SVG.finditer(made.stdout.decode())]


def _places(drawn: Sequence[Drawn], width: int) -> list[tuple[int, int]]:
    """Lay the graphs out in rows, as words in lines."""
    places, x, y, tallest = [], _GAP, 50, 0
    for each in drawn:
        if x > _GAP and x + each.width + _GAP > width:
            x, y, tallest = _GAP, y + tallest + _GAP, 0
        places.append((x, y))
        x, tallest = x + each.width + _GAP, max(tallest, each.height)
    return places


def _bottom(drawn: Sequence[Drawn], width: int) -> int:
    return max(y + each.height for each, (_x, y) in zip(drawn, _places(drawn, width), strict=True)) + _GAP


def _rows(lines: Sequence[Line], width: int) -> int:
    columns = max(1, (width - _GAP) // _COLUMN)
    return -(-len(lines) // columns)


def _height(drawn: Sequence[Drawn], lines: Sequence[Line], width: int) -> float:
    return _bottom(drawn, width) + (_rows(lines, width) + 2) * _LINE + _GAP


def _compose(procedure: Procedure, drawn: Sequence[Drawn], lines: Sequence[Line], width: int) -> str:
    height = round(_height(drawn, lines, width))
    title = f"{procedure.label.fr} – version {procedure.version}"
    parts = [
        _OPENING.format(width=width, height=height),
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{_GAP}" y="32" font-size="20" font-weight="bold">{escape(title)}</text>',
    ]
    for each, (x, y) in zip(drawn, _places(drawn, width), strict=True):
        parts.append(f'<rect x="{x - 6}" y="{y - 4}" width="{each.width + 12}" height="{each.height + 8}" rx="8"'
                     f' fill="#fbfaf7" stroke="#e3e0d7"/>')  # fmt: skip
        parts.append(each.svg.replace("<svg ", f'<svg x="{x}" y="{y}" ', 1).replace('pt"', '"'))
    top, rows = _bottom(drawn, width) + _LINE, _rows(lines, width)
    for place, line in enumerate(lines):
        x, down = _GAP + place // rows * _COLUMN, top + place % rows * _LINE
        indent = 0 if line.look == _HEAD else _INDENT
        parts.append(f'<text x="{x}" y="{down:.1f}" fill="#0c5a3e" font-weight="bold">{line.mark}</text>'
                     f'<text x="{x + indent}" y="{down:.1f}" {line.look}>{escape(line.words)}</text>')  # fmt: skip
    return "\n".join([*parts, "</svg>"])


def _entries(sheet: Sheet) -> list[list[Line]]:
    letters = sheet.letters
    entries = []
    for heading, moves in sheet.groups:
        entries.append(_heading(heading))
        entries += [_told(str(sheet.numbers[move.name]), _step(sheet, move, letters), basis(move)) for move in moves]
    entries.append(_heading("Échéances"))
    entries += [
        _told("", f"{rule.label_fr} : {length_fr(rule)}", latest_basis_fr(rule))
        for rule in sheet.procedure.deadlines.values()
    ]
    entries.append(_heading("Qui peut enregistrer"))
    entries += [_told(letter, roles_fr(roles), "") for roles, letter in letters.items()]
    return entries


def basis(move: Transition) -> str:
    """Say on what conditions and on what legal basis a move is made."""
    return " – ".join(filter(None, (conditions_fr((*move.when, *move.guards)), move.cited_fr)))


def _step(sheet: Sheet, move: Transition, letters: dict[tuple[str, ...], str]) -> str:
    target = "" if move.stays else f" → {sheet.procedure.states[move.to].label_fr}"
    return f"{move.label_fr}{target} ({letters[move.roles]})"


def _heading(words: str) -> list[Line]:
    return [Line(""), Line(words, look=_HEAD)]


def _told(mark: str, words: str, soft: str) -> list[Line]:
    lines = [Line(line, mark if place == 0 else "") for place, line in enumerate(wrap(words, _CHARACTERS))]
    return lines + [Line(line, look=_SOFT) for line in wrap(soft, _CHARACTERS)]
