"""What runs from left to right inside the Arabic words of a Word file: French as typed, numbers of several parts.

Word and LibreOffice lay "2-18-100" out as "100-18-2" after Arabic letters: each part is a number, the hyphens are
neutral, and neutrals follow the paragraph. A run of its own that is not `w:rtl` cures Word; a mark of direction on both
sides of it (U+200E, without width) cures LibreOffice, which orders the whole paragraph at once.
"""

import re
from collections.abc import Iterator
from html import unescape
from xml.sax.saxutils import escape

from documents.language import CODES
from documents.ordinals import OPEN, RUN, WORDS

_MARK = "\u200e"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"
_NOT_ARABIC = re.compile(f"[^{_ARABIC}]+")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]")
_NUMBER = re.compile(r"\d+(?:[-.\u2010\u2011/]\d+)+")
_RTL = "<w:rtl/>"
_LANGUAGE = re.compile(r"<w:lang\b[^>]*/>")
_EDGES = " \u00a0\u202f:–-"
_PAIRS = (("(", ")"), ("«", "»"), ("[", "]"))


def set_directions(xml: str) -> str:
    """Cut each Arabic run where its words turn, and set apart what runs the other way; all else stays as it is."""
    return RUN.sub(_cut, xml)


def _cut(run: re.Match[str]) -> str:
    look = run["look"] or ""
    if _RTL not in look or not any(_turns(unescape(words)) for words in WORDS.findall(run["rest"])):
        return run[0]
    turned = look.replace(_RTL, "")
    turned = _LANGUAGE.sub(f'<w:lang w:val="{CODES["fr"]}"/>', turned)

    def cut(words: re.Match[str]) -> str:
        told, parts, end = unescape(words[1]), [], 0
        for start, stop in _turns(told):
            inside = f"{OPEN}{_MARK}{escape(told[start:stop])}{_MARK}</w:t>"
            parts.append(f"{OPEN}{escape(told[end:start])}</w:t></w:r><w:r>{turned}{inside}</w:r><w:r>{look}")
            end = stop
        return f"{''.join(parts)}{OPEN}{escape(told[end:])}</w:t>"

    return WORDS.sub(cut, run[0])


def _turns(words: str) -> list[tuple[int, int]]:
    """Give where the stretches from left to right begin and end."""
    return list(_stretches(words))


def _stretches(words: str) -> Iterator[tuple[int, int]]:
    for found in _NOT_ARABIC.finditer(words):
        start, stop = found.span()
        if not _LATIN.search(words, start, stop):
            yield from (number.span() for number in _NUMBER.finditer(words, start, stop))
        elif (start, stop) == (0, len(words)):
            yield 0, len(words)
        else:
            yield _trimmed(words, start, stop)


def _trimmed(words: str, start: int, stop: int) -> tuple[int, int]:
    """Leave to the Arabic sentence the spaces and signs around a stretch, and the bracket that it alone closes."""
    while words[start] in _EDGES:
        start += 1
    while words[stop - 1] in _EDGES + ".,;":
        stop -= 1
    for opening, closing in _PAIRS:
        inside = words[start:stop]
        if inside.startswith(opening) and inside.count(opening) > inside.count(closing):
            start += 1
        if inside.endswith(closing) and inside.count(closing) > inside.count(opening):
            stop -= 1
    return start, stop
