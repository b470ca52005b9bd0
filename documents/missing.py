"""What Navette should know and does not: dots on the page, with a comment that says what is to be completed.

A value holds it as characters that nobody types, around the words of the comment, so that a sentence made of several
values keeps them. Blanks that a hand fills are plain dots.
"""

import re

from workflow.language.typography import DOTS

# Three of the code points that Unicode leaves to programs, and that no text holds.
MARK = "\ufdd0"
_BETWEEN, _END = "\ufdd1", "\ufdd2"
_WORDS = f"[^{MARK}{_BETWEEN}{_END}<]*"
# The end may have been cut away with the end of a sentence.
MISSING = re.compile(f"{MARK}(?P<fr>{_WORDS})(?:{_BETWEEN}(?P<ar>{_WORDS}))?{_END}?")


def missing(fr: str = "", ar: str = "") -> str:
    """Give what stands for a value that is missing; the words of both languages say which: "la date du Conseil"."""
    return f"{MARK}{_one_line(fr)}{_BETWEEN}{_one_line(ar)}{_END}"


def is_missing(value: object) -> bool:
    """Whether a value is one that is missing, and nothing else."""
    return isinstance(value, str) and MISSING.fullmatch(value) is not None


def dotted(words: str) -> str:
    """Put plain dots where something is missing, for places that can bear no comment."""
    return MISSING.sub(DOTS, words) if MARK in words else words


def _one_line(words: str) -> str:
    return " ".join(words.replace("<", " ").split())
