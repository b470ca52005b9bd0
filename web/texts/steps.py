"""The page of one step: all that was told of it, who recorded it and when, and the way to put it right."""

from collections.abc import Container
from uuid import UUID

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from sqlmodel import select

from models import LegalText, Step, User
from web.request import calendar, db, find_text, person, requires, today
from web.texts.history import Entry, entries
from workflow.history.facts import asked
from workflow.history.fold import ONLY_STRUCK, Done
from workflow.history.steps import Recorded, steps_of
from workflow.history.what_counts import OPEN
from workflow.people.permissions import Right
from workflow.procedure.model import Procedure
from workflow.sentences.sentence import fact_fr
from workflow.standing.standing import standing

bp = Blueprint("steps", __name__)


@bp.get("/texts/<uuid:text_id>/steps/<int:number>")
@requires(Right.READ_TEXTS)
def show(text_id: UUID, number: int) -> ResponseReturnValue:
    """Show everything that is known of one step; of corrections recorded together, of the first of them."""
    text = find_text(text_id)
    steps = steps_of(db(), text.id)
    if not 1 <= number <= len(steps):
        abort(404)
    now = standing(text, steps, on=today(), calendar=calendar())
    shown = steps[number - 1].facts.get("together", number)
    people = list(db().exec(select(User)))
    lines = entries(now, steps, {one.id: one for one in people}, person())
    entry = next(line for line in lines if line.step.number == shown)
    return render_template(
        "texts/step.html",
        text=text,
        entry=entry,
        people=people,
        facts=told_facts(now.procedure, entry.done) if entry.done else [],
        seal=_seal(text, entry.step),
        corrections=[step.number for step in steps if step.strikes == shown],
        may_strike=_may(entry, but={OPEN}),
        may_amend=_may(entry, but=ONLY_STRUCK),
    )


def _may(entry: Entry, *, but: Container[str]) -> bool:
    return entry.correctable and entry.done is not None and entry.done.move not in but


def told_facts(procedure: Procedure, done: Done) -> list[tuple[str, str]]:
    """Give what a step tells in answer to its move, each fact with its label, in French; its note is left out."""
    then = procedure.at(done.version, done.kind)
    move = then.moves.get(done.move)
    asks = asked(then, move) if move else {}
    said = ((name, fact.label_fr, done.facts.get(name)) for name, fact in asks.items() if name != "note")
    return [(label, fact_fr(then, name, value, "bare", on=done.on)) for name, label, value in said if value]


def _seal(text: LegalText, step: Recorded) -> str:
    seal = db().exec(select(Step.seal).where(Step.text_id == text.id, Step.number == step.number)).one()
    return str(seal)
