"""Absences in screens: one's own from one's account, other people's by who may record them."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col, select

from models import Absence, User
from web.forms.absence import AbsenceForm
from web.request import db, now, person, reads_first, requires, today, writing
from workflow.errors import Unfit
from workflow.people.permissions import Right, may
from workflow.register.absences import absences, keep_absence, withdraw_absence

bp = Blueprint("absences", __name__)


@bp.get("/administration/absences")
@requires(Right.RECORD_ABSENCES)
def index() -> ResponseReturnValue:
    """List the absences that run or are to come."""
    return render_template("administration/absences.html", found=absences(db(), on=today()), people=names())


@bp.route("/absences/new", methods=["GET", "POST"])
@requires(Right.READ_TEXTS)
@reads_first
def new() -> ResponseReturnValue:
    """Record an absence."""
    return _answer(None)


@bp.route("/absences/<uuid:absence_id>", methods=["GET", "POST"])
@requires(Right.READ_TEXTS)
@reads_first
def change(absence_id: UUID) -> ResponseReturnValue:
    """Change the days of an absence, or who stands in."""
    return _answer(_find(absence_id))


@bp.post("/absences/<uuid:absence_id>/withdraw")
@requires(Right.READ_TEXTS)
@reads_first
def withdraw(absence_id: UUID) -> ResponseReturnValue:
    """Take back an absence that ends before its time, or should not have been recorded."""
    _find(absence_id)
    with writing() as session:
        withdraw_absence(session, session.get(Absence, absence_id) or abort(404))
        session.commit()
    flash(_("L’absence est retirée : les rappels ne vont plus qu’à la personne elle-même."))
    return redirect(_back(), 303)


def names() -> dict[UUID, str]:
    """Give the name of everybody who has or had an account."""
    return dict(db().exec(select(User.id, User.name)).all())


def _answer(there: Absence | None) -> ResponseReturnValue:
    """Show the form, or record what was typed; show it again with what is wrong with it."""
    people = db().exec(select(User).where(col(User.active)).order_by(col(User.name))).all()
    form = AbsenceForm(people, there, of=None if _for_others() else person())
    if not form.is_submitted():
        return _page(form, there)
    if not form.validate():
        return _page(form, there), 422
    try:
        _record(form, there)
    except Unfit as unfit:
        form.refuse(unfit.reasons)
        return _page(form, there), 422
    flash(_("L’absence est enregistrée."))
    return redirect(_back(), 303)


def _record(form: AbsenceForm, there: Absence | None) -> None:
    told: dict[str, Any] = {
        "person_id": form.absent_id, "stand_in_id": UUID(form.stand_in_id.data),
        "from_on": form.day("from_on"), "until_on": form.day("until_on"),
    }  # fmt: skip
    with writing() as session:
        absence = session.get(Absence, there.id) if there else Absence(**told, recorded_at=now())
        for name, value in told.items():
            setattr(absence or abort(404), name, value)
        keep_absence(session, absence or abort(404), by=person(), at=now(), on=today())
        session.commit()


def _page(form: AbsenceForm, there: Absence | None) -> str:
    return render_template(
        "administration/absence.html", form=form, there=there, back=_back(), for_others=_for_others()
    )  # fmt: skip


def _for_others() -> bool:
    """Whether the form may be about anybody: from one's own account, it is about oneself."""
    return "own" not in request.args and may(person(), Right.RECORD_ABSENCES)


def _back() -> str:
    return url_for("absences.index") if _for_others() else url_for("sign_in.account")


def _find(absence_id: UUID) -> Absence:
    """Give an absence that this person may change, or answer that it is not found."""
    absence = db().get(Absence, absence_id)
    if absence is None or not (_for_others() or absence.person_id == person().id):
        abort(404)
    return absence
