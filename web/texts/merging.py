"""Two files of one text: found, seen side by side, reunited by whoever answers for the division, and separated."""

from collections.abc import Callable, Sequence
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText
from web.forms.relation import Search
from web.moves.moved_meanwhile import CAME_SECOND, find_again
from web.request import calendar, db, find_going_on, find_text, now, person, reads_first, requires, today, writing
from web.texts.dossier import Dossier, gather
from web.texts.relations import MOST, look_for
from web.texts.same_text import look_alike
from workflow.errors import Refused
from workflow.history.fold import fold
from workflow.history.particulars import Particulars
from workflow.history.steps import steps_of
from workflow.language.legible import without_overrides
from workflow.people.permissions import Right
from workflow.register.merging import Union, merge, separate
from workflow.rulebook.files import procedure_of

bp = Blueprint("merging", __name__, url_prefix="/texts/<uuid:text_id>")

_MOVED = "Un de ces dossiers a bougé pendant que cette page était ouverte : relisez, puis envoyez de nouveau."


@bp.get("/merge")
@requires(Right.MERGE_TEXTS)
def choose(text_id: UUID) -> ResponseReturnValue:
    """Look for the other file of a text: those alike are proposed, others are searched."""
    search = Search.read(find_going_on(text_id))
    text = search.text
    alike = look_alike(text.procedure, Particulars.of(text), but=text.id)
    return render_template("merging/choose.html", search=search, alike=alike, found=look_for(search), most=MOST)


@bp.route("/merge/<uuid:other_id>", methods=["GET", "POST"])
@requires(Right.MERGE_TEXTS)
@reads_first
def unite(text_id: UUID, other_id: UUID) -> ResponseReturnValue:
    """Show two files side by side, then reunite them in the one that was chosen to stay."""
    files = _pair(text_id, other_id)
    if request.method == "GET":
        return _beside(files)
    staying = next((file for file in files if str(file.id) == request.form.get("stays")), None)
    if staying is None:
        return _beside(files, [_("Choisissez le dossier qui continue.")]), 422
    closing = files[0] if staying is files[1] else files[1]
    try:
        _record(merge, closing, staying)
    except Refused as refused:
        return _beside(files, refused.reasons), 422
    except CAME_SECOND:
        return _beside((find_again(text_id), find_again(other_id)), [_(_MOVED)]), 409
    flash(_("Les deux dossiers sont réunis : la suite s’enregistre ici."))
    return redirect(url_for("texts.show", text_id=staying.id), 303)


@bp.route("/separate", methods=["GET", "POST"])
@requires(Right.MERGE_TEXTS)
@reads_first
def part(text_id: UUID) -> ResponseReturnValue:
    """Separate a file from the one with which it was reunited, once the person has said why."""
    closing = find_text(text_id)
    if closing.merged_into_id is None:
        return _apart(closing)
    staying = find_text(closing.merged_into_id)
    if request.method == "GET":
        return _separation(closing, staying)
    try:
        _record(separate, closing, staying)
    except Refused as refused:
        return _separation(closing, staying, refused.reasons), 422
    except CAME_SECOND:
        return _separation(find_again(text_id), find_again(staying.id), [_(_MOVED)]), 409
    flash(_("Les dossiers sont séparés : celui-ci reprend sa suite."))
    return redirect(url_for("texts.show", text_id=closing.id), 303)


def _apart(text: LegalText) -> ResponseReturnValue:
    """Say that a file is separated already; one that never was reunited has nothing to separate: it is not found."""
    if fold(procedure_of(text), steps_of(db(), text.id)).told("merged_into_id") is None:
        abort(404)
    flash(_("Les dossiers sont déjà séparés."))
    return redirect(url_for("texts.show", text_id=text.id), 303)


def _pair(text_id: UUID, other_id: UUID) -> tuple[LegalText, LegalText]:
    if text_id == other_id:
        abort(404)
    return find_going_on(text_id), find_going_on(other_id)


def _record(write: Callable[..., None], closing: LegalText, staying: LegalText) -> None:
    """Reunite or separate two files, as they are now, and commit."""
    days = calendar()
    with writing() as session:
        closing, staying = (session.get_one(LegalText, text.id) for text in (closing, staying))
        write(session, _union(closing, staying), by=person(), at=now(), calendar=days)
        session.commit()


def _union(closing: LegalText, staying: LegalText) -> Union:
    """Read from the form why, and the last step of each file on the page."""
    closed, stays = (request.form.get(f"seen_{text.id}", -1, type=int) for text in (closing, staying))
    return Union(closing, staying, (closed, stays), without_overrides(request.form.get("reason", "")))


def _gathered(files: Sequence[LegalText]) -> list[Dossier]:
    return [gather(db(), file, by=person(), calendar=calendar(), today=today()) for file in files]


def _beside(files: Sequence[LegalText], reasons: Sequence[str] = ()) -> str:
    return render_template("merging/beside.html", dossiers=_gathered(files), reasons=reasons)


def _separation(closing: LegalText, staying: LegalText, reasons: Sequence[str] = ()) -> str:
    return render_template("merging/separate.html", closing=closing, staying=staying, reasons=reasons)
