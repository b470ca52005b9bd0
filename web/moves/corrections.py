"""Corrections: a step struck out, or put right, by another step that says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText
from web.forms.dates import DateParts
from web.forms.dispute import DisputeForm, other_source_in_words
from web.forms.faults import SAID_BY_FIELDS
from web.forms.move import MoveForm
from web.forms.typed_again import Typed, date_words, reason_words
from web.moves.mentions import ask_who_is_meant
from web.moves.moved_meanwhile import CAME_SECOND, answer_stale, find_again, recorded_since, who_recorded
from web.papers.production import make_wanted
from web.request import calendar, db, find_going_on, find_text, now, person, requires, settings, today
from web.texts.history import entry_words
from workflow.errors import Refused
from workflow.history.facts import REASON, too_long
from workflow.history.fold import CHANGE, ONLY_STRUCK, Done, fold
from workflow.history.steps import Recorded, steps_of
from workflow.history.what_counts import AMEND, OPEN, STRIKE
from workflow.language.legible import without_overrides
from workflow.mail.correction_notice import tell_correction
from workflow.mail.mention_notice import tell_newly_named
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.amending import Amended, correction_doubts, is_correctable, retold_by
from workflow.register.corrections import correct as correct_step
from workflow.register.corrections import undo_refusal, undoable
from workflow.register.recording import told as told_of
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence
from workflow.standing.striking import falling

bp = Blueprint("corrections", __name__)


@bp.route("/texts/<uuid:text_id>/steps/<int:number>/correct", methods=["GET", "POST"])
@requires(Right.CORRECT_STEPS)
def correct(text_id: UUID, number: int) -> ResponseReturnValue:
    """Strike a step, or give it another date and other facts."""
    text = find_going_on(text_id)
    done = _find_step(text, number)
    if done is None:
        return _gone(text, number)
    procedure = procedure_of(text).at(done.version, done.kind)
    if request.method == "GET":
        return _page(text, _known(procedure, done, text.last_step))
    told = _read(procedure, done)
    if complaints := told.complaints:
        return _page(text, told, complaints), 422
    reasons, status = _record(
        text, told.numbers, seen_step=told.form.seen_step, reason=told.reason, amended=told.amended
    )
    if reasons:
        return _refused(find_text(text_id), told, reasons, status)
    flash(told.done_words)
    return redirect(url_for("texts.show", text_id=text_id), 303)


def _refused(text: LegalText, told: "_Told", reasons: list[str], status: int) -> ResponseReturnValue:
    if status == _STALE:
        if any(_is_sent(step, told.done.number, told.amended) for step in recorded_since(text)):
            return _gone(text, told.done.number, told.amended)
        told.form.seen_step = text.last_step  # the page tells what was recorded meanwhile: from here it has been seen
    return _page(text, told, reasons), status


@bp.route("/texts/<uuid:text_id>/steps/<int:number>/undo", methods=["GET", "POST"])
@requires(Right.CORRECT_STEPS)
def undo(text_id: UUID, number: int) -> ResponseReturnValue:
    """Undo a correction that is the last word on its step, with those recorded with it."""
    text, status = find_going_on(text_id), 200
    steps = steps_of(db(), text.id)
    if number not in undoable(steps):
        return _gone(text, number)
    words = entry_words(text, steps, number)
    why_not = undo_refusal(text, steps, number)
    reasons = [why_not] if why_not else []
    if request.method == "POST":
        reasons, status = _record(
            text, number, seen_step=request.form.get("seen_step", -1, type=int), reason=_reason(), amended=None
        )
        if not reasons:
            flash(_("La correction est annulée."))
            return redirect(url_for("texts.show", text_id=text_id), 303)
    return render_template(
        "moves/undo.html", text=find_text(text_id), words=words, reasons=reasons, is_possible=not why_not
    ), status


def _record(
    text: LegalText, number: int | Sequence[int], *, seen_step: int, reason: str, amended: Amended | None
) -> tuple[list[str], int]:
    """Record the correction, and tell of it if that is asked; give the reasons against it and their status."""
    try:
        step = correct_step(db(), text, number, by=person(), seen_step=seen_step, at=now(), calendar=calendar(),
                            reason=reason, amended=amended)  # fmt: skip
        told = tell_newly_named(db(), text, step, by=person(), at=now(), base_url=settings().base_url)
        if request.form.get("tell"):
            tell_correction(db(), text, step, by=person(), at=now(), base_url=settings().base_url, told=told)
        db().commit()
    except (Refused, *CAME_SECOND) as fault:
        db().rollback()
        return (fault.reasons, 422) if isinstance(fault, Refused) else ([_moved(find_again(text.id))], _STALE)
    make_wanted(text.id)
    return [], 303


_STALE = 409
_MOVED = "%(who)s : relisez l’histoire du texte, puis envoyez de nouveau si la correction tient toujours."


def _moved(text: LegalText) -> str:
    return str(_(_MOVED, who=who_recorded(recorded_since(text))))


def _find_step(text: LegalText, number: int) -> Done | None:
    situation = fold(procedure_of(text), steps_of(db(), text.id))
    done = next((each for each in situation.done if each.number == number and is_correctable(each)), None)
    return done if done and (done.move != CHANGE or may(person(), Right.CHANGE_PROCEDURES)) else None


def _gone(text: LegalText, number: int, amended: Amended | None = None) -> ResponseReturnValue:
    """Answer for a step that is not there to correct: somebody may have been first, and what was typed is kept."""
    if request.form.get("seen_step", text.last_step, type=int) == text.last_step:
        abort(404)
    return answer_stale(
        text.id, lambda _situation: None, lambda step: _is_sent(step, number, amended), _typed(text, number)
    )


def _typed(text: LegalText, number: int) -> Typed:
    """Word what was typed of a step that is not there to correct any more."""
    reason = reason_words(_("Motif de la correction"))
    if request.form.get("how") == "strike":
        return [(_("Correction"), _("La barrer : elle n’a pas eu lieu")), *reason]
    moves, steps = procedure_of(text).moves, steps_of(db(), text.id)
    move = next((moves[step.move] for step in steps if step.number == number and step.move in moves), None)
    on = date_words(DateParts.read("on"))
    told = MoveForm.read(procedure_of(text), move).in_words if move else [(_("Date"), on)] if on else []
    return [*told, *other_source_in_words(), *reason]


def _is_sent(step: Recorded, number: int, amended: Amended | None) -> bool:
    """Whether the step is the correction that was sent: of the same step, to the same end, for the same reason."""
    same = (step.strikes, step.by_id, step.facts.get("reason")) == (number, person().id, _reason())
    if step.move != AMEND or amended is None:
        return same and step.move == STRIKE and request.form.get("how", "strike") == "strike"
    on, facts = amended
    # Of what was confirmed, only what was odd is kept.
    typed = {name: value for name, value in told_of(facts).items() if name != "confirmed"}
    return same and step.on == on and typed.items() <= step.facts["amended"].items()


@dataclass(frozen=True)
class _Told:
    """What a person says of a step: that it never was, or another date and other facts, or another source."""

    done: Done
    form: MoveForm
    dispute: DisputeForm
    strikes: bool = False
    reason: str = ""
    # The later steps that the page showed to fall with it.
    fallen: tuple[int, ...] = ()
    # Those that the page showed to be told otherwise, once they are confirmed.
    retold: tuple[int, ...] = ()

    @property
    def complaints(self) -> list[str]:
        wrong = not self.strikes and bool(self.form.errors or self.dispute.errors)
        said = SAID_BY_FIELDS if wrong else ()
        long = too_long(self.reason, REASON)
        return [*said, *([_("Le motif est trop long : %(limit)s", limit=long)] if long else [])]

    @property
    def amended(self) -> Amended | None:
        if self.strikes:
            return None
        on, facts = self.dispute.settle(self.done, self.form.on.value, self.form.facts)
        return on, facts | {"confirmed": request.form.getlist("confirmed")}

    @property
    def numbers(self) -> list[int]:
        return [self.done.number, *(self.fallen if self.strikes else self.retold)]

    @property
    def done_words(self) -> str:
        if self.strikes and self.fallen:
            many = _("%(count)s étapes sont barrées ; elles restent visibles, avec le motif.", count=len(self.numbers))
            return str(many)
        return str(_("L’étape est corrigée ; la ligne d’origine reste visible, barrée."))


def _known(procedure: Procedure, done: Done, seen_step: int) -> _Told:
    on, dispute, strikes = DateParts.of("on", done.on), DisputeForm.blank(done), done.move in ONLY_STRUCK
    if done.move not in procedure.moves:
        return _Told(done, MoveForm({}, (), on, seen_step=seen_step), dispute, strikes)
    form = MoveForm.blank(procedure, procedure.moves[done.move], on=on, seen_step=seen_step)
    form.show(done.facts)
    return _Told(done, form, dispute)


def _read(procedure: Procedure, done: Done) -> _Told:
    if done.move in procedure.moves:
        form = MoveForm.read(procedure, procedure.moves[done.move])
        ask_who_is_meant(db(), form, str(done.facts.get("note") or ""))
    else:
        form = MoveForm({}, (), DateParts.read("on", required=True))
        form.seen_step = request.form.get("seen_step", -1, type=int)
        form.errors = {"on": form.on.error} if form.on.error else {}
    strikes = done.move in ONLY_STRUCK or request.form.get("how") == "strike"
    form.errors = {} if strikes else form.errors
    fallen = tuple(request.form.getlist("falls", type=int))
    retold = tuple(int(number) for number in request.form.get("retold", "").split() if number.isdecimal())
    dispute = DisputeForm.read(done, today())
    return _Told(done, form, dispute, strikes, reason=_reason(), fallen=fallen, retold=retold)


def _reason() -> str:
    return without_overrides(request.form.get("reason", "")).strip()


def _page(text: LegalText, told: _Told, reasons: Sequence[str] = ()) -> str:
    procedure, steps = procedure_of(text), steps_of(db(), text.id)
    amended = told.amended if request.method == "POST" and not told.complaints else None
    otherwise = retold_by(text, steps, told.done.number, amended, calendar=calendar()) if amended else []
    fallen = falling(text, steps, told.done.number, calendar()) if told.done.move != OPEN else []
    return render_template(
        "moves/correct.html",
        text=text,
        done=told.done,
        words=step_sentence(procedure, told.done),
        form=told.form,
        dispute=told.dispute,
        reasons=reasons,
        only_strikes=told.done.move in ONLY_STRUCK,
        may_strike=told.done.move != OPEN,
        fallen=[(each.done, step_sentence(procedure, each.done), each.why) for each in fallen],
        retold=otherwise,
        doubts=correction_doubts(text, steps, told.done.number, amended, calendar=calendar()) if amended else [],
    )
