"""After a form has expired, whoever typed in it finds it again, filled; nothing is recorded before they press."""

import logging

from flask import Blueprint, Flask, Response, abort, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from web.forms.account import SignInForm
from web.request import person, requires
from web.resuming.filling import fill
from web.resuming.kept_forms import RESUMED, TypedForm, keep_form, owner_of_form, take_form, typed_form
from workflow.people.permissions import Right

bp = Blueprint("resuming", __name__)
log = logging.getLogger(__name__)

_BACK = "Votre saisie est revenue dans ce formulaire. Rien n’en est encore enregistré : relisez, puis envoyez."
_NO_FILES = "Le fichier choisi n’est pas conservé : il sera à choisir de nouveau."
_NOT_THEIRS = (
    "Ce qui avait été saisi n’est pas repris : c’était sous un autre compte, ou il y a plus d’un jour. Rien n’en est "
    "enregistré."
)


def register(app: Flask) -> None:
    """Have pages that are asked for with a form that was kept show it filled.

    Call it after the rights are checked by the hooks before it.
    """
    app.before_request(_find_typed)
    app.after_request(_show_filled)


def answer_expired() -> ResponseReturnValue:
    """Answer a form that nobody signed in sent, or whose token is too old.

    What was typed is kept for the person to whom the form had been shown. Whoever is signed in as that person finds
    the form again at once, anybody else once they sign in here as that person.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    if leads_to := getattr(view, "leads_to", None):
        return redirect(leads_to() if current_user.is_authenticated else url_for("sign_in.show", next=leads_to()), 303)
    if request.blueprint == "sign_in" and (going := request.form.get("next")):
        return redirect(url_for("sign_in.show", next=going), 303)  # what was kept is still found there
    form, owner = typed_form(), owner_of_form()
    is_in = current_user.is_authenticated
    is_theirs = form is not None and owner is not None and (not is_in or owner == person().id)
    if form is None or owner is None or not is_theirs:
        is_other = is_in and owner is not None and owner != person().id
        return render_template("errors/expired.html", is_in=is_in, is_other=is_other, form=None), 400
    log.info("form kept", extra={"person_id": owner})
    address = _address(form, keep_form(form, owner))
    if is_in:
        return redirect(address, 303)
    asked = SignInForm(formdata=None, next=address)
    return render_template("errors/expired.html", is_in=False, form=asked, has_files=form.has_files), 400


@bp.get("/resumed/<name>")
@requires(Right.READ_TEXTS)
def show(name: str) -> ResponseReturnValue:
    """Offer to send again what was typed in a form that no page shows any more as it was."""
    form = take_form(name, person().id) or abort(404)
    return render_template("errors/resumed.html", typed=form)


def _address(form: TypedForm, name: str) -> str:
    """Give the address where a form that was kept is found again: that of its page, where it has one."""
    try:
        current_app.create_url_adapter(request).match(form.path, method="GET")  # type: ignore[union-attr]
    except (HTTPException, RequestRedirect):
        return url_for("resuming.show", name=name)
    return f"{form.target}{'&' if '?' in form.target else '?'}{RESUMED}={name}"


def _find_typed() -> None:
    name = request.args.get(RESUMED)
    if name is None or request.method != "GET" or not current_user.is_authenticated:
        return
    form = take_form(name, person().id)
    if form is None:
        flash(_(_NOT_THEIRS))
        return
    g.resumed = name, form
    flash(_(_BACK))
    if form.has_files:
        flash(_(_NO_FILES))


def _show_filled(response: Response) -> Response:
    name, form = g.pop("resumed", (None, None))
    if form is None:
        return response
    is_page = response.status_code == 200 and response.mimetype == "text/html"  # noqa: PLR2004
    filled = fill(response.get_data(as_text=True), request.path, form) if is_page else None
    if filled is None:
        return current_app.make_response(redirect(url_for("resuming.show", name=name), 303))
    response.set_data(filled)
    return response
