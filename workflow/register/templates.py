"""Writes the templates of papers that staff own: sent, put in service, replaced by the one that comes with Navette."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models import PaperTemplate, TemplateService, User, keep_bytes
from workflow.errors import NotAllowed, Refused
from workflow.people.permissions import Right, may

# Each version is kept for ever: more than this is a button held down, not work.
MOST_VERSIONS = 200
_KNOWN = "Ce fichier est déjà la version {number} de ce modèle : il n’est pas enregistré une seconde fois."
_TOO_MANY = f"Ce modèle a déjà {MOST_VERSIONS} versions."
_FAULTY = "Ce modèle a des fautes : corrigez-les dans Word, puis envoyez le fichier corrigé."
_IN_SERVICE = "Ce modèle est déjà en service."
_CHANGED = "Une autre personne vient de changer le modèle en service : relisez la page, puis recommencez."


@dataclass(frozen=True)
class Checked:
    """What the check said of the bytes of this SHA-256: a place, a sentence and a category for each fault."""

    sha256: str
    faults: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Sent:
    """A file sent as a template of a kind of paper in a language."""

    kind: str
    language: str
    content: bytes
    file_name: str
    comment: str = ""


def keep_template(
    session: Session, sent: Sent, faults: Sequence[tuple[str, str, str]], *, by: User, at: datetime
) -> PaperTemplate:
    """Keep a version as a draft, with the faults that the check found; the caller commits.

    Raises NotAllowed, and Refused for bytes that are a version already.
    """
    _allow(by)
    sha256 = keep_bytes(session, sent.content)
    known = session.exec(_versions(sent.kind, sent.language).where(PaperTemplate.sha256 == sha256)).first()
    if known:
        raise Refused([_KNOWN.format(number=known.number)])
    number = _next(session, sent.kind, sent.language)
    if number > MOST_VERSIONS:
        raise Refused([_TOO_MANY])
    template = PaperTemplate(
        kind=sent.kind, language=sent.language, number=number, sha256=sha256, file_name=sent.file_name,
        comment=sent.comment, faults=[list(fault) for fault in faults], by_id=by.id, at=at,
    )  # fmt: skip
    session.add(template)
    session.flush()
    return template


def put_in_service(
    session: Session, template: PaperTemplate, checked: Checked, *, seen: int, by: User, at: datetime, comment: str = ""
) -> None:
    """Let papers be filled by this version from now on; the caller commits.

    `checked` is a check of its very bytes, made now: what the dictionary admits may have changed since it was sent.
    `seen` is the number of the last change of service that the person saw, 0 for none. Raises NotAllowed, and Refused
    for a version with faults, one that is in service already, and where somebody else changed it meanwhile.
    """
    _allow(by)
    if checked.sha256 != template.sha256 or checked.faults:
        raise Refused([_FAULTY])
    serving = _seen(session, template.kind, template.language, seen)
    if serving and serving.template_id == template.id:
        raise Refused([_IN_SERVICE])
    session.add(
        TemplateService(
            kind=template.kind, language=template.language, number=_after(seen), template_id=template.id,
            comment=comment, by_id=by.id, at=at,
        )
    )  # fmt: skip
    session.flush()


def restore_factory(
    session: Session, kind: str, language: str, *, seen: int, by: User, at: datetime, comment: str = ""
) -> None:
    """Let papers be filled again by the template that comes with Navette; the caller commits.

    Raises NotAllowed, and Refused where it is in service already, or where somebody else changed it meanwhile.
    """
    _allow(by)
    serving = _seen(session, kind, language, seen)
    if serving is None or serving.template_id is None:
        raise Refused([_IN_SERVICE])
    session.add(
        TemplateService(kind=kind, language=language, number=_after(seen), comment=comment, by_id=by.id, at=at)
    )  # fmt: skip
    session.flush()


def serving_template(session: Session, kind: str, language: str) -> PaperTemplate | None:
    """Give the version in service; None where the one that comes with Navette is."""
    last = last_service(session, kind, language)
    return session.get_one(PaperTemplate, last.template_id) if last and last.template_id else None


def last_service(session: Session, kind: str, language: str) -> TemplateService | None:
    """Give the last change of what is in service; None where none was made."""
    return session.exec(_services(kind, language).limit(1)).first()


def services(session: Session, kind: str, language: str) -> Sequence[TemplateService]:
    """Give every change of what is in service, the latest first."""
    return session.exec(_services(kind, language)).all()


def versions(session: Session, kind: str, language: str) -> Sequence[PaperTemplate]:
    """Give every version that was sent, the latest first."""
    return session.exec(_versions(kind, language).order_by(col(PaperTemplate.number).desc())).all()


def _services(kind: str, language: str) -> SelectOfScalar[TemplateService]:
    query = select(TemplateService).where(TemplateService.kind == kind, TemplateService.language == language)
    return query.order_by(col(TemplateService.number).desc())


def _versions(kind: str, language: str) -> SelectOfScalar[PaperTemplate]:
    return select(PaperTemplate).where(PaperTemplate.kind == kind, PaperTemplate.language == language)


def _allow(by: User) -> None:
    if not may(by, Right.MANAGE_TEMPLATES):
        raise NotAllowed("template")


def _next(session: Session, kind: str, language: str) -> int:
    query = select(func.max(PaperTemplate.number))
    return (session.exec(query.where(PaperTemplate.kind == kind, PaperTemplate.language == language)).one() or 0) + 1


def _seen(session: Session, kind: str, language: str, seen: int) -> TemplateService | None:
    serving = last_service(session, kind, language)
    if (serving.number if serving else 0) != seen:
        raise Refused([_CHANGED])
    return serving


def _after(seen: int) -> int:
    # One more than what was seen, not than what there is: of two people at once, the number of the second is taken
    # already, and nothing of what it does is written.
    return seen + 1
