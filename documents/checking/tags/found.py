"""Finds the tags of a part in one pass and reads each alone, so that all their faults are told, each at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from documents.checking.dictionary import Schema
from documents.checking.faults import WHOLE, Category, Fault
from documents.checking.tags.allowed import faults_by_line
from documents.checking.tags.paragraphs import Paragraph, Words
from documents.checking.tags.structure import OPENERS, Tag, assemble

_BRACE = re.compile(r"\{[{%#]|[}%#]\}")
_PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SORT = re.compile(r"(tr|tc|p|r) ")
_HIDDEN = re.compile("[\u200b-\u200f\u2066-\u2069\u202a-\u202e\ufeff]")
_GUILLEMETS = re.compile("«([^«»]*)»")
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_LONGEST = 400
# More than ten times those of the longest paper: what they cost to check is bounded.
_MOST = 2000
# A paragraph full of braces has one fault, not twenty thousand.
_TOLD = 5
_ENVIRONMENT = Environment(autoescape=True)

_UNCLOSED = "La balise « {} » n’est pas fermée dans son paragraphe."
_UNOPENED = "Une balise est fermée par « {} » sans avoir été ouverte dans ce paragraphe."
_BADLY = "La balise « {} » est mal écrite."
_TOO_LONG = "La balise « {} » est trop longue."
_TOO_MANY = "Le modèle contient plus de {} balises : il est trop complexe."
_DASHES = "La balise « {} » porte un tiret ou un signe qui n’est pas admis à ses bords : retirez-le."
_SORTED = (
    "La balise « {} » : « p », « tr » et « tc » ne précèdent que « if », « elif », « else », « for » et leurs fins."
)
_COMMAND = "La balise « {} » n’est pas admise : seules « if », « elif », « else », « for » et leurs fins le sont."
_COMMANDS = (*OPENERS, "elif", "else", "endif", "endfor")


@dataclass(frozen=True)
class _Written:
    opening: str
    inside: str

    @property
    def shown(self) -> str:
        """Give the tag as its author wrote it, on one line and not too long."""
        words = " ".join(f"{self.opening}{self.inside[:_LONGEST]}{_PAIRS[self.opening]}".split())
        return words if len(words) <= 80 else f"{words[:80]}…"  # noqa: PLR2004 - one line of a screen


def tag_faults(words: Words, schema: Schema) -> Iterator[Fault]:
    """Tell all that is wrong with the tags of a part."""
    tags: list[Tag] = []
    for paragraph in words.paragraphs:
        found, faults = find_tags(paragraph)
        tags += found
        yield from faults[:_TOLD]
        if len(tags) > _MOST:
            yield Fault(WHOLE, _TOO_MANY.format(_MOST), "tag")
            return
    assembled = assemble(tags)
    yield from assembled.faults
    places = [tag.place for tag in tags]
    tree = _ENVIRONMENT.parse(assembled.source)
    for line, fault in faults_by_line(tree, schema, places):
        if line not in assembled.silent:
            yield fault


def find_tags(paragraph: Paragraph) -> tuple[list[Tag], list[Fault]]:
    """Give the tags of a paragraph, in time that grows as its length, and what is wrong with how they are written."""
    tags: list[Tag] = []
    faults: list[Fault] = []
    words, opened = paragraph.words, None
    for brace in _BRACE.finditer(words):
        if brace[0] in _PAIRS:
            if opened:
                faults.append(_fault(paragraph, _UNCLOSED.format(_clip(words, opened.start()))))
            opened = brace
        elif opened is None:
            faults.append(_fault(paragraph, _UNOPENED.format(brace[0])))
        elif brace[0] != _PAIRS[opened[0]]:
            faults.append(_fault(paragraph, _UNCLOSED.format(_clip(words, opened.start()))))
            opened = None
        else:
            if len(tags) > _MOST:
                return tags, faults
            written = _Written(opened[0], words[opened.end() : brace.start()])
            tag, why, category = _read(written, paragraph)
            tags.append(tag)
            faults += [_fault(paragraph, why.format(written.shown), category)] if why else []
            opened = None
    if opened:
        faults.append(_fault(paragraph, _UNCLOSED.format(_clip(words, opened.start()))))
    return tags, faults


def _clip(words: str, start: int) -> str:
    return " ".join(words[start : start + 40].split())


def _fault(paragraph: Paragraph, words: str, category: Category = "tag") -> Fault:
    return Fault(paragraph.place, words, category)


def as_meant(inside: str) -> str:
    """Mend what Word does while one types: hidden marks, curly and French quotation marks, lines."""
    mended = _GUILLEMETS.sub(lambda quoted: f'"{quoted[1].strip()}"', _HIDDEN.sub("", inside)).translate(_CURLY)
    return " ".join(mended.split())


def _read(written: _Written, paragraph: Paragraph) -> tuple[Tag, str, Category]:
    """Read one tag; where it is at fault, with the words that say why."""
    sort = _SORT.match(written.inside)
    meant = as_meant(written.inside[sort.end() if sort else 0 : _LONGEST])
    tag = Tag(written.opening, meant, sort[1] if sort else "", paragraph)
    if len(written.inside) > _LONGEST:
        return tag.spoilt(), _TOO_LONG, "tag"
    if written.opening == "{#":
        return tag, "", "tag"
    if meant[:1] in ("-", "+") or meant[-1:] in ("-", "+"):
        return tag.spoilt(), _DASHES, "tag"
    if sort and (written.opening == "{{" or sort[1] == "r"):
        return tag.spoilt(), _SORTED, "tag"
    if written.opening == "{%" and tag.command not in _COMMANDS:
        return tag.spoilt(), _COMMAND, "operation"
    return (tag, "", "tag") if _can_be_read(tag) else (tag.spoilt(), _BADLY, "tag")


def _can_be_read(tag: Tag) -> bool:
    try:
        _ENVIRONMENT.parse(tag.alone)
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError):
        return False
    return True
