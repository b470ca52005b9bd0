"""Signing in and out, and one's own account."""

import logging
from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import UserMixin, current_user, login_user, logout_user
from sqlmodel import col, select

from models import User
from web.account.first_steps import destination
from web.account.passwords import check_password, forget_attempts, hash_password, is_throttled, note_attempt
from web.forms.account import PasswordForm, SignInForm
from web.request import EXPOSED, db, is_forwarded, now, person, public, requires, settings, today
from web.resuming.kept_forms import mark_session
from workflow.importing.demonstration import DOMAIN
from workflow.people.permissions import ROLES_FR, Right
from workflow.register.absences import absences

bp = Blueprint("sign_in", __name__)
log = logging.getLogger(__name__)

_EPOCH = "epoch"


class Account(UserMixin):
    """A person as Flask-Login wants one."""

    def __init__(self, person: User) -> None:
        """Keep the person."""
        self.person = person
        self.id = person.id


def load_account(key: str) -> Account | None:
    """Give the account of a session that is still good: active, and the password unchanged since."""
    found = db().get(User, UUID(key))
    if found is None or not _may_enter(found) or session.get(_EPOCH) != found.session_epoch:
        return None
    return Account(found)


def _may_enter(found: User) -> bool:
    # Their password is known to all: in earnest, or where others may come, the demonstration's accounts open nothing.
    is_known_to_all = found.email.endswith(DOMAIN)
    return found.active and (not is_known_to_all or (settings().demonstration and not _is_open_to_others()))


def _is_open_to_others() -> bool:
    """Whether other machines come here, through a proxy or by an address of theirs, and nobody said that they may."""
    return not current_app.config.get(EXPOSED) and (is_forwarded() or settings().has_https_address)


@bp.get("/sign-in")
@public
def show() -> ResponseReturnValue:
    """Ask who is there."""
    if current_user.is_authenticated:
        return redirect(_local(request.args.get("next")) or url_for("home.index"))
    form = SignInForm(next=request.args.get("next", ""))
    return _page(form)


@bp.post("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    """Let a person in."""
    form = SignInForm()
    if not form.validate():
        return _page(form), 422
    email = form.email.data
    found = db().exec(select(User).where(User.email == email)).one_or_none()
    if not _proves(found, email, form.password.data) or found is None or not _may_enter(found):
        log.warning("sign-in refused", extra={"from_address": request.remote_addr, "person_id": found and found.id})
        form.password.errors = [_("L’adresse ou le mot de passe n’est pas le bon.")]
        return _page(form), 422
    arrives = destination(found, _local(form.next.data), at=now())
    found.last_signed_in_at = now()
    db().add(found)
    db().commit()
    _open_session(found)
    log.info("sign-in", extra={"from_address": request.remote_addr})
    return redirect(arrives, 303)


def _proves(found: User | None, email: str, password: str) -> bool:
    """Whether the password is right; the caller commits when it is. Whoever tried too often is sent away."""
    address = request.remote_addr or ""
    if is_throttled(db(), email, address, at=now()):
        log.warning("sign-in throttled", extra={"from_address": address})
        abort(429)
    noted = note_attempt(db(), email, address, at=now())
    db().commit()  # the hash takes its time: nobody who writes waits for it
    if not check_password(found, password):
        return False
    forget_attempts(db(), noted)
    return True


def _page(form: SignInForm) -> str:
    people: Sequence[User] = []
    refused = settings().demonstration and _is_open_to_others()
    if settings().demonstration and not refused:
        query = select(User).where(col(User.email).endswith(DOMAIN), col(User.active))
        people = db().exec(query.order_by(col(User.created_at))).all()
    return render_template("sign_in/sign_in.html", form=form, demonstration=people, refused=refused, roles=ROLES_FR)


def _open_session(found: User) -> None:
    session.clear()  # a session prepared by somebody else must not live on
    session.permanent = True
    login_user(Account(found))
    session[_EPOCH] = found.session_epoch
    mark_session(found.id)


def _local(target: str | None) -> str | None:
    # Only a path of ours: never a door to another site.
    if not target or not target.startswith("/") or target.startswith("//") or "\\" in target:
        return None
    if not target.isprintable():
        return None
    parts = urlsplit(target)
    return None if parts.netloc or parts.scheme else target


@bp.post("/sign-out")
@requires(Right.READ_TEXTS)
def sign_out() -> ResponseReturnValue:
    """Let the person go; every copy of the session is worth nothing from now on, and so are the person's others."""
    person().session_epoch += 1
    db().add(person())
    db().commit()
    log.info("sign-out")
    logout_user()
    session.clear()
    return redirect(url_for("sign_in.show"), 303)


@bp.route("/account", methods=["GET", "POST"])
@requires(Right.READ_TEXTS)
def account() -> ResponseReturnValue:
    """Show one's account, and change one's password."""
    form = PasswordForm()
    if not form.is_submitted():
        return _account_page(form)
    if form.validate() and not _proves(person(), person().email, form.old.data):
        form.old.errors = [_("Ce n’est pas le mot de passe actuel.")]
    if form.errors:
        return _account_page(form), 422
    db().commit()
    person().password_hash = hash_password(form.new.data)
    person().session_epoch += 1
    db().add(person())
    db().commit()
    _open_session(person())
    flash(_("Le mot de passe est changé ; les autres sessions sont fermées."))
    return redirect(url_for("sign_in.account"), 303)


def _account_page(form: PasswordForm) -> str:
    away = absences(db(), on=today(), of=person())
    told = {absence.stand_in_id for absence in away}
    people = dict(db().exec(select(User.id, User.name).where(col(User.id).in_(told))).all()) if told else {}
    return render_template(
        "sign_in/account.html", form=form, roles=ROLES_FR, absences=away, people={person().id: person().name, **people}
    )
