"""A server of ours as it comes: `flask serve` of some checkout, on a free port, with data of its own."""

import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.check import flask, surroundings
from bench.http_client import Client
from bench.product import DOMAIN, PASSWORD

_HOST = "127.0.0.1"
_PATIENCE = 120


@contextmanager
def serving(checkout: Path) -> Iterator[Client]:
    """Start the server of a checkout, and give a client in which the head of the division is signed in."""
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        command = flask("serve", "--port", str(port))
        server = subprocess.Popen(command, cwd=checkout, env=surroundings(VAR=folder), stdout=subprocess.DEVNULL)  # noqa: S603
        try:
            client = Client(_HOST, port)
            _wait(client, server)
            client.post(client.form("/sign-in", {"email": f"cheffe{DOMAIN}", "password": PASSWORD}))
            client.form("/texts/new", {})  # from here on the session holds the mark that every form carries
            yield client
        finally:
            server.terminate()
            server.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind((_HOST, 0))
        port: int = listening.getsockname()[1]
        return port


def _wait(client: Client, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            client.send("GET", "/sign-in")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")
