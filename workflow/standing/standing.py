"""Where a text stands on a day: one account, made from one fold, that every page, paper, mail and table reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from models import DeadlineStatus, LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock, clocks
from workflow.history.as_of import situation_on
from workflow.history.fold import Situation, advance, fold
from workflow.history.particulars import number_of
from workflow.history.steps import AnyStep, Supposed
from workflow.procedure.model import Procedure, State
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import OpenMove, open_moves
from workflow.sentences.holders import holder_code
from workflow.sentences.path import Stage, days_since, holding_since, path
from workflow.sentences.sentence import holder, holder_ar, sentence, sentence_ar, step_sentence
from workflow.sentences.steps_ar import step_sentence_ar


@dataclass(frozen=True)
class Standing:
    """One text on the day `on`, in the present, in the past or after a supposed step; each part is made when read."""

    text: LegalText
    situation: Situation
    on: date
    calendar: Calendar

    @cached_property
    def procedure(self) -> Procedure:
        """The kind and the version of the procedure that the text followed there."""
        return procedure_of(self.text).at(self.situation.version, self.situation.kind)

    @property
    def state(self) -> State:
        """The state it is in."""
        return self.procedure.states[self.situation.state]

    @property
    def section(self) -> str:
        """The section of the table where it stands; none for a file reunited with another one."""
        return "" if self.situation.merged_into else self.procedure.section(self.situation.state).code

    @property
    def title_fr(self) -> str:
        """The title that it had; that of today for a file opened before titles were told in steps."""
        return self.situation.told("title_fr") or self.text.title_fr

    @property
    def title_ar(self) -> str:
        """The title that it had in Arabic; empty when it had none."""
        return self.situation.told("title_ar") or ""

    @property
    def number(self) -> str | None:
        """The official number that it had."""
        return number_of(self.situation)

    @property
    def responsible_id(self) -> UUID | None:
        """The person responsible; whoever is today for a file opened before this was told in steps.

        Nobody for a file that was reunited with another one, whose own person answers for the text.
        """
        if self.situation.merged_into:
            return None
        told: str | None = self.situation.told("responsible_id")
        return self.text.responsible_id if told is None else UUID(told) if told else None

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """Every run of every deadline, closed ones included; none for a file reunited with another one."""
        if self.situation.merged_into:
            return ()
        return clocks(self.procedure, self.situation.done, self.calendar)

    @property
    def open_clocks(self) -> list[Clock]:
        """The clocks that run or wait to run again."""
        return [clock for clock in self.clocks if clock.is_open]

    @property
    def next_due_on(self) -> date | None:
        """The first day by which something is expected, be it by the law, a chamber's rule or a marker of practice.

        A right that ends or a wait expects nothing of anybody.
        """
        return min((clock.due_on for clock in self._running if clock.due_on), default=None)

    @property
    def legal_due_on(self) -> date | None:
        """The first day by which the law itself asks for something, where silence decides nothing."""
        return min((clock.due_on for clock in self._running if clock.due_on and clock.rule.is_legal), default=None)

    @property
    def _running(self) -> list[Clock]:
        """The limits that run."""
        running = (clock for clock in self.clocks if clock.status is DeadlineStatus.RUNNING)
        return [clock for clock in running if clock.rule.term == "limit"]

    @cached_property
    def sentence(self) -> str:
        """Where the text stands, in French."""
        return sentence(self.procedure, self.situation, self.clocks)

    @cached_property
    def sentence_ar(self) -> str:
        """Where the text stands, in Arabic."""
        return sentence_ar(self.procedure, self.situation, self.clocks)

    @property
    def last_words(self) -> str:
        """What the last step did, in French."""
        return step_sentence(self.procedure, self.situation.done[-1])

    @property
    def last_words_ar(self) -> str:
        """What the last step did, in Arabic, and how sure that is."""
        return step_sentence_ar(self.procedure, self.situation.done[-1])

    @property
    def holder(self) -> str:
        """Who has the ball, in French."""
        return holder(self.procedure, self.situation.state, self.situation.chamber)

    @property
    def holder_ar(self) -> str:
        """Who has the ball, in Arabic."""
        return holder_ar(self.procedure, self.situation.state, self.situation.chamber)

    @property
    def holder_code(self) -> str:
        """Who has the ball, as lists keep it; empty once the way has ended, and for a file reunited with another."""
        if self.situation.merged_into:
            return ""
        return holder_code(self.procedure, self.situation.state, self.situation.chamber)

    @cached_property
    def held_since(self) -> PartialDate | None:
        """The date on which the holder got it."""
        return holding_since(self.procedure, self.situation)

    @property
    def days_held(self) -> int | None:
        """How many days the holder has had it on the day told of; None where that is not known."""
        return days_since(self.held_since, self.on)

    @cached_property
    def stages(self) -> list[Stage]:
        """The whole path."""
        return path(self.procedure, self.situation)

    @cached_property
    def moves(self) -> list[OpenMove]:
        """The moves that its place allows, the likeliest first, each with the reasons why it must wait."""
        return open_moves(self.text, self.situation, self.calendar, today=self.on)

    def after(self, move: str, on: PartialDate | None, facts: dict[str, object]) -> "Standing":
        """Give the account that a supposed step would lead to; raise Impossible when it does not leave from here."""
        step = Supposed(self.situation.done[-1].number + 1, move, on, facts=facts)
        return self.following(step)

    def following(self, step: AnyStep) -> "Standing":
        """Give the account after one more step; raise Impossible when it does not leave from here."""
        return Standing(self.text, advance(self.procedure, self.situation, step), self.on, self.calendar)


def standing(text: LegalText, steps: Sequence[AnyStep], *, on: date, calendar: Calendar) -> Standing:
    """Fold everything recorded of `text`; `on` is today. Raises Impossible for steps that do not follow."""
    return Standing(text, fold(procedure_of(text), steps), on, calendar)


def past_standing(text: LegalText, steps: Sequence[AnyStep], *, on: date, calendar: Calendar) -> Standing | None:
    """Fold what had happened by the end of `on`, as far as is known today; None before the file was opened."""
    situation = situation_on(procedure_of(text), steps, on)
    return Standing(text, situation, on, calendar) if situation else None
