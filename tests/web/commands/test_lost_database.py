"""A database that was there and is no more is said, and never made anew in silence."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest
from flask import Flask
from sqlalchemy import make_url, text

from models import make_engine
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from web.commands.known_database import is_peopled, place
from web.commands.preparation import prepare
from web.private_files import Folder

LOST = "La base de données attendue dans {} est {} : rien n’est fait à sa place.\nRestaurez la dernière sauvegarde, ou "


def start(app: Flask) -> None:
    """Prepare everything as `serve` does before it listens."""
    app.cli.command("prepare")(prepare)
    Terminal(app).run("prepare")


def refused(app: Flask, command: str = "prepare") -> str:
    app.cli.command("prepare")(prepare)
    return Terminal(app).run(command, status=1).stderr.removeprefix("Error: ")


@pytest.fixture
def started(make_app: MakeApp) -> Flask:
    """Give an application that was started once, with the demonstration in its database."""
    app = make_app()
    start(app)
    app.extensions["navette.engine"].dispose()
    return app


def removed(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def without_accounts(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute("DELETE FROM person")


@pytest.mark.parametrize(
    ("lose", "how"),
    [
        (removed, "absente, ou vide"),
        (emptied, "absente, ou vide"),
        (without_accounts, "vide : plus personne n’y a de compte"),
    ],
)
def test_a_database_that_is_lost_stops_the_start(
    make_app: MakeApp, started: Flask, lose: Callable[[Path], None], how: str
) -> None:
    path = started.extensions["navette.settings"].var / "navette.db"
    lose(path)
    before = path.stat().st_size if path.exists() else None

    for command in ("prepare", "migrate"):
        assert refused(make_app(), command).startswith(LOST.format(path, how))

    assert (path.stat().st_size if path.exists() else None) == before
    if not before:
        assert refused(make_app(), "send").startswith(LOST.format(path, how))


def test_a_new_start_is_asked_for_by_name(make_app: MakeApp, started: Flask) -> None:
    (started.extensions["navette.settings"].var / "navette.db").unlink()

    assert Terminal(make_app()).run("migrate", "--new").output == "La base de données est à jour.\n"

    start(make_app())


def test_another_database_that_is_empty_is_not_taken_for_the_one_that_was(
    make_app: MakeApp, started: Flask, tmp_path: Path
) -> None:
    other = make_app(DATABASE_URL=f"sqlite:///{tmp_path / 'other.db'}")

    first = started.extensions["navette.settings"].var / "navette.db"
    assert refused(other).startswith(LOST.format(first, "absente, ou vide"))
    assert not (tmp_path / "other.db").exists()


def test_a_database_that_was_carried_elsewhere_is_known_there(
    make_app: MakeApp, started: Flask, tmp_path: Path
) -> None:
    first = started.extensions["navette.settings"].var / "navette.db"
    first.rename(tmp_path / "other.db")
    other = make_app(DATABASE_URL=f"sqlite:///{tmp_path / 'other.db'}")

    start(other)

    assert (first.parent / "known_database").read_text("utf-8") == f"{tmp_path / 'other.db'}\ncomptes\n"


def test_the_mark_names_a_postgresql_database_without_its_password(
    make_app: MakeApp, postgres_url: str, tmp_path: Path
) -> None:
    administrator = make_engine(postgres_url)
    with administrator.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE lost"))
        url = make_url(postgres_url).set(database="lost", password="phrase")  # noqa: S106
        app = make_app(DATABASE_URL=url.render_as_string(hide_password=False))
        Terminal(app).run("migrate")
        mark = (tmp_path / "var" / "known_database").read_text("utf-8")
        app.extensions["navette.engine"].dispose()
        connection.execute(text("DROP DATABASE lost"))
        connection.execute(text("CREATE DATABASE lost"))
        said = refused(app)
        app.extensions["navette.engine"].dispose()
        connection.execute(text("DROP DATABASE lost"))
    administrator.dispose()

    assert "phrase" not in mark
    assert "/lost" in mark
    assert said.startswith(LOST.format(mark.splitlines()[0], "absente, ou vide"))


@pytest.mark.parametrize("driver", ["postgresql", "postgresql+psycopg"])
@pytest.mark.parametrize(
    ("rest", "where"),
    [
        ("navette:phrase@localhost/base", "navette@localhost/base"),
        ("navette:phrase@localhost:5433/base?sslmode=require&sslpassword=phrase", "navette@localhost:5433/base"),
        ("/base?host=/run/postgresql&user=navette&password=phrase", "navette@/run/postgresql/base"),
        ("navette@/base?host=one:1&host=two:2&password=phrase", "navette@one,two:1,2/base"),
        ("?service=navette&passfile=phrase", "/"),
    ],
)
def test_no_form_of_an_address_leaves_its_password_in_the_mark(
    make_app: MakeApp, *, driver: str, rest: str, where: str
) -> None:
    with make_app(DATABASE_URL=f"{driver}://{rest}").app_context():
        assert place() == f"postgresql+psycopg://{where}"


def test_an_interrupted_first_start_is_taken_up_again(make_app: MakeApp) -> None:
    app = make_app()
    Terminal(app).run("migrate")

    start(app)

    with app.app_context():
        assert is_peopled()


def test_every_file_is_private_from_the_start(make_app: MakeApp, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        app = make_app()
        start_as_told(app)
        app.extensions["navette.settings"].secret_key()
    finally:
        os.umask(before)

    modes = {path.name: oct(S_IMODE(path.stat().st_mode)) for path in (tmp_path / "var").rglob("*")}
    assert {name for name, mode in modes.items() if mode not in {"0o600", "0o700"}} == set()
    assert {"navette.db", "known_database", "secret_key"} <= set(modes)
    assert S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def start_as_told(app: Flask) -> None:
    for typed in (["migrate"], ["load-demonstration"]):
        Terminal(app).run(*typed)
    Terminal(app).run("send", status=1)  # one of its mails has met an unknown mailbox


def test_files_that_an_earlier_version_left_open_are_closed(make_app: MakeApp, started: Flask) -> None:
    var = started.extensions["navette.settings"].var
    for folder in ("mail", *Folder):
        (var / folder).mkdir()
        (var / folder / f"of {folder}").write_text("…", "utf-8")
    (var / "notes.txt").write_text("of somebody else", "utf-8")
    for path in var.rglob("*"):
        path.chmod(0o777 if path.is_dir() else 0o664)

    Terminal(make_app()).run("migrate")

    modes = {path.name: oct(S_IMODE(path.stat().st_mode)) for path in var.rglob("*") if "db-" not in path.name}
    assert modes == {
        "navette.db": "0o600", "known_database": "0o600", "notes.txt": "0o664",
        **dict.fromkeys(("mail", *Folder), "0o700"),
        **{f"of {folder}": "0o600" for folder in ("mail", *Folder)},
    }  # fmt: skip


@pytest.mark.parametrize(("lose", "how"), [(removed, "absente, ou vide"), (emptied, "absente, ou vide")])
def test_the_backup_of_a_lost_database_says_what_the_start_says(
    make_app: MakeApp, started: Flask, tmp_path: Path, *, lose: Callable[[Path], None], how: str
) -> None:
    path = started.extensions["navette.settings"].var / "navette.db"
    lose(path)

    said = Terminal(make_app()).run("backup", str(tmp_path / "kept.zip"), status=1).stderr

    assert said.startswith(f"Error: {LOST.format(path, how)}")
    assert not (tmp_path / "kept.zip").exists()
