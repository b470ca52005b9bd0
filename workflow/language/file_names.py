"""A text named in the name of a file or of a folder, in letters that every machine takes."""

import re

from workflow.language.folding import plain

_NAMED = 40


def reference(number: str, title: str) -> str:
    """Name a text by its number, or by the beginning of its title where it has none: "2-14-278"; at most 40 letters."""
    return _ascii(number) or _ascii(plain(title))[:_NAMED].rstrip("-") or "texte"


def _ascii(words: str) -> str:
    return re.sub(r"[^0-9A-Za-z-]+", "-", words).strip("-")
