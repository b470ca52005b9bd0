"""The whole database moved to another place or kind: equal there, or nothing there."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, inspect, make_url, text
from sqlmodel import SQLModel

from models import make_engine
from models.safekeeping.carrying import sums
from models.safekeeping.snapshots import snapshot
from tests.fixtures.databases import NewPlace
from tests.web.conftest import TerminalAt
from tests.web.console import Terminal

HOLDS = "22 texte(s), 315 étape(s), 0 papier(s), 8 compte(s)"
DAYS = ("2015-12-31", "2024-12-31", "2026-11-01")
# What PostgreSQL cannot keep, and SQLite does.
TOO_LONG = "UPDATE person SET name = '" + "x" * 201 + "'"
NUL = "UPDATE person SET name = 'a' || char(0)"


def tables_of(terminal: Terminal) -> list[bytes]:
    return [terminal.run("table", "--on", day, "--format", "csv").stdout_bytes for day in DAYS]


def content(url: str) -> dict[str, Any]:
    """Say what each table comes to, and in which order the index of SQLite has the texts."""
    engine = make_engine(url)
    with snapshot(engine) as connection:
        found: dict[str, Any] = dict(sums(connection))
        if connection.dialect.name == "sqlite":
            found["order"] = connection.scalars(text("SELECT text_id FROM text_words ORDER BY place")).all()
    engine.dispose()
    return found


def is_bare(url: str) -> bool:
    if url.startswith("sqlite"):
        return not list(Path(url.removeprefix("sqlite:///")).parent.glob(f"{Path(url).name}*"))
    engine = make_engine(url)
    with engine.connect() as connection:
        names = inspect(connection).get_table_names()
    engine.dispose()
    return names == []


@contextmanager
def at_first(statement: str, url: str, act: Callable[[Any], None]) -> Iterator[None]:
    """Do something once the database at `url` was told a statement that begins so; `act` gets its cursor."""
    target, done = make_engine(url).url, list[str]()

    def hear(*told: Any) -> None:  # noqa: ANN401 - what SQLAlchemy tells
        connection, cursor, said = told[:3]
        if said.startswith(statement) and connection.engine.url == target and not done:
            done.append(said)
            act(cursor)

    event.listen(Engine, "after_cursor_execute", hear)
    yield
    event.remove(Engine, "after_cursor_execute", hear)
    assert done


@pytest.mark.parametrize(("kind", "other"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_a_database_goes_to_the_other_kind_and_back_through_backups(  # noqa: PLR0917 - fixtures
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, tmp_path: Path,
    kind: str, other: str,
) -> None:  # fmt: skip
    there, restored, back = new_place(other), new_place(other), new_place(kind)
    here = terminal_at(first := demonstrated_place(kind))
    before = tables_of(here)

    said = here.run("move-to", there).output
    terminal_at(there).run("backup", str(tmp_path / "there.zip"))
    terminal_at(restored).run("restore", str(tmp_path / "there.zip"))
    terminal_at(restored).run("move-to", back)

    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[other]
    assert said.startswith(f"Base portée vers {name} : {HOLDS} ; chaque table y est égale")
    for url in (there, restored, back):
        assert "la base de données s'y conforme" in terminal_at(url).run("check").output
        assert tables_of(terminal_at(url)) == before
    order = content(first).pop("order", None)
    assert content(back) == content(first)
    assert order is None or len(order) == 22


def test_no_key_is_given_by_a_sequence() -> None:
    given = [table.name for table in SQLModel.metadata.sorted_tables if table.autoincrement_column is not None]

    assert given == [], "rows carried into PostgreSQL would leave the sequence of their table behind"


@pytest.mark.parametrize("change", [TOO_LONG, NUL])
def test_a_row_that_the_target_refuses_leaves_it_bare(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, change: str
) -> None:
    url, place = demonstrated_place("sqlite"), new_place("postgresql")
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as writer:
        writer.execute(change)
        writer.commit()

    said = terminal_at(url).run("move-to", place, status=1).output

    assert said.startswith("Error: La base d’arrivée refuse des lignes de « person », rien n’y est écrit : ")
    assert is_bare(place)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_database_that_moves_meanwhile_is_not_left_behind(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, kind: str
) -> None:
    url, place = demonstrated_place(kind), new_place("sqlite")

    def move(_cursor: object) -> None:
        other = make_engine(url)
        with other.begin() as connection:
            connection.execute(text("UPDATE person SET session_epoch = session_epoch + 1"))
        other.dispose()

    with at_first("INSERT INTO step", place, move):
        said = terminal_at(url).run("move-to", place, status=1).output

    assert said.startswith("Error: La base a bougé pendant la copie (person) : rien n’est écrit.")
    assert is_bare(place)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE legal_text SET sentence_fr = 'autre'", "ne serait pas égale à celle de départ (legal_text)"),
        ("DELETE FROM text_count", "ne dirait pas la même chose des textes : rien n’y est écrit. Les compteurs"),
    ],
)
def test_a_target_that_would_not_be_equal_is_left_bare(  # noqa: PLR0917 - fixtures
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace,
    kind: str, change: str, words: str,
) -> None:  # fmt: skip
    place = new_place(kind)

    with at_first("INSERT INTO step", place, lambda cursor: cursor.execute(change)):
        said = terminal_at(demonstrated_place("sqlite")).run("move-to", place, status=1).output

    assert said.startswith(f"Error: La base d’arrivée {words}")
    assert is_bare(place)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_database_that_is_not_empty_is_no_target(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, kind: str
) -> None:
    taken = demonstrated_place(kind)
    before = content(taken)

    said = terminal_at(demonstrated_place("sqlite")).run("move-to", taken, status=1).output

    assert said == "Error: La base d’arrivée n’est pas vide : donnez-en une nouvelle.\n"
    assert content(taken) == before


@pytest.mark.parametrize(
    "address",
    ["navette", "mysql://h/navette", "sqlite://", "postgresql://h:port/navette", "postgresql://h/navette?database=x"],
)
def test_an_address_that_is_none_is_said(terminal_at: TerminalAt, demonstrated_place: NewPlace, address: str) -> None:
    said = terminal_at(demonstrated_place("sqlite")).run("move-to", address, status=2).stderr

    assert "\nError: URL : l’adresse de la base de données" in said
    assert "n’est pas comprise" in said


CHECK = "Vérifiez l’adresse donnée, puis recommencez."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"database": "nowhere"}, "La base d’arrivée demandée n’existe pas sur son serveur."),
        ({"username": "nobody"}, "La base d’arrivée refuse le compte ou le mot de passe de Navette."),
        ({"host": "127.0.0.1", "port": 1, "query": {}}, "La base d’arrivée ne répond pas."),
    ],
)
def test_a_server_that_does_not_let_in_is_told_by_what_it_refuses(  # noqa: PLR0917 - fixtures
    terminal_at: TerminalAt, demonstrated_place: NewPlace, postgres_url: str,
    changed: dict[str, Any], words: str,
) -> None:  # fmt: skip
    address = make_url(postgres_url).set(**changed).render_as_string(hide_password=False)

    said = terminal_at(demonstrated_place("sqlite")).run("move-to", address, status=1).output

    assert said == f"Error: {words} {CHECK}\n"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("/nowhere/t.db", "« /nowhere/t.db » ne peut pas être lu ou écrit : ce fichier ou ce dossier n’existe pas."),
        ("/proc", f"Le fichier de la base d’arrivée ne peut pas être ouvert. {CHECK}"),
    ],
)
def test_a_file_that_cannot_be_made_or_opened_is_told(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, file: str, words: str
) -> None:
    said = terminal_at(demonstrated_place("sqlite")).run("move-to", f"sqlite:///{file}", status=1).output

    assert said == f"Error: {words}\n"


def test_a_database_of_an_earlier_version_is_first_brought_to_this_one(
    terminal_at: TerminalAt, new_place: NewPlace
) -> None:
    said = terminal_at(new_place("sqlite")).run("move-to", new_place("postgresql"), status=1).output

    assert said.startswith("Error: La base de données n’est pas encore préparée")


@pytest.mark.usefixtures("served")
def test_nothing_moves_while_a_server_works_here(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace
) -> None:
    place = new_place("sqlite")

    said = terminal_at(demonstrated_place("sqlite")).run("move-to", place, status=1).output

    assert said.startswith("Error: Un serveur travaille sur ces données")
    assert is_bare(place)
