"""Counts the deadlines of every text again, when what is counted with has changed."""

from sqlmodel import Session, col, select

from models import LegalText
from workflow.calendar import Calendar
from workflow.deadlines import clocks, keep
from workflow.history import fold
from workflow.procedure_files import procedure_of
from workflow.progress import steps_of


def recount(session: Session, calendar: Calendar) -> int:
    """Write again the running deadlines of the texts that have some; give how many texts. The caller commits."""
    texts = session.exec(select(LegalText).where(col(LegalText.next_due_on).is_not(None))).all()
    for text in texts:
        procedure = procedure_of(text)
        situation = fold(procedure, steps_of(session, text.id))
        keep(session, text, clocks(procedure, situation.done, calendar))
    return len(texts)
