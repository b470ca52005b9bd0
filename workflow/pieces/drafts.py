"""The drafts of a text whose articles were read: each version in each language, by the last reading of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from models import DraftReading, LegalText, Piece, PieceVersion, User
from workflow.articles.languages import ARABIC, FRENCH
from workflow.articles.structure import Draft, Reading, from_json
from workflow.history.fold import Done, other_chamber
from workflow.history.steps import AnyStep, Recorded
from workflow.pieces.kept import Listed, open_keys, pieces_of, sent_versions

# The milestone by which a Chamber passes a text on to the other one.
_PASSED_ON = "transmission"


@dataclass(frozen=True)
class ReadDraft:
    """A version of a draft as it is read in one language; `number` is that of the reading, from 1."""

    piece: Piece
    version: PieceVersion
    language: str
    number: int
    articles: int
    doubts: int
    # None while nobody put right what was read of the file.
    by_id: UUID | None
    at: datetime

    @property
    def key(self) -> str:
        """What an address names it by."""
        return f"{self.version.id}.{self.language}"


def drafts_of(
    session: Session, text: LegalText, by: User, *, steps: Sequence[Recorded] | None = None
) -> list[ReadDraft]:
    """List the drafts of a text that this person may read, in two queries; see `drafts_among`."""
    return drafts_among(session, pieces_of(session, text, by, steps=steps))


def drafts_among(session: Session, pieces: Iterable[Listed]) -> list[ReadDraft]:
    """List the drafts among pieces, in their order, the newest version of each first.

    Their words are not read: `readings_of` gives them.
    """
    versions = {version.id: (listed.piece, version) for listed in pieces for version in listed.versions}
    if not versions:
        return []
    table = DraftReading
    columns = (table.version_id, table.language, table.number, table.articles, table.doubts, table.by_id, table.at)
    query = select(*columns).where(col(table.version_id).in_(versions)).order_by(col(table.number))  # type: ignore[call-overload]
    last = {(row.version_id, row.language): row for row in session.exec(query)}
    found = [ReadDraft(*versions[row.version_id], *row[1:]) for row in last.values()]
    place = {version_id: rank for rank, version_id in enumerate(versions)}
    return sorted(found, key=lambda draft: (place[draft.version.id], draft.language))


def readings_of(session: Session, drafts: Iterable[ReadDraft]) -> list[Reading]:
    """Read these drafts, in their order; one query."""
    wanted = [(draft.version.id, draft.language, draft.number) for draft in drafts]
    table = DraftReading
    which = tuple_(col(table.version_id), col(table.language), col(table.number))
    rows = session.exec(select(table).where(which.in_(wanted)))
    found = {(row.version_id, row.language, row.number): from_json(row.written) for row in rows}
    return [found[key] for key in wanted]


def open_drafts(session: Session, steps: Iterable[Done | AnyStep]) -> dict[str, Draft]:
    """Give the draft that was attached last in each language, as it was read last; none of a confidential piece.

    `steps` are those that count; one query.
    """
    keys = open_keys(steps)
    if not keys:
        return {}
    query = (
        select(PieceVersion.piece_id, PieceVersion.number, DraftReading)
        .join(DraftReading, col(DraftReading.version_id) == col(PieceVersion.id))
        .where(tuple_(col(PieceVersion.piece_id), col(PieceVersion.number)).in_(keys))
        .order_by(col(DraftReading.number))
    )
    found = {(piece_id, number, row.language): row for piece_id, number, row in session.exec(query)}
    last: dict[str, Draft] = {}
    for piece_id, number in keys:  # the newest first
        for language in (FRENCH, ARABIC):
            if row := found.get((piece_id, number, language)):
                last.setdefault(language, from_json(row.written).draft)
    return last


def adopted_drafts(
    session: Session, text_id: UUID, done: Sequence[Done], *, steps: Sequence[Recorded]
) -> dict[str, dict[str, Draft]]:
    """Give, by Chamber, the text that it adopted last, in each language: what the step that passed it on has sent.

    `done` are the steps that count on the day told of, `steps` the whole history. None of a confidential piece; no
    query where no Chamber passed the text on, two otherwise.
    """
    passed = {each.number: other_chamber(each.chamber) for each in done if each.milestone == _PASSED_ON}
    sent = sent_versions(session, text_id, steps=steps) if passed else []
    chambers = {
        each.version.id: chamber
        for each in sent
        if (chamber := passed.get(each.step.number)) and not each.piece.confidential
    }
    if not chambers:
        return {}
    place = {version_id: rank for rank, version_id in enumerate(chambers)}
    rows = session.exec(select(DraftReading).where(col(DraftReading.version_id).in_(chambers)))
    found: dict[str, dict[str, Draft]] = {}
    # A Chamber may have passed it on twice, and what it sent may have been read again: the last counts.
    for row in sorted(rows, key=lambda row: (place[row.version_id], row.number)):
        found.setdefault(chambers[row.version_id], {})[row.language] = from_json(row.written).draft
    return found


def readings_before(session: Session, draft: ReadDraft) -> list[tuple[datetime, str, int]]:
    """Say when, by whom ("" for the machine) and with how many articles a draft was read, the last reading first."""
    table = DraftReading
    query = (
        select(table.at, User.name, table.articles)
        .outerjoin(User, col(User.id) == col(table.by_id))
        .where(col(table.version_id) == draft.version.id, col(table.language) == draft.language)
        .order_by(col(table.number).desc())
    )
    return [(at, name or "", articles) for at, name, articles in session.exec(query)]
