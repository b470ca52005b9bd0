"""What the tests of the workflow share: a ministry that records moves, and a file kept in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import Session, col, select

from models import Deadline, DeadlineStatus, Document, LegalText, PartialDate, Role, Step, User
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.deadlines.clocks import Clock, clocks
from workflow.errors import Refused
from workflow.history.fold import Situation, advance
from workflow.history.particulars import Particulars
from workflow.history.steps import Recorded, Supposed
from workflow.history.what_counts import OPEN
from workflow.old_files.milestones import Milestone
from workflow.procedure.model import Procedure
from workflow.register.corrections import correct
from workflow.register.moves import fire, open_text, take_over
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import open_moves, raised, refusals
from workflow.sentences.sentence import step_sentence
from workflow.standing.reading import read_standing
from workflow.standing.standing import Standing

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
CLOSED = "-"  # no password opens such an account
CALENDAR = Calendar()
PIECES = ["arabic", "presentation", "opinions", "agreements", "finance"]

# For what is decided before anything is written: one database is enough.
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

Move = tuple[str, str | None, dict[str, Any]]


def when(on: str | None) -> PartialDate | None:
    return PartialDate.parse(on) if on else None


def moved(name: str, on: str | None = None, **facts: Any) -> Move:  # noqa: ANN401 - JSON
    return name, on, facts


def undated(*names: str) -> list[Move]:
    return [(name, None, {}) for name in names]


# The usual ways to the places where most stories begin, undated so that each story has its own dates.
TO_PREPARED = [*undated("assign_drafter", "submit_for_validation"), moved("validate", pieces=PIECES)]
TO_SGG = [*TO_PREPARED, *undated("send_to_sgg", "register_at_sgg")]
TO_COUNCIL = [*TO_SGG, *undated("distribute", "list_on_agenda")]
TO_ADOPTED = [*TO_COUNCIL, *undated("adopt_in_council")]
THROUGH_COMMITTEE = undated("adopt_in_committee", "list_for_plenary")
TO_DEPOSITED = [*TO_ADOPTED, moved("deposit", chamber="representants")]
TO_PLENARY = [*TO_DEPOSITED, *undated("refer_to_committee"), *THROUGH_COMMITTEE]
ACROSS = [*undated("adopt_first", "refer_to_other_chamber"), *THROUGH_COMMITTEE]
TO_FINAL = [*TO_PLENARY, *ACROSS, *undated("adopt_unchanged")]
TO_PROMULGATED = [*TO_FINAL, *undated("send_to_government", "promulgate")]
TO_PUBLISHED = [*TO_PROMULGATED, *undated("send_to_printer"), moved("publish", "2018-03-12", bo_number="6655")]


def sure(proposed: ProposedMove) -> dict[str, Any]:
    """Give the facts of somebody who knows what they tell: what is doubted is confirmed.

    What asks for a reason too, such as a date out of order, is confirmed where the test says `confirmed=True`.
    """
    facts = dict(proposed.facts or {})
    is_sure = facts.pop("confirmed", False)
    words = [words for doubt, words in raised(proposed) if is_sure or not doubt.wants_note]
    return facts | ({"confirmed": words} if words else {})


def section_of(text: LegalText) -> str:
    return text.section


def new_text(kind: str = "projet_de_loi", **particulars: Any) -> LegalText:  # noqa: ANN401 - columns
    known: dict[str, Any] = {"title_fr": "Projet de texte", "title_ar": "مشروع نص", "created_at": AT} | particulars
    return LegalText(procedure=kind, procedure_version="", version=1, **known)


def known_particulars(**changes: object) -> Particulars:
    known = {"title_fr": "Projet de texte", "title_ar": "مشروع نص", "number": "", "responsible_id": None}
    return Particulars(**{**known, "financial_impact": False, "social_matter": False, **changes})  # type: ignore[arg-type]


@dataclass
class File:
    """A text and its steps, in memory: what its guards refuse is refused, nothing is written."""

    text: LegalText
    steps: list[Supposed]
    situation: Situation

    @classmethod
    def opened(cls, kind: str = "projet_de_loi", *moves: Move, on: str | None = None, **particulars: Any) -> "File":  # noqa: ANN401 - columns
        text = new_text(kind, **particulars)
        step = Supposed(1, OPEN, when(on), at=AT)
        return cls(text, [step], advance(procedures()[kind], None, step)).after(*moves)

    @classmethod
    def at(cls, kind: str, situation: Situation) -> "File":
        """Give a file that came to a situation found otherwise."""
        steps = [Supposed(done.number, done.move, done.on, facts=done.facts) for done in situation.done]
        return cls(new_text(kind), [*steps], situation)

    @property
    def procedure(self) -> Procedure:
        return procedures()[self.text.procedure]

    @property
    def standing(self) -> Standing:
        return Standing(self.text, self.situation, TODAY, CALENDAR)

    @property
    def sentence(self) -> str:
        return self.standing.sentence

    @property
    def told(self) -> str:
        """The sentence of the last step."""
        return step_sentence(self.procedure, self.situation.done[-1])

    @property
    def clocks(self) -> list[Clock]:
        """The open clocks."""
        return [clock for clock in self.all_clocks if clock.is_open]

    @property
    def all_clocks(self) -> tuple[Clock, ...]:
        return clocks(self.procedure, self.situation.done, CALENDAR)

    @property
    def dues(self) -> dict[str, str | None]:
        """The running deadlines and their dates."""
        running = [clock for clock in self.clocks if clock.status is DeadlineStatus.RUNNING]
        return {clock.rule.code: clock.due_on.isoformat() if clock.due_on else None for clock in running}

    @property
    def moves(self) -> set[str]:
        """The moves that concern the text where it stands."""
        return {each.move.name for each in open_moves(self.text, self.situation, CALENDAR, today=TODAY)}

    def proposed(self, name: str, on: str | None = None, facts: dict[str, Any] | None = None) -> ProposedMove:
        move = self.procedure.moves[name]
        return ProposedMove(self.text, self.procedure, self.situation, move, when(on), facts, CALENDAR)

    def refusals(self, name: str, on: str | None = None, **facts: Any) -> list[str]:  # noqa: ANN401 - JSON
        return refusals(self.proposed(name, on, facts), today=TODAY)

    def move(self, name: str, on: str | None = None, **facts: Any) -> "File":  # noqa: ANN401 - JSON
        facts = sure(self.proposed(name, on, facts))
        if found := self.refusals(name, on, **facts):
            raise Refused(found)
        step = Supposed(len(self.steps) + 1, name, when(on), facts=facts, at=AT)
        self.situation = advance(self.procedure, self.situation, step)
        self.steps.append(step)
        return self

    def after(self, *moves: Move) -> "File":
        for name, on, facts in moves:
            self.move(name, on, **facts)
        return self


@dataclass
class Ministry:
    """People at their desks, on 24 November 2026 unless told otherwise, and what they record: the only builder.

    Screens and papers have theirs around it (`tests/web/ministry.py`, `tests/documents/office.py`).
    """

    session: Session
    at: datetime = AT
    people: dict[str, User] = field(default_factory=dict)

    def person(self, role: str) -> User:
        if role not in self.people:
            person = User(email=f"{role}@test", name=role, role=role, password_hash=CLOSED, created_at=self.at)
            self.session.add(person)
            self.session.flush()
            self.people[role] = person
        return self.people[role]

    def open(self, kind: str = "projet_de_loi", *moves: Move, on: str | None = None, **particulars: Any) -> LegalText:  # noqa: ANN401 - columns
        text = new_text(kind, **{"created_at": self.at, **particulars})
        open_text(self.session, text, by=self.person(Role.HEAD), on=when(on), at=self.at, calendar=CALENDAR)
        for name, day, facts in moves:
            self.move(text, name, day, **facts)
        return text

    def move(self, text: LegalText, name: str, on: str | None = None, **facts: Any) -> Recorded:  # noqa: ANN401 - JSON
        return self.fire(text, name, on=on, facts=facts)

    def fire(
        self,
        text: LegalText,
        name: str,
        *,
        role: str = Role.HEAD,
        seen_step: int | None = None,
        on: str | None = None,
        facts: dict[str, Any] | None = None,
    ) -> Recorded:
        seen = text.last_step if seen_step is None else seen_step
        by = self.person(role)
        moved = fire(
            self.session, text, name, by=by, seen_step=seen, on=when(on), at=self.at,
            facts=self._sure(text, name, on, facts or {}), calendar=CALENDAR,
        )  # fmt: skip
        return moved.step

    def _sure(self, text: LegalText, name: str, on: str | None, facts: dict[str, Any]) -> dict[str, Any]:
        stands = self.standing(text)
        move = stands.procedure.moves.get(name)
        if move is None or stands.situation.state not in move.sources:
            return facts
        return sure(ProposedMove(text, stands.procedure, stands.situation, move, when(on), facts, CALENDAR))

    def correct(
        self,
        text: LegalText,
        number: int | Sequence[int],
        *,
        role: str = Role.HEAD,
        reason: str = "Erreur de saisie.",
        amended: tuple[str | None, dict[str, Any]] | None = None,
    ) -> Recorded:
        new = (when(amended[0]), amended[1]) if amended else None
        return correct(
            self.session, text, number, by=self.person(role), seen_step=text.last_step, at=self.at, reason=reason,
            calendar=CALENDAR, amended=new,
        )  # fmt: skip

    def bring(self, text: LegalText, move: str, on: str | None = None, **facts: Any) -> None:  # noqa: ANN401 - JSON
        """Record a milestone of an old file; the steps before it are inferred."""
        milestone = Milestone((move,), when(on), facts, chamber=facts.pop("chamber", None))
        by = self.person(Role.HEAD)
        take_over(self.session, text, [milestone], by=by, at=self.at, calendar=CALENDAR)

    def standing(self, text: LegalText) -> Standing:
        return read_standing(self.session, text, on=self.at.date(), calendar=CALENDAR)

    def told(self, text: LegalText, number: int = 0) -> str:
        """Give the sentence of a step that counts, of the last one when no number is given."""
        standing = self.standing(text)
        (done,) = [done for done in standing.situation.done if not number or done.number == number][-1:]
        return step_sentence(standing.procedure, done)

    def dues(self, text: LegalText) -> dict[str, str | None]:
        """The running deadlines and their dates, as rows."""
        query = select(Deadline).where(Deadline.text_id == text.id, Deadline.status == DeadlineStatus.RUNNING)
        return {row.rule: row.due_on.isoformat() if row.due_on else None for row in self.session.exec(query)}

    def papers(self, text: LegalText) -> list[str]:
        """The papers wanted, in the order in which they became so."""
        query = select(Document).where(Document.text_id == text.id)
        steps = {step.id: step.number for step in self.session.exec(select(Step).order_by(col(Step.number)))}
        rows = sorted(self.session.exec(query), key=lambda row: steps[row.step_id] if row.step_id else 0)
        return [row.kind for row in rows]
