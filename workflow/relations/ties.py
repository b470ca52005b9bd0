"""Ties between texts: what one does to another, seen from both of its ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, case, false
from sqlmodel import Session, and_, col, or_, select

from models import LegalText, Relation, RelationKind, User
from workflow.errors import NotAllowed, Refused
from workflow.language.phrases import fill
from workflow.people.permissions import Right, may
from workflow.relations.citations import CITATION, bears, cite, cited_number, find_cited
from workflow.rulebook.files import procedure_of

# What the page of a text says of the other one: the text that does it, then the text to which it is done.
_LABELS = {
    RelationKind.IMPLEMENTS: ("Pris{e} pour l’application de", "Texte d’application"),
    RelationKind.AMENDS: ("Modifie", "Modifié{e} par"),
    RelationKind.REPEALS: ("Abroge", "Abrogé{e} par"),
    RelationKind.BASED_ON: ("Fondé{e} sur", "Sert de base à"),
    RelationKind.RATIFIES: ("Ratifie", "Ratifié{e} par"),
    RelationKind.REPLACES: ("Remplace", "Remplacé{e} par"),
}
_ITSELF = "Un texte ne peut pas être lié à lui-même : choisissez-en un autre."


@dataclass(frozen=True)
class Tie:
    """One relation, seen from the page of one of its two texts."""

    relation: Relation
    incoming: bool
    label: str
    other: LegalText | None

    @property
    def name(self) -> str:
        """The other text as people know it."""
        return self.other.title_fr if self.other else self.relation.citation


@dataclass(frozen=True)
class Wanted:
    """A tie that somebody wants to record: towards a text, or a citation of one."""

    kind: RelationKind
    citation: str = ""
    other: LegalText | None = None
    incoming: bool = False
    article: str = ""
    owed: bool = False
    due_on: date | None = None


def label(text: LegalText, kind: RelationKind, *, incoming: bool) -> str:
    """Word what `text` is to the other one, agreeing with it: "Modifie", "Modifiée par"."""
    gender = procedure_of(text).noun(text.state).gender
    return fill(_LABELS[kind][incoming], lambda _blank: "e" if gender == "f" else "")


def ties(session: Session, text: LegalText) -> list[Tie]:
    """Give the ties of a text in both directions, what it does before what is done to it, in two queries.

    A citation leads to the text that bears its number, whichever of the two was known first.
    """
    source, target = col(Relation.text_id), col(Relation.target_id)
    is_awaited = and_(source.is_(None), target != text.id)
    other = case((or_(source == text.id, is_awaited), target), else_=source)
    found: Sequence[tuple[Relation, LegalText | None]] = session.exec(
        select(Relation, LegalText)
        .outerjoin(LegalText, col(LegalText.id) == other)
        .where(or_(source == text.id, target == text.id, may_cite(text)))
        .order_by(col(Relation.citation), col(Relation.article), col(Relation.id))
    ).all()
    # A file that was reunited with another one keeps only ties that the one that stays has already.
    kept = [(each, met) for each, met in found if concerns(each, text) and not (met and met.merged_into_id)]
    meant = find_cited(session, [relation.citation for relation, met in kept if met is None])
    seen = [_tie(text, relation, met or meant.get(relation.citation)) for relation, met in kept]
    order = list(RelationKind)
    return sorted(seen, key=lambda tie: (tie.incoming, order.index(RelationKind(tie.relation.kind))))


def may_cite(text: LegalText) -> ColumnElement[bool]:
    """Select the ties with a citation in which the text's number seems to stand, whatever its separators."""
    parts = re.findall(r"\d+", text.number or "")
    pattern = f"%{'%'.join(parts)}%"  # copies put spaces around separators; `concerns` reads exactly
    half = or_(col(Relation.text_id).is_(None), col(Relation.target_id).is_(None))
    return and_(half, col(Relation.citation).like(pattern)) if parts else false()


def concerns(relation: Relation, text: LegalText) -> bool:
    """Whether a relation has this text at one of its ends, or cites the number that it bears."""
    if text.id in (relation.text_id, relation.target_id):
        return True
    number = cited_number(relation.citation)
    return number is not None and bears(text, number)


def incoming(session: Session, text: LegalText) -> list[Tie]:
    """Give what others do to the text."""
    return [tie for tie in ties(session, text) if tie.incoming]


def _tie(text: LegalText, relation: Relation, other: LegalText | None) -> Tie:
    is_source = relation.text_id == text.id or (relation.text_id is None and relation.target_id != text.id)
    stranger = other if other is None or other.id != text.id else None
    words = label(text, RelationKind(relation.kind), incoming=not is_source)
    return Tie(relation, not is_source, words, stranger)


