"""The texts that stand on the agenda of a Council, that can still be before it, and that were decided there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, Step, User, in_batches
from workflow.calendar.working_days import Calendar
from workflow.conditions.agenda import day_of_council
from workflow.council.lacks import Lack, lacks_of, move_ahead
from workflow.council.notice import Notice, Reach, known_day
from workflow.council.way import DISTRIBUTION, Way, council_moves, ways
from workflow.history.fold import Done
from workflow.people.permissions import visible_texts
from workflow.rulebook.open_moves import OpenMove
from workflow.standing.reading import read_standings
from workflow.standing.standing import Standing

# Past Councils are found among so many decisions, the latest first.
_LATEST = 100


@dataclass(frozen=True)
class Expected:
    """A text whose Council is ahead: where it stands, and its way there."""

    now: Standing
    way: Way

    @property
    def text(self) -> LegalText:
        """The text itself."""
        return self.now.text

    @property
    def is_listed(self) -> bool:
        """Whether it is on an agenda."""
        return self.now.situation.state in self.way.agenda

    @property
    def council_on(self) -> date | None:
        """The day of the Council on whose agenda it is; None for a text on none, or where nobody told the day."""
        return day_of_council(self.now.situation) if self.is_listed else None

    @property
    def aimed_on(self) -> date | None:
        """The day of a Council to come that was aimed for, if one was named for a text that is on no agenda."""
        told = None if self.is_listed else self.now.situation.told("council_on")
        day = date.fromisoformat(told) if told else None
        return day if day and day >= self.now.on else None

    @property
    def is_distributed(self) -> bool:
        """Whether nothing is left to distribute where it stands."""
        return self.now.situation.state in self.way.distributed

    @property
    def distributed_on(self) -> PartialDate | None:
        """When it was distributed, where that is known."""
        done = self.now.situation.last(DISTRIBUTION) if self.is_distributed else None
        return done.on if done else None

    @cached_property
    def lacks(self) -> list[Lack]:
        """What it lacks."""
        return lacks_of(self.now, self.way)

    @cached_property
    def move(self) -> OpenMove | None:
        """The likeliest move that brings it nearer to the Council, with the reasons why it must wait."""
        return move_ahead(self.now, self.way)

    def reach(self, notice: Notice) -> Reach:
        """Tell how it can be before that Council; one distributed on a day nobody told is taken to be in time."""
        if self.is_distributed and self.distributed_on is None:
            return Reach.IN_TIME if self.now.on <= notice.council_on else Reach.TOO_LATE
        if self.now.on > notice.council_on:
            return Reach.TOO_LATE
        return notice.reach(known_day(self.distributed_on), today=self.now.on)


@dataclass(frozen=True)
class Decided:
    """A decision of the Council on a text, and where the text stands now."""

    now: Standing
    done: Done

    @property
    def label_fr(self) -> str:
        """What was decided."""
        return self.now.procedure.at(self.done.version, self.done.kind).moves[self.done.move].label_fr


def expected_texts(session: Session, by: User, *, on: date, calendar: Calendar) -> list[Expected]:
    """Read every text, that this person may read, whose Council is ahead; `on` is today.

    Three queries at most for each batch of texts, whatever their number.
    """
    known = ways()
    query = visible_texts(by).where(
        col(LegalText.procedure).in_({kind for kind, _version in known}),
        col(LegalText.state).in_({state for way in known.values() for state in way.ready}),
        col(LegalText.merged_into_id).is_(None),
    )
    found = []
    for texts in in_batches(session, query, col(LegalText.created_at), col(LegalText.id)):
        for now in read_standings(session, texts, on=on, calendar=calendar):
            way = known.get((now.procedure.kind, now.procedure.version))
            if way and now.situation.state in way.ready:
                found.append(Expected(now, way))
    return found


def these_texts(session: Session, by: User, ids: Collection[UUID], *, on: date, calendar: Calendar) -> list[Expected]:
    """Read these texts, those that this person may read and whose procedure has a Council, wherever they stand now."""
    texts = session.exec(visible_texts(by).where(col(LegalText.id).in_(ids))).all()
    told = read_standings(session, texts, on=on, calendar=calendar)
    known = ways()
    return [Expected(now, known[key]) for now in told if (key := (now.procedure.kind, now.procedure.version)) in known]


def decisions(
    session: Session, by: User, *, on: date, calendar: Calendar, council_on: date | None = None
) -> list[Decided]:
    """Read what the Council of a day decided, or the latest Councils where no day is named; `on` is today.

    A decision that was struck since, or whose very day is not known, is left out.
    """
    moves = council_moves()
    query = select(col(Step.text_id)).where(col(Step.move).in_(sorted(moves)), col(Step.on).is_not(None))
    if council_on:
        query = query.where(col(Step.on) == PartialDate.of(council_on))
    ids = session.exec(query.order_by(col(Step.on).desc()).limit(_LATEST)).all()
    texts = session.exec(visible_texts(by).where(col(LegalText.id).in_(set(ids)))).all()
    found = [
        Decided(now, done)
        for now in read_standings(session, texts, on=on, calendar=calendar)
        for done in now.situation.done
        if done.move in moves and done.on and done.on.is_full
    ]
    found.sort(key=lambda each: (each.done.on, each.now.text.created_at), reverse=True)
    return [each for each in found if council_on in (None, each.done.on and each.done.on.first_day)]


def on_agenda(texts: Sequence[Expected], council_on: date | None) -> list[Expected]:
    """Give those on the agenda of that Council; for None, those on an agenda of which nobody told the day."""
    return [each for each in texts if each.is_listed and each.council_on == council_on]
