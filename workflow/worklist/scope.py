"""Whose work is looked for, on which day; and the texts among which it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from models import ON_ITS_WAY, ItemStatus, LegalText, RegisterItem, User
from workflow.calendar.working_days import Calendar
from workflow.people.permissions import Right, answers_for_own_texts, may, may_fire
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import OpenMove
from workflow.standing.offered import actions, next_action
from workflow.standing.standing import Standing

# No source reads more texts than this, however many there are.
MOST = 20
Ids = Select[UUID]


@dataclass(frozen=True)
class Scope:
    """The person for whom actions are looked for, the legal day and the moment."""

    by: User
    on: date
    at: datetime
    calendar: Calendar

    def going_on(self, states: Iterable[str] | None = None) -> Ids:
        """Select the texts under way that are this person's work, in these states or in any; finished ones are none's.

        At most MOST and one more, so that it is known whether there are others.
        """
        texts = self._texts().where(ON_ITS_WAY)
        return texts if states is None else texts.where(col(LegalText.state).in_(sorted(set(states))))

    def due(self, until: date, *, is_legal: bool, since: date = date.min) -> Ids:
        """Select the texts whose next limit of the law, or of any nature, comes by that day, the earliest first.

        Those before `since` are left out. Finished texts are among them, where a law has an end: whoever tells of them
        leaves them out.
        """
        due = col(LegalText.legal_due_on if is_legal else LegalText.next_due_on)
        return self._texts().where(due >= since, due <= until).order_by(due, col(LegalText.id))

    def with_open_items(self, *registers: str) -> Ids:
        """Select the texts under way of which an item of these registers is open: found by the items, which are few."""
        found = (
            select(col(LegalText.id))
            .join(RegisterItem, col(RegisterItem.text_id) == col(LegalText.id))
            .where(col(RegisterItem.kind).in_(registers), col(RegisterItem.status) == ItemStatus.OPEN)
            .where(func.coalesce(col(LegalText.holder), "") != "", *_by_itself(), *self.own())  # no index of holders
        )
        return found.distinct().limit(MOST + 1)

    def _texts(self) -> Ids:
        return select(col(LegalText.id)).where(*_by_itself(), *self.own()).limit(MOST + 1)

    def own(self) -> Iterator[ColumnElement[bool]]:
        """Give what narrows texts to those for which this person answers, where that is all their work."""
        if answers_for_own_texts(self.by):
            yield col(LegalText.responsible_id) == self.by.id

    def may(self, right: Right) -> bool:
        """Whether this person may use a right."""
        return may(self.by, right)

    def first_move(self, now: Standing, moves: Iterable[str]) -> Transition | None:
        """Give the first of these moves that is open now, without anything that holds it back, and is this person's."""
        wanted = set(moves)
        open_now = (each.move for each in now.moves if each.move.name in wanted and not each.reasons)
        return next((move for move in open_now if may_fire(self.by, move)), None)

    def next_step(self, now: Standing, among: Iterable[OpenMove] | None = None) -> Transition | None:
        """Give the step that the page of the text proposes first to this person, of these ways or of all."""
        ways = now.moves if among is None else among
        action = next_action(actions(now.procedure, ways, now.situation, self.by))
        return now.procedure.moves[action.name] if action else None


def _by_itself() -> Iterator[ColumnElement[bool]]:
    """Leave out files reunited with another one, which are in no section.

    Asked of `merged_into_id`, SQLite would walk along its index through all the texts that have none.
    """
    yield col(LegalText.section) != ""


def button_of(procedure: Procedure, move: Transition) -> str:
    """Name a move as buttons do: by the question that it answers, where it is one answer of several."""
    return procedure.events[move.event].label_fr if move.event else move.label_fr


@cache
def asking_states() -> frozenset[str]:
    """Name the states from which the next step asks something of the file."""
    versions = (each for newest in procedures().values() for each in newest.siblings.values())
    moves = (move for each in versions for move in each.transitions if move.owes and not move.is_aside)
    return frozenset(state for move in moves for state in move.sources)
