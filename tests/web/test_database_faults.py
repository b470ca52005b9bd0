"""What is wrong with the database is told as what it is, on pages and by commands alike."""

import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url, text

from models import make_engine
from models.schema import migrate
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from web import database_faults
from web.database_faults import DatabaseFault, database_fault

SILENT, REFUSED, ABSENT = database_faults.SILENT, database_faults.REFUSED, database_faults.ABSENT
DAMAGED, READ_ONLY, UNOPENED = database_faults.DAMAGED, database_faults.READ_ONLY, database_faults.UNOPENED
TOO_NEW, FULL, BUSY = database_faults.TOO_NEW, database_faults.FULL, database_faults.BUSY

Broken = Callable[[Path], str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a database that lacks nothing."""
    path = tmp_path_factory.mktemp("whole") / "navette.db"
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()  # what the last connection leaves in the WAL goes into the file
    return path


def is_no_database(path: Path) -> str:
    path.write_bytes(b"Ceci est une lettre. " * 1000)
    return f"sqlite:///{path}"


def has_lost_pages(path: Path) -> str:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return f"sqlite:///{path}"


def can_only_be_read(path: Path) -> str:
    return f"sqlite:///file:{path}?mode=ro&uri=true"


def is_a_folder(path: Path) -> str:
    path.unlink()
    path.mkdir()
    return f"sqlite:///{path}"


def comes_from_a_later_version(path: Path) -> str:
    with sqlite3.connect(path) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    return f"sqlite:///{path}"


KINDS: list[tuple[Broken, DatabaseFault]] = [
    (is_no_database, DAMAGED),
    (has_lost_pages, DAMAGED),
    (is_a_folder, UNOPENED),
]


@pytest.mark.parametrize(("broken", "fault"), KINDS)
def test_a_file_in_no_state_to_be_read_is_told_by_pages_and_commands(
    make_app: MakeApp, whole: Path, tmp_path: Path, *, broken: Broken, fault: DatabaseFault
) -> None:
    app = make_app(DATABASE_URL=broken(Path(shutil.copy(whole, tmp_path / "texts.db"))))

    page = Browser(app).get("/sign-in", status=503)

    assert page.h1.text == fault.words.removesuffix(".")
    assert "prévenez l’administrateur" in page.text
    for typed in (["migrate"], ["send"], ["table"], ["check"], ["close-account", "x@y.test"]):
        assert Terminal(app).run(*typed, status=1).stderr == f"Error: {fault}\n"


@pytest.mark.parametrize(("broken", "fault"), [(can_only_be_read, READ_ONLY), (comes_from_a_later_version, TOO_NEW)])
def test_a_database_that_cannot_be_written_is_told_by_what_writes(
    make_app: MakeApp, whole: Path, tmp_path: Path, *, broken: Broken, fault: DatabaseFault
) -> None:
    app = make_app(DATABASE_URL=broken(Path(shutil.copy(whole, tmp_path / "texts.db"))))
    person = ["add-person", "x@y.test", "--name", "X", "--role", "head", "--password", "une phrase longue"]
    typed = {READ_ONLY: person, TOO_NEW: ["migrate"]}[fault]

    assert Terminal(app).run(*typed, status=1).stderr == f"Error: {fault}\n"
    if fault is TOO_NEW:
        assert Terminal(app).run("check", status=1).stderr == f"Error: {fault}\n"


def test_a_file_that_is_not_there_is_not_made_by_a_page_or_a_command(make_app: MakeApp, tmp_path: Path) -> None:
    app = make_app(DATABASE_URL=f"sqlite:///{tmp_path / 'gone.db'}")

    assert Browser(app).get("/sign-in", status=503).h1.text == UNOPENED.words.removesuffix(".")
    Terminal(app).run("send", status=1)

    assert not (tmp_path / "gone.db").exists()


@pytest.mark.parametrize("name", ["mes textes", "n° 1, 100 % #2", "قانون"])
def test_a_folder_may_have_any_name(make_app: MakeApp, tmp_path: Path, name: str) -> None:
    app = make_app(VAR=tmp_path / name)

    Terminal(app).run("migrate")

    assert list(tmp_path.glob("**/*.db")) == [tmp_path / name / "navette.db"]
    Terminal(app).run("check")


def test_a_disk_that_is_full_is_told(whole: Path, tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{shutil.copy(whole, tmp_path / 'texts.db')}")
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Exception, match="full") as raised:
            connection.exec_driver_sql("CREATE TABLE more AS SELECT zeroblob(1000000) AS words")
    engine.dispose()

    assert database_fault(raised.value) is FULL


def test_another_writer_is_told(whole: Path, tmp_path: Path) -> None:
    path = shutil.copy(whole, tmp_path / "texts.db")
    with sqlite3.connect(path) as first, sqlite3.connect(path, timeout=0) as second:
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as raised:
            second.execute("BEGIN IMMEDIATE")

    assert database_fault(raised.value) is BUSY


@pytest.fixture(scope="module")
def guarded_postgres_url(postgres_url: str) -> Iterator[str]:
    """Give a server where the account `guest` needs a password."""
    engine = make_engine(postgres_url)
    with engine.connect() as connection:
        rules = Path(connection.execute(text("SHOW hba_file")).scalar_one())
        before = rules.read_text("utf-8")
        rules.write_text(f"local all guest scram-sha-256\n{before}", "utf-8")
        connection.execute(text("CREATE ROLE guest LOGIN PASSWORD 'une phrase longue'"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.commit()
        yield postgres_url
        rules.write_text(before, "utf-8")
        connection.execute(text("DROP ROLE guest"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.commit()
    engine.dispose()


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"database": "nowhere"}, ABSENT),
        ({"username": "nobody"}, REFUSED),
        ({"username": "guest", "password": "faux"}, REFUSED),
        ({"host": "127.0.0.1", "port": "unused", "query": {}}, SILENT),
        ({"host": "nowhere.invalid", "query": {}}, SILENT),
    ],
    ids=str,
)
def test_what_postgresql_refuses_is_told(
    make_app: MakeApp, guarded_postgres_url: str, changed: dict[str, object], fault: DatabaseFault
) -> None:
    if changed.get("port"):
        changed = {**changed, "port": unused_port()}
    url = make_url(guarded_postgres_url).set(**changed).render_as_string(hide_password=False)  # type: ignore[arg-type]
    app = make_app(DATABASE_URL=url)

    assert Terminal(app).run("send", status=1).stderr == f"Error: {fault}\n"
    assert Browser(app).get("/sign-in", status=503).h1.text == fault.words.removesuffix(".")


class _Refused(psycopg.OperationalError):
    """What psycopg raises, with an SQLSTATE of our choice."""

    def __init__(self, code: str | None, words: str = "") -> None:
        super().__init__(words)
        self.sqlstate = code


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("28P01", REFUSED), ("28000", REFUSED), ("3D000", ABSENT), ("08006", SILENT),
        ("57P03", database_faults.STARTING), ("57P01", database_faults.STARTING), ("53100", FULL), ("25006", READ_ONLY),
        ("53300", database_faults.CROWDED), ("53200", database_faults.WITHOUT_MEMORY),
        ("53400", database_faults.LIMITED), ("53000", database_faults.SHORT),
        ("42501", database_faults.FORBIDDEN), ("40P01", BUSY), ("55P03", BUSY), ("XX001", DAMAGED), ("22001", None),
        ("57014", None),
    ],
)  # fmt: skip
def test_an_sqlstate_tells_the_kind(code: str, fault: DatabaseFault | None) -> None:
    assert database_fault(_Refused(code)) is fault


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("FATAL:  authentification par mot de passe échouée pour l'utilisateur « navette »", REFUSED),
        ("FATAL:  la base de données « navette » n'existe pas", ABSENT),
        ("FATAL:  le rôle « navette » n'existe pas", REFUSED),
        ('FATAL:  no pg_hba.conf entry for host "192.0.2.1"', database_faults.CLOSED),
        ("FATAL:  sorry, too many clients already", database_faults.CROWDED),
        ("FATAL:  the database system is starting up", database_faults.STARTING),
        ("connection timeout expired", SILENT),
    ],
)
def test_a_connection_that_is_refused_is_told_by_the_words_of_the_server(words: str, fault: DatabaseFault) -> None:
    assert database_fault(_Refused(None, words)) is fault
