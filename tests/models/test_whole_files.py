"""A file has its name once it is whole; a fault leaves what was there before, and nothing else."""

import errno
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE

import pytest

from models.safekeeping.file_faults import why
from models.safekeeping.whole_files import write_whole

NAMES = pytest.mark.parametrize("name", ["kept.txt", "é" * 125 + ".txt"], ids=["short", "as long as names may be"])
MAY_REPLACE = pytest.mark.parametrize("may_replace", [True, False])


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let the system write no file of more bytes than that."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def interrupted() -> Iterator[bytes]:
    yield b"half"
    raise KeyboardInterrupt


@NAMES
@MAY_REPLACE
def test_a_file_is_written_for_its_owner_alone(tmp_path: Path, name: str, *, may_replace: bool) -> None:
    out = tmp_path / name

    write_whole(out, [b"one, ", b"two"], may_replace=may_replace)

    assert [(path, path.read_bytes()) for path in tmp_path.iterdir()] == [(out, b"one, two")]
    assert S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("size", [100, 100_000], ids=["told on closing", "told on writing"])
@pytest.mark.parametrize("before", [None, b"before"])
def test_a_disk_without_room_leaves_what_was_there(tmp_path: Path, before: bytes | None, size: int) -> None:
    out = tmp_path / "kept.txt"
    if before:
        out.write_bytes(before)

    with room_for(50), pytest.raises(OSError) as refused:  # noqa: PT011 - its reason is what is compared
        write_whole(out, [b"x" * size])

    assert why(refused.value) == "ce fichier serait trop grand"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "kept.txt", interrupted())

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_that_may_not_be_replaced_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, links: bool
) -> None:
    def refuse(*_paths: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if not links:  # as a disk of Windows answers
        monkeypatch.setattr(os, "link", refuse)
    out = tmp_path / "kept.txt"
    write_whole(out, [b"first"], may_replace=False)

    with pytest.raises(FileExistsError):
        write_whole(out, [b"second"], may_replace=False)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"first"]
