"""What falls due soon, read along an index and no further than is shown: limits of the law, Councils of agendas."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from sqlmodel import Session, col, select

from models import ON_A_DAY, RUNS, Deadline, LegalText, PartialDate, User
from workflow.calendar.working_days import Calendar
from workflow.conditions.agenda import day_of_council
from workflow.council.way import ways
from workflow.people.permissions import visible_texts
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.holders import holder_code
from workflow.standing.reading import read_standings

# So many clocks, and so many texts of agendas, are read at most.
MOST = 60
_LISTED = 20
# A text is put on an agenda so long before its Council at most.
_ON_AGENDA = timedelta(days=60)


@dataclass(frozen=True)
class Due:
    """One limit of the law that runs on a text, and the day on which it falls due."""

    text: LegalText
    label_fr: str
    due_on: date
    is_estimated: bool

    @property
    def text_id(self) -> UUID:
        """The identifier of the text."""
        return self.text.id


@cache
def _codes_of_the_law() -> tuple[str, ...]:
    versions = (each for newest in procedures().values() for each in newest.siblings.values())
    return tuple(sorted({rule.code for each in versions for rule in each.deadlines.values() if rule.is_legal}))


def limits_due(session: Session, *, by: User, first: date, last: date) -> tuple[list[Due], bool]:
    """Give the limits of the law that fall due between two days, in order, and whether they are all. One query.

    MOST clocks are read at most.
    """
    due_on = col(Deadline.due_on)
    clocks = select(col(Deadline.text_id), col(Deadline.rule), col(Deadline.subject), due_on).where(
        RUNS, due_on >= first, due_on <= last, col(Deadline.rule).in_(_codes_of_the_law())
    )
    soonest = clocks.add_columns(col(Deadline.is_estimated)).order_by(due_on, col(Deadline.id)).limit(MOST).subquery()
    query = visible_texts(by).join(soonest, soonest.c.text_id == col(LegalText.id)).add_columns(
        soonest.c.rule, soonest.c.subject, soonest.c.due_on, soonest.c.is_estimated
    )  # fmt: skip
    found, rows = [], session.execute(query.order_by(soonest.c.due_on, col(LegalText.id))).all()
    for text, code, subject, on, is_estimated in rows:
        rule = procedure_of(text).deadlines.get(code)
        if rule and rule.is_legal:
            found.append(Due(text, rule.label_of(subject), on, is_estimated))
    return found, len(rows) < MOST


def councils_named(session: Session, *, by: User, today: date, calendar: Calendar) -> Mapping[date, int]:
    """Count by day the texts on the agenda of a Council to come, among those put on one last.

    Two queries, and one more where items were recorded.
    """
    states, holders = _agenda()
    entered, earliest = col(LegalText.entered_on), PartialDate.of(today - _ON_AGENDA)
    # Their state is looked at afterwards: asked for here, it would lead to an index without the order.
    query = visible_texts(by).where(ON_A_DAY, col(LegalText.holder).in_(holders), entered >= earliest)
    texts = session.exec(query.order_by(entered.desc()).limit(_LISTED)).all()
    listed = [text for text in texts if text.state in states]
    told = (day_of_council(each.situation) for each in read_standings(session, listed, on=today, calendar=calendar))
    return Counter(day for day in told if day and day >= today)


@cache
def _agenda() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the states of texts on an agenda, and who has them there."""
    found = set(_listed())
    return tuple(sorted({state for state, _holder in found})), tuple(sorted({holder for _state, holder in found}))


def _listed() -> Iterator[tuple[str, str]]:
    for (kind, version), way in ways().items():
        procedure = procedures()[kind].at(version)
        yield from ((state, holder_code(procedure, state, None)) for state in way.agenda)
