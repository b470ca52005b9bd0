"""What a file given by somebody is and says: looked at before anything is written, and never opened in this process."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from workflow.confinement import ask
from workflow.errors import Refused
from workflow.pieces.file_types import FileType, recognised
from workflow.pieces.names import safe_name
from workflow.pieces.packages import LOCKED

_CHILD = "workflow.pieces.child"
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
    # Of a Word file, its articles as they were read, for each language that it has articles in: see `to_json`.
    drafts: tuple[str, ...] = ()
    # Of a Word file, the identifier in its properties: that of the paper it comes from, where Navette made it.
    identifier: str = ""
    # And how many comments of Navette still ask to complete it; None where nobody could tell.
    to_complete: int | None = None


def examine(content: bytes, name: str, *, largest_mb: int) -> Examined:
    """Look at a file as it was given; raise Refused where `recognised` does, and for one that a password protects.

    It may take up to half a minute: no transaction should be open meanwhile.
    """
    found = recognised(content, name, largest_mb=largest_mb)
    told = _said(content, found.extension) if found.has_words else {}
    words = _keepable(told.get("words", ""))
    return Examined(
        content, found, safe_name(name, found), words, is_read=bool(words.strip()),
        drafts=tuple(_keepable(draft) for draft in told.get("drafts", ())),
        identifier=_keepable(told.get("identifier", "")), to_complete=told.get("to_complete"),
    )  # fmt: skip


def _said(content: bytes, extension: str) -> dict[str, Any]:
    """Give what a process of its own says of a file, see `workflow.pieces.child`; nothing of what it cannot read."""
    told: dict[str, Any] = {}
    answer = ask(_CHILD, extension, content=content, about="a file", patience=_SECONDS)
    # Of one that was stopped, the last line may be cut.
    lines = answer.content.splitlines()[: None if answer.is_whole else answer.content.count(b"\n")]
    try:
        for line in lines:
            told |= json.loads(line)
    except ValueError as error:
        _log.warning("what was said of a file cannot be read: %s", type(error).__name__)
    if "locked" in told:
        raise Refused([LOCKED])
    return told


def _keepable(words: str) -> str:
    """Leave out what PostgreSQL keeps nowhere, and half pairs, of which nothing can be read."""
    return words.replace("\0", "").encode("utf-8", "ignore").decode()
