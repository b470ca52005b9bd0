"""The texts that amend others: read for several texts together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlmodel import Session, col, or_, select

from models import LegalText, Relation, RelationKind
from workflow.relations.ties import concerns, may_cite


def amending(session: Session, texts: Sequence[LegalText]) -> Mapping[UUID, list[LegalText]]:
    """Give by their identifier the texts that amend each of these, whether they are acts yet or not; in one query."""
    towards = [col(Relation.target_id).in_([text.id for text in texts]), *(may_cite(text) for text in texts)]
    query = (
        select(Relation, LegalText)
        .join(LegalText, col(LegalText.id) == col(Relation.text_id))
        .where(col(Relation.kind) == RelationKind.AMENDS, col(LegalText.merged_into_id).is_(None), or_(*towards))
        .order_by(col(LegalText.id))
    )
    found: dict[UUID, list[LegalText]] = defaultdict(list)
    for relation, other in session.exec(query).all():
        for text in texts:
            if other.id != text.id and concerns(relation, text):
                found[text.id].append(other)
    return found
