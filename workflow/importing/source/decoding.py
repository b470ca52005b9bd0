"""From bytes to text, whatever program saved them."""

import codecs
import re

from workflow.importing.source.advice import ADVICE
from workflow.importing.table import UnreadableTable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{3,}")
_MOSTLY = 0.2
_SOME_WORDS = 3


def decode(source: bytes, name: str) -> str:
    """Read the bytes as text, or raise UnreadableTable when they are none."""
    text = _decoded(source)
    if not text.strip("\ufeff\x00 \t\r\n\xa0"):
        raise UnreadableTable(f"« {name} » est vide. {ADVICE}")
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableTable(f"« {name} » ne contient pas de texte lisible. {ADVICE}")
    return text


def _decoded(source: bytes) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return source.decode(encoding, errors="replace")
    if wide := _unmarked_utf16(source):
        return source.decode(wide, errors="replace")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(source)


def _unmarked_utf16(source: bytes) -> str | None:
    sample = source[:4000]
    if sample[1::2].count(0) > _MOSTLY * len(sample):
        return "utf-16-le"
    if sample[::2].count(0) > _MOSTLY * len(sample):
        return "utf-16-be"
    return None


def _single_byte(source: bytes) -> str:
    """Tell the Arabic code page by whole words: French letters of both pages share their places, but for capitals."""
    arabic = source.decode("cp1256", errors="replace")
    if len(_ARABIC_WORD.findall(arabic)) >= _SOME_WORDS:
        return arabic
    return source.decode("cp1252", errors="replace")
