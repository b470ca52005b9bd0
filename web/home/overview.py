"""What those who oversee all texts see besides on the first page, and the words of its days."""

from datetime import date, datetime

from flask import Flask
from flask_babel import gettext as _
from flask_babel import ngettext

from web.request import calendar, db, person, today
from workflow.calendar.time_zone import CASABLANCA
from workflow.calendar.words import WEEKDAYS_FR, day_short_fr, ordinal_fr
from workflow.language.typography import MONTHS_FR
from workflow.overview.overview import Overview, overview
from workflow.overview.week import Day
from workflow.people.permissions import Right, may

# Further from today than this, a day is told with its year.
_NEAR = 180


def register(app: Flask) -> None:
    """Give templates the words of the days of a week."""
    app.jinja_env.filters.update(
        weekday_short=weekday_short_fr, day_month=day_month_fr, month=month_fr, day_near=day_near_fr,
        told_at=told_at_fr, in_a_word=in_a_word,
    )  # fmt: skip


def read_overview() -> Overview | None:
    """Read the overview for the person of the request; None where they oversee no texts."""
    if not may(person(), Right.OVERSEE_TEXTS):
        return None
    return overview(db(), by=person(), today=today(), calendar=calendar())


def weekday_short_fr(day: date) -> str:
    """Word a day of this week: "lun. 30", "mar. 1er"."""
    return f"{WEEKDAYS_FR[day.weekday()][:3]}. {ordinal_fr(day.day)}"


def day_month_fr(day: date) -> str:
    """Word a day without its year: "lun. 7 décembre"."""
    return f"{weekday_short_fr(day)} {month_fr(day)}"


def month_fr(day: date) -> str:
    """Name the month of a day: "décembre"."""
    return MONTHS_FR[day.month - 1]


def in_a_word(day: Day) -> str:
    """Say the first thing that a day brings, where there is room for one word; a dash where it brings nothing."""
    if day.holiday:
        return str(_("férié"))
    if day.council:
        return str(_("Conseil"))
    if day.limits:
        return str(ngettext("délai", "délais", len(day.limits)))
    return str(_("session")) if day.opens_session else "–"


def day_near_fr(day: date) -> str:
    """Word a day briefly: "mer. 25 nov.", or "25 nov. 2025" where it is far from today."""
    words = day_short_fr(day)
    if abs((day - today()).days) > _NEAR:
        return words
    return f"{WEEKDAYS_FR[day.weekday()][:3]}. {words.removesuffix(f' {day.year}')}"


def told_at_fr(at: datetime) -> str:
    """Word when something was recorded, in Casablanca: the hour where that is today, else the day."""
    local = at.astimezone(CASABLANCA)
    return f"{local.hour} h {local:%M}" if local.date() == today() else day_near_fr(local.date())
