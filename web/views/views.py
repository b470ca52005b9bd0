"""Views that people save of the list: made from its filters, named, ordered, shared by those who lead."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col, select, update

from models import SavedView
from web.forms.view import ViewForm
from web.lists.filters import address, filters_in, read_filters, view_of
from web.request import db, now, person, requires
from web.views.tabs import MOST
from workflow.people.permissions import Right

bp = Blueprint("views", __name__, url_prefix="/texts/views")

_QUERY = 2000


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Show the views of this person."""
    return _page(_mine(), {})


@bp.route("/new", methods=["GET", "POST"])
@requires(Right.READ_TEXTS)
def new() -> ResponseReturnValue:
    """Save the filters of the list, which the address tells, under a name."""
    query = view_of(read_filters(request.args))
    form, mine = ViewForm(), _mine()
    form.others = mine
    full = _("Vous avez %(most)s vues : retirez-en une d’abord.", most=MOST) if len(mine) >= MOST else ""
    if len(query) > _QUERY:
        abort(413)
    if not form.is_submitted():
        return render_template("views/view.html", form=form, query=query, full=full)
    if not form.validate() or full:
        return render_template("views/view.html", form=form, query=query, full=full), 422
    rank = max((view.rank for view in mine), default=0) + 1
    _keep(form, SavedView(owner_id=person().id, name="", query=query, rank=rank, created_at=now()))
    flash(_("La vue est enregistrée."))
    return redirect(address(filters_in(query)), 303)


@bp.post("/<uuid:view_id>")
@requires(Right.READ_TEXTS)
def change(view_id: UUID) -> ResponseReturnValue:
    """Give a view of this person another name; share it or not; let the list open on it or not."""
    mine, view = _mine(), _find(view_id)
    form = _form_of(view)
    form.others = [other for other in mine if other.id != view.id]
    if not form.validate():
        return _page(mine, {view.id: form}), 422
    _keep(form, view)
    flash(_("La vue est à jour."))
    return redirect(url_for(".index"), 303)


@bp.post("/<uuid:view_id>/remove")
@requires(Right.READ_TEXTS)
def remove(view_id: UUID) -> ResponseReturnValue:
    """Remove a view of this person; its texts stay as they are."""
    db().delete(_find(view_id))
    db().commit()
    flash(_("La vue est retirée ; les textes qu’elle montrait restent."))
    return redirect(url_for(".index"), 303)


@bp.post("/<uuid:view_id>/up")
@requires(Right.READ_TEXTS)
def move_up(view_id: UUID) -> ResponseReturnValue:
    """Put a view of this person before the one that precedes it."""
    mine, view = _mine(), _find(view_id)
    place = mine.index(view)
    ordered = [*mine[: max(place - 1, 0)], view, *(each for each in mine[max(place - 1, 0) :] if each is not view)]
    for rank, each in enumerate(ordered, start=1):
        each.rank = rank
        db().add(each)
    db().commit()
    return redirect(url_for(".index"), 303)


def _page(mine: Sequence[SavedView], typed: Mapping[UUID, ViewForm]) -> str:
    rows = [
        (view, address(filters_in(view.query)), typed.get(view.id) or _form_of(view, is_sent=False)) for view in mine
    ]
    return render_template("views/views.html", rows=rows, wrong=list(typed))


def _form_of(view: SavedView, *, is_sent: bool = True) -> ViewForm:
    given = {} if is_sent else {"formdata": None}
    return ViewForm(obj=view, prefix=f"v{view.id.hex}-", **given)


def _mine() -> list[SavedView]:
    query = select(SavedView).where(SavedView.owner_id == person().id)
    return list(db().exec(query.order_by(col(SavedView.rank), col(SavedView.name))).all())


def _find(view_id: UUID) -> SavedView:
    """Give a view of this person; one of somebody else is not found, shared or not."""
    view = db().get(SavedView, view_id)
    if view is None or view.owner_id != person().id:
        abort(404)
    return view


def _keep(form: ViewForm, view: SavedView) -> None:
    """Write a view; where the list opens on it, no longer on another one."""
    if form.is_default.data:
        others = update(SavedView).where(col(SavedView.owner_id) == view.owner_id, col(SavedView.id) != view.id)
        db().exec(others.values(is_default=False))
    form.write(view, person())
    db().add(view)
    db().commit()
