"""The table of legislative production, as of any day: every text, where it stood, and how many there were."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.history.as_of import situation_on
from workflow.history.fold import Situation
from workflow.history.particulars import number_of
from workflow.history.steps import histories
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Section
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import holding_since
from workflow.sentences.sentence import holder, sentence

# What the ministry counts at the head of its table, from the groups of its rows.
_COUNTED = (
    ("Projets et propositions de loi", ("projets_de_loi", "propositions_de_loi")),
    ("Lois", ("lois",)),
    ("Décrets et projets de décrets", ("projets_de_decrets", "decrets")),
    ("Arrêtés et projets d’arrêtés", ("projets_d_arretes", "arretes")),
)


@dataclass(frozen=True)
class ProductionRow:
    """One text of the table."""

    text_id: UUID
    title: str
    number: str | None
    sentence: str
    holder: str
    since: PartialDate | None


@dataclass(frozen=True)
class ProductionGroup:
    """The texts of one section, in the order in which their files were opened."""

    section: Section
    rows: tuple[ProductionRow, ...]


@dataclass(frozen=True)
class ProductionTable:
    """The table as it stood at the end of a day; sections without a text are left out."""

    on: date
    groups: tuple[ProductionGroup, ...]

    @property
    def counters(self) -> tuple[tuple[str, int], ...]:
        """What the table holds, counted on its very rows."""
        sizes = {group.section.code: len(group.rows) for group in self.groups}
        return tuple((label, sum(sizes.get(code, 0) for code in codes)) for label, codes in _COUNTED)


def production_table(session: Session, *, on: date, calendar: Calendar) -> ProductionTable:
    """Fold every text as of the end of `on`, in two queries whatever their number."""
    texts = session.exec(select(LegalText).order_by(col(LegalText.created_at), col(LegalText.id))).all()
    known = histories(session)
    rows: dict[str, list[ProductionRow]] = defaultdict(list)
    for text in texts:
        procedure = procedure_of(text)
        situation = situation_on(procedure, known[text.id], on)
        if situation:
            procedure = procedure.at(situation.version, situation.kind)
            row = _row(text, procedure, situation, calendar=calendar)
            rows[procedure.section(situation.state).code].append(row)
    return ProductionTable(on, tuple(_groups(rows)))


def _groups(rows: dict[str, list[ProductionRow]]) -> Iterator[ProductionGroup]:
    for section in sections():
        if rows[section.code]:
            yield ProductionGroup(section, tuple(rows[section.code]))


def _row(text: LegalText, procedure: Procedure, situation: Situation, *, calendar: Calendar) -> ProductionRow:
    return ProductionRow(
        text_id=text.id,
        title=situation.told("title_fr") or text.title_fr,
        number=number_of(situation),
        sentence=sentence(procedure, situation, calendar),
        holder=holder(procedure, situation.state, situation.chamber),
        since=holding_since(procedure, situation),
    )
