"""The files of Navette are its account's alone: the database, its journal, mails, the secret of the service."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from stat import S_IMODE

_UMASK = 0o077


class Folder(StrEnum):
    """The folders of files that wait for what their person says of them; see `web.kept_files`."""

    TABLES = "tables"
    UPLOADS = "uploads"
    REGISTERS = "registers"
    FORMS = "forms"
    CHOICES = "choices"


_OURS = (
    "secret_key",
    "address",
    "scheduler.lock",
    "last_reminders",
    "known_database",
    "navette.db*",
    "mail",
    "mail/*",
    *chain.from_iterable((folder.value, f"{folder.value}/*") for folder in Folder),
)


@contextmanager
def private() -> Iterator[None]:
    """Make every file that is made meanwhile, by this process or by those it starts, readable by its account alone."""
    before = os.umask(_UMASK)
    try:
        yield
    finally:
        os.umask(before)


def make_private_folder(path: Path) -> None:
    """Make a folder of data that its owner alone may open; one that is there already keeps its rights."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)


def tighten(var: Path, database: Path | None) -> list[Path]:
    """Take from others what rights they have on files of Navette, as earlier versions left them.

    The folder itself keeps its rights: it may hold more than ours. Gives the files that could not be changed, most
    often because another account owns them.
    """
    beside = database.parent.glob(f"{database.name}*") if database else ()
    return [path for path in chain(*(var.glob(name) for name in _OURS), beside) if not _is_closed(path)]


def _is_closed(path: Path) -> bool:
    try:
        mode = S_IMODE(path.stat().st_mode)
        if mode & _UMASK:
            path.chmod(mode & ~_UMASK)
    except FileNotFoundError:
        return True  # a journal that was folded into its database, a mail that was taken away
    except OSError:
        return False
    return True


def warning_about(paths: Iterable[Path]) -> str:
    """Say which files others may read; nothing when there are none."""
    named = ", ".join(map(str, paths))
    return f"Attention : d’autres comptes peuvent lire {named} ; changez-en le propriétaire." if named else ""
