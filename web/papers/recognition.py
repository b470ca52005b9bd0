"""Which version of which paper a Word file comes from, by what its properties say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from flask_babel import gettext as _
from sqlmodel import Session, col

from models import Document, DocumentStatus, LegalText, User
from web.papers.listing import paper_name, version_name
from workflow.people.permissions import visible_texts
from workflow.pieces.extraction import Examined
from workflow.register.paper_versions import key_of

_UNKNOWN = (
    "Ce fichier ne dit pas de quel papier il vient : choisissez ci-dessous la version que vous avez modifiée. Le "
    "fichier est gardé."
)
_ELSEWHERE = (
    "Ce fichier vient d’un papier d’un autre texte : « %(title)s ». Si vous vous êtes trompé de fichier, décochez-le ; "
    "s’il est bien de ce texte-ci, choisissez ci-dessous la version dont il tient lieu."
)
_DRAWN = (
    "Ce fichier est reconnu : %(name)s. Il vient de la version %(first)s, ou d’une version modifiée qui en est tirée, "
    "et rien ne dit laquelle : vérifiez celle qui est choisie ci-dessous, puis envoyez de nouveau."
)
_OTHER = "Ce fichier est reconnu comme étant : %(name)s. Choisissez une version de ce papier."


@dataclass(frozen=True)
class Recognised:
    """The version that a file comes from; or why nobody knows, with the version that is proposed, if one is."""

    source: Document | None
    reason: str = ""
    proposed: Document | None = None


def recognise(
    session: Session, text: LegalText, file: Examined, papers: Sequence[Document], *, chosen: Document | None, by: User
) -> Recognised:
    """Say which of the `papers` of a text this file comes from; what a person has `chosen` is taken where it can be."""
    made = [paper for paper in papers if paper.status == DocumentStatus.MADE]
    digest = sha256(file.content).hexdigest()
    same = next((paper for paper in made if paper.sha256 == digest), None)
    origin = same or next((paper for paper in made if str(paper.id) == file.identifier), None)
    if origin is None:
        return Recognised(chosen) if chosen else Recognised(None, _elsewhere(session, text, file, by) or _(_UNKNOWN))
    if chosen and key_of(chosen) != key_of(origin):
        return Recognised(None, _(_OTHER, name=version_name(origin)), origin)
    drawn = _drawn_from(origin, made)
    if same or chosen or not drawn:
        return Recognised(same or chosen or origin)
    name = paper_name(origin)
    return Recognised(None, _(_DRAWN, name=name, first=origin.number), drawn[-1])


def _drawn_from(origin: Document, made: Sequence[Document]) -> list[Document]:
    """Give the versions written by hand on this one, or on one of them, in order: their files still name this one."""
    numbers, found = {origin.number}, []
    for each in sorted((each for each in made if key_of(each) == key_of(origin)), key=lambda each: each.number):
        if each.edited_from in numbers:
            numbers.add(each.number)
            found.append(each)
    return found


def _elsewhere(session: Session, text: LegalText, file: Examined, by: User) -> str:
    """Say that a file comes from another text, where it does and this person may read that text."""
    try:
        identifier = UUID(file.identifier)
    except ValueError:
        return ""
    query = visible_texts(by).join(Document, col(Document.text_id) == col(LegalText.id))
    query = query.where(Document.id == identifier, LegalText.id != text.id)
    found = session.exec(query).first()
    return _(_ELSEWHERE, title=found.title_fr) if found else ""
