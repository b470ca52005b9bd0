"""Taking over an old file: what is known of it, the path found through it, and only then its record."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText
from web.forms.take_over import TakeOverForm
from web.moves.moved_meanwhile import CAME_SECOND, answer_stale
from web.request import (
    calendar,
    db,
    find_going_on,
    find_text,
    now,
    only_reads,
    person,
    reads_first,
    requires,
    today,
    writing,
)
from workflow.errors import NotAllowed, Refused
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.old_files.eligibility import may_take_over
from workflow.old_files.preview import Way, chapters, find_way
from workflow.people.permissions import Right
from workflow.register.moves import take_over as record_old_file
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import named_fr

bp = Blueprint("take_over", __name__, url_prefix="/texts/<uuid:text_id>/take-over")


@bp.get("")
@requires(Right.WRITE_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Ask what is known of an old file."""
    text = find_going_on(text_id)
    if not _is_open_to_take_over(text):
        raise NotAllowed("take_over")
    return _page(text, TakeOverForm.blank(procedure_of(text), text.last_step))


@bp.post("/preview")
@requires(Right.WRITE_TEXTS)
@only_reads
def preview(text_id: UUID) -> ResponseReturnValue:
    """Change the rows, or show the path through them; nothing is recorded."""
    text = find_text(text_id)
    form = TakeOverForm.read(procedure_of(text), today())
    if not _is_open_to_take_over(text):
        return _too_late(text, form)
    if request.form.get("resume"):
        form.seen_step = text.last_step
    way = _way(text, form) if request.form.get("do", "see") == "see" else None
    return _page(text, form, way, asked=request.form.get("do") == "see")


@bp.post("")
@requires(Right.WRITE_TEXTS)
@reads_first
def record(text_id: UUID) -> ResponseReturnValue:
    """Record an old file, as its path was shown."""
    text = find_text(text_id)
    form = TakeOverForm.read(procedure_of(text), today())
    try:
        if form.seen_step == text.last_step and not (form.is_sound and form.seen_way == form.seal):
            return _page(text, form, _way(text, form), asked=True), 422
        days = calendar()
        with writing() as session:
            record_old_file(session, text, form.milestones, by=person(), at=now(), calendar=days,
                            seen_step=form.seen_step)  # fmt: skip
            session.commit()
    except Refused:
        db().rollback()
        return _page(find_text(text_id), form, _way(text, form), asked=True), 422
    except CAME_SECOND:
        return answer_stale(text_id, lambda _situation: _resume_url(find_text(text_id)), said=form.in_words)
    flash(_("L’ancien dossier est repris."))
    return redirect(url_for("texts.show", text_id=text_id), 303)


def _is_open_to_take_over(text: LegalText) -> bool:
    procedure = procedure_of(text)
    return may_take_over(person(), procedure, fold(procedure, steps_of(db(), text.id)))


def _resume_url(text: LegalText) -> str | None:
    return url_for("take_over.preview", text_id=text.id) if _is_open_to_take_over(text) else None


def _too_late(text: LegalText, form: TakeOverForm) -> ResponseReturnValue:
    """Answer whoever may take this text over no more: what was typed before somebody moved it is kept."""
    if form.seen_step == text.last_step:
        raise NotAllowed("take_over")
    return answer_stale(text.id, lambda _situation: None, said=form.in_words)


def _way(text: LegalText, form: TakeOverForm) -> Way | None:
    if not form.is_sound:
        return None
    start = fold(procedure_of(text), steps_of(db(), text.id))
    return find_way(text, start, form.milestones, calendar(), today=today())


def _page(text: LegalText, form: TakeOverForm, way: Way | None = None, *, asked: bool = False) -> str:
    """Show the rows and the path, if it was asked for and can be found."""
    return render_template(
        "take_over/show.html",
        text=text,
        form=form,
        way=way,
        asked=asked,
        chapters=chapters(form.procedure),
        named=lambda move: named_fr(form.procedure, move),
        refused={form.told[place].place: reason for place, reason in way.refused.items()} if way else {},
    )
