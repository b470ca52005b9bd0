"""The rows of the list of texts, told from what the register keeps on each; and their groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, Priority, User
from web.lists.finding import Folded
from workflow.people.leave import Leave
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Section
from workflow.reports.excerpts import Excerpt
from workflow.reports.next_limits import NextLimit
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import days_since
from workflow.sentences.sentence import holder

_IN_FORCE = "en_vigueur"
OTHERS = Section(code="", label_fr="Autres textes", label_ar="نصوص أخرى")
TOGETHER = Section(code="", label_fr="Toutes sections ensemble", label_ar="كل الأقسام معا")


@dataclass(frozen=True)
class Row:
    """One text of the list; `state` is its name, `holder` is empty once its way has ended.

    `days` counts how long the holder has had it.

    `limit` is the one to name: the law's once it has passed, else the next one. `leave` is the absence that runs of who
    answers for the text.
    """

    text: LegalText
    sentence: str
    state: str
    holder: str
    days: int | None
    limit: NextLimit | None
    responsible: str = ""
    leave: Leave | None = None
    excerpt: Excerpt | None = None

    @property
    def is_urgent(self) -> bool:
        """Whether the ministry ranks it before others."""
        return self.text.priority == Priority.URGENT


@dataclass(frozen=True)
class Fold:
    """Texts of a section whose way has ended: how many, the first of them, and whether all of them are in force."""

    count: int
    rows: list[Row]
    in_force: bool

    @property
    def is_whole(self) -> bool:
        """Whether none is left out."""
        return self.count == len(self.rows)


@dataclass(frozen=True)
class Group:
    """A section of the list as far as the page goes, with what stands folded where it ends."""

    section: Section
    rows: list[Row]
    fold: Fold | None = None


def rows_of(
    texts: Sequence[LegalText],
    limits: Mapping[UUID, NextLimit],
    *,
    today: date,
    names: Mapping[UUID, str] | None = None,
    leaves: Mapping[UUID, Leave] | None = None,
    excerpts: Mapping[UUID, Excerpt] | None = None,
) -> list[Row]:
    """Tell these texts from their rows, where what their steps come to was written, and from what is read beside."""
    beside = _Beside(limits, names or {}, leaves or {}, excerpts or {})
    return [_row(text, procedure_of(text), beside, today) for text in texts]


@dataclass(frozen=True)
class _Beside:
    """What is read beside the texts: of each text, or of each person who answers for one."""

    limits: Mapping[UUID, NextLimit]
    names: Mapping[UUID, str]
    leaves: Mapping[UUID, Leave]
    excerpts: Mapping[UUID, Excerpt]


def _row(text: LegalText, procedure: Procedure, beside: _Beside, today: date) -> Row:
    state = procedure.states.get(text.state)  # none where the files no longer have it, which `flask check` says
    return Row(
        text=text,
        sentence=text.sentence_fr,
        state=state.label_fr if state else "",
        holder="" if state is None or state.is_end else holder(procedure, text.state, text.chamber),
        days=days_since(text.held_since, today),
        limit=beside.limits.get(text.id),
        responsible=beside.names.get(text.responsible_id, "") if text.responsible_id else "",
        leave=beside.leaves.get(text.responsible_id) if text.responsible_id else None,
        excerpt=beside.excerpts.get(text.id),
    )


def names_of(session: Session, texts: Iterable[LegalText], *, known: Iterable[User]) -> dict[UUID, str]:
    """Name who answers for these texts, whether they are still in office or not.

    One query, where somebody is not among those `known`, who were read already.
    """
    names = {one.id: one.name for one in known}
    keys = {text.responsible_id for text in texts if text.responsible_id} - names.keys()
    query = select(User.id, User.name).where(col(User.id).in_(keys))
    return names | dict(session.exec(query).all()) if keys else names


def groups_of(rows: Iterable[Row], folded: Mapping[str, Folded], *, today: date, is_flat: bool) -> list[Group]:
    """Group rows that are in the order of the table by the section kept with them, and fold what ended below."""
    if is_flat:
        return [Group(TOGETHER, found)] if (found := list(rows)) else []
    shown = {key: list(group) for key, group in groupby(rows, lambda row: row.text.section)}
    known = {section.code: section for section in sections()}
    codes = [code for code in (*known, *(key for key in shown if key not in known)) if code in shown or code in folded]
    return [
        Group(known.get(code, OTHERS), shown.get(code, []), _fold(folded[code], today) if code in folded else None)
        for code in codes
    ]


def _fold(folded: Folded, today: date) -> Fold:
    rows = rows_of(folded.texts, {}, today=today)
    in_force = folded.count == len(rows) and all(row.text.state == _IN_FORCE for row in rows)
    return Fold(folded.count, rows, in_force)
