"""The texts that stand on the agenda of a Council, that can still be before it, and that were decided there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import LegalText, PartialDate, Step, User, in_batches
from workflow.calendar.working_days import Calendar
from workflow.conditions.agenda import day_of_council
from workflow.council.lacks import Lack, lacks_of, move_ahead
from workflow.council.notice import Notice, Reach, known_day
from workflow.council.way import DISTRIBUTION, Way, council_moves, ways
from workflow.history.fold import Done
from workflow.history.what_counts import AMEND
from workflow.people.permissions import visible_texts
from workflow.rulebook.open_moves import OpenMove
from workflow.standing.reading import read_standings
from workflow.standing.standing import Standing

# Past Councils are found among so many steps, the latest first.
_LATEST = 300


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
    council_on: date

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


def decisions_of(session: Session, by: User, council_on: date, *, on: date, calendar: Calendar) -> list[Decided]:
    """Read what the Council of a day decided, the newest file first; `on` is today."""
    rows = session.exec(_steps().where(col(Step.on) == PartialDate.of(council_on))).all()
    found = _decided(session, by, {text_id for text_id, _on in rows}, on=on, calendar=calendar)
    return [each for each in found if each.council_on == council_on]


def last_decisions(session: Session, by: User, *, on: date, calendar: Calendar) -> list[Decided]:
    """Read what the latest Councils decided, the latest first; `on` is today.

    So many steps are read at most; where there are more, the day at which they stop is left out: it may not be whole.
    """
    rows = session.exec(_steps().order_by(col(Step.on).desc()).limit(_LATEST)).all()
    found = _decided(session, by, {text_id for text_id, _on in rows}, on=on, calendar=calendar)
    if len(rows) < _LATEST:
        return found
    stop = rows[-1][1]
    return [each for each in found if stop is None or each.council_on > stop.last_day]


def _steps() -> Select[UUID, PartialDate | None]:
    """Select the decisions of the Council, and the steps that may have put the date of one right."""
    moves = sorted({*council_moves(), AMEND})
    return select(col(Step.text_id), col(Step.on)).where(col(Step.move).in_(moves), col(Step.on).is_not(None))


def _decided(session: Session, by: User, ids: Collection[UUID], *, on: date, calendar: Calendar) -> list[Decided]:
    """Give the decisions on these texts that count; one whose very day is not known is left out."""
    known = col(LegalText.id).in_(ids), col(LegalText.merged_into_id).is_(None)
    texts = session.exec(visible_texts(by).where(*known)).all()
    found = [
        Decided(now, done, done.on.first_day)
        for now in read_standings(session, texts, on=on, calendar=calendar)
        for done in now.situation.done
        if done.move in council_moves() and done.on and done.on.is_full
    ]
    return sorted(found, key=lambda each: (each.council_on, each.now.text.created_at), reverse=True)


def on_agenda(texts: Sequence[Expected], council_on: date | None) -> list[Expected]:
    """Give those on the agenda of that Council; for None, those on an agenda of which nobody told the day."""
    return [each for each in texts if each.is_listed and each.council_on == council_on]
