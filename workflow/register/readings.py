"""Keeps how the articles of a draft are read: the only writer of it, from the file first, then by those who know."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session

from models import DraftReading, LegalText, PieceVersion, User
from workflow.articles.structure import Reading, from_json, to_json
from workflow.errors import NotAllowed, Refused
from workflow.people.permissions import Right, may
from workflow.pieces.drafts import ReadDraft, drafts_of
from workflow.register.recording import lock

_READ_MEANWHILE = (
    "Une autre personne vient de mettre cette version en ordre : relisez-la, puis recommencez ce qui manque encore."
)
# Each reading is kept for ever: more than this is a button held down, not work.
_MOST_READINGS = 500
_TOO_MANY = f"Cette version a déjà été mise en ordre {_MOST_READINGS} fois : joignez-en une nouvelle version."


def keep_readings(session: Session, version: PieceVersion, drafts: Iterable[str]) -> None:
    """Keep what was read of a version as it was attached, a draft for each language; the caller commits."""
    for written in drafts:
        reading = from_json(written)
        session.add(_row(version, reading, number=1, by=None, at=version.at))
    session.flush()


def put_right(
    session: Session, text: LegalText, draft: ReadDraft, reading: Reading, *, by: User, at: datetime
) -> DraftReading:
    """Keep the reading that somebody made of a draft, which they saw as `draft` says; the caller commits.

    What stood before stays. Raises NotAllowed, and Refused where another reading was kept meanwhile, there are too
    many, or the draft is not one that this person may read.
    """
    if not may(by, Right.ATTACH_PIECES):
        raise NotAllowed("articles")
    lock(session, text, text.last_step)
    now = next((each for each in drafts_of(session, text, by) if each.key == draft.key), None)
    if now is None or now.number != draft.number:
        raise Refused([_READ_MEANWHILE])
    if now.number >= _MOST_READINGS:
        raise Refused([_TOO_MANY])
    row = _row(now.version, reading, number=now.number + 1, by=by, at=at)
    session.add(row)
    session.flush()
    return row


def _row(version: PieceVersion, reading: Reading, *, number: int, by: User | None, at: datetime) -> DraftReading:
    return DraftReading(
        version_id=version.id, language=reading.draft.language, number=number, written=to_json(reading),
        articles=len(reading.draft.articles), doubts=len(reading.unplaced), by_id=by.id if by else None, at=at,
    )  # fmt: skip
