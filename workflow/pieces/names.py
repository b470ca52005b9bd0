"""Names of files as they are kept and given back: legible, without a place, an order or a program in them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from workflow.language.legible import one_line, without_overrides
from workflow.pieces.file_types import DANGEROUS, FileType, known_endings

LONGEST = 150
_NAMELESS = "sans nom"
# What some system takes for a place, an order or a wildcard.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f<>:\"|?*]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_INNER = re.compile(r"\.(?=(?:" + "|".join(sorted(DANGEROUS)) + r")(?:\.|$))", re.IGNORECASE)


def safe_name(given: str, found: FileType) -> str:
    r"""Give the name under which a file is kept, from the one that whoever gives it wrote: 150 letters at most.

    It ends as the bytes tell. A path before it, marks that nobody sees or that turn letters round, and what a machine
    would take for an order are left out: "C:\a\contrat.exe.pdf" is "contrat_exe.pdf".
    """
    words = unicodedata.normalize("NFC", without_overrides(given.replace("\\", "/").rsplit("/", 1)[-1]))
    stem = _without_ending(one_line(_FORBIDDEN.sub(" ", words)))
    stem = _INNER.sub("_", stem).strip(". ")
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    ending = f".{found.extension}"
    return f"{stem[: LONGEST - len(ending)].rstrip('. ') or _NAMELESS}{ending}"


def different(names: Iterable[str]) -> Iterator[str]:
    """Give names of one folder, each once whatever the case: "note.pdf", then "note (2).pdf"."""
    taken: set[str] = set()
    for name in names:
        stem, dot, ending = name.rpartition(".")
        turn, other = 1, name
        while other.casefold() in taken:
            turn += 1
            other = f"{stem} ({turn}){dot}{ending}"
        taken.add(other.casefold())
        yield other


def _without_ending(name: str) -> str:
    stem, _dot, ending = name.rpartition(".")
    return stem if stem and ending.lower().strip() in set(known_endings()) else name
