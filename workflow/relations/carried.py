"""The ties of a file that is reunited with another one of the same text: carried to the one that stays, and back."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, or_, select

from models import LegalText, Relation


def carry_ties(session: Session, closing: LegalText, staying: LegalText) -> list[str]:
    """Lead the ties of a file to the one that stays; give the identifiers of those carried. The caller commits.

    A tie between the two, and one that the other has already, stay where they are: nobody sees them any more.
    """
    ends = (closing.id, staying.id)
    query = select(Relation).where(or_(col(Relation.text_id).in_(ends), col(Relation.target_id).in_(ends)))
    rows = session.exec(query.order_by(col(Relation.id)).with_for_update()).all()
    known = [row for row in rows if closing.id not in (row.text_id, row.target_id)]
    carried = []
    for row in rows:
        if closing.id in (row.text_id, row.target_id) and not _is_known(row, closing.id, staying.id, known):
            _lead(row, closing.id, staying.id)
            session.add(row)
            known.append(row)
            carried.append(str(row.id))
    session.flush()
    return carried


def give_back_ties(session: Session, carried: Iterable[str], staying: LegalText, separated: LegalText) -> None:
    """Lead back the ties that were carried and are still there; the caller commits."""
    ids = [UUID(key) for key in carried]
    for row in session.exec(select(Relation).where(col(Relation.id).in_(ids))):
        _lead(row, staying.id, separated.id)
        session.add(row)
    session.flush()


def _lead(row: Relation, before: UUID, after: UUID) -> None:
    row.text_id, row.target_id = (after if end == before else end for end in (row.text_id, row.target_id))


def _is_known(row: Relation, closing: UUID, staying: UUID, known: Iterable[Relation]) -> bool:
    """Whether the tie, once carried, would lead a text to itself or say again what another one says."""
    source, target = (staying if end == closing else end for end in (row.text_id, row.target_id))
    if source == target:
        return True
    alike = [each for each in known if (each.text_id, each.kind, each.article) == (source, row.kind, row.article)]
    if source is None:
        return any((each.target_id, each.citation) == (target, row.citation) for each in alike)
    return any(each.citation == row.citation or (target and each.target_id == target) for each in alike)
