"""What is told of a paper to whoever has its code: to a stranger, nothing of the text; to a reader of texts, more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_login import current_user
from sqlmodel import Session, col, select

from documents.case import Case, Letterhead
from documents.catalogue import KINDS
from documents.kind import Kind
from models import Document, DocumentStatus, LegalText, User
from web.request import letterhead, person
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_ar
from workflow.history.as_of import steps_on
from workflow.history.fold import ASIDE, fold
from workflow.history.steps import AnyStep, Recorded, steps_of
from workflow.history.what_counts import effective
from workflow.people.permissions import visible_texts
from workflow.register.papers import struck_ids
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence


@dataclass(frozen=True)
class Origin:
    """Where a paper comes from, for who may read its text: who asked for it, and the step that owed it, in words."""

    text: LegalText
    asked_by: User | None
    step: str


@dataclass(frozen=True)
class Verified:
    """A paper that was made, and what became of it since."""

    paper: Document
    kind: Kind[Case]
    made_on: date
    ministry: Letterhead
    has_later: bool
    has_moved: bool
    is_struck: bool
    origin: Origin | None

    @property
    def made_on_ar(self) -> str:
        """The legal day on which it was made, in Arabic."""
        return day_ar(self.made_on)


def verified(session: Session, code: str) -> Verified | None:
    """Give what is told of the paper of that code; None where no paper that was made bears it."""
    made = select(Document).where(Document.code == code, Document.status == DocumentStatus.MADE)
    paper = session.exec(made).one_or_none()
    if paper is None or paper.made_at is None:
        return None
    steps, made_on = steps_of(session, paper.text_id), legal_day(paper.made_at)
    return Verified(
        paper, KINDS[paper.kind], made_on, letterhead(session, made_on), _has_later(session, paper),
        has_moved(paper, steps), paper.step_id in struck_ids(steps), _origin(session, paper, steps),
    )  # fmt: skip


def has_moved(paper: Document, steps: Sequence[Recorded]) -> bool:
    """Whether steps that count today are not those that the paper tells, or tell otherwise.

    What is done to the file alone, such as entrusting it to somebody, moves no text.
    """
    known = [step for step in steps if paper.made_at is None or step.at <= paper.made_at]
    return _told(steps_on(known, paper.situation_on)) != _told(effective(steps))


def _told(steps: Sequence[AnyStep]) -> list[tuple[object, ...]]:
    return [(step.number, step.on, step.facts) for step in steps if step.move not in ASIDE]


def _has_later(session: Session, paper: Document) -> bool:
    same = select(Document.id).where(
        Document.text_id == paper.text_id, Document.kind == paper.kind, Document.language == paper.language,
        Document.about == paper.about, Document.number > paper.number, col(Document.status) == DocumentStatus.MADE,
    )  # fmt: skip
    return session.exec(same.limit(1)).first() is not None


def _origin(session: Session, paper: Document, steps: Sequence[Recorded]) -> Origin | None:
    if not current_user.is_authenticated:
        return None
    text = session.exec(visible_texts(person()).where(LegalText.id == paper.text_id)).one_or_none()
    if text is None:
        return None
    asked_by = session.get(User, paper.wanted_by_id) if paper.wanted_by_id else None
    return Origin(text, asked_by, _step_words(text, paper, steps))


def _step_words(text: LegalText, paper: Document, steps: Sequence[Recorded]) -> str:
    """Say what the step that owed the paper did; nothing where somebody asked for it, or where it is struck."""
    number = next((step.number for step in steps if paper.step_id and step.id == paper.step_id), None)
    situation = fold(procedure_of(text), steps)
    done = next((each for each in situation.done if each.number == number), None)
    procedure = procedure_of(text).at(situation.version, situation.kind)
    return step_sentence(procedure, done) if done else ""
