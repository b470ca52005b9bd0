"""PostgreSQL's own programs: told where the database is, and what is said when they do not do their work."""

import os
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from models import make_engine
from tests.fixtures.databases import NewPlace
from tests.web.conftest import TerminalAt


def test_the_password_of_postgresql_is_seen_by_nobody(
    terminal_at: TerminalAt,
    demonstrated_place: NewPlace,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    url = make_engine(demonstrated_place("postgresql")).url.set(password="a-secret")  # noqa: S106 - of nobody
    witness = tmp_path / "bin" / "pg_dump"
    witness.parent.mkdir()
    witness.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\necho "$PGPASSWORD" > {tmp_path}/known\nexit 1\n')
    witness.chmod(0o700)
    monkeypatch.setenv("PATH", str(witness.parent), prepend=os.pathsep)

    terminal_at(url.render_as_string(hide_password=False)).run("backup", str(tmp_path / "kept.zip"), status=1)

    assert (tmp_path / "known").read_text() == "a-secret\n"
    assert "a-secret" not in (tmp_path / "words").read_text()
    assert f"dbname={url.database}" in (tmp_path / "words").read_text()


@pytest.mark.parametrize(
    ("said_by_it", "words"),
    [
        (None, "Le programme pg_dump de PostgreSQL n’est pas installé, ou n’est pas dans PATH"),
        ("pg_dump: error: aborting because of server version mismatch", "Le programme pg_dump est plus ancien"),
        ("pg_dump: error: no space", "Le programme pg_dump de PostgreSQL n’a pas abouti : pg_dump: error: no space"),
    ],
)
def test_a_pg_dump_that_cannot_be_used_is_said(  # noqa: PLR0917 - fixtures
    terminal_at: TerminalAt, demonstrated_place: NewPlace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    said_by_it: str | None, words: str,
) -> None:  # fmt: skip
    here = terminal_at(demonstrated_place("postgresql"))
    folder = tmp_path / "bin"
    folder.mkdir()
    if said_by_it:
        (folder / "pg_dump").write_text(f"#!/bin/sh\necho '{said_by_it}' >&2\nexit 1\n")
        (folder / "pg_dump").chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))

    said = here.run("backup", str(tmp_path / "kept.zip"), status=1).output

    assert said.startswith(f"Error: {words}")
    assert not list(tmp_path.glob("*kept.zip*"))


def test_a_restore_into_postgresql_that_fails_leaves_it_empty(
    terminal_at: TerminalAt, demonstrated_place: NewPlace, new_place: NewPlace, tmp_path: Path
) -> None:
    out, place = tmp_path / "kept.zip", new_place("postgresql")
    terminal_at(demonstrated_place("postgresql")).run("backup", str(out))
    engine = make_engine(place)
    with engine.begin() as connection:  # stands in the way of one of the last things that come
        connection.execute(text("CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'"))

    assert "n’a pas abouti" in terminal_at(place).run("restore", str(out), status=1).output

    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
