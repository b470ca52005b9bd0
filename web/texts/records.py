"""What can be recorded on a text, found by its words and grouped by matter: one search away from its page."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from web.request import calendar, db, find_text, person, requires, today
from web.texts.next_steps import families
from workflow.history.steps import steps_of
from workflow.language.folding import norm
from workflow.language.legible import clean
from workflow.people.permissions import Right
from workflow.procedure.registers import registers
from workflow.standing.offered import actions
from workflow.standing.standing import standing

bp = Blueprint("records", __name__)


@bp.get("/texts/<uuid:text_id>/records")
@requires(Right.READ_TEXTS)
def index(text_id: UUID) -> ResponseReturnValue:
    """List what this person may record on a text where it stands, all of it or what the words typed name."""
    text, words = find_text(text_id), clean(request.args.get("q", "")).strip()[:200]
    now = standing(text, steps_of(db(), text.id), on=today(), calendar=calendar())
    offered = [] if text.merged_into_id else actions(now.procedure, now.moves, now.situation, person())
    asked = norm(words).split()
    books = [book for book in registers().values() if all(word in norm(book.label_fr) for word in asked)]
    return render_template(
        "texts/records.html", text=text, words=words, offered=offered, books=books,
        families=families(offered, now.procedure.vocabulary.families.values(), words=words),
    )  # fmt: skip
