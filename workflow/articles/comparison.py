"""Two or three versions of a text side by side, part by part: what each changed, added, removed, moved, renumbered."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.articles.pairing import ARTICLE, Unit, longest_in_order, pairs, took_over, units_of
from workflow.articles.structure import Draft
from workflow.articles.wording import Fate, Piece, as_is, differences

_MOST_OTHERS = 2


class Verdict(StrEnum):
    """What became of a part; a part may be moved, renumbered and changed at once, or moved and unchanged in words."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True)
class Cell:
    """A part in one version: its words beside those of the first version; `other` names what it came from or went into.

    `unit` is None where the version does not have the part.
    """

    unit: Unit | None
    verdicts: frozenset[Verdict]
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    other: str = ""


@dataclass(frozen=True)
class Row:
    """A part as the first version has it, None where another adds it, and a cell for each other version."""

    base: Unit | None
    cells: tuple[Cell, ...]

    @property
    def kind(self) -> str:
        """What the row is about: "article", a level of division, "title", "preamble", "closing", "annexes"."""
        units = [self.base, *(cell.unit for cell in self.cells)]
        return next(unit.kind for unit in units if unit)

    @property
    def is_changed(self) -> bool:
        """Whether any version does anything to the part."""
        return any(cell.verdicts != {Verdict.UNCHANGED} for cell in self.cells)


def compare(base: Draft, *others: Draft) -> tuple[Row, ...]:
    """Lay one or two other versions beside the first; rows are in its order, each added part after the one before it.

    Raise ValueError for versions in two languages, or for more than three.
    """
    if not 1 <= len(others) <= _MOST_OTHERS:
        raise ValueError("Une comparaison porte sur deux ou trois versions.")
    if {base.language} != {other.language for other in others}:
        raise ValueError("Les versions comparées doivent être dans la même langue.")
    first = units_of(base)
    sides = [_Side(first, units_of(other)) for other in others]
    added = _added_rows(sides)
    rows = added[-1]
    for place, unit in enumerate(first):
        rows.append(Row(unit, tuple(side.cell(place) for side in sides)))
        rows += added[place]
    return tuple(row for row in rows if _says_something(row))


class _Side:
    """One other version, laid beside the first."""

    def __init__(self, base: Sequence[Unit], units: Sequence[Unit]) -> None:
        self.base, self.units = base, units
        self.pairs = pairs(base, units)
        self.came_from = {j: i for i, j in self.pairs.items()}
        articles = [i for i in sorted(self.pairs) if base[i].kind == ARTICLE]
        in_order = longest_in_order([self.pairs[i] for i in articles])
        self.moved = {i for place, i in enumerate(articles) if place not in in_order or self._changed_division(i)}
        self.added = [j for j in range(len(units)) if j not in self.came_from]
        self.taken = self._taken()
        self.split = self._split()

    def cell(self, place: int) -> Cell:
        """Give the cell of a part of the first version."""
        unit, mine = self.base[place], self.pairs.get(place)
        if mine is None:
            verdict = Verdict.MERGED if place in self.taken else Verdict.REMOVED
            struck = as_is(unit.paragraphs, Fate.STRUCK)
            return Cell(None, frozenset({verdict}), struck, self.taken.get(place, ""))
        other = self.units[mine]
        if other.is_left or other.is_taken_out:
            told = Verdict.REMOVED if other.is_taken_out else Verdict.UNCHANGED
            return Cell(other, frozenset({told}), as_is(other.paragraphs))
        verdicts = {Verdict.CHANGED} if unit.words != other.words else set[Verdict]()
        verdicts |= {Verdict.MOVED} if place in self.moved else set()
        verdicts |= {Verdict.RENUMBERED} if unit.key != other.key else set()
        laid = (
            differences(unit.paragraphs, other.paragraphs) if Verdict.CHANGED in verdicts else as_is(other.paragraphs)
        )
        return Cell(other, frozenset(verdicts or {Verdict.UNCHANGED}), laid)

    def added_cell(self, place: int) -> Cell:
        """Give the cell of a part that the first version does not have."""
        unit = self.units[place]
        verdict = Verdict.SPLIT if place in self.split else Verdict.ADDED
        return Cell(unit, frozenset({verdict}), as_is(unit.paragraphs, Fate.ADDED), self.split.get(place, ""))

    def anchor(self, place: int) -> int:
        """Give the part of the first version that an added one follows: the nearest before it that did not move."""
        before = (self.came_from[j] for j in range(place - 1, -1, -1) if j in self.came_from)
        return next((i for i in before if i not in self.moved), -1)

    def _changed_division(self, place: int) -> bool:
        """Whether an article stands in another division, which the first version had as well."""
        was, now = self.base[place].parent, self.units[self.pairs[place]].parent
        return was in self.pairs and now in self.came_from and self.pairs[was] != now

    def _changed(self) -> list[tuple[Unit, Unit]]:
        told = ((self.base[i], self.units[j]) for i, j in self.pairs.items() if self.base[i].kind == ARTICLE)
        return [(was, now) for was, now in told if was.words != now.words]

    def _taken(self) -> dict[int, str]:
        """Name, for each part that went, the changed one whose new words hold its own, and did not before."""
        gone = [i for i, unit in enumerate(self.base) if i not in self.pairs and unit.kind == ARTICLE]
        grown = [(was, now) for was, now in self._changed() if len(now.words) > len(was.words)]
        return {
            i: now.label
            for i in gone
            for was, now in grown
            if took_over(self.base[i], now) and not took_over(self.base[i], was)
        }

    def _split(self) -> dict[int, str]:
        """Name, for each added part, the changed one that held its words and holds them no more."""
        shrunk = [(was, now) for was, now in self._changed() if len(now.words) < len(was.words)]
        return {
            j: was.label
            for j in self.added
            if self.units[j].kind == ARTICLE
            for was, now in shrunk
            if took_over(self.units[j], was) and not took_over(self.units[j], now)
        }


def _added_rows(sides: Sequence[_Side]) -> Mapping[int, list[Row]]:
    """Give the rows of added parts by the part they follow (-1 for none); what two versions both add is one row."""
    rows: dict[int, list[Row]] = defaultdict(list)
    left, right = sides[0], sides[-1]
    alike = {}
    if left is not right:
        alike = pairs([left.units[j] for j in left.added], [right.units[j] for j in right.added])
    for number, place in enumerate(left.added):
        twin = right.added[alike[number]] if number in alike else None
        cells = [left.added_cell(place)] if left is right else [left.added_cell(place), _twin(right, twin)]
        rows[left.anchor(place)].append(Row(None, tuple(cells)))
    if left is not right:
        alone = [j for number, j in enumerate(right.added) if number not in alike.values()]
        for place in alone:
            rows[right.anchor(place)].append(Row(None, (_absent(), right.added_cell(place))))
    return rows


def _twin(side: _Side, place: int | None) -> Cell:
    return _absent() if place is None else side.added_cell(place)


def _absent() -> Cell:
    return Cell(None, frozenset({Verdict.UNCHANGED}))


def _says_something(row: Row) -> bool:
    units = [row.base, *(cell.unit for cell in row.cells)]
    return any(unit.label or unit.paragraphs for unit in units if unit)
