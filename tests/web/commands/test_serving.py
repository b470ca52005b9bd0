"""What an operator does from a terminal."""

import csv
import re
from collections import Counter
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import Engine, text
from sqlmodel import select

from models import Role, User
from models.schema import differences
from tests.fixtures.databases import Database
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from tests.web.page import words
from web.account.passwords import check_password
from workflow.rulebook.files import procedures

GROUPS = {"Projets de loi": 6, "Projets de décrets": 3, "Décrets": 4, "Projets d’arrêtés": 3, "Arrêtés": 6}


@pytest.fixture
def new(make_app: MakeApp) -> Terminal:
    """Give a terminal where nothing was ever done."""
    return Terminal(make_app())


@pytest.fixture
def demonstrated(make_app: MakeApp, demonstration: Database) -> Terminal:
    return Terminal(make_app(DATABASE_URL=demonstration.url))


def test_every_command_says_what_it_does(app: Flask, terminal: Terminal) -> None:
    ours = [name for name, command in app.cli.commands.items() if command.callback.__module__.startswith("web")]

    for name in ours:
        help_text = terminal.run(name, "--help").output
        assert help_text.startswith(f"Usage: flask {name}") or f" {name} [OPTIONS]" in help_text
        assert len(help_text.splitlines()) > 4

    assert len(ours) >= 11


def test_migrate_makes_a_database_that_lacks_nothing(new: Terminal) -> None:
    assert new.run("migrate").output == "La base de données est à jour.\n"
    new.run("migrate")

    with new.app.extensions["navette.engine"].connect() as connection:
        assert differences(connection) == []
    assert "la base de données s'y conforme" in new.run("check").output


@pytest.mark.parametrize(
    "typed",
    [
        ["remind"],
        ["remind", "--dry-run"],
        ["send"],
        ["table"],
        ["table", "--out", "-"],
        ["change-procedure", "arrete", "2011"],
        ["close-account", "a@ministere.test"],
        ["set-role", "a@ministere.test", "head"],
        ["holiday", "2026-12-01", "--worked"],
        ["load-demonstration"],
    ],
    ids="-".join,
)
def test_a_database_that_is_not_prepared_is_said_with_the_command_that_does_it(
    new: Terminal, monkeypatch: pytest.MonkeyPatch, typed: list[str]
) -> None:
    said = "Error: La base de données n’est pas encore préparée : lancez « {}.venv/bin/flask --app web migrate », puis "

    monkeypatch.delenv("VAR", raising=False)
    assert new.run(*typed, status=1).output == said.format("") + "recommencez.\n"
    monkeypatch.setenv("VAR", "/srv/mes textes")
    assert new.run(*typed, status=1).output == said.format("VAR='/srv/mes textes' ") + "recommencez.\n"


def test_procedure_files_are_checked_without_a_database(new: Terminal) -> None:
    checked = new.run("check", status=1)

    assert checked.stdout == f"{len(procedures())} procédures vérifiées.\n"
    assert checked.stderr.startswith("Error: La base de données n’est pas encore préparée")


def test_an_account_is_opened(terminal: Terminal, ministry: Ministry) -> None:
    words = ("add-person", " Salma@Ministere.Test ", "--name", "Salma", "--role", "cabinet")

    result = terminal.run(*words, answer="une phrase longue\nune phrase longue\n")

    assert result.output.endswith("Compte ouvert : Salma (Cabinet).\n")
    with ministry.session() as session:
        salma = session.exec(select(User).where(User.email == "salma@ministere.test")).one()
    assert (salma.role, salma.active, check_password(salma, "une phrase longue")) == (Role.CABINET, True, True)
    assert terminal.run(*words, "--password", "une autre phrase", status=1).output.endswith(
        "se donne sur la page de la personne.\n"
    )


def test_an_account_that_cannot_be_is_refused(terminal: Terminal, ministry: Ministry) -> None:
    count = ministry.count(User)
    short = terminal.run("add-person", "x@y.test", "--name", "X", "--role", "head", "--password", "court", status=1)
    assert short.output == "Error: Le mot de passe doit compter au moins 10 caractères.\n"
    terminal.run("add-person", "x@y.test", "--name", "X", "--role", "king", "--password", "une phrase", status=2)

    assert ministry.count(User) == count


def rows_of(form: str, content: bytes) -> list[list[str]]:
    """Read the rows of a table, whatever its form."""
    if form == "csv":
        return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))[1:]
    if form == "docx":
        return [[cell.text for cell in row.cells] for row in docx.Document(BytesIO(content)).tables[-1].rows]
    rows = BeautifulSoup(content, "html.parser").select("tbody tr")
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in rows]


