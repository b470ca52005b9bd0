"""The file of a table between its reading and its confirmation: private, its person's alone, gone after a day."""

import re
import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import time
from uuid import UUID

from web.private_files import make_private_folder, private

FOLDER = "tables"
_KEPT = timedelta(days=1)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_BYTES = 16


def keep(var: Path, person: UUID, content: bytes) -> str:
    """Keep a file for a person under a name that nobody guesses, and give that name; throw away what is too old."""
    folder = var / FOLDER
    with private():
        make_private_folder(folder)
        for path in _expired(folder):
            path.unlink(missing_ok=True)
        token = secrets.token_urlsafe(_BYTES)
        _path(folder, person, token).write_bytes(content)
    return token


def take(var: Path, person: UUID, token: str) -> bytes | None:
    """Give the file that this person kept under this name; None where there is none, or no longer."""
    if not _TOKEN.fullmatch(token):
        return None
    path = _path(var / FOLDER, person, token)
    try:
        return None if _is_expired(path) else path.read_bytes()
    except FileNotFoundError:
        return None


def _path(folder: Path, person: UUID, token: str) -> Path:
    return folder / f"{person.hex}_{token}"


def _expired(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.iterdir() if _is_expired(path))


def _is_expired(path: Path) -> bool:
    return time() - path.stat().st_mtime > _KEPT.total_seconds()
