"""How far papers asked for together are, and all of them as one zip."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, PaperJob, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.words import day_fr
from workflow.language.file_names import reference
from workflow.people.permissions import visible_texts
from workflow.pieces.archive import Line, zip_of
from workflow.register.paper_versions import settled_versions


@dataclass(frozen=True)
class Progress:
    """How many papers of a job are in each state."""

    asked: int
    made: int
    failed: int

    @property
    def tried(self) -> int:
        """How many are made, or could not be."""
        return self.made + self.failed

    @property
    def is_over(self) -> bool:
        """Whether none is left to be made."""
        return self.tried >= self.asked


def progress_of(session: Session, jobs: Sequence[PaperJob]) -> dict[UUID, Progress]:
    """Tell how far each of these jobs is, in one query."""
    query = select(Document.job_id, Document.status, func.count()).where(
        col(Document.job_id).in_([job.id for job in jobs])
    )
    rows = session.exec(query.group_by(col(Document.job_id), col(Document.status)))
    counts = {(job_id, status): count for job_id, status, count in rows}
    return {
        job.id: Progress(
            job.asked, counts.get((job.id, DocumentStatus.MADE), 0), counts.get((job.id, DocumentStatus.FAILED), 0)
        )
        for job in jobs
    }


def papers_of_job(
    session: Session, job: PaperJob, by: User, *, kinds: Collection[str] = (), also: Collection[UUID] = ()
) -> list[tuple[LegalText, list[Document]]]:
    """Give the papers of a job, by text, those of texts that this person may read; in four queries.

    With them, of these `kinds`, the versions that people had settled when it was asked for, which were not made anew:
    those of the texts of the job, and of the texts `also` meant, of which it may have made nothing.
    """
    asked = select(Document).where(Document.job_id == job.id)
    of_job = col(LegalText.id).in_(select(Document.text_id).where(Document.job_id == job.id))
    texts = session.exec(
        visible_texts(by)
        .where(or_(of_job, col(LegalText.id).in_(also)))
        .order_by(LegalText.procedure, LegalText.title_fr, col(LegalText.id))
    ).all()
    papers: dict[UUID, list[Document]] = {text.id: [] for text in texts}
    for paper in session.exec(asked.order_by(Document.kind, col(Document.language).desc(), Document.about)):
        papers.get(paper.text_id, []).append(paper)
    for paper in settled_versions(session, papers, at=job.at) if kinds else ():
        if paper.kind in kinds and paper.job_id != job.id:
            papers[paper.text_id].append(paper)
    return [(text, papers[text.id]) for text in texts if papers[text.id]]


def archive_of_job(
    session: Session,
    job: PaperJob,
    by: User,
    *,
    labels: Mapping[tuple[str, str], str],
    kinds: Collection[str] = (),
    also: Collection[UUID] = (),
    at: datetime,
) -> Iterator[bytes]:
    """Give the zip of the papers of a job that are made, those of each text in a folder of its own, with an index.

    `labels` name the kinds of papers, by code and language; `kinds` and `also` are as in `papers_of_job`. One file is
    in memory at a time; the session stays open.
    """
    return zip_of(session, job.label, list(_lines(papers_of_job(session, job, by, kinds=kinds, also=also), labels)), at)


def _lines(
    papers: Sequence[tuple[LegalText, Sequence[Document]]], labels: Mapping[tuple[str, str], str]
) -> Iterator[Line]:
    digits = len(str(len(papers)))
    for place, (text, of_text) in enumerate(papers, 1):
        folder = f"{place:0{digits}}_{text.procedure}_{reference(text.number or '', text.title_fr)}"
        for paper in of_text:
            if paper.status == DocumentStatus.MADE:
                label = labels.get((paper.kind, paper.language), paper.kind)
                made_on = day_fr(legal_day(paper.made_at or paper.wanted_at))
                told = (label, text.title_fr, str(paper.number), "", "", day_fr(paper.situation_on), made_on)
                yield Line(paper.sha256 or "", folder, paper.file_name, told)
