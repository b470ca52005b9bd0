"""The text that a step names as its successor, tied to the one it replaces, repeals or amends."""

from sqlmodel import Session, col, select

from models import LegalText, RelationKind
from workflow.errors import Refused
from workflow.history.facts import Facts
from workflow.procedure.model import Transition
from workflow.relations.citations import CITATION
from workflow.relations.ties import Wanted, relate


def tie_named(session: Session, text: LegalText, move: Transition, facts: Facts) -> None:
    """Tie `text` to the texts that the facts of a move name, by number or by title; the caller commits.

    A text that is not in the system is cited: its page is tied on the day it is there.
    """
    for fact, kind in move.ties.items():
        if named := " ".join(str(facts.get(fact) or "").split())[:CITATION]:
            wanted = Wanted(RelationKind(kind), citation=named, other=_titled(session, text, named), incoming=True)
            try:
                relate(session, text, wanted)
            except Refused:  # it was tied before
                continue


def _titled(session: Session, text: LegalText, title: str) -> LegalText | None:
    query = select(LegalText).where(LegalText.title_fr == title, LegalText.id != text.id)
    found = session.exec(query.where(col(LegalText.merged_into_id).is_(None)).limit(2)).all()
    return found[0] if len(found) == 1 else None
