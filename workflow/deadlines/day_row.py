"""The days over which a deadline is counted, in a row that a page can draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from workflow.calendar.words import day_short_fr
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock

_DAY = timedelta(days=1)
# A longer row is cut: so many days are drawn at its beginning and at its end.
_WHOLE, _FIRST, _LAST = 14, 3, 7
_COUNTED_FR = {
    "calendar": "Les jours se comptent de date à date, samedis, dimanches et jours fériés compris.",
    "working": "Seuls les jours ouvrables comptent : ni samedis, ni dimanches, ni jours fériés.",
    "clear": "Les jours sont francs : ni le premier ni le dernier ne comptent.",
}


@dataclass(frozen=True)
class DayCell:
    """One day of the row, or the days left out of it, of which `on` is the first and `days` the number."""

    kind: Literal["start", "counted", "gap", "due"]
    on: date
    days: int = 1
    # Why nobody works on that day, such as "dimanche"; empty on a working day.
    off_fr: str = ""

    @property
    def day_fr(self) -> str:
        """Name the day: with its month where the row begins or ends and where a month begins, else by its number."""
        named = self.kind in ("start", "due") or self.on.day == 1
        return day_short_fr(self.on).rsplit(maxsplit=1)[0] if named else str(self.on.day)

    @property
    def is_holiday(self) -> bool:
        """Whether it is a day off other than of a week-end."""
        return bool(self.off_fr) and self.off_fr not in ("samedi", "dimanche")


def day_row(clock: Clock, calendar: Calendar) -> tuple[DayCell, ...]:
    """Give the days from the one that a deadline counts from to the due one, or back; the middle of a long row is cut.

    Nothing where no length was counted: the day was set by somebody, is not known, or is that of the event.
    """
    if clock.due_on is None or clock.base_on is None or clock.length is None:
        return ()
    start, due = clock.base_on.last_day, clock.due_on
    if start == due:
        return ()
    first, last = min(start, due), max(start, due)
    days = (last - first).days + 1
    ends = {start: "start", due: "due"}
    if days <= _WHOLE:
        return tuple(_cells(first, days, ends, calendar))
    left = days - _FIRST - _LAST
    gap = DayCell("gap", first + _FIRST * _DAY, left)
    closing = _cells(gap.on + left * _DAY, _LAST, ends, calendar)
    return (*_cells(first, _FIRST, ends, calendar), gap, *closing)


def how_counted_fr(clock: Clock) -> str:
    """Say which days count, in French; nothing where the length is not counted in days or weeks."""
    length = clock.length
    return _COUNTED_FR[length.counted] if length and length.count and length.unit in ("D", "W") else ""


def _cells(first: date, days: int, ends: dict[date, str], calendar: Calendar) -> Iterator[DayCell]:
    for day in (first + rank * _DAY for rank in range(days)):
        end = ends.get(day)
        kind: Literal["start", "counted", "due"] = "start" if end == "start" else "due" if end == "due" else "counted"
        yield DayCell(kind, day, off_fr=calendar.day_off_fr(day) or "")
