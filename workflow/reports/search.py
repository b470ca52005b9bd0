"""Words as they are searched: without case, accents, marks, plurals, or the letters people write two ways."""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import col

from models import LegalText
from workflow.language.folding import norm

_SIGN = re.compile(
    r"(?:\b(?:bulletins?\s+officiels?|b\.?o\.?)\s*(?:n\s?[°ºo]\.?\s*)?|\bn\s?[°ºo]\.?\s*|№\s*)(?=\d)", re.IGNORECASE
)
# A number stands together, with what follows that of an issue of the Bulletin officiel: "103-13", "6867 bis".
_TYPED = re.compile(r"(\d[\d./‐-―-]*(?:\s+(?:bis|ter)\b)?)(?!\w)|\S+", re.IGNORECASE)
_PLURAL = re.compile(r"([^\W\d_]{3,})[sx]")


def found_by(typed: str) -> Iterator[ColumnElement[bool]]:
    """Give what a text satisfies to be found by everything that was typed: its words, its numbers."""
    if typed.strip() and not norm(typed):  # signs alone, which no index keeps
        yield or_(*(col(title).contains(typed.strip(), autoescape=True) for title in _TITLES))
    for match in _TYPED.finditer(_SIGN.sub(" ", typed)):
        words = norm(match[0])
        if match[1] and words:
            yield _has_number(words)
        else:
            yield from map(_has_word, words.split())


_TITLES = (LegalText.title_fr, LegalText.title_ar)


def _has_word(word: str) -> ColumnElement[bool]:
    """Find the word as it is typed, or a longer one; and one typed in the plural, in the singular."""
    as_typed = col(LegalText.search_text).contains(word, autoescape=True)
    plural = _PLURAL.fullmatch(word)
    return or_(as_typed, _padded().contains(f" {plural[1]} ", autoescape=True)) if plural else as_typed


def _has_number(number: str) -> ColumnElement[bool]:
    """Find a number from its beginning: that of the text, one in its title, or that of its Bulletin officiel."""
    starts = (f" {number}", f" no{number}")  # « nº103-13 »: the sign is folded to letters
    return or_(*(_padded().contains(start, autoescape=True) for start in starts))


def _padded() -> ColumnElement[str]:
    return literal(" ").concat(col(LegalText.search_text)).concat(" ")
