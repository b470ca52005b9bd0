"""What happened lately: the last things recorded of the texts that somebody may read, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from models import LegalText, Step, User
from workflow.calendar.working_days import Calendar
from workflow.history.what_counts import CORRECTIONS
from workflow.people.permissions import visible_texts
from workflow.sentences.sentence import step_sentence
from workflow.standing.reading import read_standings
from workflow.standing.standing import Standing

SHOWN = 6
# Among so many steps, the last ones: those recorded of a text at one moment are told as one, by the last of them.
_READ = 120
# A few more, for those that were struck out since.
_SPARE = 4


@dataclass(frozen=True)
class News:
    """One thing recorded of a text: in words, and when."""

    text: LegalText
    words: str
    at: datetime


# A step told of so long ago was taken over from an old file: it is no news.
_LATELY = timedelta(days=60)


def recent(session: Session, *, by: User, today: date, calendar: Calendar) -> list[News]:
    """Give the last things recorded, the latest first, in three queries, and one more where items were recorded.

    What was deduced, struck out or recorded of a file reunited with another one is left out.
    """
    told = _latest(session, since=today - _LATELY)
    known = {text_id for text_id, _number, _at in told}
    # Asked for in the query, files that stand alone would lead to the index of all of them.
    texts = [text for text in session.exec(visible_texts(by).where(col(LegalText.id).in_(known)))
             if text.merged_into_id is None]  # fmt: skip
    now = {each.text.id: each for each in read_standings(session, texts, on=today, calendar=calendar)}
    found = [_told(now[text_id], number, at) for text_id, number, at in told if text_id in now]
    return [each for each in found if each][:SHOWN]


def _latest(session: Session, *, since: date) -> Sequence[tuple[UUID, int, datetime]]:
    """Give text, number and moment of the last step of each act of recording, of those that tell of a day since."""
    columns = (col(Step.text_id), col(Step.number), col(Step.at), col(Step.on), col(Step.known_on))
    query = select_columns(*columns).where(col(Step.move).not_in(CORRECTIONS), col(Step.inferred).is_(False))
    acts: dict[tuple[UUID, datetime], int] = {}
    for text_id, number, at, on, known_on in session.execute(query.order_by(col(Step.at).desc()).limit(_READ)):
        day = on.last_day if on else known_on
        if day is None or day >= since:
            acts[text_id, at] = max(number, acts.get((text_id, at), 0))
    return [(text_id, number, at) for (text_id, at), number in acts.items()][: SHOWN + _SPARE]


def _told(now: Standing, number: int, at: datetime) -> News | None:
    done = next((each for each in now.situation.done if each.number == number), None)
    return News(now.text, step_sentence(now.procedure, done), at) if done else None