def groups_of(form: str, content: bytes) -> dict[str, int]:
    """Count the rows under each heading of a table."""
    rows = rows_of(form, content)
    if form == "csv":
        return dict(Counter(row[0] for row in rows))
    found: dict[str, int] = {}
    for row in rows:
        heading = re.fullmatch(r"(.+) \(\d+\)", row[0])
        if heading:
            found[heading[1]] = 0
        elif found:
            found[list(found)[-1]] += 1
    return found


@pytest.mark.parametrize(
    ("name", "asked", "form"),
    [
        ("table", ["--format", "csv"], "csv"),
        ("table.html", ["--format", "docx"], "docx"),
        ("table.csv", [], "csv"),
        ("TABLE.HTML", [], "html"),
        ("table.docx", [], "docx"),
        ("table", [], "docx"),
    ],
)
def test_the_table_of_a_past_day_is_written(  # noqa: PLR0917 - a line of the table above
    demonstrated: Terminal, tmp_path: Path, name: str, asked: list[str], form: str
) -> None:
    out = tmp_path / name

    result = demonstrated.run("table", "--on", "2015-12-31", *asked, "--out", str(out))

    assert result.output == f"{out} : 22 textes, situation au 31/12/2015.\n"
    assert groups_of(form, out.read_bytes()) == GROUPS


def test_the_table_of_another_day_tells_another_story(demonstrated: Terminal) -> None:
    then, later = (
        demonstrated.run("table", "--on", day, "--format", "csv", "--out", "-").stdout_bytes
        for day in ("2015-12-31", "2024-12-31")
    )

    assert groups_of("csv", then) == GROUPS
    assert groups_of("csv", later) == {"Projets de loi": 1, "Lois": 5, "Projets de décrets": 2, "Décrets": 5,
                                       "Projets d’arrêtés": 3, "Arrêtés": 6}  # fmt: skip


def test_the_table_is_shown_where_no_file_is_named(demonstrated: Terminal) -> None:
    shown = demonstrated.run("table", "--on", "2015-12-31").output

    assert dict(re.findall(r"^(\S.*?) {2,}(\d+)$", shown, re.MULTILINE)) == {
        name: str(size) for name, size in GROUPS.items()
    }
    assert dict(re.findall(r"^(\S.*) \((\d+)\)$", shown, re.MULTILINE)) == {
        name: str(size) for name, size in GROUPS.items()
    }
    assert len(re.findall(r"^- ", shown, re.MULTILINE)) == 22
    assert "n° 103-13" in shown
    csv_bytes = demonstrated.run("table", "--on", "2015-12-31", "--format", "csv").stdout_bytes
    assert groups_of("csv", csv_bytes) == GROUPS
    refused = demonstrated.run("table", "--format", "docx", status=2).output
    assert "Dites où écrire le fichier Word : --out tableau.docx" in refused


def test_the_table_is_of_today_when_no_day_is_said(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "table.docx"

    assert f"0 textes, situation au {date.today():%d/%m/}" in terminal.run("table", "--out", str(out)).output  # noqa: DTZ011

    assert out.read_bytes().startswith(b"PK")


def test_a_table_that_cannot_be_written_is_said(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "table.docx"

    assert "ne peut pas être écrit" in terminal.run("table", "--out", str(out), status=1).output
    terminal.run("table", "--out", "-", "--on", "31/12/2015", status=2)
    said = "Le 1er janvier 2199 est à venir : demandez le tableau d’un jour passé, ou d’aujourd’hui."
    assert said in terminal.run("table", "--on", "2199-01-01", status=2).output


@pytest.mark.parametrize(
    ("corruption", "fault"),
    [
        ("UPDATE legal_text SET state = 'nowhere'", "est dans l’état « nowhere », que la procédure n’a pas"),
        ("UPDATE legal_text SET state = 'redaction'", "mais son histoire mène à « initie »"),
        ("UPDATE legal_text SET procedure = 'edict'", "suit la procédure « edict », qui n’existe pas"),
        ("DROP TABLE holiday_override", "n’est pas au schéma de cette version"),
    ],
)
@pytest.mark.usefixtures("bill")
def test_check_finds_what_is_wrong(terminal: Terminal, engine: Engine, corruption: str, fault: str) -> None:
    assert "la base de données s'y conforme" in terminal.run("check").output
    with engine.begin() as connection:
        connection.execute(text(corruption))

    assert fault in terminal.run("check", status=1).stderr
