"""How long texts usually stay where they are: reckoned once a day from the history of all of them, then only read."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Table, and_, delete, or_
from sqlmodel import Session, SQLModel, col, select

from models import LegalText, Measure, UsualTime, in_batches, insert_into
from workflow.errors import Impossible
from workflow.history.fold import fold
from workflow.history.steps import Recorded, histories
from workflow.overview.stays import Stay, stays
from workflow.rulebook.files import procedure_of

# No duration is called usual that fewer texts have shown; the age of texts is that of those that are there.
FEWEST = 5
_TIMES: Table = SQLModel.metadata.tables["usual_time"]
_Key = tuple[Measure, str, str]


@dataclass
class _Measured:
    """The days of all stays in one place, and of how many texts they are."""

    days: Counter[int] = field(default_factory=Counter)
    texts: int = 0

    def median(self) -> int:
        """Give the median in whole days; half a day counts as one."""
        count = self.days.total()
        return (self._at((count - 1) // 2) + self._at(count // 2) + 1) // 2

    def _at(self, rank: int) -> int:
        """Give the days of the stay of that rank, the shortest being 0."""
        reached = 0
        for days in sorted(self.days):
            reached += self.days[days]
            if rank < reached:
                return days
        raise IndexError(rank)


@dataclass(frozen=True)
class UsualTimes:
    """What a page read of the usual times: those of its states, and those of all phases."""

    rows: Mapping[_Key, UsualTime]

    @property
    def reckoned_on(self) -> date | None:
        """The day of the last reckoning; None where it found nothing, or was never made."""
        return next((row.reckoned_on for row in self.rows.values()), None)

    def of_state(self, kind: str, state: str) -> UsualTime | None:
        """Give the usual time of a state for a kind of text, else for all kinds; None under five texts."""
        return self.rows.get((Measure.STATE, state, kind)) or self.rows.get((Measure.STATE, state, ""))

    def of_phase(self, phase: str) -> UsualTime | None:
        """Give the usual time in a phase; None under five texts."""
        return self.rows.get((Measure.PHASE, phase, ""))

    def age_in(self, phase: str) -> UsualTime | None:
        """Give the median age of the texts that were in a phase on the day of the reckoning; None where none was."""
        return self.rows.get((Measure.AGE, phase, ""))


def read_usual_times(session: Session, states: Collection[str]) -> UsualTimes:
    """Read the usual times of these states, and those of phases, in one query."""
    measure = col(UsualTime.measure)
    of_states = and_(measure == Measure.STATE, col(UsualTime.place).in_(states))
    of_phases = and_(measure.in_((Measure.PHASE, Measure.AGE)), col(UsualTime.kind) == "")
    rows = session.exec(select(UsualTime).where(or_(of_states, of_phases)))
    return UsualTimes({(Measure(row.measure), row.place, row.kind): row for row in rows})


def reckoned_on(session: Session) -> date | None:
    """Give the day on which the usual times were last reckoned; None where they never were or nothing is known."""
    return session.exec(select(col(UsualTime.reckoned_on)).limit(1)).first()


def reckon(session: Session, *, on: date, reader: Session) -> int:
    """Reckon the usual times from every history, and keep them in place of those of before; give how many.

    Histories are read in `reader`, so that nobody who writes waits meanwhile. A file reunited with another one is left
    out, as is a text whose steps do not follow: `flask check` tells it. `on` is today; the caller commits.
    """
    found: defaultdict[_Key, _Measured] = defaultdict(_Measured)
    alone = select(LegalText).where(col(LegalText.merged_into_id).is_(None))
    for texts in in_batches(reader, alone, col(LegalText.id)):
        steps = histories(reader, [text.id for text in texts])
        for text in texts:
            _add(found, _stays_of(text, steps[text.id], on))
        reader.expunge_all()
    rows = [_row(key, measured, on) for key, measured in found.items() if _is_enough(key, measured)]
    connection = session.connection()
    connection.execute(delete(_TIMES))
    if rows:
        insert = insert_into(_TIMES, connection.dialect.name)
        told = {name: insert.excluded[name] for name in ("texts", "median_days", "reckoned_on")}
        connection.execute(insert.on_conflict_do_update(index_elements=["measure", "place", "kind"], set_=told), rows)
    return len(rows)


def _stays_of(text: LegalText, steps: list[Recorded], on: date) -> list[Stay]:
    procedure = procedure_of(text)
    try:
        situation = fold(procedure, steps)
    except Impossible:
        return []
    return list(stays(procedure.at(situation.version, situation.kind), situation, on=on))


def _add(found: defaultdict[_Key, _Measured], of_text: Iterable[Stay]) -> None:
    seen: set[_Key] = set()
    for stay in of_text:
        for kind in (stay.kind, ""):
            key = (stay.measure, stay.place, kind)
            found[key].days[stay.days] += 1
            found[key].texts += key not in seen
            seen.add(key)


def _is_enough(key: _Key, measured: _Measured) -> bool:
    measure, _place, kind = key
    return not kind if measure is Measure.AGE else measured.texts >= FEWEST and (measure is Measure.STATE or not kind)


def _row(key: _Key, measured: _Measured, on: date) -> dict[str, Any]:
    measure, place, kind = key
    return {
        "measure": measure, "place": place, "kind": kind, "texts": measured.texts, "median_days": measured.median(),
        "reckoned_on": on,
    }  # fmt: skip
