"""Files between their sending and what is confirmed of them: private, their person's alone, gone after a day.

They stand under the folder of data, which all workers of a machine share, as does the secret of sessions.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from time import time
from uuid import UUID

from web.private_files import Folder, make_private_folder, private

_KEPT = timedelta(days=1)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_BYTES = 16
# A person who sends more than this before confirming any begins to lose the first ones.
_MOST = 20


def keep(var: Path, person: UUID, content: bytes, folder: Folder, *, name: str = "") -> str:
    """Keep a file for a person under a name that nobody guesses, and give that name; throw away what is too old.

    `name` is that of a file that this person kept already, of which something else is kept in another folder.
    """
    folder_path = var / folder
    with private():
        make_private_folder(folder_path)
        for path in (*_expired(folder_path), *_too_many(folder_path, person)):
            path.unlink(missing_ok=True)
        token = name if _TOKEN.fullmatch(name) else secrets.token_urlsafe(_BYTES)
        _path(folder_path, person, token).write_bytes(content)
    return token


def take(var: Path, person: UUID, token: str, folder: Folder) -> bytes | None:
    """Give the file that this person kept under this name; None where there is none, or no longer."""
    if not _TOKEN.fullmatch(token):
        return None
    path = _path(var / folder, person, token)
    try:
        return None if _is_expired(path) else path.read_bytes()
    except FileNotFoundError:
        return None


def forget(var: Path, person: UUID, token: str, folder: Folder) -> None:
    """Throw away what this person kept under this name, if anything is there."""
    if _TOKEN.fullmatch(token):
        _path(var / folder, person, token).unlink(missing_ok=True)


def _path(folder: Path, person: UUID, token: str) -> Path:
    return folder / f"{person.hex}_{token}"


def _expired(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.iterdir() if _is_expired(path))


def _too_many(folder: Path, person: UUID) -> list[Path]:
    """Give the oldest files of a person, so that with one more there are no more than the most."""
    with suppress(FileNotFoundError):  # another worker threw one away meanwhile
        kept = sorted(folder.glob(f"{person.hex}_*"), key=lambda path: path.stat().st_mtime, reverse=True)
        return kept[_MOST - 1 :]
    return []


def _is_expired(path: Path) -> bool:
    return time() - path.stat().st_mtime > _KEPT.total_seconds()
