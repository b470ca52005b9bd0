"""Databases of earlier versions: brought to this one without loss, and as a new one would be."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, SQLModel, select

from models import Document, LegalText, Relation, Step, StoredFile, User, make_engine
from models.append_only import missing_triggers
from models.schema import alembic_config, differences, migrate
from tests.fixtures.databases import another_postgres
from tests.workflow.builders import AT
from workflow.history.steps import histories
from workflow.reports.tampering import chain_faults, seals_of

KNOWN, GIVEN = uuid4(), uuid4()
MADE = b"as it was made"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Give a database without a table."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path}/navette.db")
    else:
        engine = make_engine(another_postgres(request.getfixturevalue("postgres_url")))
    yield engine
    engine.dispose()


@pytest.fixture
def as_new(request: pytest.FixtureRequest) -> Engine:
    """Give a new database of this version, its tables made at once."""
    engine: Engine = request.getfixturevalue("sqlite_database").engine
    return engine


def as_version_one(connection: Connection) -> None:
    """Write a text that implements a law and amends itself by mistake, as the first version kept them."""
    command.upgrade(alembic_config(connection), "0001")
    key = uuid4().hex
    columns = "id, procedure, procedure_version, title_fr, title_ar, search_text, state, phase, created_at"
    flags = "financial_impact, social_matter, section, reading, last_step, version"
    connection.execute(
        text(f"INSERT INTO legal_text ({columns}, {flags}) VALUES (:key, '', '', '', '', '', '', '', :at, "  # noqa: S608 ours
             "false, false, 0, 0, 1, 1)"), {"key": key, "at": AT.replace(tzinfo=None)},
    )  # fmt: skip
    tie = text(
        "INSERT INTO relation (id, text_id, kind, target_id, citation) VALUES (:id, :key, :kind, :target, 'loi')"
    )
    for kind, target in (("implements", None), ("amends", key)):
        connection.execute(tie, {"id": uuid4().hex, "key": key, "kind": kind, "target": target})


def as_version_two(connection: Connection) -> None:
    """Write two laws, of which one got its number from a step, as the second version kept them."""
    command.upgrade(alembic_config(connection), "0002")
    columns = "id, procedure, procedure_version, title_fr, title_ar, search_text, state, phase, created_at, number"
    flags = "financial_impact, social_matter, section, reading, last_step, version"
    for key, told in ((KNOWN, {}), (GIVEN, {"number": "103.13"})):
        connection.execute(
            text(f"INSERT INTO legal_text ({columns}, {flags}) VALUES (:key, '', '', '', '', '', '', '', :at, "  # noqa: S608 ours
                 "'103-13', false, false, 2, 0, 2, 1)"), {"key": key.hex, "at": AT.replace(tzinfo=None)},
        )  # fmt: skip
        for number, facts in ((1, {"title_fr": "Loi"}), (2, told)):
            connection.execute(
                text("INSERT INTO step (id, text_id, number, move, facts, inferred, at) "
                     "VALUES (:id, :key, :number, 'open', :facts, false, :at)"),
                {"id": uuid4().hex, "key": key.hex, "number": number, "facts": json.dumps(facts),
                 "at": AT.replace(tzinfo=None)},
            )  # fmt: skip


def test_sections_get_their_codes_and_openings_their_numbers(empty: Engine) -> None:
    with empty.begin() as connection:
        as_version_two(connection)

    migrate(empty)

    with Session(empty) as session:
        assert set(session.exec(select(LegalText.section))) == {"lois"}
        openings = {step.text_id: step for step in session.exec(select(Step).where(Step.number == 1))}
        assert openings[KNOWN].facts == {"title_fr": "Loi", "number": "103-13"}
        assert openings[GIVEN].facts == {"title_fr": "Loi"}
        openings[GIVEN].facts = {}
        with pytest.raises(DatabaseError, match="append-only"):
            session.commit()


def test_the_steps_of_an_earlier_version_are_sealed_as_those_of_this_one(empty: Engine) -> None:
    with empty.begin() as connection:
        as_version_two(connection)

    migrate(empty)

    with Session(empty) as session:
        texts = session.exec(select(LegalText)).all()
        steps, seals = histories(session, [KNOWN, GIVEN]), seals_of(session, [KNOWN, GIVEN])
        assert {text.id: len(seals[text.id]) for text in texts} == {KNOWN: 2, GIVEN: 2}
        assert [list(chain_faults(text, steps[text.id], seals[text.id])) for text in texts] == [[], []]
        assert missing_triggers(session.connection()) == []


def test_a_migrated_database_has_the_triggers_of_a_new_one(tmp_path: Path, as_new: Engine) -> None:
    migrated = make_engine(f"sqlite:///{tmp_path}/navette.db")
    migrate(migrated)

    assert triggers(migrated) == triggers(as_new)


def triggers(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        return {name: words for name, words in rows}  # noqa: C416 - rows, not pairs


def checks(engine: Engine) -> dict[str, set[str | None]]:
    """Name the checks of each table: the tool that compares schemas does not look at them."""
    found = inspect(engine)
    return {
        table: {check["name"] for check in found.get_check_constraints(table)} for table in SQLModel.metadata.tables
    }


def test_a_database_of_the_first_version_is_brought_to_this_one(empty: Engine) -> None:
    with empty.begin() as connection:
        as_version_one(connection)

    migrate(empty)

    with empty.connect() as connection:
        assert differences(connection) == []
    with Session(empty) as session:
        rows = session.exec(select(Relation).order_by(Relation.kind)).all()
    assert [(row.kind, row.target_id, row.article, row.owed, row.due_on) for row in rows] == [
        ("amends", None, "", False, None), ("implements", None, "", True, None),
    ]  # fmt: skip


def test_papers_keep_their_bytes_in_the_store_of_this_version(empty: Engine) -> None:
    with empty.begin() as connection:
        as_version_one(connection)
        command.upgrade(alembic_config(connection), "0004")
        columns = "id, text_id, kind, language, number, situation_on, status, error, file_name, wanted_at"
        paper = text(f"INSERT INTO document ({columns}) SELECT :id, id, 'note_interne', 'fr', :number, :on, 'made', "  # noqa: S608 ours
                     "'', '', :at FROM legal_text")  # fmt: skip
        file = text("INSERT INTO document_file (document_id, content, sha256) VALUES (:id, :content, :digest)")
        for number, content in enumerate((b"written over", MADE, MADE, b"altered"), 1):
            told = MADE if number < 4 else b"another"
            key = {"id": f"{number:032x}"}
            connection.execute(paper, key | {"number": number, "at": AT.replace(tzinfo=None), "on": AT.date()})
            connection.execute(file, key | {"content": content, "digest": sha256(told).hexdigest()})

    migrate(empty)

    with Session(empty) as session:
        kept = {file.sha256: file for file in session.exec(select(StoredFile))}
        assert {file.content: file.is_intact for file in kept.values()} == {MADE: True, b"altered": False}
        papers = session.exec(select(Document).order_by("number")).all()
        assert [kept[paper.sha256 or ""].content for paper in papers] == [MADE, MADE, MADE, b"altered"]
        papers[0].sha256 = "0" * 64
        with pytest.raises(DatabaseError):
            session.commit()


def test_nobody_is_said_never_to_have_come_before_it_was_noted(empty: Engine) -> None:
    with empty.begin() as connection:
        command.upgrade(alembic_config(connection), "0026")
        connection.execute(
            text("INSERT INTO person (id, email, name, role, password_hash, active, session_epoch, created_at) "
                 "VALUES (:id, 'a@ministere.test', 'A', 'head', '', true, 0, :at)"),
            {"id": KNOWN.hex, "at": AT.replace(tzinfo=None)},
        )  # fmt: skip

    migrate(empty)

    with Session(empty) as session:
        session.add(User(email="b@ministere.test", name="B", role="head", password_hash="", created_at=AT))
        session.commit()
        people = session.exec(select(User).order_by(User.name)).all()
    assert [(one.last_signed_in_at, one.sign_ins_noted_since is None) for one in people] == [
        (None, False), (None, True),
    ]  # fmt: skip


def test_a_migrated_database_has_the_checks_of_a_new_one(empty: Engine, as_new: Engine) -> None:
    migrate(empty)

    assert checks(empty) == checks(as_new)


def test_a_migration_is_undone_and_done_again(empty: Engine) -> None:
    migrate(empty)
    with empty.begin() as connection:
        command.downgrade(alembic_config(connection), "base")

    migrate(empty)

    with empty.connect() as connection:
        assert differences(connection) == []
