"""Who has the ball: how many texts each holder has, and the one that has waited longest, against the usual time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import union_all
from sqlmodel import Session, col, select

from models import ON_A_DAY, LegalText, PartialDate, User, UsualTime
from workflow.overview.running import YEAR, Running
from workflow.overview.usual_times import UsualTimes
from workflow.people.permissions import visible_texts
from workflow.rulebook.files import procedures
from workflow.sentences.holders import holder_ar, holder_fr
from workflow.sentences.path import days_since


@dataclass(frozen=True)
class Holder:
    """Who has texts, how many, and the one that has been at its step longest, with the usual time of that step.

    `longest` is None where no text came to its step within a year on a day that is known; `usual` where fewer than
    five texts have shown how long that step takes.
    """

    code: str
    texts: int
    longest: LegalText | None = None
    days: int | None = None
    usual: UsualTime | None = None

    @property
    def label_fr(self) -> str:
        """Who that is."""
        return holder_fr(next(iter(procedures().values())), self.code)

    @property
    def label_ar(self) -> str:
        """Who that is, in Arabic."""
        return holder_ar(next(iter(procedures().values())), self.code)

    @property
    def excess(self) -> float:
        """How many times the usual time its text has waited; -1 where that cannot be told."""
        return -1 if self.days is None or self.usual is None else self.days / max(self.usual.median_days, 1)


def longest_held(session: Session, codes: Collection[str], *, by: User, today: date) -> dict[str, LegalText]:
    """Give for each holder the text that has been at its step longest, of those that came to it within a year.

    Two queries, each part of the first of which reads one row along an index.
    """
    if not codes:
        return {}
    year_ago, entered = PartialDate.of(today - timedelta(days=YEAR)), col(LegalText.entered_on)
    parts: list[Any] = []
    for code in sorted(codes):
        kept = select(col(LegalText.id)).where(ON_A_DAY, col(LegalText.holder) == code, entered >= year_ago)
        part = kept.where(entered <= PartialDate.of(today)).order_by(entered).limit(1).subquery()
        parts.append(select(part.c.id))
    keys = session.execute(union_all(*parts)).scalars().all()
    texts = session.exec(visible_texts(by).where(col(LegalText.id).in_(keys)))
    return {text.holder: text for text in texts}


def holders(running: Running, longest: dict[str, LegalText], usual: UsualTimes, *, today: date) -> list[Holder]:
    """Tell who has texts: first whose text has most exceeded the usual time, last those of whom that is not known."""
    found = []
    for code, texts in running.holders.items():
        text = longest.get(code)
        time = usual.of_state(text.procedure, text.state) if text else None
        days = days_since(text.entered_on, today) if text else None
        found.append(Holder(code, texts, text, days, time))
    return sorted(found, key=lambda each: (-each.excess, -(each.days or 0), each.code))
