"""How many texts the list holds: the whole from counts that the database keeps, parts of it up to a bound."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, func, literal, union_all
from sqlmodel import Session, col, select

from models import LegalText, TextCount, User
from workflow.people.permissions import Right, may

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Counters:
    """What the whole list holds: by section, and what presses.

    `running` counts those under way. Late and soon are limits of the law; `marker` counts the texts of which only
    something else has passed.
    """

    sections: dict[str, int] = field(default_factory=dict)
    late: int = 0
    soon: int = 0
    marker: int = 0
    running: int = 0

    @property
    def all(self) -> int:
        """Count every text."""
        return sum(self.sections.values())


def count_texts(session: Session, *, by: User, today: date) -> Counters:
    """Count the whole list, from the counts that the database keeps, in one query."""
    if not may(by, Right.READ_TEXTS):
        return Counters()
    counted, value = col(TextCount.column), col(TextCount.value)
    total = func.sum(TextCount.texts)
    due = case((value < today.isoformat(), "late"), else_="soon")
    until = (today + WEEK).isoformat()
    # Four reads along the key rather than one of every count.
    parts = (
        select(counted, value, total).where(counted == "section").group_by(counted, value),
        select(counted, due, total).where(counted == "legal_due_on", value > "", value <= until).group_by(counted, due),
        select(counted, literal("passed"), total)
        .where(counted == "next_due_on", value > "", value < today.isoformat())
        .group_by(counted),
        select(counted, literal("running"), total).where(counted == "way_phase", value > "").group_by(counted),
    )
    found = {(name, key): int(texts) for name, key, texts in session.execute(union_all(*parts)).all()}
    late = found.get(("legal_due_on", "late"), 0)
    return Counters(
        sections={key: texts for (name, key), texts in found.items() if name == "section" and key and texts > 0},
        late=late,
        soon=found.get(("legal_due_on", "soon"), 0),
        # The next limit of any nature is never after that of the law: where the law's has passed, so has it.
        marker=found.get(("next_due_on", "passed"), 0) - late,
        running=found.get(("way_phase", "running"), 0),
    )


def count_up_to(session: Session, most: int, parts: Mapping[str, Select[Any]]) -> dict[str, int]:
    """Count the texts that each of these queries finds, in one query that reads no further than `most` of each.

    One more than `most` stands for any greater number.
    """
    counts = []
    for name, part in parts.items():
        keys = part.with_only_columns(col(LegalText.id)).limit(most + 1).subquery()
        counts.append(select(literal(name), func.count()).select_from(keys))
    return {row[0]: row[1] for row in session.execute(union_all(*counts))} if counts else {}
