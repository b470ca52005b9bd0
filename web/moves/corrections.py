"""Corrections: a step struck out, or put right, by another step that says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText, PartialDate
from web.forms.dates import DateParts
from web.forms.dispute import DisputeForm
from web.forms.move import MoveForm
from web.moves.moved_meanwhile import CAME_SECOND, answer_stale
from web.papers.production import make_wanted
from web.request import calendar, db, find_text, now, person, requires, settings, today
from web.texts.dossier import entry_words
from workflow.errors import Refused
from workflow.history.facts import REASON, Facts, too_long
from workflow.history.fold import CHANGE, Done, fold
from workflow.history.steps import steps_of
from workflow.mail.correction_notice import tell_correction
from workflow.old_files.doubts import order_doubt
from workflow.people.permissions import Right
from workflow.procedure.model import Procedure
from workflow.register.corrections import correct as correct_step
from workflow.register.corrections import undoable
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence

bp = Blueprint("corrections", __name__)


@bp.route("/texts/<uuid:text_id>/steps/<int:number>/correct", methods=["GET", "POST"])
@requires(Right.CORRECT_STEPS)
def correct(text_id: UUID, number: int) -> ResponseReturnValue:
    """Strike a step, or give it another date and other facts."""
    text = find_text(text_id)
    done = _find_step(text, number)
    if done is None:
        return _gone(text)
    procedure = procedure_of(text).at(done.version, done.kind)
    if request.method == "GET":
        return _page(text, _known(procedure, done, text.last_step))
    told = _read(procedure, done)
    if complaints := told.complaints:
        return _page(text, told, complaints), 422
    reasons, status = _record(text, number, seen_step=told.form.seen_step, reason=told.reason, amended=told.amended)
    if reasons:
        text = find_text(text_id)
        if status == _STALE:  # the page tells what was recorded meanwhile: from here on it has been seen
            told.form.seen_step = text.last_step
        return _page(text, told, reasons), status
    flash(_("L’étape est corrigée ; la ligne d’origine reste visible, barrée."))
    if doubt := order_doubt(fold(procedure_of(text), steps_of(db(), text.id)), number):
        flash(doubt)
    return redirect(url_for("texts.show", text_id=text_id), 303)


@bp.route("/texts/<uuid:text_id>/steps/<int:number>/undo", methods=["GET", "POST"])
@requires(Right.CORRECT_STEPS)
def undo(text_id: UUID, number: int) -> ResponseReturnValue:
    """Undo a correction that is the last word on its step."""
    text, status = find_text(text_id), 200
    reasons: list[str] = []
    steps = steps_of(db(), text.id)
    if number not in undoable(steps):
        return _gone(text)
    words = entry_words(text, steps, number)
    if request.method == "POST":
        reasons, status = _record(
            text, number, seen_step=request.form.get("seen_step", -1, type=int), reason=_reason(), amended=None
        )
        if not reasons:
            flash(_("La correction est annulée."))
            return redirect(url_for("texts.show", text_id=text_id), 303)
    return render_template("moves/undo.html", text=find_text(text_id), words=words, reasons=reasons), status


def _record(
    text: LegalText, number: int, *, seen_step: int, reason: str, amended: tuple[PartialDate | None, Facts] | None
) -> tuple[list[str], int]:
    """Record the correction, and tell of it if that is asked; give the reasons against it and their status."""
    try:
        step = correct_step(db(), text, number, by=person(), seen_step=seen_step, at=now(), calendar=calendar(),
                            reason=reason, amended=amended)  # fmt: skip
        if request.form.get("tell"):
            tell_correction(db(), text, step, by=person(), at=now(), base_url=settings().base_url)
        db().commit()
    except (Refused, *CAME_SECOND) as fault:
        db().rollback()
        return (fault.reasons, 422) if isinstance(fault, Refused) else ([_MOVED], _STALE)
    make_wanted(text.id)
    return [], 303


_STALE = 409
_MOVED = "Le texte a bougé entre-temps : relisez son histoire, puis envoyez de nouveau si la correction tient toujours."


def _find_step(text: LegalText, number: int) -> Done | None:
    situation = fold(procedure_of(text), steps_of(db(), text.id))
    return next((each for each in situation.done if each.number == number and each.move != CHANGE), None)


def _gone(text: LegalText) -> ResponseReturnValue:
    """Answer for a step that is not there to correct: somebody may have been first, and what was typed is kept."""
    if request.form.get("seen_step", text.last_step, type=int) == text.last_step:
        abort(404)
    return answer_stale(text.id, lambda _situation: None)


@dataclass(frozen=True)
class _Told:
    """What a person says of a step: that it never was, or another date and other facts, or another source."""

    done: Done
    form: MoveForm
    dispute: DisputeForm
    strikes: bool = False
    reason: str = ""

    @property
    def complaints(self) -> list[str]:
        wrong = not self.strikes and bool(self.form.errors or self.dispute.errors)
        said = [_("Complétez ou corrigez ce qui est signalé ci-dessous.")] if wrong else []
        long = too_long(self.reason, REASON)
        return [*said, *([_("Le motif est trop long : %(limit)s", limit=long)] if long else [])]

    @property
    def amended(self) -> tuple[PartialDate | None, Facts] | None:
        return None if self.strikes else self.dispute.settle(self.done, self.form.on.value, self.form.facts)


def _known(procedure: Procedure, done: Done, seen_step: int) -> _Told:
    on, dispute = DateParts.of("on", done.on), DisputeForm.blank(done)
    if done.move not in procedure.moves:
        return _Told(done, MoveForm({}, (), on, seen_step=seen_step), dispute)
    form = MoveForm.blank(procedure, procedure.moves[done.move], on=done.on, seen_step=seen_step)
    form.show(done.facts)
    return _Told(done, form, dispute)


def _read(procedure: Procedure, done: Done) -> _Told:
    if done.move in procedure.moves:
        form = MoveForm.read(procedure, procedure.moves[done.move])
    else:
        form = MoveForm({}, (), DateParts.read("on", required=True))
        form.seen_step = request.form.get("seen_step", -1, type=int)
        form.errors = {"on": form.on.error} if form.on.error else {}
    return _Told(done, form, DisputeForm.read(done, today()), strikes=request.form.get("how") == "strike",
                 reason=_reason())  # fmt: skip


def _reason() -> str:
    return request.form.get("reason", "").replace("\x00", "").strip()


def _page(text: LegalText, told: _Told, reasons: Sequence[str] = ()) -> str:
    return render_template(
        "moves/correct.html",
        text=text,
        done=told.done,
        words=step_sentence(procedure_of(text), told.done),
        form=told.form,
        dispute=told.dispute,
        reasons=reasons,
    )
