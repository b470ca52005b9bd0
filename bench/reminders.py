"""Finding the reminders of a day among N texts, beside bare SQL that finds the clocks that are due."""

import sqlite3
from collections.abc import Iterator

from bench.at_scale import database, size
from bench.product import DAY, Calendar, Session, due_rungs, make_engine, reading
from bench.report import Figure, interleave

_ROUNDS = 15
_BARE = """
SELECT id, text_id, rule, due_on FROM deadline WHERE status = 'running' AND next_rung_on <= ? ORDER BY next_rung_on, id
"""


def figures() -> Iterator[Figure]:
    """Time both on the same database."""
    url = database(size())
    engine, calendar = make_engine(url), Calendar()
    bare = sqlite3.connect(url.removeprefix("sqlite:///"))
    found: dict[str, int] = {}

    def ours() -> None:
        with Session(reading(engine)) as session:
            found["ours"] = len(due_rungs(session, on=DAY, calendar=calendar).rungs)

    def theirs() -> None:
        found["theirs"] = len(bare.execute(_BARE, (DAY.isoformat(),)).fetchall())

    took = interleave({"ours": ours, "theirs": theirs}, _ROUNDS)
    engine.dispose()
    bare.close()
    against = f"bare SQL, {found['theirs']} clocks of {size():,} texts, {took['theirs'] * 1000:.2f} ms"
    yield Figure("reminders_scan", took["ours"] / took["theirs"], against, took["ours"] * 1000, "ms")
