"""A move that somebody would like to make: what guards are asked about."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock, clocks
from workflow.history.fold import Situation
from workflow.procedure.model import Procedure, Transition


@dataclass(frozen=True)
class ProposedMove:
    """A move that somebody would like to make; `facts` is None while nothing was answered yet."""

    text: LegalText
    procedure: Procedure
    situation: Situation
    move: Transition
    on: PartialDate | None
    facts: dict[str, Any] | None
    calendar: Calendar

    @property
    def day(self) -> date | None:
        """The latest day it can have happened."""
        return self.on.last_day if self.on else None

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks of the text before the move."""
        return clocks(self.procedure, self.situation.done, self.calendar)

    @property
    def open_clocks(self) -> tuple[Clock, ...]:
        """The deadlines that run, or are suspended, before the move is made."""
        return tuple(clock for clock in self.clocks if clock.is_open)
