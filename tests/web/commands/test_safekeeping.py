"""The database kept safe: what a backup holds, what is found wrong with one, and where it is put back."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from stat import S_IMODE

import pytest
from alembic import command
from sqlalchemy import Connection

from models import make_engine
from models.schema import alembic_config, differences
from tests.fixtures.databases import NewPlace
from tests.web.conftest import MakeApp, TerminalAt
from tests.web.console import Terminal
from web.config import ROOT

SOUND = "Elle est conforme aux procédures.\n"
HOLDS = "22 texte(s), 315 étape(s), 0 papier(s), 8 compte(s)"
KINDS = pytest.mark.parametrize("kind", ["sqlite", "postgresql"])


@contextmanager
def without_ties(connection: Connection) -> Iterator[None]:
    """Let SQLite make tables anew while rows of others lead to them."""
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
    yield


def table_of(terminal: Terminal) -> str:
    return terminal.run("table", "--on", "2015-12-31", "--format", "csv").output


@KINDS
def test_a_backup_is_verified_and_put_back_as_it_was(
    terminal_at: TerminalAt,
    demonstrated_place: NewPlace,
    new_place: NewPlace,
    tmp_path: Path,
    *,
    kind: str,
) -> None:
    before, out = terminal_at(demonstrated_place(kind)), tmp_path / "kept" / "monday.zip"
    out.parent.mkdir()
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[kind]

    assert before.run("backup", str(out)).output == f"{out} : {HOLDS}.\n"
    assert [(path.name, path.stat().st_mode & 0o777) for path in out.parent.iterdir()] == [("monday.zip", 0o600)]
    said = before.run("verify", str(out)).output
    assert said.startswith(f"« {out} » est entière : base {name} de Navette 0.1.0, schéma ")
    assert said.endswith(f" (heure de Rabat) ; {HOLDS}.\n")

    after = terminal_at(new_place(kind))
    restored = after.run("restore", str(out)).output
    assert restored.startswith(f"Base restaurée : base {name} de Navette 0.1.0, schéma ")
    assert restored.endswith(SOUND)
    assert "la base de données s'y conforme" in after.run("check").output
    assert table_of(after) == table_of(before)
    assert [path.name for path in out.parent.iterdir()] == ["monday.zip"]


def test_a_backup_holds_what_the_file_of_sqlite_does_not_have_yet(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, tmp_path: Path
) -> None:
    url, out = demonstrated_place("sqlite"), tmp_path / "kept.zip"
    file, plain = Path(url.removeprefix("sqlite:///")), tmp_path / "plain.db"
    with closing(sqlite3.connect(file)) as writer, closing(make_engine(url).connect()):
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("UPDATE person SET name = 'Yamina' WHERE email = 'cheffe@demo.navette.ma'")
        writer.commit()

        shutil.copy(file, plain)
        terminal_at(url).run("backup", str(out))

    place = new_place("sqlite")
    terminal_at(place).run("restore", str(out))
    asked = "SELECT count(*) FROM person WHERE name = 'Yamina'"
    for path, count in ((plain, 0), (Path(place.removeprefix("sqlite:///")), 1)):
        with closing(sqlite3.connect(path)) as reader:
            assert reader.execute(asked).fetchone() == (count,), path


@pytest.mark.parametrize("named", [False, True], ids=["the folder of data", "the folder of the file"])
def test_a_backup_is_put_back_in_a_folder_that_is_not_there_yet(
    make_app: MakeApp, archive: Path, tmp_path: Path, *, named: bool
) -> None:
    var, file = tmp_path / "tried" / "var", tmp_path / "base" / "texts.db"
    there = {"DATABASE_URL": f"sqlite:///{file}"} if named else {}

    restored = Terminal(make_app(VAR=var, **there)).run("restore", str(archive))

    assert restored.output.endswith(SOUND)
    file = file if named else var / "navette.db"
    assert (var / "known_database").read_text("utf-8") == f"{file}\ncomptes\n"
    assert {S_IMODE(folder.stat().st_mode) for folder in (var, file.parent)} == {0o700}


@KINDS
def test_a_backup_is_not_put_over_a_database(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, tmp_path: Path, *, kind: str
) -> None:
    here, out = terminal_at(demonstrated_place(kind)), tmp_path / "kept.zip"
    here.run("backup", str(out))
    before = table_of(here)

    assert here.run("restore", str(out), status=1).output.startswith("Error: Il y a déjà une base de données ici")
    assert table_of(here) == before


def test_a_backup_of_the_other_kind_is_refused(terminal_at: TerminalAt, archive: Path, new_place: NewPlace) -> None:
    said = terminal_at(new_place("postgresql")).run("restore", str(archive), status=1).output

    assert said.startswith("Error: Cette sauvegarde est d’une base SQLite, et la base réglée est PostgreSQL")


def test_what_is_left_of_another_database_is_not_taken_for_a_part_of_this_one(
    terminal_at: TerminalAt, archive: Path, new_place: NewPlace
) -> None:
    place = new_place("sqlite")
    wal = Path(place.removeprefix("sqlite:///") + "-wal")
    wal.write_bytes(b"of another database")

    assert f"« {wal} » est resté d’une autre base" in terminal_at(place).run("restore", str(archive), status=1).output
    assert wal.read_bytes() == b"of another database"


@KINDS
def test_a_backup_of_an_earlier_version_is_brought_to_this_one(
    terminal_at: TerminalAt,
    demonstrated_place: NewPlace,
    new_place: NewPlace,
    tmp_path: Path,
    *,
    kind: str,
) -> None:
    url, place, out = demonstrated_place(kind), new_place(kind), tmp_path / "kept.zip"
    old = make_engine(url)
    with old.connect() as connection, without_ties(connection), connection.begin():
        command.downgrade(alembic_config(connection), "0005")
    old.dispose()
    terminal_at(url).run("backup", str(out))
    assert " schéma 0005," in terminal_at(url).run("verify", str(out)).output

    assert terminal_at(place).run("restore", str(out)).output.endswith(SOUND)

    engine = make_engine(place)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_a_backup_of_a_later_version_is_refused(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, tmp_path: Path
) -> None:
    url, place, out = demonstrated_place("sqlite"), new_place("sqlite"), tmp_path / "kept.zip"
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    terminal_at(url).run("backup", str(out))

    said = terminal_at(place).run("restore", str(out), status=1).output

    assert said.startswith("Error: Cette sauvegarde est d’une version plus récente de Navette (schéma 9999)")
    assert not Path(place.removeprefix("sqlite:///")).exists()


def test_a_backup_replaces_nothing(terminal_at: TerminalAt, demonstrated_place: NewPlace, archive: Path) -> None:
    kept = archive.read_bytes()

    said = terminal_at(demonstrated_place("sqlite")).run("backup", str(archive), status=1).output

    assert said == f"Error: « {archive} » existe déjà : donnez un autre nom, rien n’est remplacé.\n"
    assert archive.read_bytes() == kept


def test_a_backup_that_cannot_be_written_is_said(terminal_at: TerminalAt, demonstrated_place: NewPlace) -> None:
    said = terminal_at(demonstrated_place("sqlite")).run("backup", "/nowhere/kept.zip", status=1).output

    assert said == "Error: « /nowhere/kept.zip » ne peut pas être écrit : ce fichier ou ce dossier n’existe pas.\n"


@KINDS
def test_nothing_is_kept_of_no_database(
    terminal_at: TerminalAt, new_place: NewPlace, tmp_path: Path, *, kind: str
) -> None:
    place, out = new_place(kind), tmp_path / "kept.zip"

    said = terminal_at(place).run("backup", str(out), status=1).output

    assert said == "Error: Il n’y a pas encore de base de données : rien à sauvegarder.\n"
    assert not list(tmp_path.glob("*.zip")) + list(tmp_path.glob("*.db"))


@pytest.mark.usefixtures("served")
def test_nothing_is_put_back_while_a_server_works_here(
    terminal_at: TerminalAt, archive: Path, new_place: NewPlace
) -> None:
    said = terminal_at(new_place("sqlite")).run("restore", str(archive), status=1).output

    assert said.startswith("Error: Un serveur travaille sur ces données")


def test_a_backup_that_is_killed_leaves_no_half_file(demonstrated_place: NewPlace, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    environment = {**os.environ, "VAR": str(tmp_path / "var"), "DATABASE_URL": demonstrated_place("sqlite")}
    typed: list[str | Path] = [Path(sys.executable).parent / "flask", "--app", "web", "backup", folder / "kept.zip"]
    process = subprocess.Popen(typed, cwd=ROOT, env=environment)  # noqa: S603 - our own program

    while process.poll() is None and not list(folder.iterdir()):
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()

    assert process.returncode == -signal.SIGKILL
    assert not (folder / "kept.zip").exists()
