"""One thing that waits for somebody: derived from where texts stand, never typed."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from workflow.calendar.lateness import Force, away_fr, distance_fr
from workflow.calendar.words import days_fr

_WEEK = timedelta(days=7)


class Group(StrEnum):
    """When an action presses, the most urgent first; only the last one has no limit of the law."""

    LATE = "late"
    WEEK = "week"
    NEXT = "next"
    LATER = "later"
    WITHOUT = "without"


class Doing(StrEnum):
    """Where an action is done: the page of a move, of a text, of its file, of a register, of its papers, and so on."""

    MOVE = "move"
    TEXT = "text"
    FILE = "file"
    REGISTER = "register"
    PAPERS = "papers"
    ASSIGN = "assign"
    COUNCIL = "council"
    MAILS = "mails"


@dataclass(frozen=True)
class Target:
    """The page that does it; `argument` is the move, the register, the paper or the day that it is about."""

    doing: Doing
    text_id: UUID | None = None
    argument: str = ""


@dataclass(frozen=True)
class When:
    """How an action presses: its group, the day of its limit or since when it waits, and how far that is in words."""

    group: Group
    day: date | None = None
    distance_fr: str = ""

    @property
    def order(self) -> tuple[int, date]:
        """What sorts actions: the group, then the day; one without a day comes last."""
        return list(Group).index(self.group), self.day or date.max


@dataclass(frozen=True)
class Action:
    """What is to be done, of which text, why, and the page that does it in one click.

    `what_fr` says it without the text, whose title follows it; `why_fr` is its basis, its reckoning or its reason.
    """

    source: str
    when: When
    what_fr: str
    why_fr: str
    button_fr: str
    target: Target
    title_fr: str = ""

    @property
    def text_id(self) -> UUID | None:
        """The text that it is about, None where it is about several or none."""
        return self.target.text_id


def with_doubt(why_fr: str, *, is_estimated: bool) -> str:
    """Say after how a day was found that it is estimated, where it is."""
    return f"{why_fr}{' Date estimée.' if is_estimated else ''}".strip()


def limit_on(due_on: date, *, on: date) -> When:
    """Place a limit of the law among the groups: passed, this week (to Sunday), the next one, later."""
    sunday = on + timedelta(days=7 - on.isoweekday())
    ends = ((on - timedelta(days=1), Group.LATE), (sunday, Group.WEEK), (sunday + _WEEK, Group.NEXT))
    group = next((group for end, group in ends if due_on <= end), Group.LATER)
    return When(group, due_on, distance_fr((due_on - on).days, Force.LAW))


def expected_on(due_on: date, *, on: date) -> When:
    """Place a day that no law sets: a marker of practice, a rule of a chamber, a day that was asked for.

    Nobody is late by it: once it is passed, what was expected has been so since that day.
    """
    return When(Group.WITHOUT, due_on, away_fr((due_on - on).days)) if due_on >= on else since(due_on, on=on)


def since(day: date | None, *, on: date) -> When:
    """Place what waits since a day, under no limit; None where nobody knows since when."""
    days = (on - day).days if day else 0
    return When(Group.WITHOUT, day, f"depuis {days_fr(days)}" if days > 0 else "depuis aujourd’hui" if day else "")
