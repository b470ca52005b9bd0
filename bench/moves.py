"""A move through fire() beside the same rows written with plain SQL, on the same file, in one run."""

import sqlite3
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from sqlmodel import Session

from models import LegalText, PartialDate, Role, User, make_engine
from models.schema import migrate
from workflow.calendar.working_days import Calendar
from workflow.register.moves import fire, open_text

ROUNDS = 200
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def main() -> None:
    """Print moves per second both ways, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        engine = make_engine(f"sqlite:///{path}")
        migrate(engine)
        ours, plain = _fire(engine), _plain(path)
        print(f"fire(): {ours:.0f} moves/s   plain SQL: {plain:.0f} moves/s   ratio {ours / plain:.3f}")


def _fire(engine) -> float:  # noqa: ANN001
    calendar = Calendar()
    with Session(engine, expire_on_commit=False) as session:
        by = User(email="bench@example.ma", name="B", role=Role.HEAD, password_hash="-", created_at=AT)
        text = LegalText(procedure="decret", procedure_version="", title_fr="Projet de décret", created_at=AT)
        session.add(by)
        session.flush()
        open_text(session, text, by=by, on=None, at=AT, calendar=Calendar())
        session.commit()
        started = time.perf_counter()
        for turn in range(ROUNDS):
            name = "assign_drafter" if turn == 0 else ("send_for_consultation", "close_consultation")[turn % 2 - 1]
            fire(session, text, name, by=by, seen_step=text.last_step, on=PartialDate.of(date(2026, 11, 1)), at=AT,
                 facts={}, calendar=calendar)  # fmt: skip
            session.commit()
        return ROUNDS / (time.perf_counter() - started)


def _plain(path: Path) -> float:
    connection = sqlite3.connect(path, isolation_level=None)
    text_id = connection.execute("SELECT id FROM legal_text").fetchone()[0]
    started = time.perf_counter()
    for turn in range(ROUNDS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("SELECT * FROM step WHERE text_id = ? ORDER BY number", (text_id,)).fetchall()
        connection.execute(
            "INSERT INTO step (id, text_id, number, move, facts, inferred, at) VALUES (?, ?, ?, 'note', '{}', 0, ?)",
            (uuid4().hex, text_id, 10_000 + turn, AT.isoformat()),
        )
        connection.execute("UPDATE legal_text SET version = version + 1 WHERE id = ?", (text_id,))
        connection.execute("COMMIT")
    return ROUNDS / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
