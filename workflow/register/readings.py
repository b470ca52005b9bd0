"""Keeps how the articles of a draft are read: the only writer of it, from the file first, then by those who know."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, select

from models import DraftReading, LegalText, Piece, PieceVersion, PieceWords, User
from workflow.articles.structure import Reading, from_json, to_json
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.words import words_of_piece
from workflow.people.permissions import Right, may
from workflow.pieces.drafts import ReadDraft, drafts_of
from workflow.pieces.extraction import Examined
from workflow.register.recording import lock
from workflow.register.words import keep_words
from workflow.rulebook.files import procedure_of
from workflow.standing.standing import standing

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


def read_again(
    session: Session, text: LegalText, version: PieceVersion, file: Examined, *, by: User, at: datetime,
    calendar: Calendar,
) -> bool:  # fmt: skip
    """Keep what another reading of a version found where the first one had found nothing; the caller commits.

    Its articles, in the languages in which none were read, if it is a draft; and its words, under which its text is
    then found. What was read before, or put right, stays. Give whether anything was found. Raises NotAllowed.
    """
    if not may(by, Right.ATTACH_PIECES):
        raise NotAllowed("pieces")
    steps = lock(session, text, text.last_step)
    piece, words = session.get_one(Piece, version.piece_id), session.get(PieceWords, version.id)
    known = session.exec(select(DraftReading.language).where(DraftReading.version_id == version.id)).all()
    found = [] if known or not _is_draft(text, piece) else [from_json(written) for written in file.drafts]
    session.add_all(_row(version, each, number=1, by=None, at=at) for each in found)
    is_said = file.is_read and not (words and words.is_read)
    if is_said:
        told = words or PieceWords(version_id=version.id, is_read=False)
        told.is_read, told.words, told.found_under = True, file.words, words_of_piece(file.words)
        session.add(told)
    session.flush()
    if is_said:
        keep_words(session, standing(text, steps, on=legal_day(at), calendar=calendar))
    return bool(found) or is_said


def _is_draft(text: LegalText, piece: Piece) -> bool:
    kind = procedure_of(text).vocabulary.pieces.get(piece.kind)
    return bool(kind and kind.language)


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
