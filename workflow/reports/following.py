"""What the ministry alone reads of a text: who answers for it, what is due, how late, what blocks, what comes next."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from uuid import UUID

from sqlmodel import Session, col, select

from models import DeadlineStatus, Relation, RelationKind, User
from workflow.deadlines.clocks import Clock
from workflow.deadlines.pressing import place_of
from workflow.standing.next_step import next_step_ar, next_step_fr
from workflow.standing.standing import Standing

# A text whose last act is older is told to be without movement.
STILL_AFTER = 90


@dataclass(frozen=True)
class Followed:
    """One text as those who follow it read it; a text whose way has ended is neither late nor blocked."""

    text_id: UUID
    title_fr: str
    title_ar: str
    number: str | None
    holder_fr: str
    holder_ar: str
    responsible: str
    # A limit of the law that has passed, else the nearest one of any nature that runs.
    clock: Clock | None
    # Why the next step must wait.
    reasons: tuple[str, ...]
    next_fr: str
    next_ar: str
    # The last day on which something happened to it.
    moved_on: date | None
    is_over: bool

    def days_left(self, on: date) -> int | None:
        """Count the days to the deadline, negative once it has passed."""
        return self.clock.days_left(on) if self.clock else None

    def is_late(self, on: date) -> bool:
        """Whether a limit of the law has passed."""
        return self.clock is not None and self.clock.is_late(on)

    def days_still(self, on: date) -> int | None:
        """Count the days since something happened to it; None where no day is known."""
        return (on - self.moved_on).days if self.moved_on else None


@dataclass(frozen=True)
class Owed:
    """A text of application that a law provides for and that is not taken."""

    law_fr: str
    law_ar: str
    article: str
    awaited: str
    due_on: date | None


def followed(then: Standing, people: Mapping[UUID, str]) -> Followed:
    """Tell what is followed of a text."""
    over = then.state.is_end
    running = [each for each in then.clocks if each.status is DeadlineStatus.RUNNING and each.rule.term == "limit"]
    due = [(*place_of(each.rule, each.due_on, on=then.on), rank) for rank, each in enumerate(running) if each.due_on]
    latest = then.situation.latest
    return Followed(
        then.text.id, then.title_fr, then.title_ar, then.number, then.holder, then.holder_ar,
        people.get(then.responsible_id, "") if then.responsible_id else "",
        running[min(due)[-1]] if due and not over else None,
        () if over else _reasons(then),
        next_step_fr(then.procedure, then.situation, then.moves),
        next_step_ar(then.procedure, then.situation, then.moves),
        latest.last_day if latest else None,
        over,
    )  # fmt: skip


def _reasons(then: Standing) -> tuple[str, ...]:
    """Give why the next step is closed: that another move is closed blocks nothing."""
    ways = (each for each in then.moves if each.move.offered in ("first", "next"))
    closed = takewhile(lambda each: each.reasons, ways)
    return tuple(dict.fromkeys(reason for each in closed for reason in each.reasons))


def names_of_people(session: Session) -> dict[UUID, str]:
    """Give the names of all people by identifier; one query."""
    return {person.id: person.name for person in session.exec(select(User))}


def owed_texts(session: Session, standings: Mapping[UUID, tuple[str, str]], taken: Collection[UUID]) -> list[Owed]:
    """Give the texts of application owed and not taken, law after law, the nearest due first; one query.

    `standings` are the titles of the texts of the table; `taken` those that are acts. Ties are those of today.
    """
    query = select(Relation).where(Relation.kind == RelationKind.IMPLEMENTS, col(Relation.owed))
    owed = [each for each in session.exec(query) if each.text_id is None or each.text_id not in taken]
    told = [_owed(each, standings) for each in owed if each.target_id is None or each.target_id in standings]
    return sorted(told, key=lambda each: (each.law_fr, each.due_on or date.max, each.article, each.awaited))


def _owed(relation: Relation, titles: Mapping[UUID, tuple[str, str]]) -> Owed:
    cited = (relation.citation, relation.citation)
    law = titles.get(relation.target_id, cited) if relation.target_id else cited
    bearer = titles.get(relation.text_id, cited) if relation.text_id else cited
    return Owed(*law, relation.article, bearer[0], relation.due_on)


def still(rows: Sequence[Followed], on: date) -> list[Followed]:
    """Give the texts on their way to which nothing happened for a while, the longest first."""
    waiting = [each for each in rows if not each.is_over and (each.days_still(on) or 0) > STILL_AFTER]
    return sorted(waiting, key=lambda each: -(each.days_still(on) or 0))
