"""The regulatory texts that the articles of a draft call for: proposed as owed, recorded once somebody confirms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from models import LegalText, Relation, RelationKind, User
from workflow.articles.called_texts import Called
from workflow.articles.clauses import clauses
from workflow.articles.structure import Draft
from workflow.errors import Refused
from workflow.relations.ties import Tie, Wanted, add, ties

# "10, 11 et 13", as people write the articles of one tie.
_LISTED = re.compile(r"\s*(?:,|;|\bet\b|\bو)\s*")


@dataclass(frozen=True)
class Proposal:
    """A text that an article seems to call for; a person may reword `citation` before confirming it.

    `article` is the number that both languages share ("4 bis"), `label` how the draft writes it. `taken` names the
    texts of application that this article has already: one of them may be the text called for, under its own title.
    """

    article: str
    label: str
    called: Called
    sentence: str
    citation: str
    taken: tuple[str, ...] = ()
    # The day by which it is to be taken, where whoever confirms it knows one.
    due_on: date | None = None


def proposed(draft: Draft, known: Iterable[Tie]) -> list[Proposal]:
    """Propose what the articles of a draft call for, in their order, but for what the ties of its text hold already."""
    applied = [tie for tie in known if tie.incoming and tie.relation.kind == RelationKind.IMPLEMENTS]
    seen = {_key(tie.relation.article, tie.relation.citation) for tie in applied}
    found: list[Proposal] = []
    for clause in clauses(draft.articles):
        key = _key(clause.article, clause.citation)
        if key not in seen:
            seen.add(key)
            taken = tuple(tie.name for tie in applied if clause.article in _articles(tie))
            found.append(Proposal(clause.article, clause.label, clause.called, clause.sentence, clause.citation, taken))
    return found


def owe(session: Session, text: LegalText, confirmed: Iterable[Proposal], *, by: User) -> list[Relation]:
    """Record the texts that somebody confirms as owed by `text`; the caller commits.

    Confirmed twice, or by two people, a text is recorded once: the ties made are given, without those that were there.
    Raises NotAllowed, and Refused with the reason; then nothing is to be committed.
    """
    seen = {_key(tie.relation.article, tie.relation.citation) for tie in ties(session, text) if tie.incoming}
    return [add(session, text, wanted, by=by) for wanted in _wanted(confirmed, seen)]


def _wanted(confirmed: Iterable[Proposal], seen: set[tuple[str, str]]) -> Iterator[Wanted]:
    for proposal in confirmed:
        citation = " ".join(proposal.citation.split())
        if not citation:
            raise Refused([f"Nommez le texte attendu pour l’article {proposal.article}."])
        if (key := _key(proposal.article, citation)) not in seen:
            seen.add(key)
            wanted = Wanted(RelationKind.IMPLEMENTS, citation, incoming=True, article=proposal.article, owed=True)
            yield replace(wanted, due_on=proposal.due_on)


def _key(article: str, citation: str) -> tuple[str, str]:
    return article, " ".join(citation.split())


def _articles(tie: Tie) -> list[str]:
    return _LISTED.split(tie.relation.article.strip())
