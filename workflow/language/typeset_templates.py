"""The typography of French in Jinja templates: applied once, to whatever a template says outside tags."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token
from markupsafe import Markup, escape

from workflow.language.typography import ORDINAL, typeset

# What these hold is read by programs, or sent back as it stands.
_VERBATIM = frozenset({"script", "style", "textarea", "pre", "code"})
# What these hold is text alone: an end that is raised would need a tag.
_PLAIN = frozenset({"title", "option"})
_RAISED = r"\g<rank><sup>\g<end></sup>"
# A browser may end a line after the hyphen of an official number, as in « 2-17-585 ».
_NUMBER = re.compile(r"(?<![\w.-])\d{1,4}-\d{1,4}(?:-\d{1,4})?(?![\w-])")
_WHOLE = r'<span class="nowrap">\g<0></span>'
_BRACKET = re.compile(r"([<>])")
_ELEMENT = re.compile(r"/?[a-z0-9]*", re.IGNORECASE)


class Typeset(Extension):
    """Sets the words of a page: its literals when it is loaded, what is printed between them as it is.

    Attributes stay as they are written, and so does what is markup already. The ends of ordinals are raised, but in the
    title of a page, which a block of that name gives.
    """

    def __init__(self, environment: Environment) -> None:
        """Give the environment the filter that is put after what is printed."""
        super().__init__(environment)
        environment.filters |= {"typeset": set_words, "typeset_plainly": set_plainly}

    def filter_stream(self, stream: Iterable[Token]) -> Iterator[Token]:
        """Set the literals, and put the filter after each expression that stands in text."""
        page, in_text = _Page(), False
        last = ""
        for token in stream:
            if token.type == "name":
                page.is_title = (page.is_title and token.value != "endblock") or (last, token.value) == (
                    "block",
                    "title",
                )
                last = token.value
            if token.type == "data":
                yield Token(token.lineno, "data", page.set(token.value))
                continue
            if token.type == "variable_end" and in_text:
                yield from (
                    Token(token.lineno, *each) for each in (("rparen", ")"), ("pipe", "|"), ("name", page.filter))
                )
            yield token
            if token.type == "variable_begin" and (in_text := page.is_text):
                yield Token(token.lineno, "lparen", "(")


class _Page:
    """Follows the HTML of a template, so that its text is told from its tags."""

    def __init__(self) -> None:
        self.is_tag = self.is_title = False
        self.element = ""

    @property
    def is_text(self) -> bool:
        return not self.is_tag and self.element not in _VERBATIM

    @property
    def filter(self) -> str:
        """The filter for what is printed here."""
        return "typeset_plainly" if self.is_title or self.element in _PLAIN else "typeset"

    def set(self, html: str) -> str:
        """Set the text of a piece of HTML that follows the pieces before it."""
        return "".join(self._set(part, before) for before, part in _pairs(_BRACKET.split(html)))

    def _set(self, part: str, before: str) -> str:
        if part in ("<", ">"):
            self.is_tag = part == "<"
            return part
        if self.is_tag and before == "<":
            element = (_ELEMENT.match(part) or [""])[0].lower()
            if element in _VERBATIM | _PLAIN:
                self.element = element
            elif element == f"/{self.element}":
                self.element = ""
        return typeset(part) if self.is_text else part


def _pairs(parts: list[str]) -> Iterable[tuple[str, str]]:
    return zip(["", *parts], parts, strict=False)


def set_words(value: object) -> object:
    """Set what a template prints, ends of ordinals raised, official numbers unbroken.

    Markup stays as it is, but for words without a tag.
    """
    if type(value) is str:
        return _set_whole(value)
    if isinstance(value, Markup) and "<" not in value:
        return _unbroken(value)
    return value


@lru_cache(maxsize=8192)
def _set_whole(value: str) -> object:
    """Set words, of which lists print the same ones row after row."""
    return _unbroken(typeset(value))


def _unbroken(words: str) -> object:
    if not ORDINAL.search(words) and not _NUMBER.search(words):
        return words
    return Markup(_NUMBER.sub(_WHOLE, ORDINAL.sub(_RAISED, str(escape(words)))))  # noqa: S704 - escaped


def set_plainly(value: object) -> object:
    """Set what a template prints, unless it is markup or no words."""
    return typeset(value) if type(value) is str else value
