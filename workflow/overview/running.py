"""How many texts are on their way, by who has them and by phase, from what the database counts by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from models import ON_ITS_WAY, LegalText, TextCount, certainly_before

# A text held for more days has not changed hands for more than a year.
YEAR = 365
# Of more texts, it is only said that there are more.
MOST = 1000


@dataclass(frozen=True)
class Running:
    """The numbers of texts on their way, by code of who has them and by code of their phase."""

    holders: Mapping[str, int] = field(default_factory=dict)
    phases: Mapping[str, int] = field(default_factory=dict)

    @property
    def texts(self) -> int:
        """How many texts are on their way."""
        return sum(self.holders.values())


def count_running(session: Session) -> Running:
    """Count the texts on their way; one query."""
    counted, value, total = col(TextCount.column), col(TextCount.value), func.sum(TextCount.texts)
    query = select(counted, value, total).where(counted.in_(("holder", "way_phase")), value > "")
    found: dict[str, dict[str, int]] = {"holder": {}, "way_phase": {}}
    for name, code, texts in session.exec(query.group_by(counted, value)):
        if texts > 0:
            found[name][code] = int(texts)
    return Running(found["holder"], found["way_phase"])


def count_unmoved(session: Session, *, today: date) -> int:
    """Count the texts on their way that the same holder has had for more than a year; one more than MOST at most.

    One of which only a month or a year is told counts once all its days are that long ago. One query.
    """
    is_unmoved = certainly_before(col(LegalText.held_since), today - timedelta(days=YEAR))
    kept = select(col(LegalText.id)).where(ON_ITS_WAY, *is_unmoved).limit(MOST + 1)
    return session.exec(select(func.count()).select_from(kept.subquery())).one()
