"""How many texts the list holds: the whole from counts that the database keeps, parts of it up to a bound."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, case, func, literal, union_all
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


_COUNTED, _VALUE, _TEXTS = col(TextCount.column), col(TextCount.value), func.sum(TextCount.texts)
_IS_DAY = _VALUE > ""  # none where a text has no such limit
_PASSED = col(TextCount.value) < bindparam("today")
_DUE = case((_PASSED, "late"), else_="soon")
# Four reads along the key rather than one of every count; written once, for every page of the list asks it.
_COUNTS = union_all(
    select(_COUNTED, _VALUE, _TEXTS).where(_COUNTED == "section").group_by(_COUNTED, _VALUE),
    select(_COUNTED, _DUE, _TEXTS)
    .where(_COUNTED == "legal_due_on", _IS_DAY, col(TextCount.value) <= bindparam("until"))
    .group_by(_COUNTED, _DUE),
    select(_COUNTED, literal("passed"), _TEXTS).where(_COUNTED == "next_due_on", _IS_DAY, _PASSED).group_by(_COUNTED),
    select(_COUNTED, literal("running"), _TEXTS).where(_COUNTED == "way_phase", _VALUE > "").group_by(_COUNTED),
)


def count_texts(session: Session, *, by: User, today: date) -> Counters:
    """Count the whole list, from the counts that the database keeps, in one query."""
    if not may(by, Right.READ_TEXTS):
        return Counters()
    days = {"today": today.isoformat(), "until": (today + WEEK).isoformat()}
    found = {(name, key): int(texts) for name, key, texts in session.execute(_COUNTS, days)}
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
