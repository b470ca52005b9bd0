"""The days of the Government Council: those that texts name, and those of usage."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workflow.calendar.working_days import Calendar
from workflow.procedure.vocabulary import Vocabulary

# How far ahead of a day a Council of usage is looked for.
_HORIZON = 366


@dataclass(frozen=True)
class Meeting:
    """One day of the Council; `is_named` when the agenda of a text names it, else it is of usage alone.

    `is_usual` tells whether it falls on the usual weekday; `day_off` says in French why nobody works that day, if so.
    """

    on: date
    is_named: bool
    is_usual: bool
    day_off: str = ""

    @property
    def is_expected(self) -> bool:
        """Whether a Council is expected that day: named, or of usage on a day when people work."""
        return self.is_named or (self.is_usual and not self.day_off)


def usual_weekday(day: date, vocabulary: Vocabulary) -> int | None:
    """Give the weekday of usage around `day`, 1 for Monday; None before it is known (`numbers.council_weekday`)."""
    return vocabulary.number_on("council_weekday", day)


def meeting_on(day: date, named: Collection[date], *, vocabulary: Vocabulary, calendar: Calendar) -> Meeting:
    """Tell what `day` is to the Council, among the days `named` by texts."""
    is_usual = day.isoweekday() == usual_weekday(day, vocabulary)
    return Meeting(day, day in named, is_usual, calendar.day_off_fr(day) or "")


def next_meetings(
    today: date, named: Collection[date], *, count: int, vocabulary: Vocabulary, calendar: Calendar
) -> list[Meeting]:
    """List the next `count` Councils from `today` on, and among them the days of usage on which nobody works.

    The law sets no weekday (loi organique n° 065-13, art. 14: once a week at least): a named day is a Council whatever
    its weekday, and one of usage that falls on a day off stands in the list without being counted.
    """
    found: list[Meeting] = []
    expected = 0
    for meeting in _days_of_council(today, named, vocabulary, calendar):
        found.append(meeting)
        expected += meeting.is_expected
        if expected == count:
            break
    return found


def _days_of_council(
    today: date, named: Collection[date], vocabulary: Vocabulary, calendar: Calendar
) -> Iterator[Meeting]:
    for ahead in range(_HORIZON):
        day = today + timedelta(days=ahead)
        meeting = meeting_on(day, named, vocabulary=vocabulary, calendar=calendar)
        if meeting.is_named or meeting.is_usual:
            yield meeting
