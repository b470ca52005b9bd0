"""When the ordinary sessions of Parliament open."""

from datetime import date, timedelta
from typing import NamedTuple

_FRIDAY = 4


class SessionOpenings(NamedTuple):
    """The two days of a civil year on which an ordinary session of Parliament opens."""

    spring: date
    autumn: date


def session_openings(year: int) -> SessionOpenings:
    """Give the second Fridays of April and October (Constitution, article 65).

    The closing days cannot be computed: the two chambers agree on them, or a decree sets them after four months.
    """
    return SessionOpenings(_second_friday(year, 4), _second_friday(year, 10))


def next_session_opening(day: date) -> date:
    """Give the day on which the next ordinary session of Parliament opens after `day` (Constitution, art. 65)."""
    years = (session_openings(year) for year in (day.year, day.year + 1))
    return min(opening for openings in years for opening in openings if opening > day)


def session_opened(day: date) -> date:
    """Give the last day on which an ordinary session of Parliament opened, `day` included (Constitution, art. 65)."""
    years = (session_openings(year) for year in (day.year - 1, day.year))
    return max(opening for openings in years for opening in openings if opening <= day)


def _second_friday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(_FRIDAY - first.weekday()) % 7 + 7)
