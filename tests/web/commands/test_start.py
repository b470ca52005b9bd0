"""What an operator reads when Navette cannot start: one line that says what to do."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from web.config import ROOT


def flask(root: Path, var: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `flask --app web` in a folder that holds Navette."""
    program = Path(sys.executable).parent / "flask"
    environment = {**os.environ, "VAR": str(var), "FLASK_SKIP_DOTENV": "1"}
    return subprocess.run(  # noqa: S603 - our own program
        [program, "--app", "web", *words], cwd=root, env=environment, text=True, capture_output=True, check=False
    )


@pytest.mark.parametrize("command", ["check", "serve"])
def test_a_fault_of_the_procedure_files_is_said_in_one_line(tmp_path: Path, command: str) -> None:
    root = tmp_path / "navette"
    for room in ("workflow", "models", "documents", "web"):
        shutil.copytree(ROOT / room, root / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "config.toml", root)
    block = root / "workflow" / "procedures" / "blocks" / "parliament.toml"
    block.write_text(block.read_text("utf-8").replace('length = "P60D"', 'length = "60 jours"'), "utf-8")

    ended = flask(root, tmp_path / "var", command)

    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: blocks/parliament.toml, repris par ")
    assert "a une durée illisible : « 60 jours »" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_an_address_that_is_taken_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = flask(ROOT, tmp_path / "var", "serve", "--port", str(port))

    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr == (f"Error: 127.0.0.1:{port} est déjà pris : donnez --host ou --port.\n")
    assert not list((tmp_path / "var").glob("*.db"))
