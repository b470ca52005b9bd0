"""Checks pieces of texts against the steps that tell what was attached, and those that are said to have sent them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, Piece, PieceSent, PieceVersion
from workflow.history.fold import ATTACH, DESCRIBE
from workflow.history.steps import Recorded
from workflow.reports.tampering import about

_CHANGED = "{text} : la pièce que l’étape n° {number} a jointe n’est plus celle qui a été enregistrée."
_ASTRAY = "{text} : la pièce « {name} », version {version}, se dit jointe par l’étape n° {number}, qui ne la dit pas."
_TOLD = "{text} : la pièce « {title} » n’est plus nommée, ou n’est plus confidentielle, comme son histoire le dit."
_SENT = "{text} : une version d’une pièce se dit envoyée par l’étape n° {number}, qui n’a pu l’envoyer."


@dataclass
class Kept:
    """The versions of the pieces of a text, each with its piece; and those sent, each with the step said to send it."""

    versions: list[tuple[Piece, PieceVersion]] = field(default_factory=list)
    sent: list[tuple[PieceVersion, int]] = field(default_factory=list)


def pieces_kept(session: Session, text_ids: Sequence[UUID]) -> Mapping[UUID, Kept]:
    """Read the pieces of these texts, nothing for one that has none, in two queries."""
    query = select(Piece, PieceVersion).join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
    found: dict[UUID, Kept] = {}
    of_texts = query.where(col(Piece.text_id).in_(text_ids)).order_by(col(PieceVersion.told_by))
    for piece, version in session.exec(of_texts):
        found.setdefault(piece.text_id, Kept()).versions.append((piece, version))
    sendings = (
        select(Piece.text_id, PieceVersion, PieceSent.step_number)
        .join(PieceVersion, col(PieceVersion.piece_id) == col(Piece.id))
        .join(PieceSent, col(PieceSent.version_id) == col(PieceVersion.id))
        .where(col(Piece.text_id).in_(text_ids))
    )
    for text_id, version, number in session.exec(sendings):
        found[text_id].sent.append((version, number))
    return found


def piece_faults(text: LegalText, steps: Sequence[Recorded], pieces: Kept | None) -> Iterator[str]:
    """Say which pieces are not what the steps of their text tell, and which sendings no step can have made.

    `steps` is the whole history. From whom a version came, its reference, its date and its language are not in a step.
    """
    pieces = pieces or Kept()
    told = {step.number: step for step in steps if step.move == ATTACH}
    kept = {version.told_by: (piece, version) for piece, version in pieces.versions}
    for number, step in told.items():
        if number not in kept or _of_row(*kept[number]) != _of_step(step):
            yield _CHANGED.format(text=about(text), number=number)
    for number in sorted(kept.keys() - told.keys()):
        version = kept[number][1]
        yield _ASTRAY.format(text=about(text), name=version.file_name, version=version.number, number=number)
    yield from _names(text, steps, {piece.id: piece for piece, _version in pieces.versions}.values())
    for version, number in pieces.sent:
        if not version.told_by < number <= text.last_step:
            yield _SENT.format(text=about(text), number=number)


def _of_row(piece: Piece, version: PieceVersion) -> tuple[object, ...]:
    return str(piece.id), piece.kind, version.number, version.sha256


def _of_step(step: Recorded) -> tuple[object, ...]:
    return tuple(step.facts.get(name) for name in ("piece_id", "piece", "piece_version", "sha256"))


def _names(text: LegalText, steps: Sequence[Recorded], pieces: Iterable[Piece]) -> Iterator[str]:
    """Compare the title and confidentiality of each piece with what its last step tells, be that one struck."""
    last = {step.facts["piece_id"]: step.facts for step in steps if step.move in (ATTACH, DESCRIBE)}
    for piece in pieces:
        told = last.get(str(piece.id), {})
        is_secret = bool(told.get("confidential"))
        if piece.confidential != is_secret or (not is_secret and piece.title != told.get("piece_title", "")):
            yield _TOLD.format(text=about(text), title=piece.title)
