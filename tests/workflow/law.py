"""What the procedure files say of a deadline: asked by the tests that prove what comes of it, whatever its length.

The lengths themselves are held, with their articles, by `deadlines/test_deadlines_of_the_law.py` alone.
"""

from datetime import date, timedelta

from models import PartialDate
from workflow.calendar.durations import Duration, add, duration_fr
from workflow.calendar.working_days import Calendar
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.values import Length, in_force
from workflow.rulebook.files import procedures

KIND, CHAMBER = "projet_de_loi", "representants"
CALENDAR = Calendar()


def rule_of(code: str, kind: str = KIND) -> DeadlineRule:
    return procedures()[kind].deadlines[code]


def length_on(code: str, on: str, *, granted: str = "", chamber: str = CHAMBER, kind: str = KIND) -> Length:
    """Give what the law says of the deadline, or of the extension that a move grants, when it begins on that day."""
    rule = rule_of(code, kind)
    value = in_force(rule.extensions[granted] if granted else rule.values, PartialDate.parse(on).last_day, chamber)
    assert value, (code, on)
    return value


def length_of(code: str, on: str, *, granted: str = "", chamber: str = CHAMBER, kind: str = KIND) -> Duration:
    duration = length_on(code, on, granted=granted, chamber=chamber, kind=kind).duration(rule_of(code, kind).counted)
    assert duration, (code, on)
    return duration


def due(code: str, start: str, *granted: str, chamber: str = CHAMBER, kind: str = KIND) -> str:
    """Give the day on which a deadline counted from `start` falls, longer by what each of these moves grants."""
    falls = PartialDate.parse(start).last_day
    for move in ("", *granted):
        falls = add(falls, length_of(code, start, granted=move, chamber=chamber, kind=kind), CALENDAR)
    return falls.isoformat()


def later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def start_of(code: str, due_on: date, *, chamber: str = CHAMBER) -> str:
    """Give the latest day from which the deadline must count to fall on that day."""
    days = (due_on - timedelta(days=days) for days in range(400))
    return next(str(day) for day in days if due(code, str(day), chamber=chamber) == due_on.isoformat())


def length_words(code: str, on: str, *, granted: str = "", chamber: str = CHAMBER) -> str:
    return duration_fr(length_of(code, on, granted=granted, chamber=chamber))
