"""Makes the papers that wait: bytes kept as they were made, faults told in words; the caller commits."""

import logging
import re
from collections.abc import Sequence
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select

from documents.case import Case, Letterhead, NotYetOpened, gather
from documents.catalogue import KINDS
from documents.kinds.tableau import TABLEAU, Production
from documents.template_engine import BadTemplate, Properties, fill
from models import Document, DocumentFile, DocumentStatus, LegalText
from workflow.calendar.words import day_fr
from workflow.calendar.working_days import Calendar
from workflow.history.steps import histories
from workflow.language.typography import capital
from workflow.register.papers import struck_ids
from workflow.reports.production import production_table

_UNEXPECTED = "Le document n’a pas pu être produit. L’incident est consigné au journal du serveur ; veuillez réessayer."
_ERROR_LENGTH = 500
_log = logging.getLogger(__name__)


def produce_wanted(
    session: Session, text_id: UUID, *, at: datetime, calendar: Calendar, letterhead: Letterhead
) -> list[Document]:
    """Make every paper of a text that waits; give those that were tried.

    A paper of a step that was struck is left, in case the step is restored.
    """
    query = select(Document).where(Document.status == DocumentStatus.WANTED, Document.text_id == text_id)
    query = query.order_by(col(Document.wanted_at))
    # Whoever makes them at the same moment takes others.
    found = session.exec(query.with_for_update(skip_locked=True)).all()
    void = _struck(session, found)
    waiting = [document for document in found if document.step_id not in void]
    for document in waiting:
        produce(session, document, at=at, calendar=calendar, letterhead=letterhead)
    return waiting


def texts_with_wanted_papers(session: Session, *, before: datetime) -> list[UUID]:
    """Give the texts that have papers to make which were wanted before that moment."""
    query = select(Document).where(Document.status == DocumentStatus.WANTED, Document.wanted_at <= before)
    found = session.exec(query.order_by(col(Document.wanted_at))).all()
    void = _struck(session, found)
    return list(dict.fromkeys(document.text_id for document in found if document.step_id not in void))


def _struck(session: Session, papers: Sequence[Document]) -> set[UUID]:
    steps = histories(session, {paper.text_id for paper in papers if paper.step_id})
    return {step_id for each in steps.values() for step_id in struck_ids(each)}


def produce(session: Session, document: Document, *, at: datetime, calendar: Calendar, letterhead: Letterhead) -> None:
    """Make one paper, or mark it failed with the reason; a paper already made stays as it is."""
    if document.status == DocumentStatus.MADE:
        return
    try:
        content, name = _made(session, document, at=at, calendar=calendar, letterhead=letterhead)
    except SQLAlchemyError:
        raise  # the transaction is lost: nothing can be marked in it
    except (BadTemplate, NotYetOpened) as fault:
        _log.warning("paper %s cannot be made: %s", document.id, fault)
        _mark_failed(document, str(fault))
    except Exception:  # noqa: BLE001 - whatever is wrong with one paper must not stop the others
        _log.exception("paper %s cannot be made", document.id)
        _mark_failed(document, _UNEXPECTED)
    else:
        digest = sha256(content).hexdigest()
        session.add(DocumentFile(document_id=document.id, content=content, sha256=digest))
        document.status, document.error = DocumentStatus.MADE, ""
        document.file_name, document.made_at = name, at
    session.add(document)
    session.flush()


def make_table(session: Session, *, on: date, at: datetime, calendar: Calendar, letterhead: Letterhead) -> bytes:
    """Make the table of legislative production as of the end of `on`, as a Word file."""
    production = Production(production_table(session, on=on, calendar=calendar), letterhead)
    title = f"{TABLEAU.label_fr} au {day_fr(on)}"
    properties = Properties(
        title=title, subject=TABLEAU.label_fr, author=_author(letterhead), keywords=on.isoformat(), at=at
    )
    return fill(TABLEAU.template(), TABLEAU.context(production), properties)


def table_name(on: date, ending: str) -> str:
    """Name the file of a table: "2018-03-12_production_legislative_fr.docx"."""
    return f"{on.isoformat()}_production_legislative_fr.{ending}"


def _made(
    session: Session, document: Document, *, at: datetime, calendar: Calendar, letterhead: Letterhead
) -> tuple[bytes, str]:
    on = document.situation_on
    kind = KINDS[document.kind]
    case = gather(
        session, session.get_one(LegalText, document.text_id), on=on, calendar=calendar, letterhead=letterhead
    )
    content = fill(kind.template(), kind.context(case), _properties(case, document, at))
    return content, _file_name(case, document)


def _properties(case: Case, document: Document, at: datetime) -> Properties:
    noun = case.procedure.noun(case.situation.state)
    return Properties(
        title=f"{KINDS[document.kind].label_fr} – {case.title_fr}",
        subject=f"{capital(noun.fr)} – {case.procedure.states[case.situation.state].label_fr}",
        author=_author(case.letterhead),
        keywords=case.number or str(case.text.id),
        at=at,
        identifier=str(document.id),
        version=str(document.number),
    )


def _author(letterhead: Letterhead) -> str:
    return f"{letterhead.name_fr}, {letterhead.division_fr}"


def _file_name(case: Case, document: Document) -> str:
    reference = re.sub(r"[^0-9A-Za-z-]+", "-", case.number or "").strip("-") or case.text.id.hex[:8]
    parts = (case.on.isoformat(), case.procedure.kind, reference, document.kind, document.language)
    return f"{'_'.join(parts)}_v{document.number}.docx"


def _mark_failed(document: Document, reason: str) -> None:
    document.status, document.error = DocumentStatus.FAILED, reason[:_ERROR_LENGTH]
