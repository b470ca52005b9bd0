"""What others recorded of the texts that a person follows, since the last daily mail to them."""

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from models import Following, LegalText, Message, Step, User
from workflow.calendar.words import partial_short_fr
from workflow.history.fold import fold
from workflow.history.steps import Recorded, histories
from workflow.history.what_counts import CORRECTIONS, STRIKE, corrections
from workflow.mail.named_text import title_of
from workflow.people.permissions import Right, may
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence

_LOG = logging.getLogger(__name__)
# A mail tells of so many texts, and of so many steps of each; it counts the others.
_TEXTS, _STEPS = 10, 8
# A step that is being written while a mail is composed is not seen yet: the last minutes are left to the next mail.
_UNSETTLED = timedelta(minutes=5)


@dataclass(frozen=True)
class FollowedText:
    """One text, with what others recorded of it in sentences, and how many more steps there are."""

    text_id: UUID
    title: str
    lines: list[str]
    left_out: int


@dataclass(frozen=True)
class Followed:
    """What is told of the texts that a person follows, and how many more texts have something new."""

    texts: Sequence[FollowedText] = ()
    left_out: int = 0

    @property
    def count(self) -> int:
        """How many steps the texts that are named have."""
        return sum(len(text.lines) + text.left_out for text in self.texts)


NOTHING_NEW = Followed()


def followed_by(session: Session, person: User, *, at: datetime) -> Followed:
    """Read what others recorded of the texts that this person follows, until some minutes before `at`.

    What the last daily mail told is left out, and what is only supposed of an old file. A mail that never left is
    taken back by `sending.withdraw`: what it told is told anew. In two queries, and five where there is something new.
    """
    found: dict[UUID, set[int]] = {}
    if not may(person, Right.READ_TEXTS):
        return NOTHING_NEW
    for text_id, number in session.exec(_news(person, at, _told_until(session, person))):
        found.setdefault(text_id, set()).add(number)
    shown = list(found)[:_TEXTS]
    if not shown:
        return NOTHING_NEW
    texts = {text.id: text for text in session.exec(select(LegalText).where(col(LegalText.id).in_(shown)))}
    steps = histories(session, shown)
    told = (_told(texts[text_id], steps[text_id], found[text_id]) for text_id in shown)
    return Followed([text for text in told if text and text.lines], len(found) - len(shown))


def _told_until(session: Session, person: User) -> datetime | None:
    """Give the moment of the last daily mail to a person; None where there is none."""
    last = select(Message.created_at).where(Message.person_id == person.id, col(Message.key).startswith("digest:"))
    return session.exec(last.order_by(col(Message.created_at).desc()).limit(1)).first()


def _news(person: User, at: datetime, told_until: datetime | None) -> Select[UUID, int]:
    """Select what is new for a person, by text and number, the text where something was recorded last first."""
    query = select(Step.text_id, Step.number).join(Following, col(Following.text_id) == col(Step.text_id))
    query = query.where(
        Following.person_id == person.id,
        col(Step.by_id).is_distinct_from(person.id),
        col(Step.inferred).is_(False),
        Step.at > Following.since,
        Step.at <= at - _UNSETTLED,
    )
    if told_until:
        query = query.where(Step.at > told_until - _UNSETTLED)
    return query.order_by(col(Step.at).desc(), col(Step.number).desc())


def _told(text: LegalText, steps: Sequence[Recorded], numbers: Collection[int]) -> FollowedText | None:
    try:
        lines = list(_lines(text, steps, numbers))
    except LookupError:
        _LOG.exception("text %s cannot be put in words", text.id)
        return None
    return FollowedText(text.id, title_of(text), lines[-_STEPS:], max(len(lines) - _STEPS, 0))


def _lines(text: LegalText, steps: Sequence[Recorded], numbers: Collection[int]) -> Iterator[str]:
    """Word the steps with these numbers that still say something, in the order in which they were recorded.

    What was corrected since says nothing of its own any more, and a correction undone before it was told neither.
    """
    procedure = procedure_of(text)
    done, corrected = {each.number: each for each in fold(procedure, steps).done}, corrections(steps)
    for step in steps:
        is_first = step.facts.get("together", step.number) == step.number
        if step.number not in numbers or step.number in corrected or not is_first:
            continue
        about = step.strikes or step.number
        if about in done and step.move != STRIKE:
            words = step_sentence(procedure, done[about])
            yield f"{partial_short_fr(step.on)} – {f'Étape corrigée : {words}' if step.strikes else words}"
        elif steps[about - 1].move not in CORRECTIONS:
            yield "Une étape a été barrée."
        elif about not in numbers:
            yield "Une correction a été annulée."
