"""The processor's time of `flask check` on the demonstration, beside that of importing what it is made of."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.report import Figure

ROOT = Path(__file__).parent.parent
_ROUNDS = 5
_IMPORTS = ("-c", "import flask, sqlmodel, alembic.command, flask_babel, flask_wtf, transitions")


def flask(*words: str) -> list[str]:
    """Give the command line of one of our commands."""
    return [sys.executable, "-m", "flask", "--app", "web", *words]


def surroundings(**told: str) -> dict[str, str]:
    """Give the environment of a process of ours: nothing that only benches need."""
    unwanted = ("PYTHONPATH", "DATABASE_URL", "BASELINE", "JSON")
    return {name: value for name, value in os.environ.items() if name not in unwanted} | told


def figures() -> Iterator[Figure]:
    """Time whole processes, from their start to their end."""
    with tempfile.TemporaryDirectory() as folder:
        told = surroundings(VAR=folder)
        for command in ("migrate", "load-demonstration"):
            subprocess.run(flask(command), check=True, capture_output=True, env=told, cwd=ROOT)  # noqa: S603
        ours, limit = [], []
        for _round in range(_ROUNDS):
            ours.append(_cpu_seconds(flask("check"), told))
            limit.append(_cpu_seconds([sys.executable, *_IMPORTS], told))
    value, least = statistics.median(ours), statistics.median(limit)
    yield Figure("check_cpu", value / least, f"importing its libraries, {least:.2f} s", value, "s CPU")


def _cpu_seconds(command: Sequence[str], told: dict[str, str]) -> float:
    child = subprocess.Popen(command, env=told, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603
    _pid, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime
