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

# Up to so many days back, the weekday and the number of a day tell which one it is.
_NEAR = 7


def register(app: Flask) -> None:
    """Give templates the words of the days of a week."""
    app.jinja_env.filters.update(
        weekday_short=weekday_short_fr, day_month=day_month_fr, month=month_fr, told_at=told_at_fr, in_a_word=in_a_word
    )


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


def told_at_fr(at: datetime) -> str:
    """Word when something was recorded, in Casablanca: the hour today, the weekday this week, then the date."""
    local = at.astimezone(CASABLANCA)
    ago = (today() - local.date()).days
    if ago == 0:
        return f"{local.hour} h {local:%M}"
    return weekday_short_fr(local.date()) if 0 < ago < _NEAR else day_short_fr(local.date())
