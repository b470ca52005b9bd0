"""The first page of the administration: what needs attention there, and what this person may manage."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlmodel import col, select

from models import User
from web.administration.failures import read_failures
from web.request import calendar, db, person, requires, today
from workflow.calendar.decided_days import listed_days
from workflow.calendar.words import day_fr
from workflow.people.permissions import Right, may
from workflow.people.recipients import Staff
from workflow.register.absences import absences
from workflow.register.accounts import entrusted, may_answer

bp = Blueprint("administration", __name__, url_prefix="/administration")

# An estimated feast is announced shortly before it; what depends on it is to be looked at a month ahead.
_NEAR = timedelta(days=45)


class Concern(NamedTuple):
    """Something that somebody should see to: in words, and where."""

    words: str
    address: str


@bp.get("")
@requires(Right.ADMINISTER)
def index() -> ResponseReturnValue:
    """Say what needs attention, then list what is managed."""
    return render_template("administration/index.html", concerns=list(_concerns()))


def _concerns() -> Iterator[Concern]:
    if may(person(), Right.READ_MESSAGES) and (count := read_failures().count):
        words = ngettext(
            "%(num)s chose a échoué ou attend depuis trop longtemps.",
            "%(num)s choses ont échoué ou attendent depuis trop longtemps.", count,
        )  # fmt: skip
        yield Concern(words, url_for("failures.index"))
    yield from _texts_left()
    yield from _absences_without_stand_in()
    for listed in listed_days(calendar(), today(), today() + _NEAR):
        if listed.holiday and listed.holiday.estimated:
            words = _(
                "%(name)s, le %(day)s : la date est estimée.", name=listed.holiday.label_fr, day=day_fr(listed.day)
            )
            yield Concern(words, url_for("days_off.index"))


def _texts_left() -> Iterator[Concern]:
    """Name who keeps texts and cannot answer for them any more."""
    texts = entrusted(db())
    for one in db().exec(select(User).where(col(User.id).in_(texts)).order_by(col(User.name))):
        if not may_answer(one):
            count = texts[one.id]
            words = ngettext(
                "%(num)s texte reste confié à %(name)s, qui ne peut plus en répondre.",
                "%(num)s textes restent confiés à %(name)s, qui ne peut plus en répondre.", count, name=one.name,
            )  # fmt: skip
            yield Concern(words, url_for("texts.index", responsible=one.id, over="no"))


def _absences_without_stand_in() -> Iterator[Concern]:
    at_work = Staff.at_work(db(), on=today()).people
    for absence in absences(db(), on=today()):
        if absence.person_id in at_work and absence.stand_in_id not in at_work:
            words = _("%(name)s s’absente sans suppléance : le compte de qui supplée est fermé.",
                      name=at_work[absence.person_id].name)  # fmt: skip
            yield Concern(words, url_for("absences.change", absence_id=absence.id))
