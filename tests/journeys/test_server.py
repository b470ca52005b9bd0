"""The server as an operator starts it: one command, one address, and a clean end."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from web.config import ROOT

SECONDS = 30


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


@pytest.fixture
def server(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Start `flask serve` on an empty folder of data."""
    flask = Path(sys.executable).parent / "flask"
    environment = {**os.environ, "VAR": str(tmp_path / "var"), "FLASK_SKIP_DOTENV": "1"}
    process = subprocess.Popen(  # noqa: S603 - our own program
        [flask, "--app", "web", "serve", "--port", str(port)],
        cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=SECONDS)


def ask(port: int, path: str) -> tuple[int, str]:
    """Ask for a page as soon as the server answers."""
    until = time.monotonic() + SECONDS
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()
        except ConnectionRefusedError:
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)
        finally:
            connection.close()


def test_one_command_prepares_everything_serves_it_and_ends_when_told(
    server: subprocess.Popen[str], port: int, tmp_path: Path
) -> None:
    status, page = ask(port, "/sign-in")
    assert status == 200
    assert "cheffe@demo.navette.ma" in page
    assert ask(port, "/")[0] == 302
    assert {"navette.db", "secret_key", "scheduler.lock"} <= {path.name for path in (tmp_path / "var").iterdir()}

    assert (tmp_path / "var/address").read_text("utf-8") == f"http://127.0.0.1:{port}"

    server.send_signal(signal.SIGTERM)
    output, _nothing = server.communicate(timeout=SECONDS)

    assert server.returncode == 0
    assert f"Navette : http://127.0.0.1:{port}" in output
    assert "Traceback" not in output
    assert "Warning" not in output
