"""The days of the running demonstration: each is told from the day of loading, from a Council or from a sitting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from workflow.calendar.sessions import session_opened
from workflow.calendar.working_days import Calendar

# "-12", "council-3", "sitting-2 +4", "tuesday-4": twelve days before the loading, the third Council before it, four
# days after the second sitting before it, the fourth Tuesday before it.
_TOLD = re.compile(r"(?:(council|sitting|tuesday)([+-]\d+))? ?([+-]\d+)?")
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_TUESDAY, _THURSDAY = 1, 3
# Known ordinary sessions closed after that many days at the earliest: see `months_of_session` in the vocabulary.
_DAYS_OF_SESSION = 105


@dataclass(frozen=True)
class Days:
    """Reads days told from `today`, the legal day of loading: the same `today` gives the same days."""

    today: date
    calendar: Calendar

    def day(self, told: int | str) -> date:
        """Give a working day: of the past or today the one before where nobody works, of the future the one after.

        Days told in order of one origin stay in order. Raises ValueError for words that tell no day.
        """
        found = _TOLD.fullmatch(str(told) if isinstance(told, str) else f"{told:+d}")
        if found is None:
            raise ValueError(f"no day of the demonstration: {told!r}")
        origin, count, days = found.groups()
        day = self._origin(origin, int(count)) if origin else self.today
        day += timedelta(days=int(days or 0))
        step = _DAY if day > self.today else -_DAY
        while not self.calendar.is_working_day(day):
            day += step
        return day

    def _origin(self, name: str, count: int) -> date:
        if name == "council":
            return self._council(count)
        if name == "sitting":
            return next(islice(self._sittings(), -count - 1, None))
        return self._last_tuesday() + _WEEK * (count + 1)

    def _council(self, count: int) -> date:
        """Give the Thursday of so many weeks before or after today, which is none of them; a week further on a holiday.

        So many weeks away are thus so many Councils, give or take one, whatever the holidays of the year.
        """
        ahead = (_THURSDAY - self.today.weekday() - 1) % 7 + 1
        behind = (self.today.weekday() - _THURSDAY - 1) % 7 + 1
        further = _WEEK if count > 0 else -_WEEK
        day = self.today + timedelta(days=ahead if count > 0 else -behind) + further * (abs(count) - 1)
        while not self.calendar.is_working_day(day):
            day += further
        return day

    def _last_tuesday(self) -> date:
        """Give the last Tuesday before today."""
        return self.today - timedelta(days=(self.today.weekday() - _TUESDAY - 1) % 7 + 1)

    def _sittings(self) -> Iterator[date]:
        """Give the days of plenary sitting, on Tuesdays within ordinary sessions, the latest first."""
        day = self._last_tuesday()
        while True:
            if (day - session_opened(day)).days <= _DAYS_OF_SESSION and self.calendar.is_working_day(day):
                yield day
            day -= _WEEK
