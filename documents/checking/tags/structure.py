"""Fits the tags of a part together: what opens is closed, in the same page or cell, row or table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.checking.faults import Fault
from documents.checking.tags.paragraphs import Paragraph

OPENERS = {"if": "endif", "for": "endfor"}
_DEEPEST = 8

_LONE = "« {} » ne répond à aucune balise ouverte."
_OPEN = "La balise « {} » n’est pas fermée : il y manque « {} »."
_ELSEWHERE = (
    "« {} » n’est pas au même endroit que la balise ouverte par « {} » : mettez-les dans le même texte ou la même case."
)
_OTHER_SORT = (
    "« {} » ne porte pas la même lettre que la balise ouverte par « {} » : les deux sont p, tr ou tc, ou aucune."
)
_TOO_DEEP = "Trop de balises sont ouvertes les unes dans les autres."
_OUTSIDE = "« {} » n’a de sens que dans un tableau."
_NOT_ALONE = "« {} » doit être la seule balise de son paragraphe, ou de sa ligne de tableau si elle porte tr."


@dataclass(frozen=True)
class Tag:
    """One tag as it is meant; `sort` is the letter by which it takes its paragraph, row or cell away with it."""

    opening: str
    words: str
    sort: str
    paragraph: Paragraph
    is_spoilt: bool = False

    @property
    def command(self) -> str:
        """Give the first word of a command: "for"."""
        return (self.words.split() or [""])[0]

    @property
    def place(self) -> str:
        """Name the place of its paragraph."""
        return self.paragraph.place

    @property
    def shown(self) -> str:
        """Give it on one line."""
        return self.words[:60]

    @property
    def alone(self) -> str:
        """Give a template that holds only this tag."""
        if self.opening == "{{":
            return f"{{{{ {self.words} }}}}"
        if self.command in OPENERS:
            return f"{{% {self.words} %}}{{% {OPENERS[self.command]} %}}"
        if self.command.startswith("end"):
            return f"{{% {self.command[3:]} a{' in b' * (self.command == 'endfor')} %}}{{% {self.words} %}}"
        return f"{{% if a %}}{{% {self.words} %}}{{% endif %}}"

    @property
    def holder(self) -> tuple[str, int]:
        """Say what must hold the tags of one block alike: a table for rows, a row for cells, else a page or cell."""
        if self.sort == "tr":
            return "tr", self.paragraph.table
        return ("tc", self.paragraph.row) if self.sort == "tc" else ("", self.paragraph.holder)

    def spoilt(self) -> "Tag":
        """Give it marked: its fault is told, nothing more is to be said of it."""
        return replace(self, is_spoilt=True)


@dataclass
class Assembled:
    """A template with one line for each tag, what does not fit, and the lines of which all has been said."""

    source: str = ""
    faults: list[Fault] = field(default_factory=list)
    silent: set[int] = field(default_factory=set)


def assemble(tags: Sequence[Tag]) -> Assembled:
    """Put the tags one below another; what does not fit is told, and left out so that the rest can be read."""
    made = Assembled(faults=_crowded(tags))
    lines: list[str] = []
    open_tags: list[Tag] = []
    for number, tag in enumerate(tags, 1):
        if tag.is_spoilt:
            made.silent.add(number)
        lines.append(_line(tag, open_tags, made))
        if len(open_tags) > _DEEPEST:
            made.faults.append(Fault(tag.place, _TOO_DEEP, "tag"))
            return Assembled("", made.faults)
    for tag in reversed(open_tags):
        made.faults.append(Fault(tag.place, _OPEN.format(tag.shown, OPENERS[tag.command]), "tag"))
        lines.append(f"{{% {OPENERS[tag.command]} %}}")
    made.source = "\n".join(lines)
    return made


def _line(tag: Tag, open_tags: list[Tag], made: Assembled) -> str:
    if tag.opening == "{#":
        return ""
    if tag.opening == "{{":
        return "" if tag.is_spoilt else f"{{{{ {tag.words} }}}}"
    if tag.command in OPENERS:
        open_tags.append(tag)
        return f"{{% {tag.words} %}}" if not tag.is_spoilt else _stand_in(tag)
    if tag.command not in ("elif", "else", "endif", "endfor"):
        return ""
    return _answer(tag, open_tags, made)


def _answer(tag: Tag, open_tags: list[Tag], made: Assembled) -> str:
    """Fit a tag that goes on with, or closes, the last one that is open."""
    opened = open_tags[-1] if open_tags else None
    if opened is None or not _answers(tag, opened):
        made.faults.append(Fault(tag.place, _LONE.format(tag.shown), "tag"))
        return ""
    if tag.sort != opened.sort:
        made.faults.append(Fault(tag.place, _OTHER_SORT.format(tag.shown, opened.shown), "tag"))
    elif tag.holder != opened.holder:
        made.faults.append(Fault(tag.place, _ELSEWHERE.format(tag.shown, opened.shown), "tag"))
    if tag.command.startswith("end"):
        open_tags.pop()
        return f"{{% {tag.command} %}}"
    if tag.is_spoilt or (tag.command == "else" and opened.is_spoilt):
        return ""
    if tag.command == "else":
        # After it, only the end answers.
        open_tags[-1] = replace(opened, opening="else")
    return f"{{% {tag.words} %}}"


def _answers(tag: Tag, opened: Tag) -> bool:
    if tag.command.startswith("end"):
        return tag.command == OPENERS[opened.command]
    return opened.opening != "else" and (tag.command == "else" or opened.command == "if")


def _stand_in(tag: Tag) -> str:
    """Open a block in the place of one that cannot be read; what it names is taken as known."""
    words = tag.words.split()
    if tag.command == "if":
        return "{% if false %}"
    name = words[1] if len(words) > 1 and words[1].isidentifier() else "element"
    return f"{{% for {name} in [] %}}" if name not in ("in", "not", "and", "or") else "{% for element in [] %}"


def _crowded(tags: Sequence[Tag]) -> list[Fault]:
    """Tell the tags that take a paragraph, row or cell away with them, and another tag that stands in it."""
    in_paragraph: dict[int, int] = {}
    in_row: dict[int, int] = {}
    for tag in tags:
        in_paragraph[id(tag.paragraph)] = in_paragraph.get(id(tag.paragraph), 0) + 1
        in_row[tag.paragraph.row] = in_row.get(tag.paragraph.row, 0) + 1
    faults = []
    for tag in tags:
        if tag.sort in ("tr", "tc") and not tag.paragraph.table:
            faults.append(Fault(tag.place, _OUTSIDE.format(tag.shown), "tag"))
        elif (tag.sort == "p" and in_paragraph[id(tag.paragraph)] > 1) or (
            tag.sort == "tr" and in_row[tag.paragraph.row] > 1
        ):
            faults.append(Fault(tag.place, _NOT_ALONE.format(tag.shown), "tag"))
    return faults
