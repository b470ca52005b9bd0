"""A text that becomes of another kind: which ones it could become, and where it would go on."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText
from web.forms.dates import DateParts
from web.forms.typed_again import Typed, date_words, reason_words
from web.moves.moved_meanwhile import CAME_SECOND, answer_stale
from web.request import calendar, db, find_going_on, now, person, reads_first, requires, today, writing
from workflow.errors import Unfit
from workflow.history.facts import REASON, too_long
from workflow.history.fold import CHANGE
from workflow.history.steps import Recorded
from workflow.language.legible import without_overrides
from workflow.people.permissions import Right
from workflow.register.kinds import change_kind, preview_kinds
from workflow.register.moves import Moved
from workflow.rulebook.files import procedures

bp = Blueprint("kinds", __name__)


@bp.route("/texts/<uuid:text_id>/kind", methods=["GET", "POST"])
@requires(Right.CHANGE_PROCEDURES)
@reads_first
def change(text_id: UUID) -> ResponseReturnValue:
    """Show what a text could become and where it would go on, then record it."""
    text = find_going_on(text_id)
    if request.method == "GET":
        return _page(text, DateParts.at("on", today()))
    on = DateParts.read("on")
    reason = without_overrides(request.form.get("reason", "")).strip()
    unread = {"on": on.error, "reason": too_long(reason, REASON)}
    if wrong := {name: words for name, words in unread.items() if words}:
        return _page(text, on, wrong), 422
    try:
        moved = _record(text, on, reason)
    except Unfit as unfit:
        return _page(text, on, unfit.reasons), 422
    except CAME_SECOND:
        return answer_stale(text_id, lambda _situation: None, lambda step: _is_sent(step, on, reason), _typed(on))
    flash(moved.standing.last_words)
    return redirect(url_for("texts.show", text_id=text.id), 303)


def _record(text: LegalText, on: DateParts, reason: str) -> Moved:
    days = calendar()
    with writing() as session:
        moved = change_kind(session, text, request.form.get("kind", ""), by=person(), on=on.value,
                            seen_step=request.form.get("seen_step", -1, type=int),
                            reason=reason, at=now(), calendar=days)  # fmt: skip
        session.commit()
    return moved


def _is_sent(step: Recorded, on: DateParts, reason: str) -> bool:
    told = (step.facts.get("kind"), step.on, step.facts.get("reason"))
    return step.move == CHANGE and told == (request.form.get("kind"), on.value, reason)


def _typed(on: DateParts) -> Typed:
    kind = procedures().get(request.form.get("kind", ""))
    told = [(str(_("Nouvelle nature")), kind.label.fr)] if kind else []
    return [*told, (str(_("Date")), date_words(on)), *reason_words(_("Motif"))]


def _page(text: LegalText, on: DateParts, wrong: Mapping[str, str] | None = None) -> str:
    known = preview_kinds(db(), text, at=now())
    return render_template("texts/kind.html", text=text, known=known, on=on, wrong=wrong or {})
