"""Moves along a procedure: each is a page."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from models import LegalText
from web.forms.act_titles import number_titles, propose_titles
from web.forms.move import MoveForm, proposed_date, supposed_day
from web.forms.typed_again import Typed
from web.moves.consequences import foresee
from web.moves.mentions import ask_who_is_meant
from web.moves.moved_meanwhile import CAME_SECOND, answer_stale, find_again
from web.moves.named_alike import named_alike
from web.moves.owed import asked_of, asks_what_is_owed, ticked_already
from web.papers.production import make_wanted
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
    settings,
    today,
    writing,
)
from web.texts.same_text import Alike
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.expected_answers import asked_here
from workflow.history.fold import Situation
from workflow.history.steps import Recorded, steps_of
from workflow.mail.mention_notice import tell_named
from workflow.people.permissions import Right, may_fire
from workflow.procedure.model import Transition
from workflow.procedure.vocabulary import Fact, form_doubt
from workflow.register.moves import Moved, fire
from workflow.register.recording import told
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import raised, refusals
from workflow.standing.offered import event_words
from workflow.standing.reading import read_standing
from workflow.standing.standing import Standing, standing

bp = Blueprint("moves", __name__, url_prefix="/texts/<uuid:text_id>/moves/<name>")


@bp.get("")
@requires(Right.MOVE_TEXTS)
def show(text_id: UUID, name: str) -> ResponseReturnValue:
    """Ask what happened, and tell what will follow."""
    before, proposed = _propose(find_going_on(text_id), name)
    form = MoveForm.blank(
        proposed.procedure,
        proposed.move,
        on=proposed_date(proposed, today()),
        seen_step=proposed.text.last_step,
        asks=_asks(proposed),
    )
    form.show({"pieces": ticked_already(proposed)})
    propose_titles(form, before, proposed.move)
    return _page(before, proposed, form)


@bp.post("/preview")
@requires(Right.MOVE_TEXTS)
@only_reads
def preview(text_id: UUID, name: str) -> ResponseReturnValue:
    """Tell what will follow from what was typed so far, without recording it."""
    text = find_text(text_id)
    try:
        before, proposed = _propose(text, name)
    except Impossible:
        if _is_seen_as_it_is(text):
            raise
        return _stale(text_id, name)  # somebody moved the text meanwhile: what was typed is shown again
    form = _read(before, proposed)
    if request.form.get("resume"):
        form.seen_step = text.last_step
    if request.form.get("instead"):  # another outcome was just chosen: it is asked, not yet examined
        form.errors = form.questions
        return _page(before, proposed, form)
    reasons = () if form.errors else refusals(_told(proposed, form), today=today())
    return _page(before, proposed, form, reasons)


@bp.post("")
@requires(Right.MOVE_TEXTS)
@reads_first
def move(text_id: UUID, name: str) -> ResponseReturnValue:
    """Move a text one step along its procedure."""
    text = find_text(text_id)
    try:
        before, proposed = _propose(text, name)
        form = _read(before, proposed)
        is_seen, alike = form.seen_step == text.last_step, named_alike(form, before)
        if is_seen and (form.errors or alike.is_to_be_shown):
            return _page(before, proposed, form, alike=alike), 422
        moved = _record(text, name, form)
    except Refused as refused:
        return _page(before, proposed, form, refused.reasons, alike=alike), 422
    except (Impossible, NotAllowed):
        if _is_seen_as_it_is(text):
            raise
        return _stale(text_id, name)
    except CAME_SECOND:
        return _stale(text_id, name)
    if proposed.move.produces:
        make_wanted(text_id)
    _say_what_was_done(moved.standing)
    return redirect(url_for("texts.show", text_id=text_id), 303)


def _record(text: LegalText, name: str, form: MoveForm) -> Moved:
    with writing() as session:
        moved = fire(session, text, name, by=person(), seen_step=form.seen_step, on=form.on.value, at=now(),
                     facts=form.facts, calendar=calendar())  # fmt: skip
        tell_named(session, text, moved.step, by=person(), at=now(), base_url=settings().base_url)
        session.commit()
    return moved


def _transition(text: LegalText, name: str) -> Transition:
    move = procedure_of(text).moves.get(name)
    if move is None:
        abort(404)
    return move


def _asks(proposed: ProposedMove) -> dict[str, Fact]:
    asks = asked_here(proposed.procedure, proposed.move, proposed.situation)
    return asks_what_is_owed(asks, proposed)


def _read(before: Standing, proposed: ProposedMove) -> MoveForm:
    form = MoveForm.read(before.procedure, proposed.move, _asks(proposed))
    number_titles(form, before, proposed.move)
    ask_who_is_meant(db(), form)
    return form


def _propose(text: LegalText, name: str) -> tuple[Standing, ProposedMove]:
    move = _transition(text, name)
    before = read_standing(db(), text, on=today(), calendar=calendar())
    if before.state.code not in move.sources:
        raise Impossible(name)
    if not may_fire(person(), move):
        raise NotAllowed(name)
    return before, _proposed(before, move)


def _proposed(before: Standing, move: Transition) -> ProposedMove:
    return ProposedMove(before.text, before.procedure, before.situation, move, None, None, calendar())


def _page(
    before: Standing, proposed: ProposedMove, form: MoveForm, reasons: Sequence[str] = (), *, alike: Alike | None = None
) -> str:
    move, procedure, told = proposed.move, proposed.procedure, _told(proposed, form)
    title = move.label_fr
    if move.event:
        title = event_words(procedure, procedure.events[move.event], proposed.situation)[1]
    return render_template(
        "moves/move.html",
        proposed=proposed,
        move=move,
        form=form,
        title=title,
        reasons=reasons,
        alike=alike if alike and alike.found else None,
        is_preview=request.endpoint == "moves.preview",
        asked=asked_of(told),
        # The other answers to the same question.
        siblings=[each.move for each in before.moves if each.move.event and each.move.event == move.event],
        # What nobody typed yet is not doubted.
        doubts=[words for _doubt, words in raised(told)] if request.method == "POST" else [],
        foreseen=foresee(db(), before, told, by=person(), today=today(), wrong=bool(reasons or form.errors)),
    )


def _told(proposed: ProposedMove, form: MoveForm) -> ProposedMove:
    return replace(proposed, on=supposed_day(form, today()), facts=form.facts)


def _is_seen_as_it_is(text: LegalText) -> bool:
    return request.form.get("seen_step", -1, type=int) == text.last_step


def _stale(text_id: UUID, name: str) -> ResponseReturnValue:
    def resume(situation: Situation) -> str | None:
        still_possible = situation.state in _transition(find_text(text_id), name).sources
        return url_for("moves.preview", text_id=text_id, name=name) if still_possible else None

    return answer_stale(
        text_id, resume, lambda step: _is_sent(find_text(text_id), name, step), _typed(find_again(text_id), name)
    )


def _typed(text: LegalText, name: str) -> Typed:
    """Word what was typed of a move that may not be possible any more."""
    before = read_standing(db(), text, on=today(), calendar=calendar())
    return _read(before, _proposed(before, _transition(text, name))).in_words


def _is_sent(text: LegalText, name: str, step: Recorded) -> bool:
    """Whether the step tells what was sent, read as it was when the page was shown."""
    shown = standing(text, steps_of(db(), text.id)[: step.number - 1], on=today(), calendar=calendar())
    form = _read(shown, _proposed(shown, _transition(text, name)))
    return (step.move, step.on, step.facts) == (name, form.on.value, told(form.facts)) and not form.errors


def _say_what_was_done(after: Standing) -> None:
    flash(after.last_words)
    facts = after.situation.done[-1].facts
    if "number" in facts and (doubt := form_doubt(facts["number"], after.procedure.number)):
        flash(doubt)
