"""Phrases with blanks: `{name}` is filled, and `[…]` disappears when a blank directly inside it has no value.

`[…|…]` gives the first of its parts whose blanks all have one: "[ par le dahir n° {dahir} {on:of}| {on}]".

A blank can ask for a form: `{council}` is "le 7 novembre 2013", `{council:since}` "depuis le 7 novembre 2013",
`{council:of}` "du 7 novembre 2013", `{council:until}` "jusqu’au 7 novembre 2013", `{council:bare}` "7 novembre 2013";
`{votes:against}` counts first those who voted against, `{signatories:list}` joins lines: "A, B et C",
`{body:of}` is "du Conseil de la concurrence", `{signatory:the}` "le Chef du gouvernement", `{successor:by}` "par la loi
n° 58-25"; `{council:met}` is "réuni le 7 novembre 2013", or "en août 2025" of a month.

What people typed may end with a full stop, or another sign that ends a sentence: that of the phrase is then left out.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from workflow.language.typography import capital

Fill = Callable[[str], str]

# Endings that agree: nothing is a value for them.
_GRAMMAR = frozenset({"e"})
_STOP = "."
_ENDS = (_STOP, "!", "?", "؟", "…")
_TOKEN = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?(?::[a-z]+)?)\}|([\[\]|])")


def fill(phrase: str, value: Fill) -> str:
    """Fill the phrase and give it a capital letter; a blank without value outside brackets is left out."""
    words, _complete = _fill(iter(_tokens(phrase)), value, closing=False)
    return capital(words.strip())


def opening(phrase: str, semicolon: str = " ; ") -> str:
    """Give the first clause of a phrase: up to its semicolon, or to the brackets in which this stands."""
    before, _sign, _rest = phrase.removesuffix(".").partition(semicolon)
    bracket = before.rfind("[")
    return before[:bracket] if bracket > before.rfind("]") else before


def blanks(phrase: str) -> Iterator[str]:
    """Give the names of the blanks; raise ValueError for a brace or a bracket that leads nowhere."""
    depth = 0
    for kind, word in _tokens(phrase):
        if kind == "text" and ("{" in word or "}" in word):
            raise ValueError(word)
        if kind == "blank":
            yield word
        depth += {"[": 1, "]": -1}.get(kind, 0)
        if depth < 0:
            raise ValueError(phrase)
    if depth:
        raise ValueError(phrase)


@lru_cache(maxsize=4096)  # the phrases are those of the procedures, each filled for many texts
def _tokens(phrase: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    end = 0
    for match in _TOKEN.finditer(phrase):
        if match.start() > end:
            found.append(("text", phrase[end : match.start()]))
        found.append(("blank", match[1]) if match[1] else (match[2], match[2]))
        end = match.end()
    if end < len(phrase):
        found.append(("text", phrase[end:]))
    return tuple(found)


def _fill(tokens: Iterator[tuple[str, str]], value: Fill, *, closing: bool) -> tuple[str, bool]:
    words, complete = "", True
    said: str | None = None  # the first part that has all it says; the others are still read, to their end
    for kind, word in tokens:
        if kind == "]" and closing:
            break
        if kind == "|" and closing:
            said = words if said is None and complete else said
            words, complete = "", True
        elif kind == "[":
            inner, whole = _fill(tokens, value, closing=True)
            words += inner if whole else ""
        elif kind == "blank":
            filled = value(word)
            complete = complete and (bool(filled) or word in _GRAMMAR)
            words += filled
        else:
            words += word.removeprefix(_STOP) if words.endswith(_ENDS) else word
    return (words, complete) if said is None else (said, True)
