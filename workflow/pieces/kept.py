"""The pieces of a text as they are listed: each with its versions, and which of them went where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from models import LegalText, Piece, PieceSent, PieceVersion, PieceWords, User
from workflow.history.facts import Facts
from workflow.history.fold import ATTACH, DESCRIBE, Done
from workflow.history.steps import AnyStep, Recorded, steps_of
from workflow.history.what_counts import effective
from workflow.people.permissions import may_read_confidential

# A version of a piece: the piece, and the number of the version.
Key = tuple[UUID, int]
_AT_A_TIME = 1000


@dataclass(frozen=True)
class Listed:
    """A piece with its versions that count, the newest first."""

    piece: Piece
    versions: tuple[PieceVersion, ...]
    # The identifiers of the versions whose words could be read.
    read: frozenset[UUID]


@dataclass(frozen=True)
class Sent:
    """That a version of a piece was sent by a step that counts."""

    step: Recorded
    piece: Piece
    version: PieceVersion


def pieces_of(session: Session, text: LegalText, by: User, *, steps: Sequence[Recorded] | None = None) -> list[Listed]:
    """List the pieces of a text that this person may read, in the order in which they came, in one query at most.

    A version whose step was struck is left out, and so is a piece of which none is left.
    """
    standing = _standing(steps_of(session, text.id) if steps is None else steps)
    if not standing:
        return []
    query = (
        select(Piece, PieceVersion, PieceWords.is_read)
        .join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
        .outerjoin(PieceWords, col(PieceWords.version_id) == col(PieceVersion.id))
        .where(col(Piece.text_id) == text.id)
        .order_by(col(PieceVersion.told_by))
    )
    if not may_read_confidential(by, text):
        query = query.where(col(Piece.confidential).is_(False))
    rows = [row for row in session.exec(query) if row[1].told_by in standing]
    first = {row[0].id: rank for rank, row in reversed(list(enumerate(rows)))}
    rows.sort(key=lambda row: (first[row[0].id], -row[1].number))
    return [_listed(list(each)) for _key, each in groupby(rows, key=lambda row: row[0].id)]


def sent_versions(session: Session, text_id: UUID, *, steps: Sequence[Recorded] | None = None) -> list[Sent]:
    """Say which version of each piece went to the SGG, the Council or a Chamber, by the step that sent it, in order.

    Steps that were struck do not count. In one query where `steps`, the whole history, was read already.
    """
    steps = steps_of(session, text_id) if steps is None else steps
    counting = {step.number for step in effective(steps)}
    by_number = {step.number: step for step in steps}
    query = (
        select(PieceSent.step_number, Piece, PieceVersion)
        .join(PieceVersion, col(PieceVersion.id) == col(PieceSent.version_id))
        .join(Piece, col(Piece.id) == col(PieceVersion.piece_id))
        .where(col(Piece.text_id) == text_id)
        .order_by(col(PieceSent.step_number), col(Piece.kind), col(PieceVersion.told_by))
    )
    return [
        Sent(by_number[number], piece, version) for number, piece, version in session.exec(query) if number in counting
    ]


def newest(steps: Iterable[Done | AnyStep]) -> list[Facts]:
    """Give what the newest version of each piece is told of, the newest piece first, from steps that count."""
    found: dict[str, Facts] = {}
    for step in steps:
        piece_id = step.facts.get("piece_id", "")
        if step.move == ATTACH and piece_id:
            found[piece_id] = step.facts
        elif step.move == DESCRIBE and piece_id in found:
            # Steps leave out what is not so: a piece that is told confidential stays so.
            found[piece_id] = found[piece_id] | {"piece_title": ""} | step.facts
    return list(reversed(found.values()))


def open_keys(steps: Iterable[Done | AnyStep]) -> list[Key]:
    """Give the newest versions that are not confidential, the newest piece first, from steps that count."""
    return [(UUID(told["piece_id"]), told["piece_version"]) for told in newest(steps) if not told.get("confidential")]


def found_under(session: Session, keys: Sequence[Key]) -> dict[Key, str]:
    """Give the words under which these versions make their text found; one query for a thousand of them.

    A piece that was made confidential by a version that was struck since stays so, and gives none.
    """
    query = (
        select(PieceVersion.piece_id, PieceVersion.number, PieceWords.found_under)
        .join(PieceWords, col(PieceWords.version_id) == col(PieceVersion.id))
        .join(Piece, col(Piece.id) == col(PieceVersion.piece_id))
        .where(col(Piece.confidential).is_(False))
    )
    which = tuple_(col(PieceVersion.piece_id), col(PieceVersion.number))
    parts = (keys[start : start + _AT_A_TIME] for start in range(0, len(keys), _AT_A_TIME))
    rows = (row for part in parts for row in session.exec(query.where(which.in_(part))))
    return {(piece_id, number): words for piece_id, number, words in rows}


def _standing(steps: Sequence[Recorded]) -> set[int]:
    return {step.number for step in effective(steps) if step.move == ATTACH}


def _listed(rows: Sequence[tuple[Piece, PieceVersion, bool | None]]) -> Listed:
    read = frozenset(version.id for _piece, version, is_read in rows if is_read)
    return Listed(rows[0][0], tuple(version for _piece, version, _is_read in rows), read)
