"""Papers asked for together, in one transaction; they are made afterwards, by whoever claims them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, func, update
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, PaperJob, User
from workflow.calendar.time_zone import legal_day
from workflow.errors import NotAllowed, Refused
from workflow.people.permissions import Right, may
from workflow.register.papers import MOST_VERSIONS

# A Council of sixty texts, with sixteen papers each in both languages, is asked for at once.
MOST_PAPERS = 2000
# The same papers asked for again so soon, while they are being made, are a button pressed twice.
SAME_REQUEST = timedelta(minutes=1)
_LABEL = 300

_Key = tuple[UUID, str, str, str]


@dataclass(frozen=True)
class Wanted:
    """One paper that somebody wants: of which text, and about what where the text has several such."""

    text: LegalText
    kind: str
    language: str = "fr"
    about: str = ""

    @property
    def key(self) -> _Key:
        """Tell papers apart: versions of the same one are numbered together."""
        return self.text.id, self.kind, self.language, self.about


@dataclass(frozen=True)
class Occasion:
    """For what papers are wanted together: one text, or the Council of a day, or neither."""

    text_id: UUID | None = None
    council_on: date | None = None


def ask_for_papers(
    session: Session,
    wanted: Sequence[Wanted],
    label: str,
    *,
    by: User,
    at: datetime,
    occasion: Occasion | None = None,
    is_settled: bool = False,
) -> PaperJob:
    """Write papers as wanted together; the caller commits. A paper named twice is wanted once.

    None may be wanted where `is_settled`: the versions on which people worked are all that the job holds.

    The same request sent twice gives the first one's job, while it is under way and for a minute.
    Raises NotAllowed and Refused, with nothing written.
    """
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(label)
    papers = {paper.key: paper for paper in wanted}
    if reasons := _too_few_or_many(papers, is_settled=is_settled) or _reunited(papers.values()):
        raise Refused(reasons)
    texts = {paper.text.id for paper in papers.values()}
    # Two people at once: the second waits here for the first, and takes the next numbers.
    session.exec(select(LegalText.id).where(col(LegalText.id).in_(texts)).order_by(col(LegalText.id)).with_for_update())
    label = label[:_LABEL]
    if twin := _same_request(session, papers.keys(), label, by=by, at=at):
        return twin
    numbers = _last_numbers(session, texts)
    if full := [paper for key, paper in papers.items() if numbers.get(key, 0) >= MOST_VERSIONS]:
        raise Refused(_full(full))
    where = occasion or Occasion()
    job = PaperJob(
        label=label, text_id=where.text_id, council_on=where.council_on, asked=len(papers), by_id=by.id, at=at
    )
    session.add(job)
    session.flush()
    session.add_all(_of_job(job, paper, numbers.get(key, 0) + 1) for key, paper in papers.items())
    session.flush()
    return job


def _of_job(job: PaperJob, paper: Wanted, number: int) -> Document:
    return Document(
        text_id=paper.text.id, kind=paper.kind, language=paper.language, about=paper.about, number=number,
        situation_on=legal_day(job.at), wanted_by_id=job.by_id, wanted_at=job.at, job_id=job.id,
    )  # fmt: skip


def want_failed_again(session: Session, job: PaperJob, *, by: User) -> int:
    """Put the papers of a job that could not be made back among those wanted, and give how many; the caller commits.

    Raises NotAllowed.
    """
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(job.label)
    failed = update(Document).where(col(Document.job_id) == job.id, col(Document.status) == DocumentStatus.FAILED)
    return session.exec(failed.values(status=DocumentStatus.WANTED, error="", claimed_until=None)).rowcount


def _too_few_or_many(papers: Collection[_Key], *, is_settled: bool) -> list[str]:
    if not papers and not is_settled:
        return ["Aucun papier à produire : choisissez au moins un texte, un papier et une langue."]
    if len(papers) > MOST_PAPERS:
        few = "choisissez moins de textes, de papiers ou de langues."
        return [f"Cela ferait {len(papers)} papiers ; une demande en produit {MOST_PAPERS} au plus : {few}"]
    return []


def _reunited(papers: Collection[Wanted]) -> list[str]:
    titles = {paper.text.id: paper.text.title_fr for paper in papers if paper.text.merged_into_id}
    return [
        f"Le dossier « {title} » est réuni avec un autre : produisez ses papiers dans celui qui continue."
        for title in titles.values()
    ]


def _full(papers: Collection[Wanted]) -> list[str]:
    titles = {paper.text.id: paper.text.title_fr for paper in papers}
    return [
        f"Un papier de « {title} » a déjà {MOST_VERSIONS} versions : ouvrez la dernière." for title in titles.values()
    ]


def _same_request(session: Session, papers: Collection[_Key], label: str, *, by: User, at: datetime) -> PaperJob | None:
    """Find the job of the same person, for the same papers, asked for within the minute and not over yet."""
    waits = exists().where(col(Document.job_id) == PaperJob.id, col(Document.status) == DocumentStatus.WANTED)
    recent = select(PaperJob).where(
        PaperJob.by_id == by.id, PaperJob.label == label, col(PaperJob.at) >= at - SAME_REQUEST,
        PaperJob.asked == len(papers), waits,
    )  # fmt: skip
    for job in session.exec(recent.order_by(col(PaperJob.at))):
        same = select(Document.text_id, Document.kind, Document.language, Document.about)
        if set(session.exec(same.where(Document.job_id == job.id)).all()) == set(papers):
            return job
    return None


def _last_numbers(session: Session, texts: Collection[UUID]) -> dict[_Key, int]:
    key = (col(Document.text_id), col(Document.kind), col(Document.language), col(Document.about))
    last = columns(*key, func.max(Document.number)).where(key[0].in_(texts)).group_by(*key)
    rows = session.connection().execute(last)
    return {(text_id, kind, language, about): number for text_id, kind, language, about, number in rows}
