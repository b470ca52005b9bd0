"""Automatic numbers of a Word file: what Word prints before a paragraph and does not write in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BULLET = "–"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHABET_AR = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ROMAN = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True)
class _Level:
    start: int
    form: str
    label: str


@dataclass
class Numbering:
    """The lists of a file, and how far each has counted; paragraphs are asked in the order of the file."""

    levels: Mapping[str, Mapping[int, _Level]]  # by number of list
    abstract: Mapping[str, str]
    styles: Mapping[str, tuple[str, int]]  # what a style puts its paragraphs in
    restarted: dict[str, dict[int, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: "Element") -> str:
        """Give what Word prints before a paragraph, "" where it prints nothing; a bullet is a dash."""
        place = self._place(paragraph)
        if place is None or place[1] not in self.levels.get(place[0], {}):
            return ""
        number, depth = place
        levels, counts = self.levels[number], self.counts.setdefault(self.abstract[number], {})
        for level, start in self.restarted.pop(number, {}).items():
            counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].form == "bullet":
            return _BULLET
        printed = levels[depth].label
        for level in range(depth + 1):
            if f"%{level + 1}" in printed and level in levels:
                count = counts.get(level, levels[level].start)
                printed = printed.replace(f"%{level + 1}", figure(count, levels[level].form))
        return printed.strip()

    def _place(self, paragraph: "Element") -> tuple[str, int] | None:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        inherited = self.styles.get(style.get(qn("w:val"), "")) if style is not None else None
        return _given(paragraph, inherited)


def read_numbering(numbering: "Element | None", styles: "Element | None") -> Numbering:
    """Read the lists of a file from its parts; either may be missing."""
    if numbering is None:
        return Numbering({}, {}, {}, {})
    drawn = {each.get(qn("w:abstractNumId"), ""): _levels(each) for each in numbering.findall(qn("w:abstractNum"))}
    lists = {each.get(qn("w:numId"), ""): each for each in numbering.findall(qn("w:num"))}
    abstract = {number: _value(each, "w:abstractNumId") for number, each in lists.items()}
    return Numbering(
        levels={number: drawn.get(name, {}) for number, name in abstract.items()},
        abstract=abstract,
        styles=_of_styles(styles),
        restarted={number: found for number, each in lists.items() if (found := _restarts(each))},
    )


def figure(count: int, form: str) -> str:
    """Write a number in a form of Word: "decimal", "upperRoman", "arabicAbjad" …; digits for a form not known."""
    if form in ("upperRoman", "lowerRoman"):
        written = _roman(count)
        return written if form == "upperRoman" else written.lower()
    alphabets = {"upperLetter": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "arabicAbjad": _ABJAD, "arabicAlpha": _ALPHABET_AR}
    alphabets["lowerLetter"] = alphabets["upperLetter"].lower()
    if letters := alphabets.get(form):
        return letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
    if form == "decimalZero":
        return f"{count:02}"
    if form == "ordinal":
        return "1er" if count == 1 else f"{count}e"
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (count // worth)
        count %= worth
    return written


def _levels(drawn: "Element") -> dict[int, _Level]:
    return {
        int(level.get(qn("w:ilvl"), "0")): _Level(
            int(_value(level, "w:start") or 1), _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText")
        )
        for level in drawn.findall(qn("w:lvl"))
    }


def _restarts(made: "Element") -> dict[int, int]:
    found = {
        int(each.get(qn("w:ilvl"), "0")): _value(each, "w:startOverride") for each in made.findall(qn("w:lvlOverride"))
    }
    return {level: int(start) for level, start in found.items() if start}


def _of_styles(styles: "Element | None") -> dict[str, tuple[str, int]]:
    """Tell which list each style puts its paragraphs in, itself or by the style that it is based on."""
    drawn = {} if styles is None else {each.get(qn("w:styleId"), ""): each for each in styles.findall(qn("w:style"))}
    told: dict[str, tuple[str, int]] = {}
    for name in drawn:
        at, seen = name, set[str]()
        while at in drawn and at not in seen:
            seen.add(at)
            if place := _given(drawn[at], None):
                told[name] = place
                break
            at = _value(drawn[at], "w:basedOn")
    return told


def _given(element: "Element", inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """Give list and depth that an element sets, each of them inherited where it sets none; list "0" is no list."""
    settings = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if settings is None:
        return inherited
    number = _value(settings, "w:numId") or (inherited[0] if inherited else "")
    depth = _value(settings, "w:ilvl") or (str(inherited[1]) if inherited else "0")
    return (number, int(depth)) if number not in ("", "0") else None


def _value(element: "Element", name: str) -> str:
    found = element.find(qn(name))
    return "" if found is None else str(found.get(qn("w:val"), ""))
