"""Holidays and sessions of Parliament in screens: what is certain, what is estimated, what the ministry decides."""

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from web.forms.days_off import DayForm
from web.request import calendar, db, reads_first, requires, today, writing
from workflow.calendar.decided_days import DecidedDay, listed_days
from workflow.calendar.sessions import session_opened, session_openings
from workflow.errors import Unfit
from workflow.people.permissions import Right
from workflow.register.days_off import changes_by, checked_day, decide_day

bp = Blueprint("days_off", __name__, url_prefix="/administration/calendar")

# A year and its feasts, and the next ones to prepare for.
_MONTHS = 14
_ONE = "C’est enregistré ; un texte a été compté à nouveau."
_SEVERAL = "C’est enregistré ; %(num)s textes ont été comptés à nouveau."


@bp.get("")
@requires(Right.DECIDE_DAYS)
def index() -> ResponseReturnValue:
    """Show the days off of the coming months and the openings of the sessions of Parliament."""
    last = _last_day(today())
    opened = session_opened(today())
    openings = [day for year in range(today().year, last.year + 1) for day in session_openings(year)]
    return render_template(
        "administration/calendar.html", days=list(listed_days(calendar(), today(), last)), opened=opened,
        coming=[day for day in openings if today() < day <= last],
    )  # fmt: skip


@bp.route("/days", methods=["GET", "POST"])
@requires(Right.DECIDE_DAYS)
@reads_first
def decide() -> ResponseReturnValue:
    """Ask what is decided of a day, say which open deadlines that moves, and record it once it is confirmed."""
    form = DayForm()
    if request.method == "GET":
        return render_template("administration/day.html", form=form)
    if not form.validate():
        return render_template("administration/day.html", form=form), 422
    try:
        decided = checked_day(db(), form.decided())
        if "confirmed" in request.form:
            return _record(decided)
        changes = changes_by(db(), decided, on=today())
    except Unfit as unfit:
        form.refuse(unfit.reasons)
        return render_template("administration/day.html", form=form), 422
    return render_template("administration/day_confirm.html", form=form, decided=decided, changes=changes)


def _record(decided: DecidedDay) -> ResponseReturnValue:
    with writing() as session:
        count = decide_day(session, decided, on=today(), commit=session.commit)
    flash(ngettext(_ONE, _SEVERAL, count) if count else _("C’est enregistré."))
    return redirect(url_for("days_off.index"), 303)


def _last_day(day: date) -> date:
    months = day.month - 1 + _MONTHS
    return date(day.year + months // 12, months % 12 + 1, 1)
