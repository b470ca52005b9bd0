"""What an operator finds there already: a backup, a server at work."""

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.databases import NewPlace
from tests.web.conftest import TerminalAt


@pytest.fixture
def archive(terminal_at: TerminalAt, demonstrated_place: NewPlace, tmp_path: Path) -> Path:
    """Give the backup of a SQLite database with the demonstration in it."""
    out = tmp_path / "kept.zip"
    terminal_at(demonstrated_place("sqlite")).run("backup", str(out))
    return out


@pytest.fixture
def served(tmp_path: Path) -> Iterator[None]:
    """Hold the lock that a server holds while it works on the data of `terminal_at`."""
    lock = tmp_path / "var" / "scheduler.lock"
    lock.parent.mkdir(exist_ok=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
