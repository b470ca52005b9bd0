"""Daily work that was not done: the reminders of a morning, the seals of the days that are over."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlmodel import Session, col

from models import DaySeal, Step
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar

_DAY = timedelta(days=1)


def morning_before(on: date, calendar: Calendar) -> date:
    """Give the last working day before `on`: what was to be done that morning, and was not, is missed."""
    day = on - _DAY
    while not calendar.is_working_day(day):
        day -= _DAY
    return day


def last_sealed(session: Session) -> date | None:
    """Give the last day (of UTC) that is sealed; None where none is."""
    day: date | None = session.execute(select(func.max(DaySeal.day))).scalar()
    return day


def unsealed_since(session: Session, *, at: datetime, calendar: Calendar) -> date | None:
    """Give the first day on which steps were recorded, over since before the last working day, and not sealed.

    None where there is none. It is read along the index of the moments of steps.
    """
    last = last_sealed(session)
    query = select(func.min(Step.at)).where(col(Step.at) < _start(morning_before(legal_day(at), calendar)))
    if last:
        query = query.where(col(Step.at) >= _start(last + _DAY))
    first: datetime | None = session.execute(query).scalar()
    return first.astimezone(UTC).date() if first else None


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
