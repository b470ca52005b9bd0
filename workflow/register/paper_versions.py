"""Versions of papers as people work with them: sent back from Word, declared final, their signed scan attached."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlmodel import Session, col, select

from models import Document, DocumentStatus, LegalText, PartialDate, PieceVersion, User, keep_bytes
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.numbering import COLLECT
from workflow.history.steps import steps_of
from workflow.history.what_counts import effective
from workflow.people.permissions import Right, may
from workflow.pieces.extraction import Examined
from workflow.pieces.kept import newest
from workflow.procedure.papers import papers
from workflow.register.moves import fire
from workflow.register.papers import claim_number, hold
from workflow.register.pieces import Told, attach

SIGNED = "signed_scan"
_SCANS = frozenset({"pdf", "png", "jpg", "tiff"})
# What tells one paper of a text from another: its kind, its language, and what it is made about.
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Collected:
    """The signature that a signed version brings: whose, on which day, and the last step seen on the page."""

    signatory: str
    on: PartialDate | None
    seen_step: int


def key_of(document: Document) -> Key:
    """Give what all versions of a paper share."""
    return document.kind, document.language, document.about


def finals(papers: Iterable[Document]) -> frozenset[UUID]:
    """Give the final version of each paper that has one: the one declared last, where several were."""
    last: dict[Key, Document] = {}
    for paper in sorted((each for each in papers if each.final_at), key=lambda each: (each.final_at, each.number)):
        last[key_of(paper)] = paper
    return frozenset(paper.id for paper in last.values())


def final_versions(session: Session, texts: Collection[UUID]) -> list[Document]:
    """List the final version of each paper of these texts that has one."""
    declared = select(Document).where(col(Document.text_id).in_(texts), col(Document.final_at).is_not(None))
    of_text: dict[UUID, list[Document]] = {}
    for each in session.exec(declared):
        of_text.setdefault(each.text_id, []).append(each)
    return [each for papers in of_text.values() for each in papers if each.id in finals(papers)]


def settled_versions(session: Session, texts: Collection[UUID], *, at: datetime | None = None) -> list[Document]:
    """List the version on which people worked of each paper of these texts, as it stood `at` a moment, or now.

    It is the final one, else the last one where it was written by hand; papers that have neither are left out.
    """
    query = select(Document).where(col(Document.text_id).in_(texts), Document.status == DocumentStatus.MADE)
    if at:
        query = query.where(col(Document.wanted_at) <= at)
    found: dict[tuple[UUID, Key], Document] = {}
    for each in session.exec(query.order_by(col(Document.number))):
        found[each.text_id, key_of(each)] = each
    settled = {key: each for key, each in found.items() if each.edited_from}
    for each in final_versions(session, texts):
        if at is None or (each.final_at and each.final_at <= at):
            settled[each.text_id, key_of(each)] = each
    return list(settled.values())


def versions_of(session: Session, document: Document) -> list[Document]:
    """List all versions of the paper that this one is a version of, in order."""
    kind, language, about = key_of(document)
    query = select(Document).where(
        Document.text_id == document.text_id, Document.kind == kind, Document.language == language,
        Document.about == about,
    )  # fmt: skip
    return list(session.exec(query.order_by(col(Document.number))))


def send_back(
    session: Session, text: LegalText, source: Document, file: Examined, *, by: User, at: datetime
) -> Document:
    """Keep a Word file that somebody wrote on by hand as the next version of a paper; the caller commits.

    `source` is the version that they took. The new one tells the same step and situation, and is named by the same
    rule. `file` was looked at by `workflow.pieces.extraction.examine`. Raises NotAllowed, and Refused where it is no
    Word file, where no such version was made for this text, and for the very bytes of a version that is kept.
    """
    _check_right(by, source)
    if file.file_type.extension != "docx":
        raise Refused([f"Un papier se renvoie en document Word (.docx) ; ce fichier est {file.file_type.label_fr}."])
    if source.text_id != text.id or source.status != DocumentStatus.MADE:
        raise Refused(["Cette version n’est pas un papier produit pour ce texte : choisissez-en une autre."])
    number, sha256 = claim_number(session, text, *key_of(source)), keep_bytes(session, file.content)
    same = next((each for each in versions_of(session, source) if each.sha256 == sha256), None)
    if same:
        raise Refused([f"Ce fichier est identique à la version {same.number} : rien n’est à enregistrer."])
    sent = Document(
        text_id=text.id, kind=source.kind, language=source.language, about=source.about, number=number,
        step_id=source.step_id, situation_on=source.situation_on, status=DocumentStatus.MADE, sha256=sha256,
        file_name=renumbered(source.file_name, number), wanted_by_id=by.id, wanted_at=at, made_at=at,
        edited_from=source.number,
    )  # fmt: skip
    session.add(sent)
    session.flush()
    return sent


def renumbered(file_name: str, number: int) -> str:
    """Name the file of another version: "…_note_interne_fr_v2.docx" becomes "…_note_interne_fr_v3.docx"."""
    return f"{file_name.rpartition('_v')[0]}_v{number}.docx"


def declare_final(
    session: Session, text: LegalText, document: Document, file: Examined | None, *, by: User, at: datetime,
    calendar: Calendar,
) -> None:  # fmt: skip
    """Declare that a version of a paper is the final one; the caller commits.

    `file` is its Word file as it was looked at, None where there is none. A paper that the file of the text asks for
    joins it as a piece, the next version of the one there is. Raises NotAllowed, and Refused where it was not made, is
    the final one already, or still asks for something.
    """
    _check_right(by, document)
    hold(session, text)
    session.refresh(document)
    if document.status != DocumentStatus.MADE:
        why = f" : {document.error}" if document.error else "."
        raise Refused([f"La version {document.number} n’est pas produite, elle ne peut pas être déclarée finale{why}"])
    if document.id in finals(versions_of(session, document)):
        raise Refused([f"La version {document.number} est déjà la version finale."])
    if file is None or file.to_complete is None:
        raise Refused(["Ce papier n’a pas pu être relu pour voir s’il est complet : réessayez dans un instant."])
    if file.to_complete:
        raise Refused([_incomplete(file.to_complete)])
    document.final_at, document.final_by_id = at, by.id
    session.add(document)
    session.flush()
    if kind := papers()[document.kind].piece_in(document.language):
        _join_file(session, text, file, kind, by=by, at=at, calendar=calendar)


def _join_file(
    session: Session, text: LegalText, file: Examined, kind: str, *, by: User, at: datetime, calendar: Calendar
) -> None:
    """Attach a final version as a piece of that kind, unless it is the very file that was attached last."""
    known = next((told for told in newest(effective(steps_of(session, text.id))) if told["piece"] == kind), None)
    if known and not known.get("confidential"):
        of = UUID(str(known["piece_id"]))
        last = select(PieceVersion.sha256).where(PieceVersion.piece_id == of)
        if session.exec(last.order_by(col(PieceVersion.number).desc())).first() == sha256(file.content).hexdigest():
            return
        given = Told(kind, of=of)
    else:
        given = Told(kind)
    attach(session, text, file, given, by=by, at=at, calendar=calendar)


def _incomplete(count: int) -> str:
    places = "un commentaire de Navette y signale encore ce qui est" if count == 1 else (
        f"{count} commentaires de Navette y signalent encore ce qui est")  # fmt: skip
    return (
        f"Ce papier n’est pas complet : {places} « à compléter ». Complétez-le dans Word en supprimant ce qui est "
        "signalé, puis renvoyez-le ; ou complétez le dossier et produisez-le de nouveau."
    )


def attach_signed(
    session: Session,
    document: Document,
    file: Examined,
    *,
    title: str,
    on: PartialDate | None,
    closes: Collected | None,
    by: User,
    at: datetime,
    calendar: Calendar,
) -> PieceVersion:
    """Attach the scan of a final version once signed, as a piece; the caller commits.

    `title` is what the piece is called, `on` the day it bears. Where it `closes` the signature of an authority, the
    move that collects it is recorded in the same transaction: both, or neither. A scan that bears several signatures
    closes each of them and is attached once; another scan of the same version is another version of the same piece.
    Raises NotAllowed, Stale, Impossible, and Refused with every reason.
    """
    _check_right(by, document)
    text = session.get_one(LegalText, document.text_id)
    hold(session, text)
    if document.id not in finals(versions_of(session, document)):
        raise Refused([f"La version {document.number} n’est pas la version finale : déclarez-la finale d’abord."])
    if file.file_type.extension not in _SCANS:
        raise Refused([f"La version signée est un PDF ou une image ; ce fichier est {file.file_type.label_fr}."])
    if sha256(file.content).hexdigest() == document.pdf_sha256:
        raise Refused(["Ce fichier est le PDF que Navette a donné de ce papier : il ne porte aucune signature."])
    if closes:
        fire(session, text, COLLECT, by=by, seen_step=closes.seen_step, on=closes.on, at=at,
             facts={"signatory": closes.signatory}, calendar=calendar)  # fmt: skip
    before = session.get(PieceVersion, document.signed_version_id) if document.signed_version_id else None
    if closes and before and before.sha256 == sha256(file.content).hexdigest():
        return before
    given = Told(SIGNED, title=title, of=before.piece_id if before else None, language=document.language, dated_on=on)
    version = attach(session, text, file, given, by=by, at=at, calendar=calendar)
    document.signed_version_id = version.id
    session.add(document)
    session.flush()
    return version


def _check_right(by: User, document: Document) -> None:
    if not may(by, Right.MAKE_PAPERS):
        raise NotAllowed(document.kind)