def add(session: Session, text: LegalText, wanted: Wanted, *, by: User) -> Relation:
    """Record a tie as somebody asks for it; the caller commits. Raises NotAllowed, and Refused with the reason."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed("relation")
    if text.merged_into_id:
        raise Refused(["Ce dossier est réuni avec un autre : liez celui qui continue."])
    return relate(session, text, wanted)


def relate(session: Session, text: LegalText, wanted: Wanted) -> Relation:
    """Tie `text` to another one, found by the number of its citation when it is not given.

    An implementing text takes the place of the one that its law awaited for the same article. Raises Refused.
    """
    if wanted.other and wanted.other.id == text.id:
        raise Refused([_ITSELF])
    other = wanted.other or find_cited(session, [wanted.citation]).get(wanted.citation)
    if other and other.id == text.id:
        other = None  # « décret prévu par la loi n° 103-13 », said on the page of that law
    source, target = (other, text) if wanted.incoming else (text, other)
    if source and target and (awaited := _awaited(session, target, wanted)):
        _complete(session, awaited, source)
        return awaited
    relation = _row(source, target, wanted)
    if _is_known(session, relation):
        raise Refused(["Ce lien existe déjà."])
    session.add(relation)
    session.flush()
    return relation


def _row(source: LegalText | None, target: LegalText | None, wanted: Wanted) -> Relation:
    owed = wanted.owed and wanted.kind is RelationKind.IMPLEMENTS
    citation = cite(target) if source and target and (wanted.incoming or not wanted.citation) else wanted.citation
    return Relation(
        text_id=source.id if source else None,
        target_id=target.id if target else None,
        kind=wanted.kind,
        citation=citation[:CITATION],
        article=wanted.article,
        owed=owed,
        due_on=wanted.due_on if owed else None,
    )


def _awaited(session: Session, target: LegalText, wanted: Wanted) -> Relation | None:
    query = select(Relation).where(
        col(Relation.text_id).is_(None), Relation.target_id == target.id, Relation.kind == wanted.kind,
        Relation.article == wanted.article,
    )  # fmt: skip
    found = session.exec(query).all() if wanted.article else []
    return found[0] if len(found) == 1 else None


def _is_known(session: Session, relation: Relation) -> bool:
    alike = col(Relation.citation) == relation.citation
    towards = col(Relation.target_id) == relation.target_id
    if relation.text_id is None:
        alike = and_(alike, towards)
    elif relation.target_id:
        alike = or_(alike, towards)
    query = select(Relation.id).where(
        Relation.text_id == relation.text_id,
        Relation.kind == relation.kind,
        Relation.article == relation.article,
        alike,
    )
    return session.exec(query).first() is not None


def designate(session: Session, relation: Relation, text: LegalText, *, by: User) -> None:
    """Say which text of the system a citation means; the caller commits. Raises NotAllowed and Refused."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed("relation")
    # Two people at once: the second waits here for the first, and sees the text that was chosen.
    now = select(Relation).where(Relation.id == relation.id).with_for_update().execution_options(populate_existing=True)
    if session.exec(now).first() is None:
        raise Refused(["Ce lien vient d’être retiré."])
    if text.id in (relation.text_id, relation.target_id):
        raise Refused([_ITSELF])
    if relation.text_id and relation.target_id:
        raise Refused(["Ce lien mène déjà à un texte : retirez-le pour en choisir un autre."])
    _complete(session, relation, text)


def _complete(session: Session, relation: Relation, text: LegalText) -> None:
    source, target, citation = relation.text_id, text.id, relation.citation
    if source is None and relation.target_id:
        source, target = text.id, relation.target_id
        citation = cite(session.get_one(LegalText, target))
    _absorb(session, relation, source, target)
    relation.text_id, relation.target_id, relation.citation = source, target, citation
    session.add(relation)
    session.flush()


def _absorb(session: Session, relation: Relation, source: UUID | None, target: UUID) -> None:
    # A tie of the same two texts that says no more than this one would be there twice.
    query = select(Relation).where(
        Relation.text_id == source, Relation.target_id == target, Relation.kind == relation.kind,
        col(Relation.article).in_(("", relation.article)), Relation.id != relation.id,
    )  # fmt: skip
    for twin in session.exec(query).all():
        relation.due_on = relation.due_on or twin.due_on
        relation.owed = relation.owed or twin.owed
        session.delete(twin)
    session.flush()


def remove(session: Session, relation: Relation, *, by: User) -> None:
    """Undo a tie; the caller commits. Raises NotAllowed."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed("relation")
    session.delete(relation)
    session.flush()
