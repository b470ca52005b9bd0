"""The table of legislative production, as of any day: every text, where it stood, and how many there were."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, in_batches
from workflow.calendar.working_days import Calendar
from workflow.history.steps import histories
from workflow.procedure.vocabulary import Section
from workflow.reports.following import Followed, Owed, followed, names_of_people, owed_texts, still
from workflow.reports.movements import Movement, Period, movement, period
from workflow.rulebook.files import sections
from workflow.standing.standing import Standing, past_standing

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
    # Empty where the text has no title in Arabic.
    title_ar: str = ""
    sentence_ar: str = ""


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
    # What moved since another day, where that was asked.
    period: Period | None = None

    @property
    def counters(self) -> tuple[tuple[str, int], ...]:
        """What the table holds, counted on its very rows."""
        sizes = {group.section.code: len(group.rows) for group in self.groups}
        return tuple((label, sum(sizes.get(code, 0) for code in codes)) for label, codes in _COUNTED)


FoundRow = tuple[Section, ProductionRow]


@dataclass(frozen=True)
class InternalTable:
    """The table that the ministry keeps to itself: each text as it is followed, and two lists."""

    on: date
    groups: tuple[tuple[Section, tuple[Followed, ...]], ...]
    owed: tuple[Owed, ...]
    still: tuple[Followed, ...]
    period: Period | None = None


def production_table(session: Session, *, on: date, calendar: Calendar, since: date | None = None) -> ProductionTable:
    """Fold every text as of the end of `on`, and hold them all: for tables that people read.

    `since` asks what moved after the end of that day; it costs no query.
    """
    rows, moves = list[FoundRow](), list[Movement | None]()
    for now, then in _accounts(session, on=on, calendar=calendar, since=since):
        rows.append((now.procedure.section(now.state.code), _row(now)))
        moves.append(movement(then, now) if since else None)
    table = gathered(rows, on=on)
    return replace(table, period=period(since, moves)) if since else table


def internal_table(session: Session, *, on: date, calendar: Calendar, since: date | None = None) -> InternalTable:
    """Fold every text as of the end of `on` for those who follow deadlines; two queries more, whatever their number.

    Ties between texts, which no step tells, are those of today.
    """
    people, moves, titles, taken = names_of_people(session), list[Movement | None](), {}, set[UUID]()
    rows: dict[str, list[Followed]] = defaultdict(list)
    for now, then in _accounts(session, on=on, calendar=calendar, since=since):
        rows[now.section].append(followed(now, people))
        moves.append(movement(then, now) if since else None)
        titles[now.text.id] = (now.title_fr, now.title_ar)
        if now.state.act and not now.state.terminal:
            taken.add(now.text.id)
    groups = tuple((section, tuple(rows[section.code])) for section in sections() if rows[section.code])
    every = [row for _section, each in groups for row in each]
    owed = tuple(owed_texts(session, titles, taken))
    return InternalTable(on, groups, owed, tuple(still(every, on)), period(since, moves) if since else None)


def gathered(found: Iterable[FoundRow], *, on: date) -> ProductionTable:
    """Make a table of its rows."""
    rows: dict[str, list[ProductionRow]] = defaultdict(list)
    for section, row in found:
        rows[section.code].append(row)
    return ProductionTable(on, tuple(_groups(rows)))


def rows_as_of(session: Session, *, on: date, calendar: Calendar) -> Iterator[FoundRow]:
    """Give every text open at the end of `on` with its section then, the oldest file first; two files reunited are one.

    Two queries for each batch of texts: whatever their number, only one batch is held.
    """
    for now, _then in _accounts(session, on=on, calendar=calendar):
        yield now.procedure.section(now.state.code), _row(now)


def _accounts(
    session: Session, *, on: date, calendar: Calendar, since: date | None = None
) -> Iterator[tuple[Standing, Standing | None]]:
    """Give each text as it stood at the end of `on`, and at the end of `since` where that is asked."""
    for texts in in_batches(session, select(LegalText), col(LegalText.created_at), col(LegalText.id)):
        known = histories(session, [text.id for text in texts])
        for text in texts:
            now = past_standing(text, known[text.id], on=on, calendar=calendar)
            if now and not now.situation.merged_into:
                yield now, past_standing(text, known[text.id], on=since, calendar=calendar) if since else None
            session.expunge(text)


def _groups(rows: dict[str, list[ProductionRow]]) -> Iterator[ProductionGroup]:
    for section in sections():
        if rows[section.code]:
            yield ProductionGroup(section, tuple(rows[section.code]))


def _row(then: Standing) -> ProductionRow:
    return ProductionRow(
        text_id=then.text.id,
        title=then.title_fr,
        number=then.number,
        sentence=then.sentence,
        holder=then.holder,
        since=then.held_since,
        title_ar=then.title_ar,
        sentence_ar=then.sentence_ar,
    )
