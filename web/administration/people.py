"""Accounts in screens: who has one, which role, what became of the texts of who left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import Session, col, select

from models import Role, User
from web.account.passwords import hash_password, new_password
from web.forms.people import PersonForm, RoleForm
from web.request import db, find, now, person, reads_first, requires, today, writing
from workflow.errors import Unfit
from workflow.language.folding import norm
from workflow.people.leave import Leave, leaves_on
from workflow.people.permissions import ROLES_FR, Right
from workflow.register.accounts import (
    change_password,
    change_role,
    close_account,
    entrusted,
    may_answer,
    open_account,
    reopen_account,
)

bp = Blueprint("people", __name__, url_prefix="/administration/people")


@dataclass(frozen=True)
class Listed:
    """One person of the list: the texts entrusted to them, and the absence that runs."""

    person: User
    texts: int
    leave: Leave | None = None

    @property
    def is_to_settle(self) -> bool:
        """Whether texts are entrusted to somebody who cannot answer for them."""
        return bool(self.texts) and not may_answer(self.person)


@bp.get("")
@requires(Right.MANAGE_PEOPLE)
def index() -> ResponseReturnValue:
    """List the accounts, those that are open first, found by their name or their address."""
    wanted = request.args.get("q", "").strip()
    found = [each for each in _listed() if _is_found(each.person, wanted)]
    opened = [each for each in found if each.person.active]
    closed = [each for each in found if not each.person.active]
    return render_template("administration/people.html", opened=opened, closed=closed, q=wanted, roles=ROLES_FR)


@bp.route("/new", methods=["GET", "POST"])
@requires(Right.MANAGE_PEOPLE)
@reads_first
def new() -> ResponseReturnValue:
    """Open an account, and show its first password once."""
    form = PersonForm()
    if not form.is_submitted():
        return render_template("administration/person_new.html", form=form)
    if not form.validate():
        return render_template("administration/person_new.html", form=form), 422
    password = new_password()
    given = {"email": form.email.data, "name": form.name.data, "role": Role(form.role.data)}
    try:
        with writing() as session:
            opened = open_account(session, **given, password_hash=hash_password(password), at=now())
            session.commit()
    except Unfit as unfit:
        for name, words in unfit.reasons.items():
            form[name].errors = [words]
        return render_template("administration/person_new.html", form=form), 422
    return render_template("administration/password.html", one=opened, password=password, is_new=True)


@bp.get("/<uuid:person_id>")
@requires(Right.MANAGE_PEOPLE)
def show(person_id: UUID) -> ResponseReturnValue:
    """Show one account and what can be done of it."""
    return _page(find(User, person_id))


@bp.post("/<uuid:person_id>/role")
@requires(Right.MANAGE_PEOPLE)
@reads_first
def give_role(person_id: UUID) -> ResponseReturnValue:
    """Give a person another role, from now on."""
    form = RoleForm()
    if not form.validate():
        return _page(find(User, person_id), form), 422
    role = Role(form.role.data)
    said = _("Le rôle est changé : %(role)s.", role=ROLES_FR[role])
    return _answer(person_id, lambda session, one: change_role(session, one, role), said, form)


@bp.post("/<uuid:person_id>/password")
@requires(Right.MANAGE_PEOPLE)
@reads_first
def give_password(person_id: UUID) -> ResponseReturnValue:
    """Give a new password, shown once; the sessions opened with the one before end."""
    password = new_password()
    with writing() as session:
        one = session.get(User, person_id) or abort(404)
        change_password(session, one, hash_password(password))
        session.commit()
    return render_template("administration/password.html", one=one, password=password, is_new=False)


@bp.post("/<uuid:person_id>/close")
@requires(Right.MANAGE_PEOPLE)
@reads_first
def close(person_id: UUID) -> ResponseReturnValue:
    """Close an account: nobody signs in with it and no mail leaves for it; the history keeps its name."""
    return _answer(person_id, close_account, _("Le compte est fermé."))


@bp.post("/<uuid:person_id>/reopen")
@requires(Right.MANAGE_PEOPLE)
@reads_first
def reopen(person_id: UUID) -> ResponseReturnValue:
    """Open again an account that was closed."""
    return _answer(person_id, reopen_account, _("Le compte est rouvert, avec le mot de passe qu’il avait."))


def _answer(
    person_id: UUID, change: Callable[[Session, User], None], said: str, form: RoleForm | None = None
) -> ResponseReturnValue:
    try:
        with writing() as session:
            change(session, session.get(User, person_id) or abort(404))
            session.commit()
    except Unfit as unfit:
        return _page(find(User, person_id), form, list(unfit.reasons.values())), 422
    flash(said)
    # Whoever gave up the role may not come back here.
    own = person_id == person().id
    return redirect(url_for("home.index") if own else url_for("people.show", person_id=person_id), 303)


def _page(one: User, form: RoleForm | None = None, reasons: Sequence[str] = ()) -> str:
    told = next(each for each in _listed() if each.person.id == one.id)
    return render_template(
        "administration/person.html", told=told, form=form or RoleForm(now=one.role),
        reasons=reasons, roles=ROLES_FR,
    )  # fmt: skip


def _listed() -> list[Listed]:
    texts, leaves = entrusted(db()), leaves_on(db(), on=today())
    people = db().exec(select(User).order_by(col(User.name), col(User.id)))
    return [Listed(one, texts.get(one.id, 0), leaves.get(one.id)) for one in people]


def _is_found(one: User, wanted: str) -> bool:
    return wanted.lower() in one.email or norm(wanted) in norm(one.name)
