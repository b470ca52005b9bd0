"""The answer to a page that no longer tells the truth: somebody else recorded a step meanwhile."""

from collections.abc import Callable
from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from models import LegalText
from web.request import calendar, db, find_text, today
from workflow.errors import Stale
from workflow.history.fold import Situation
from workflow.standing.reading import read_standing

_NOT_TYPED = frozenset({"csrf_token", "seen_step", "seen_way", "do"})

# Whoever comes second is told by the page's own mark or, at the very same moment, by the database.
CAME_SECOND = (Stale, StaleDataError, IntegrityError)


def find_again(text_id: UUID) -> LegalText:
    """Undo what was begun, and give the text as somebody else left it."""
    db().rollback()
    db().expire_all()
    return find_text(text_id)


def answer_stale(text_id: UUID, resume: Callable[[Situation], str | None]) -> ResponseReturnValue:
    """Say what was recorded meanwhile; `resume` gives the address where what was typed can be taken up, if any."""
    text = find_again(text_id)
    now = read_standing(db(), text, on=today(), calendar=calendar())
    typed = [(key, value) for key, value in request.form.items(multi=True) if key not in _NOT_TYPED]
    moves = now.procedure.moves
    page = render_template(
        "moves/moved_meanwhile.html",
        text=text,
        typed=typed,
        said=[moves[value].label_fr if value in moves else value for key, value in typed if value and key != "rows"],
        last=now.last_words,
        resume_url=resume(now.situation),
    )
    return page, 409
