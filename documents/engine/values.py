"""How a value is printed in the XML of a Word file: set, escaped, its breaks, tabs and hyphens made Word's own."""

import re
from functools import lru_cache
from html import escape

from documents.missing import MARK, MISSING, dotted, missing
from workflow.language.typography import DOTS, typeset

KEPT = '<w:t xml:space="preserve">'
# Stands in the words of a run that can only be finished once its values are known; no value can hold it.
LATER = "\x01"
# A hyphen that never breaks, until it is written as Word's own: few fonts have the character.
_HELD = "\u2011"
_WORD_HELD = f"</w:t><w:noBreakHyphen/>{KEPT}"
_LINE = f"</w:t><w:br/>{KEPT}"
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
# What may be an ordinal, or the end of one whose number stands before the value.
_RANKED = re.compile(
    "(?<![^\\s(«’\u2011-])(?=(?:1er|[1-9][0-9]?e)(?:[\\s,;.:)»]|$))|^(?=er?(?:[\\s,;.:)»]|$))", re.MULTILINE
)
# A table of 1,000 texts holds some 2,000 different sentences; one takes about 500 bytes. What is longer is rare.
_REMEMBERED, _LONGEST = 8192, 2000
_UNKNOWN = missing()


def in_words(value: object, tab: str) -> str:
    """Print a value inside `w:t` of a run from left to right; `tab` is what a tab becomes there. None is missing."""
    if value is None:
        return _UNKNOWN
    words = value if type(value) is str else str(value)
    printed = _remembered(words) if len(words) <= _LONGEST else _printed(words)
    return printed.replace("\t", tab) if "\t" in printed else printed


def in_words_later(value: object) -> str:
    """Print a value inside `w:t` of a run that is finished as a whole: its look is not known yet, or its words turn."""
    if value is None:
        return _UNKNOWN
    words = value if type(value) is str else str(value)
    return _remembered_later(words) if len(words) <= _LONGEST else _printed_later(words)


def tab_in(look: str) -> str:
    """Give the markup of a tab in a run of that look."""
    return f"</w:t></w:r><w:r>{look}<w:tab/></w:r><w:r>{look}{KEPT}"


def in_attribute(value: object) -> str:
    """Print a value inside an attribute, or where Word reads a code: only text can stand there, and no markup."""
    if value is None:
        return DOTS
    return escape(typeset(dotted(value)) if isinstance(value, str) else str(value))


def set_words(words: str) -> str:
    """Set words for paper; the hyphens of numbers become those that never break, as characters."""
    return _HYPHEN.sub(_HELD, typeset(words))


def held(words: str) -> str:
    """Write the hyphens that never break as Word's own."""
    return words.replace(_HELD, _WORD_HELD)


def _printed(words: str) -> str:
    words, kept = _without_comments(words)
    words = escape(set_words(words))
    if "e" in words:
        words = _RANKED.sub(LATER, words)
    return _with_comments(held(words).replace("\n", _LINE), kept)


def _printed_later(words: str) -> str:
    words, kept = _without_comments(words)
    return _with_comments(LATER + escape(set_words(words)).replace("\n", _LINE), kept)


def _without_comments(words: str) -> tuple[str, list[str]]:
    """Take out what comments will say, which is not printed on the page; a mark stays at each place."""
    if MARK not in words:
        return words, []
    return MISSING.sub(MARK, words), [
        missing(escape(one["fr"]), escape(one["ar"] or "")) for one in MISSING.finditer(words)
    ]


def _with_comments(printed: str, kept: list[str]) -> str:
    if not kept:
        return printed
    first, *others = printed.split(MARK)
    return first + "".join(told + words for told, words in zip(kept, others, strict=True))


_remembered = lru_cache(maxsize=_REMEMBERED)(_printed)
_remembered_later = lru_cache(maxsize=_REMEMBERED)(_printed_later)
