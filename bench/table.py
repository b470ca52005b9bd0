"""The table of all texts as of a day, written to a file by a process of its own: its memory, and its first byte."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from resource import RLIMIT_AS, setrlimit

from bench.at_scale import SMALL, database, size
from bench.check import ROOT, flask, surroundings
from bench.product import DAY
from bench.report import Figure

_KIB = 1024
_SHARE = 0.7
_SECONDS = float(os.environ.get("TABLE_SECONDS", "1800"))


@dataclass(frozen=True)
class _Run:
    """What one process took; `whole` unless it was stopped before its end."""

    mebibytes: float
    first_byte: float | None
    seconds: float
    whole: bool


def figures() -> Iterator[Figure]:
    """Compare the table of N texts with that of 1,000."""
    small, large = _table(database(SMALL)), _table(database(size()))
    against = f"at {SMALL:,} texts, {small.mebibytes:.0f} MiB"
    if not large.whole:
        against += f"; stopped unfinished after {large.seconds:.0f} s"
    yield Figure("table_memory", large.mebibytes / small.mebibytes, against, large.mebibytes, "MiB")
    if large.first_byte is not None and small.first_byte is not None:
        against = f"at {SMALL:,} texts, {small.first_byte:.2f} s; whole in {large.seconds:.1f} s"
        yield Figure("table_first_byte", large.first_byte / small.first_byte, against, large.first_byte, "s")


def _table(url: str) -> _Run:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        out.mkdir()
        command = flask("table", "--on", DAY.isoformat(), "--format", "csv", "--out", str(out / "table.csv"))
        told = surroundings(VAR=folder, DATABASE_URL=url)
        started = time.perf_counter()
        child = subprocess.Popen(command, env=told, cwd=ROOT, preexec_fn=_bound, stdout=subprocess.DEVNULL,  # noqa: S603, PLW1509
                                 stderr=subprocess.DEVNULL)  # fmt: skip
        return _watch(child, out, started)


def _watch(child: "subprocess.Popen[bytes]", out: Path, started: float) -> _Run:
    first = None
    while True:
        # A file written under another name until it is whole begins in the same folder.
        if first is None and any(file.stat().st_size for file in out.iterdir()):
            first = time.perf_counter() - started
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        seconds = time.perf_counter() - started
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return _Run(used.ru_maxrss / _KIB, first, seconds, child.returncode == 0)
        if seconds > _SECONDS:
            child.kill()
        time.sleep(0.01)


def _bound() -> None:
    """Let the process fail rather than the machine."""
    told = Path("/proc/meminfo").read_text("ascii").split("MemAvailable:")[1].split()[0]
    most = int(int(told) * _KIB * _SHARE)
    setrlimit(RLIMIT_AS, (most, most))
