"""Texts given to somebody who has recorded nothing of them since, and texts that nobody was given."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import select
from sqlmodel import col

from models import LegalText, Step
from workflow.calendar.time_zone import legal_day
from workflow.history.fold import EDIT
from workflow.history.what_counts import OPEN
from workflow.people.permissions import RESPONSIBLE, Right
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, since
from workflow.worklist.scope import MOST, Ids, Scope, button_of

_GIVING = (OPEN, EDIT)
# Of so many texts of a person the last step is looked at.
_LOOKED_AT = 200


def texts(scope: Scope) -> Ids | None:
    """Select this person's texts of which the last step is the one by which somebody else may have given them."""
    if scope.by.role not in RESPONSIBLE or not scope.may(Right.WRITE_TEXTS):
        return None
    charge = scope.going_on().where(col(LegalText.responsible_id) == scope.by.id).limit(_LOOKED_AT)
    mine = charge.add_columns(col(LegalText.last_step)).subquery()
    given = select(col(Step.id)).where(
        col(Step.text_id) == mine.c.id,
        col(Step.number) == mine.c.last_step,
        col(Step.move).in_(_GIVING),
        col(Step.by_id) != scope.by.id,
    )
    return select(mine.c.id).where(given.exists()).limit(MOST + 1)


def tell(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell the texts given, with the move by which to begin."""
    for now in found:
        last = now.situation.done[-1]
        if last.facts.get("responsible_id") == str(scope.by.id):
            move = scope.next_step(now)
            target = Target(Doing.MOVE, now.text.id, move.name) if move else Target(Doing.TEXT, now.text.id)
            yield Action(
                "entrusted", since(_day(now), on=scope.on), "Prendre en charge",
                "Ce texte vous a été confié ; rien n’y a été enregistré depuis.",
                button_of(now.procedure, move) if move else "Ouvrir le texte", target, now.title_fr,
            )  # fmt: skip


def texts_of_nobody(scope: Scope) -> Ids | None:
    """Select the texts under way for which nobody answers."""
    if not scope.may(Right.ASSIGN_TEXTS):
        return None
    return scope.going_on().where(col(LegalText.responsible_id).is_(None))


def tell_of_nobody(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell the texts to give to somebody."""
    for now in found:
        yield Action(
            "unassigned", since(_day(now), on=scope.on), "Confier à un cadre",
            "Personne n’en est responsable : ses rappels vont aux chefs de division.", "Confier ce texte",
            Target(Doing.ASSIGN, now.text.id), now.title_fr,
        )  # fmt: skip


def _day(now: Standing) -> date:
    return legal_day(now.text.created_at)
