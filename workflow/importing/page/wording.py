"""Text as pages and copies of pages spell it, brought to one spelling."""

import re
import unicodedata
from functools import cache, lru_cache

from workflow.language.legible import without_overrides

_BLANKS = re.compile(r"[^\S\t\n]+")
_SAME = str.maketrans("’‘ʼ`´‐‑‒–—−", "'''''------")
_UNFINISHED = re.compile(
    r"(?:\b(?:a|au|aux|de|du|des|d'|l'|la|le|les|et|ou|en|sur|par|pour|dans|relatif|relative|portant|fixant|un|une)|,)$"
)


def tidy(text: str) -> str:
    """Give one spelling to blanks and drop invisible marks; tabs and line ends stay, they part cells and rows."""
    text = without_overrides(unicodedata.normalize("NFC", text))
    return _BLANKS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=2048)  # each line is folded some twenty times while it is read
def fold(text: str) -> str:
    """Strip case, accents and typography, letter for letter: a place in the result is the same place in `text`."""
    return "".join(map(_plain, text.translate(_SAME)))


@cache
def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].lower()[0]


def is_unfinished(text: str) -> bool:
    """Whether a line stops on a word that calls for the next one."""
    return bool(_UNFINISHED.search(fold(text).rstrip()))


def is_ended(text: str) -> bool:
    """Whether a line ends as an item of a list or a sentence does, so that the next one starts something else."""
    return not text.strip() or text.rstrip()[-1] in ".;:!?؛؟"
