"""Attaches pieces to texts: the only writer of them, and of which version a move sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from models import LegalText, PartialDate, Piece, PieceSent, PieceVersion, PieceWords, User, keep_bytes
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.facts import Facts
from workflow.history.fold import ATTACH, DESCRIBE, Situation
from workflow.history.steps import Recorded
from workflow.history.words import words_of_piece
from workflow.language.legible import illegible, one_line
from workflow.people.permissions import Right, may, may_read_confidential
from workflow.pieces.extraction import Examined
from workflow.pieces.kept import newest
from workflow.procedure.model import Transition
from workflow.procedure.vocabulary import PieceKind
from workflow.register.readings import keep_readings
from workflow.register.recording import lock, new_step, record, told
from workflow.rulebook.files import procedure_of
from workflow.standing.standing import standing

# Each version is kept for ever: more than this is a mistake that repeats itself.
MOST_VERSIONS = 200
# Whoever could not read it afterwards would hide it from themselves, and from everybody who reads it today.
_HIDDEN_FROM_ITSELF = "Une pièce ne peut être rendue confidentielle que par qui pourra encore la lire."
_LONGEST = {"title": 300, "from_whom": 300, "reference": 100}
_NAMES = {"title": "Le titre", "from_whom": "« De la part de »", "reference": "La référence"}


@dataclass(frozen=True)
class Told:
    """What somebody tells of a piece that they attach; of another version of one, its kind and title stay as they are.

    `of` is the piece that it is another version of, `step_number` the step that it belongs to. A piece that was once
    confidential stays so.
    """

    kind: str
    title: str = ""
    of: UUID | None = None
    language: str = ""
    from_whom: str = ""
    reference: str = ""
    dated_on: PartialDate | None = None
    step_number: int | None = None
    confidential: bool = False


def attach(
    session: Session, text: LegalText, file: Examined, given: Told, *, by: User, at: datetime, calendar: Calendar
) -> PieceVersion:
    """Keep a file as a new piece of a text, or as the next version of one; a step tells of it. The caller commits.

    `file` was looked at before by `workflow.pieces.extraction.examine`. Raises NotAllowed, and Refused with every
    reason; of a confidential piece that this person may not read, Refused as if it were not there.
    """
    if not may(by, Right.ATTACH_PIECES):
        raise NotAllowed(ATTACH)
    steps = lock(session, text, text.last_step)
    kinds = procedure_of(text).vocabulary.pieces
    piece = _new(text, given, kinds) if given.of is None else _known(session, text, given.of, by)
    _check(given, steps, at)
    if given.confidential and not piece.confidential and not may_read_confidential(by, text):
        raise Refused([_HIDDEN_FROM_ITSELF])
    piece.title = piece.title or one_line(given.title)
    piece.confidential = piece.confidential or given.confidential
    session.add(piece)
    session.flush()
    version = PieceVersion(
        piece_id=piece.id, number=_next_number(session, piece), sha256=keep_bytes(session, file.content),
        file_name=file.name, media_type=file.file_type.media_type, size=len(file.content),
        from_whom=one_line(given.from_whom), reference=one_line(given.reference), dated_on=given.dated_on,
        language=given.language or kinds[piece.kind].language, added_by_id=by.id, told_by=len(steps) + 1, at=at,
    )  # fmt: skip
    _keep(session, version, file)
    if kinds[piece.kind].language:
        keep_readings(session, version, file.drafts)
    day, facts = legal_day(at), _facts(piece, version)
    step = new_step(text, version.told_by, ATTACH, on=PartialDate.of(day), facts=facts, by=by, at=at)
    record(session, [step], standing(text, [*steps, step], on=day, calendar=calendar))
    return version


def describe(
    session: Session,
    text: LegalText,
    piece_id: UUID,
    *,
    title: str,
    confidential: bool,
    by: User,
    at: datetime,
    calendar: Calendar,
) -> None:
    """Name a piece otherwise, or make it confidential for ever; a step tells of it. The caller commits.

    What steps told before stays as it was told. Raises NotAllowed, and Refused like `attach` or where nothing changes.
    """
    if not may(by, Right.ATTACH_PIECES):
        raise NotAllowed(DESCRIBE)
    steps = lock(session, text, text.last_step)
    piece, title = _known(session, text, piece_id, by), one_line(title)
    _check(Told(piece.kind, title), steps, at)
    hidden = confidential and not piece.confidential
    if title == piece.title and not hidden:
        raise Refused(["Rien n’est à enregistrer : la pièce est déjà nommée ainsi."])
    if hidden and not may_read_confidential(by, text):
        raise Refused([_HIDDEN_FROM_ITSELF])
    piece.title, piece.confidential = title, piece.confidential or hidden
    session.add(piece)
    session.flush()
    day, facts = legal_day(at), told(_told_of(piece) | {"hidden": hidden or None})
    step = new_step(text, len(steps) + 1, DESCRIBE, on=PartialDate.of(day), facts=facts, by=by, at=at)
    record(session, [step], standing(text, [*steps, step], on=day, calendar=calendar))


def note_sent(session: Session, before: Situation, step: Recorded, move: Transition) -> None:
    """Note the newest version of each piece that `move` sends, as of this step; the caller commits."""
    kinds = set(move.sends)
    sent = [facts for facts in newest(before.done) if facts["piece"] in kinds] if kinds else []
    if not sent:
        return
    keys = {UUID(str(facts["piece_id"])): facts["piece_version"] for facts in sent}
    query = select(PieceVersion.piece_id, PieceVersion.number, PieceVersion.id)
    for piece_id, number, version_id in session.exec(query.where(col(PieceVersion.piece_id).in_(keys))):
        if keys[piece_id] == number:
            session.add(PieceSent(version_id=version_id, step_number=step.number))
    session.flush()


def _new(text: LegalText, given: Told, kinds: dict[str, PieceKind]) -> Piece:
    if given.kind not in kinds:
        raise Refused(["Choisissez ce qu’est cette pièce dans la liste."])
    return Piece(text_id=text.id, kind=given.kind, title="", step_number=given.step_number)


def _known(session: Session, text: LegalText, piece_id: UUID, by: User) -> Piece:
    piece = session.get(Piece, piece_id)
    is_hidden = piece is not None and piece.confidential and not may_read_confidential(by, text)
    if piece is None or piece.text_id != text.id or is_hidden:
        raise Refused(["Cette pièce n’est pas dans ce dossier : relisez la page des pièces, puis recommencez."])
    return piece


def _check(given: Told, steps: Iterable[Recorded], at: datetime) -> None:
    """Raise Refused with all that is wrong in what is told of a piece."""
    found = []
    for name, longest in _LONGEST.items():
        words = one_line(getattr(given, name))
        if reason := illegible(words):
            found.append(f"{_NAMES[name]} : {reason}")
        if len(words) > longest:
            found.append(f"{_NAMES[name]} compte {len(words)} caractères ; {longest} au plus sont conservés.")
    if given.language not in {"", "fr", "ar"}:
        found.append("La langue est le français ou l’arabe.")
    if given.dated_on and given.dated_on.first_day > legal_day(at):
        found.append("Cette date est dans l’avenir.")
    if given.step_number is not None and given.step_number not in {step.number for step in steps}:
        found.append("L’étape à laquelle cette pièce se rattache n’est pas dans l’histoire du texte.")
    if found:
        raise Refused(found)


def _next_number(session: Session, piece: Piece) -> int:
    last = session.exec(select(func.max(PieceVersion.number)).where(PieceVersion.piece_id == piece.id)).one() or 0
    if last >= MOST_VERSIONS:
        raise Refused([f"Cette pièce a déjà {MOST_VERSIONS} versions : joignez le fichier comme une autre pièce."])
    return last + 1


def _keep(session: Session, version: PieceVersion, file: Examined) -> None:
    """Write a version and its words; raise Refused for the very bytes of the version before."""
    before = version.number - 1
    query = select(PieceVersion.sha256).where(PieceVersion.piece_id == version.piece_id, PieceVersion.number == before)
    if session.exec(query).first() == version.sha256:
        raise Refused([f"Ce fichier est, à l’octet près, celui de la version {before} : rien n’a changé."])
    session.add(version)
    session.flush()
    found = words_of_piece(file.words)
    session.add(PieceWords(version_id=version.id, is_read=file.is_read, words=file.words, found_under=found))
    session.flush()


def _facts(piece: Piece, version: PieceVersion) -> Facts:
    """Give what the step tells, so that its seal covers the bytes."""
    return told(_told_of(piece) | {"piece_version": version.number, "sha256": version.sha256})


def _told_of(piece: Piece) -> Facts:
    """Give what steps tell of a piece; everybody reads them: no confidential title."""
    return {
        "piece": piece.kind, "piece_id": str(piece.id), "piece_title": "" if piece.confidential else piece.title,
        "confidential": piece.confidential or None,
    }  # fmt: skip
