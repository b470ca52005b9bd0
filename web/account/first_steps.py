"""First steps: what a role does here, opened by itself once, at the first sign-in, and found again at any time."""

from datetime import datetime
from urllib.parse import urlsplit

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import col, select

from models import LegalText, Role, User
from web.request import calendar, db, now, person, requires, today
from workflow.people.permissions import MANAGERS, RESPONSIBLE, ROLES_FR, Right, may_fire
from workflow.rulebook.files import procedures
from workflow.worklist.scope import Scope

bp = Blueprint("first_steps", __name__)


@bp.get("/first-steps")
@requires(Right.READ_TEXTS)
def show() -> ResponseReturnValue:
    """Tell this person what they do here and where, with a text of theirs as the example."""
    return render_template(
        "first_steps/show.html",
        role=person().role,
        role_fr=ROLES_FR[Role(person().role)],
        example=_example(),
        is_reminded=person().role in RESPONSIBLE,
        is_told_when_late=person().role in MANAGERS,
    )


def destination(entering: User, wanted: str | None, *, at: datetime) -> str:
    """Give where somebody who signs in arrives: where they were going, else home; before home, the first steps, once.

    Marks them as shown; the caller commits. Whoever follows a link, from a mail for instance, is not led astray: the
    page opens the next time that they sign in to no page in particular.
    """
    if wanted and urlsplit(wanted).path != url_for("home.index"):
        return wanted
    if entering.first_steps_seen_at:
        return url_for("home.index")
    entering.first_steps_seen_at = at
    return url_for("first_steps.show")


def _example() -> LegalText | None:
    """Give a text under way, if there is one: best where the next step is this person's.

    Of those alone that they answer for, where their work is on these.
    """
    scope = Scope(person(), today(), now(), calendar())
    for states in (_states_of(person()), None):
        texts = scope.going_on(states).limit(1)
        if found := db().exec(select(LegalText).where(col(LegalText.id).in_(texts))).one_or_none():
            return found
    return None


def _states_of(by: User) -> set[str]:
    """Name the states from which a next step, whatever the kind of text, is this person's to record."""
    moves = (move for procedure in procedures().values() for move in procedure.transitions)
    return {state for move in moves if not move.is_aside and may_fire(by, move) for state in move.sources}
