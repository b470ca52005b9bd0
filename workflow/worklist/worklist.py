"""What waits for a person, from every source: the one place where the sources are listed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from sqlalchemy import literal, union_all
from sqlmodel import Session, col, select

from models import LegalText
from workflow.standing.reading import read_standings
from workflow.standing.standing import Standing
from workflow.worklist import answers, councils, entrusted, limits, mails, observations, papers
from workflow.worklist.action import Action, Doing, Group
from workflow.worklist.scope import MOST, Ids, Scope

# So many actions are listed at most, the most urgent first.
ROWS = 30


@dataclass(frozen=True)
class Source:
    """A reason for which something waits: the texts where it may be, MOST at most, and what is to be done there.

    Another source is another entry of SOURCES.
    """

    name: str
    texts: Callable[[Scope], Ids | None]
    tell: Callable[[Sequence[Standing], Scope], Iterable[Action]]


SOURCES = (
    Source("limit", limits.of_law, limits.tell_law),
    Source("council", councils.texts, councils.tell),
    Source("observations", observations.texts, observations.tell),
    Source("answers", answers.texts, answers.tell),
    Source("papers", papers.texts, papers.tell),
    Source("entrusted", entrusted.texts, entrusted.tell),
    Source("unassigned", entrusted.texts_of_nobody, entrusted.tell_of_nobody),
    Source("marker", limits.of_practice, limits.tell_practice),
)


@dataclass(frozen=True)
class Worklist:
    """The actions of a person, the most urgent first; `is_whole` is false where there are more than are listed."""

    actions: tuple[Action, ...] = ()
    is_whole: bool = True

    @property
    def groups(self) -> list[tuple[Group, list[Action]]]:
        """The actions by how they press."""
        return [(group, list(run)) for group, run in groupby(self.actions, key=lambda each: each.when.group)]

    def count(self, *groups: Group) -> int:
        """Count the actions of these groups, of all where none is named."""
        return sum(1 for each in self.actions if not groups or each.when.group in groups)


def worklist(session: Session, scope: Scope) -> Worklist:
    """Find what waits for a person, in four queries whatever the number of texts.

    The texts where something may wait, those texts, their histories, the mails; one more where a register is folded.
    """
    found = _candidates(session, scope)
    standings = _read(session, scope, {key for keys in found.values() for key in keys})
    actions = [*mails.tell(session, scope)]
    for source in SOURCES:
        told = [standings[key] for key in found.get(source.name, ())[:MOST] if key in standings]
        actions += source.tell(told, scope)
    ordered = list(_once(sorted(actions, key=lambda each: each.when.order)))
    is_whole = len(ordered) <= ROWS and all(len(keys) <= MOST for keys in found.values())
    return Worklist(tuple(ordered[:ROWS]), is_whole)


def _candidates(session: Session, scope: Scope) -> dict[str, list[UUID]]:
    """Read which texts each source has to look at, in one query."""
    parts = []
    for rank, source in enumerate(SOURCES):
        if (query := source.texts(scope)) is not None:
            ids = query.subquery()
            parts.append(select(literal(rank), ids.c.id))
    found: dict[str, list[UUID]] = {}
    for rank, key in session.execute(union_all(*parts)) if parts else ():
        found.setdefault(SOURCES[rank].name, []).append(key)
    return found


def _read(session: Session, scope: Scope, ids: Iterable[UUID]) -> dict[UUID, Standing]:
    keys = set(ids)
    if not keys:
        return {}
    texts = session.exec(select(LegalText).where(col(LegalText.id).in_(keys))).all()
    told = read_standings(session, texts, on=scope.on, calendar=scope.calendar)
    return {now.text.id: now for now in told}


def _once(actions: Iterable[Action]) -> Iterator[Action]:
    """Leave out what the page of an action before does too; the page of a text does nothing by itself."""
    seen = set()
    for each in actions:
        if each.target.doing is Doing.TEXT or each.target not in seen:
            seen.add(each.target)
            yield each
