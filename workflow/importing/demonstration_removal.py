"""Takes the demonstration out of a database that goes into service: its accounts and what only they recorded."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Select, String, cast, func, or_, select, update
from sqlmodel import Session, SQLModel, col

from models import (
    Absence,
    Deadline,
    Delegation,
    Document,
    DraftReading,
    LegalText,
    Message,
    NamePeriod,
    OfficeHolder,
    PaperJob,
    PaperTemplate,
    Piece,
    PieceVersion,
    Relation,
    Reminder,
    Step,
    TemplateService,
    User,
    put_aside,
)
from models.append_only import APPEND_ONLY
from workflow.importing.demonstration import DOMAIN, given_titles
from workflow.mail.sending import take_back
from workflow.register.day_seals import seal_afresh

_TABLES = SQLModel.metadata.tables
# The rows of an account that go with it, and the account at the end.
_OF_PEOPLE = (
    ("absence", "person_id"), ("absence", "stand_in_id"), ("reminder", "person_id"), ("message", "person_id"),
    ("saved_view", "owner_id"), ("chosen_text", "person_id"), ("following", "person_id"), ("person", "id"),
)  # fmt: skip
# So many identifiers are asked of one statement.
_AT_A_TIME = 200


@dataclass(frozen=True)
class Demonstration:
    """What can be removed: the accounts of the demonstration, and the texts of which every step is theirs.

    `own_texts` gives the titles of those that did not come with the demonstration: somebody opened them with one of its
    accounts. `in_the_way` says, one sentence each, what other people's work hangs on the accounts or the texts.
    """

    people: dict[UUID, str]
    texts: dict[UUID, str]
    steps: int
    papers: int
    own_texts: Sequence[str]
    in_the_way: Sequence[str]


def find_demonstration(session: Session) -> Demonstration:
    """Find what the demonstration left in this database."""
    people = _pairs(session, select(col(User.id), col(User.name)).where(col(User.email).endswith(DOMAIN)))
    by_them = select(col(Step.text_id)).where(col(Step.by_id).in_(people))
    by_others = select(col(Step.text_id)).where(or_(col(Step.by_id).is_(None), col(Step.by_id).not_in(people)))
    theirs = select(col(LegalText.id), col(LegalText.title_fr)).where(col(LegalText.id).in_(by_them))
    shared = _pairs(session, theirs.where(col(LegalText.id).in_(by_others)))
    texts = _pairs(session, theirs.where(col(LegalText.id).not_in(by_others)))
    return Demonstration(
        people=people,
        texts=texts,
        steps=_count(session, "step", texts),
        papers=_count(session, "document", texts),
        own_texts=[texts[text_id] for text_id in _opened_since(session, texts)],
        in_the_way=[
            *_shared(session, shared, people),
            *_hanging(session, people, texts),
            *_read(session, people, texts),
        ],
    )


def remove_demonstration(session: Session, found: Demonstration) -> None:
    """Remove these accounts and texts, and seal the days again; the caller commits, or undoes all of it.

    What keeps the history append-only is put aside meanwhile.
    """
    with put_aside(session.connection(), *APPEND_ONLY):
        for texts in _parts(found.texts):
            _remove_texts(session, texts)
        _settle_jobs(session)
        _keep_names(session, found.people)
        _keep_templates(session, found.people)
        session.execute(
            update(Absence).where(col(Absence.recorded_by_id).in_(found.people)).values(recorded_by_id=None)
        )
        for table, column in _OF_PEOPLE:
            _remove(session, table, _column(table, column).in_(found.people))
        _remove(session, "stored_file", _column("stored_file", "sha256").not_in(_still_told()))
        seal_afresh(session)
    session.expire_all()


def _keep_names(session: Session, people: Collection[UUID]) -> None:
    """Leave the names by period that these accounts typed or took back, as by nobody: papers say them."""
    for table in (NamePeriod, OfficeHolder, Delegation):
        for column in (col(table.recorded_by_id), col(table.withdrawn_by_id)):
            session.execute(update(table).where(column.in_(people)).values({column: None}))


def _keep_templates(session: Session, people: Collection[UUID]) -> None:
    """Leave the templates that these accounts sent or put in service, as by nobody: papers are made of them."""
    for table in (PaperTemplate, TemplateService):
        session.execute(update(table).where(col(table.by_id).in_(people)).values(by_id=None))


def _remove_texts(session: Session, texts: list[UUID]) -> None:
    clocks = select(col(Deadline.id)).where(col(Deadline.text_id).in_(texts))
    told = select(col(Reminder.message_id)).where(col(Reminder.deadline_id).in_(clocks))
    take_back(session, col(Message.id).in_(told))
    _remove(session, "document", _column("document", "text_id").in_(texts))  # some name the scan of them once signed
    _remove_pieces(session, texts)
    _remove(session, "reminder", _column("reminder", "deadline_id").in_(clocks))
    of_text = (
        "paper_job", "piece", "deadline", "relation", "text_words", "register_item", "register_entry", "chosen_text",
        "following", "step",
    )  # fmt: skip
    for table, column in (("relation", "target_id"), *((table, "text_id") for table in of_text), ("legal_text", "id")):
        _remove(session, table, _column(table, column).in_(texts))


def _remove_pieces(session: Session, texts: list[UUID]) -> None:
    pieces = select(col(Piece.id)).where(col(Piece.text_id).in_(texts))
    versions = select(col(PieceVersion.id)).where(col(PieceVersion.piece_id).in_(pieces))
    for table in ("piece_sent", "piece_words", "draft_reading"):
        _remove(session, table, _column(table, "version_id").in_(versions))
    _remove(session, "piece_version", _column("piece_version", "piece_id").in_(pieces))


def _settle_jobs(session: Session) -> None:
    """Remove the requests that have no paper left; of the others, count those left as all that was asked."""
    left = select(func.count()).where(col(Document.job_id) == col(PaperJob.id)).scalar_subquery()
    session.execute(update(PaperJob).values(asked=left))
    _remove(session, "paper_job", _TABLES["paper_job"].columns["asked"] == 0)


def _still_told() -> CompoundSelect[str | None]:
    """Give the fingerprints of what papers, their PDF, their templates and pieces still hold."""
    of_papers = (col(Document.sha256), col(Document.template_sha256), col(Document.pdf_sha256))
    first, *others = (select(column).where(column.is_not(None)) for column in of_papers)
    return first.union(*others, select(col(PaperTemplate.sha256)), select(col(PieceVersion.sha256)))


def _shared(session: Session, shared: dict[UUID, str], people: dict[UUID, str]) -> Iterator[str]:
    """Say of which texts of the demonstration other people recorded steps."""
    for part in _parts(shared):
        recorded = (
            select(col(Step.text_id), func.coalesce(col(User.name), "une importation"), func.count())
            .outerjoin(User, col(User.id) == col(Step.by_id))
            .where(col(Step.text_id).in_(part), or_(col(Step.by_id).is_(None), col(Step.by_id).not_in(people)))
            .group_by(col(Step.text_id), col(User.name))
            .order_by(col(User.name))
        )
        for text_id, name, count in session.execute(recorded):
            yield f"« {shared[text_id]} » : {_steps_fr(count)} par {name}."


def _steps_fr(count: int) -> str:
    return "une étape enregistrée" if count == 1 else f"{count} étapes enregistrées"


def _hanging(session: Session, people: dict[UUID, str], texts: dict[UUID, str]) -> Iterator[str]:
    """Say what texts of other people have to do with the accounts or the texts of the demonstration."""
    by_them = select(col(Step.text_id)).where(col(Step.by_id).in_(people))
    title, kept = col(LegalText.title_fr), col(LegalText.id).not_in(by_them)
    entrusted = select(title, col(LegalText.responsible_id)).where(kept, col(LegalText.responsible_id).in_(people))
    for name, person in session.execute(entrusted):
        yield f"« {name} » est confié à {people[person]}."
    yield from _papers(session, people, kept)
    for part in _parts(texts):
        tied = select(title, col(Relation.target_id)).join(Relation, col(Relation.text_id) == col(LegalText.id))
        merged = select(title, col(LegalText.merged_into_id)).where(kept, col(LegalText.merged_into_id).in_(part))
        for name, other in session.execute(tied.where(kept, col(Relation.target_id).in_(part)).distinct()):
            yield f"« {name} » se rattache à « {texts[other]} »."
        for name, other in session.execute(merged):
            yield f"« {name} » est réuni à « {texts[other]} »."
    for part in _parts({**people, **texts}):
        # The facts of a step name people and texts by their identifiers.
        names = or_(*(cast(col(Step.facts), String).contains(str(key)) for key in part))
        said = select(title).join(Step, col(Step.text_id) == col(LegalText.id)).where(kept, names)
        for name in session.scalars(said.distinct()):
            yield f"« {name} » nomme, dans une étape, un compte ou un texte de la démonstration."


def _papers(session: Session, people: dict[UUID, str], kept: ColumnElement[bool]) -> Iterator[str]:
    for by, did in ((col(Document.wanted_by_id), "demandé"), (col(Document.final_by_id), "déclaré final")):
        papers = select(col(LegalText.title_fr), by).join(Document, col(Document.text_id) == col(LegalText.id))
        for name, person in session.execute(papers.where(kept, by.in_(people)).distinct()):
            yield f"« {name} » a un document {did} par {people[person]}."


def _read(session: Session, people: dict[UUID, str], texts: dict[UUID, str]) -> Iterator[str]:
    """Say whose order of articles is on the other side: no step tells of it."""
    by = col(DraftReading.by_id)
    read = (
        select(col(LegalText.id), col(LegalText.title_fr), col(User.name), by)
        .join(Piece, col(Piece.text_id) == col(LegalText.id))
        .join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
        .join(DraftReading, col(DraftReading.version_id) == col(PieceVersion.id))
        .join(User, col(User.id) == by)
        .distinct()
        .order_by(col(LegalText.title_fr), col(User.name))
    )
    for text_id, title, name, person in session.execute(read):
        if (text_id in texts) != (person in people):
            yield f"« {title} » a un projet dont les articles ont été mis en ordre par {name}."


def _opened_since(session: Session, texts: Collection[UUID]) -> Iterator[UUID]:
    """Give those of these texts that were not opened under a title of the demonstration."""
    given = given_titles()
    for part in _parts(texts):
        openings = select(col(Step.text_id), col(Step.facts)).where(col(Step.text_id).in_(part), col(Step.number) == 1)
        yield from (text_id for text_id, facts in session.execute(openings) if facts.get("title_fr") not in given)


def _pairs(session: Session, query: Select[UUID, str]) -> dict[UUID, str]:
    return dict(session.execute(query).all())


def _parts(keys: Collection[UUID]) -> Iterator[list[UUID]]:
    every = list(keys)
    for start in range(0, len(every), _AT_A_TIME):
        yield every[start : start + _AT_A_TIME]


def _count(session: Session, table: str, texts: Collection[UUID]) -> int:
    column = _column(table, "text_id")
    counts = (session.execute(select(func.count()).where(column.in_(part))) for part in _parts(texts))
    return sum(int(count.scalar_one()) for count in counts)


def _column(table: str, name: str) -> ColumnElement[UUID]:
    return _TABLES[table].columns[name]


def _remove(session: Session, table: str, rows: ColumnElement[bool]) -> None:
    session.connection().execute(_TABLES[table].delete().where(rows))
