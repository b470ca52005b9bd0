"""A table read beside the base, and what a person chose of it, row by row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlmodel import Session

from models import User
from web.tables.choosing import Choice, Choices
from workflow.importing import ImportedTable
from workflow.importing.situation.sign import UNKNOWN
from workflow.importing.table import ImportedRow
from workflow.importing.taking_over import PlannedRow, plan_row, stated_by_hand
from workflow.old_files.eligibility import may_take_over
from workflow.procedure.model import State
from workflow.reports.table_again import Verdict, Weighed, tally, weigh
from workflow.rulebook.files import procedure_of, procedures

SAME, OTHER = "same", "other"
_UNDECIDED = "Dites d’abord si c’est le même texte ou un autre."


@dataclass(frozen=True)
class Line:
    """A row as it is shown: what becomes of it, and what was chosen of it."""

    place: int
    weighed: Weighed
    choice: Choice
    is_unknown: bool
    is_allowed: bool

    @property
    def row(self) -> ImportedRow:
        """What was read."""
        return self.weighed.planned.row

    @property
    def kind_fr(self) -> str:
        """The kind of text that was read."""
        return procedures()[self.row.kind].label_fr

    @property
    def doubts(self) -> Sequence[str]:
        """What is to be verified of what was read, and of the path of a new text."""
        said = (*self.row.warnings, *(() if self.weighed.found else self.weighed.planned.doubts))
        return [each for each in said if each != self.weighed.reason]

    @property
    def state(self) -> State | None:
        """The state announced, None where nothing was recognised or this kind of text has no such state."""
        return None if self.row.confidence <= UNKNOWN else procedures()[self.row.kind].states.get(self.row.state)

    @property
    def states(self) -> Sequence[State]:
        """The states that a person may choose where none was recognised."""
        return tuple(procedures()[self.row.kind].states.values()) if self.is_unknown else ()

    @property
    def is_undecided(self) -> bool:
        """Whether the person has to say if it is a text of the base."""
        return self.weighed.verdict is Verdict.UNDECIDED

    @property
    def is_offered(self) -> bool:
        """Whether there is something to write of the row."""
        if self.is_undecided:
            return not self.weighed.planned.left or self._moves
        return self.weighed.verdict is Verdict.NEW or (self.weighed.verdict is Verdict.MOVED and self.is_allowed)

    @property
    def is_sure(self) -> bool:
        """Whether it is to be written unless somebody says otherwise: nothing of it is doubted, or left to decide."""
        since = self.weighed.since
        return self.is_offered and not (self.is_undecided or self.is_unknown or self.doubts or (since and since.doubts))

    @property
    def will_be_written(self) -> bool:
        """Whether it is written when the table is: it is ticked, and says all that it has to."""
        return self.choice.is_ticked and self.is_offered and not self.fault

    @property
    def fault(self) -> str:
        """What is to be said of it before it can be written, if it is ticked."""
        is_open = self.is_undecided and self.choice.decided not in {SAME, OTHER}
        return _UNDECIDED if self.choice.is_ticked and is_open else ""

    @property
    def group(self) -> str:
        """Where it is listed: among those to write, to decide, or left."""
        if self.is_unknown or (self.is_undecided and self.is_offered):
            return "decide"
        return "write" if self.is_offered else "left"

    @property
    def _moves(self) -> bool:
        return bool(self.weighed.since and self.weighed.since.has_moved and self.is_allowed)

    @property
    def mark(self) -> str:
        """A mark of what is shown: the text, its last step and the state chosen."""
        found = self.weighed.found
        return ".".join(
            (self.choice.state, str(found.text.id) if found else "", str(found.text.last_step if found else 0))
        )


def read_lines(session: Session, table: ImportedTable, choices: Choices, *, by: User, today: date) -> list[Line]:
    """Set the rows beside the base, each in the state that was chosen for it where none was recognised."""
    chosen = [choices.get(place, Choice()) for place in range(len(table.rows))]
    planned = [_planned(row, choice.state, today) for row, choice in zip(table.rows, chosen, strict=True)]
    weighed = weigh(session, planned, today=today)
    return [
        Line(place, each, chosen[place], table.rows[place].confidence <= UNKNOWN, _may_move(by, each))
        for place, each in enumerate(weighed)
    ]


def counts_of(lines: Sequence[Line]) -> Counter[str]:
    """Count the rows by what becomes of them."""
    return Counter({str(verdict): number for verdict, number in tally([each.weighed for each in lines]).items()})


@lru_cache(maxsize=4096)
def _planned(row: ImportedRow, state: str, today: date) -> PlannedRow:
    """Plan a row in the state that was chosen for it; a search for a path, which each page of a table asks again."""
    if row.confidence <= UNKNOWN and state in procedures()[row.kind].states:
        row = stated_by_hand(row, state)
    return plan_row(row, today=today)


def _may_move(by: User, weighed: Weighed) -> bool:
    since = weighed.since
    return since is None or may_take_over(by, procedure_of(since.text), since.start)
