"""The server of production in a process of its own, on a day that the test sets."""

import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tests.journeys.servers import SECONDS, Server

# What every request and every job of the server takes for the present moment.
_CLOCK = """
import os
from datetime import datetime
from pathlib import Path
import web.request
import web.serving.scheduler
def told():
    return datetime.fromisoformat(Path(os.environ["VAR"], "clock").read_text("ascii"))
web.request.utc_now = web.serving.scheduler.utc_now = told
"""


@dataclass
class Office:
    """The ministry on one day after the other: the server that runs, and the file where it reads the moment."""

    server: Server

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.server.port}"

    def turn_to(self, day: date) -> None:
        """Let it be nine o'clock of that day."""
        _tell(self.server.var, day)


def open_office(url: str, var: Path, day: date) -> Office:
    """Start the server on a day, and wait until it answers."""
    var.mkdir()
    _tell(var, day)
    server = Server(url, var, _CLOCK)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return Office(server)
        time.sleep(0.05)
    server.end()
    raise AssertionError("the server does not answer")


def _tell(var: Path, day: date) -> None:
    new = var / "clock.new"
    new.write_text(datetime(day.year, day.month, day.day, 9, tzinfo=UTC).isoformat(), "ascii")
    new.replace(var / "clock")
