"""What a file given by somebody is and says: looked at before anything is written, and never opened in this process."""

import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import Refused
from workflow.pieces.file_types import LOCKED, FileType, recognised
from workflow.pieces.names import safe_name

_ROOT = Path(__file__).parents[2]
_SECONDS = 30
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Examined:
    """A file that can be kept: its bytes, what it is, the name it is kept under, and its words."""

    content: bytes
    file_type: FileType
    name: str
    words: str
    # Whether its words could be read; where they could not, the file is kept all the same.
    is_read: bool


def examine(content: bytes, name: str, *, largest_mb: int) -> Examined:
    """Look at a file as it was given; raise Refused where `recognised` does, and for one that a password protects.

    It may take up to half a minute: no transaction should be open meanwhile.
    """
    found = recognised(content, name, largest_mb=largest_mb)
    words = _words(content, found.extension) if found.has_words else None
    return Examined(content, found, safe_name(name, found), words or "", is_read=bool(words and words.strip()))


def _words(content: bytes, extension: str) -> str | None:
    """Give the words of a file as a process of its own reads them, None where it cannot."""
    command = [sys.executable, "-m", "workflow.pieces.child", extension]
    try:
        ended = subprocess.run(  # noqa: S603 - our own words
            command, input=content, capture_output=True, cwd=_ROOT, env={"PYTHONUTF8": "1"}, timeout=_SECONDS,
            check=True,
        )  # fmt: skip
        told = json.loads(ended.stdout)
    except (subprocess.SubprocessError, ValueError, OSError) as error:
        _log.warning("the words of a file cannot be read: %s", type(error).__name__)
        return None
    if "locked" in told:
        raise Refused([LOCKED])
    # PostgreSQL keeps no such letter, and nothing can be read of half a pair.
    return str(told["words"]).replace("\0", "").encode("utf-8", "ignore").decode()
