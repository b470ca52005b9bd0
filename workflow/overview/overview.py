"""What those who oversee all texts see besides their own work: who has them, where they are, what comes, what came."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from models import User
from workflow.calendar.working_days import Calendar
from workflow.overview.due import councils_named, limits_due
from workflow.overview.holders import Holder, holders, longest_held
from workflow.overview.pipeline import Stretch, pipeline
from workflow.overview.recent import News, recent
from workflow.overview.running import MOST, YEAR, count_running, count_unmoved
from workflow.overview.usual_times import read_usual_times
from workflow.overview.week import HORIZON, Week, week


@dataclass(frozen=True)
class Overview:
    """All of it; `texts` are those on their way, `unmoved` those that changed hands more than a year ago.

    `reckoned_on` is the day of the median ages and usual times; None where nothing was reckoned yet.
    """

    texts: int
    holders: list[Holder]
    unmoved: int
    pipeline: list[Stretch]
    reckoned_on: date | None
    week: Week
    recent: list[News]
    # So many of `unmoved` are counted, and so many days are a year.
    at_most: int = MOST
    year: int = YEAR


def overview(session: Session, *, by: User, today: date, calendar: Calendar) -> Overview:
    """Gather the overview for a person who may read every text, in a number of queries that no text adds to."""
    running = count_running(session)
    longest = longest_held(session, running.holders, by=by, today=today)
    usual = read_usual_times(session, {text.state for text in longest.values()})
    limits, is_whole = limits_due(session, by=by, first=today, last=today + HORIZON)
    named = councils_named(session, by=by, today=today, calendar=calendar)
    return Overview(
        running.texts,
        holders(running, longest, usual, today=today),
        count_unmoved(session, today=today),
        pipeline(running, usual),
        usual.reckoned_on,
        week(today, limits, named, is_whole=is_whole, calendar=calendar),
        recent(session, by=by, today=today, calendar=calendar),
    )
