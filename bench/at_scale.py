"""The databases of the long benches: N texts, and 1,000 to compare with; built once, kept for the next bench."""

import os
import tempfile
from functools import cache
from pathlib import Path

from bench.scale import build

SMALL = 1000


def size() -> int:
    """Give N, which the environment may set."""
    return int(os.environ.get("N", "1000000"))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="navette-scale-")


def folder() -> Path:
    """Give the folder of the long benches: SCALE keeps it from one run to the next, else it goes with the process."""
    kept = Path(os.environ.get("SCALE") or _folder().name).resolve()
    kept.mkdir(parents=True, exist_ok=True)
    return kept


def database(texts: int) -> str:
    """Give the address of a database of that many texts, built when it is first asked for."""
    file = folder() / f"{texts}.db"
    if not file.exists():
        begun = file.with_suffix(".begun")
        begun.unlink(missing_ok=True)
        build(f"sqlite:///{begun}", texts)
        begun.rename(file)
    return f"sqlite:///{file}"
