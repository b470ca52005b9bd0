"""A legal day known in full, to the month, or to the year: what ISO 8601 calls reduced precision."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Dialect, SQLColumnExpression, String
from sqlalchemy.types import TypeDecorator

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year of the Gregorian calendar.

    An unknown date is no PartialDate at all: it is None.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        """Raise ValueError for a day without month or one that no calendar has."""
        if self.day and not self.month:
            raise ValueError(self)
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "2016", "2016-07" or "2016-07-20"; raise ValueError for anything else."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(*(int(part) for part in match.groups() if part))

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Make the full date of `day`."""
        return cls(day.year, day.month, day.day)

    @property
    def is_full(self) -> bool:
        """Whether the very day is known."""
        return bool(self.day)

    @property
    def first_day(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def may_be(self, other: "PartialDate") -> bool:
        """Whether both can be the same day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def __str__(self) -> str:
        """Give the ISO 8601 form, at the precision that is known."""
        return "-".join(part for part in (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}") if part != "00")


_read = lru_cache(maxsize=16_384)(PartialDate.parse)  # texts share their days


class PartialDateType(TypeDecorator[PartialDate]):
    """Stores a PartialDate as its ISO text, which also sorts by time."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the ISO text."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002
        """Read it back."""
        return None if value is None else _read(value)


def certainly_before(column: SQLColumnExpression[PartialDate | None], day: date) -> tuple[ColumnElement[bool], ...]:
    """Give what a column of partial dates satisfies where all the days that it may be are before `day`."""
    # What is written of a month or a year stands before its days, and those may be later.
    perhaps_later = [PartialDate(day.year), PartialDate(day.year, day.month)]
    return column < PartialDate.of(day), column.not_in(perhaps_later)
