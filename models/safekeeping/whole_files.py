"""Files that have their name only once they are whole and on the disk: a fault leaves what was there before."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# What disks without hard links answer: those of Windows, and some of the network.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}


def write_whole(out: Path, content: Iterable[bytes], *, may_replace: bool = True) -> None:
    """Write a file for its owner alone.

    Raise OSError where it cannot be written, FileExistsError where it is there and may not be replaced.
    """
    with private_folder(near=out) as folder:
        part = folder / "part"
        with part.open("xb") as file:
            file.writelines(content)
        give_name(part, out, may_replace=may_replace)


@contextmanager
def private_folder(near: Path) -> Iterator[Path]:
    """Give a folder beside the file to come, that nobody else reads; it goes at the end with what is still in it."""
    with tempfile.TemporaryDirectory(prefix=".navette-", suffix=".part", dir=near.parent) as folder:
        yield Path(folder)


def give_name(part: Path, out: Path, *, may_replace: bool) -> None:
    """Give a file of a private folder its name, once the disk has what is in it.

    Raise FileExistsError where `out` is there and may not be replaced.
    """
    part.chmod(0o600)
    _flush(part, os.O_RDWR)
    if may_replace:
        part.replace(out)
    else:
        _give_free_name(part, out)
    _flush(out.parent, os.O_RDONLY)


def _give_free_name(part: Path, out: Path) -> None:
    try:
        # Unlike a rename, a link never takes the place of a file that another process has just made.
        os.link(part, out)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if out.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(out)) from error
        part.rename(out)


def _flush(path: Path, flags: int) -> None:
    opened = os.open(path, flags)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
