"""Reads texts and gives their account: in one query for one text, and one for many."""

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import Session

from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.history.steps import histories, steps_of
from workflow.standing.standing import Standing, standing


def read_standing(session: Session, text: LegalText, *, on: date, calendar: Calendar) -> Standing:
    """Read the history of `text` and fold it; `on` is today."""
    return standing(text, steps_of(session, text.id), on=on, calendar=calendar)


def read_standings(session: Session, texts: Sequence[LegalText], *, on: date, calendar: Calendar) -> Iterator[Standing]:
    """Read the histories of these texts in one query and fold each; `on` is today."""
    steps = histories(session, [text.id for text in texts])
    yield from (standing(text, steps[text.id], on=on, calendar=calendar) for text in texts)
