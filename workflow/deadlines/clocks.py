"""The clocks of a text: made from its steps alone, so that any past or supposed history has its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from models import DeadlineStatus, PartialDate
from workflow.calendar.durations import Duration, add
from workflow.calendar.sessions import next_session_opening
from workflow.calendar.working_days import Calendar
from workflow.history.events import events
from workflow.history.fold import RESUME, SUSPEND, Done
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.institutions import key, short_fr
from workflow.procedure.model import Procedure
from workflow.procedure.values import Length, in_force

_BASIS_UNKNOWN = "le texte applicable dépend du jour de départ, qui n’est pas connu"


@dataclass(frozen=True)
class Clock:
    """One run of one deadline rule on one text."""

    rule: DeadlineRule
    occurrence: int
    started_on: PartialDate | None
    base_on: PartialDate | None
    length: Duration | None
    due_on: date | None
    status: DeadlineStatus = DeadlineStatus.RUNNING
    closed_on: PartialDate | None = None
    suspended_on: PartialDate | None = None
    suspended_days: int = 0
    extensions: tuple[Length, ...] = ()
    # What is not sure of the days it was suspended.
    doubts: tuple[str, ...] = ()
    subject: str = ""
    # The number of the step that started it.
    started_by: int = 0
    # What the law said on the day it counts from, in the chamber where it began; its later changes leave it alone.
    value: Length | None = None
    chamber: str | None = None

    @property
    def code(self) -> str:
        """What names it among those of its text: its rule, and which run of it."""
        return f"{self.rule.code}-{self.occurrence}"

    @property
    def label_fr(self) -> str:
        """What is expected, and of whom where several run side by side."""
        return self.rule.label_of(self.subject)

    @property
    def basis_fr(self) -> str:
        """Cite the law of the day it counts from, with how sure that is where nobody read it in its source."""
        return self.value.cited_fr if self.value else _BASIS_UNKNOWN

    @property
    def is_open(self) -> bool:
        """Whether it still runs or waits to run again."""
        return self.status is not DeadlineStatus.CLOSED

    @property
    def is_estimated(self) -> bool:
        """Whether a day it counts from, or over, is not known exactly; a day that somebody set is counted from none."""
        is_counted = self.length is not None or self.rule.until is not None
        return bool(self.doubts) or (is_counted and self.base_on is not None and not self.base_on.is_full)

    @property
    def was_never_set(self) -> bool:
        """Whether its day was to be set by somebody, and was not."""
        rule = self.rule
        return self.due_on is None and not (rule.has_length or rule.length_fact or rule.until)

    def legal_due_on(self, calendar: Calendar) -> date | None:
        """Give the day that the rule's own length leads to, whatever other day somebody asked for."""
        length = self.value.duration(self.rule.counted) if self.value else None
        return add(self.base_on.last_day, length, calendar) if self.base_on and length else None

    def is_over(self, day: date) -> bool:
        """Whether its time ran out and nobody is late for it: a right that ended, a wait that is done."""
        return self.rule.term != "limit" and self.due_on is not None and self.due_on < day

    def is_late(self, day: date) -> bool:
        """Whether it runs and is a limit of the law that has passed; a marker or a chamber's rule is never late."""
        left = self.days_left(day)
        return self.status is DeadlineStatus.RUNNING and self.rule.is_legal and left is not None and left < 0

    def days_left(self, day: date) -> int | None:
        """Count the days from `day` to the due date; negative when it is passed."""
        return (self.due_on - day).days if self.due_on else None


def clocks(procedure: Procedure, done: Sequence[Done], calendar: Calendar) -> tuple[Clock, ...]:
    """Run every deadline rule of the procedure over the steps and the items of batches that start or stop one.

    The last run of a rule comes last.
    """
    turning = frozenset(move for rule in procedure.deadlines.values() for move in _turning(rule))
    done = [step for step in events(done, turning) if not step.rank or step.move in turning]
    places, moves = {step.to_state for step in done}, {step.move for step in done}
    return tuple(
        clock
        for rule in procedure.deadlines.values()
        # Most rules have nothing to do with a text: it was never in their places, or nothing started them.
        if not places.isdisjoint(rule.runs_in) and not (rule.starts_with and moves.isdisjoint(rule.starts_with))
        for clock in _runs(rule, done, calendar)
    )


def _runs(rule: DeadlineRule, done: Sequence[Done], calendar: Calendar) -> list[Clock]:
    if rule.per is None:
        return _run(rule, done, calendar)
    # Several run side by side, one for each of whom something is expected.
    found: list[Clock] = []
    subjects: dict[str, str] = {}
    turning = _turning(rule)
    for step in done:
        if rule.per in step.facts and (step.move not in rule.starts_with or rule.holds_for(step.facts)):
            subjects.setdefault(key(step.facts[rule.per]), short_fr(step.facts[rule.per]))
    for named, subject in subjects.items():
        own = [step for step in done if step.move not in turning or key(step.facts.get(rule.per, "")) == named]
        found += [replace(clock, subject=subject) for clock in _run(rule, own, calendar)]
    # In the order in which they started: a later one never takes the number of an earlier one.
    found.sort(key=lambda clock: clock.started_by)
    return [replace(clock, occurrence=rank) for rank, clock in enumerate(found, start=1)]


def _turning(rule: DeadlineRule) -> set[str]:
    return {*rule.starts_with, *rule.stops_with}


def _run(rule: DeadlineRule, done: Sequence[Done], calendar: Calendar) -> list[Clock]:
    run: list[Clock] = []
    inside = held = False
    for place, step in enumerate(done):
        was_inside, inside = inside, _is_inside(rule, step)
        held = rule.nature == "practice" and (held or step.move == SUSPEND) and step.move != RESUME
        if not inside and not (run and run[-1].is_open):
            continue  # most of a history has nothing to do with a rule
        if run and run[-1].is_open:
            run[-1] = _turn(run[-1], step, inside=inside, held=held)
        starts = step.move in rule.starts_with if rule.starts_with else not was_inside
        if inside and starts and step.move not in rule.stops_with and not (run and run[-1].is_open):
            clock = _start(rule, done[: place + 1], calendar, len(run) + 1)
            run += [_suspended(clock, step) if held else clock] if clock else []
        if run and run[-1].is_open:
            run[-1] = _extend(run[-1], step.move, calendar)
    return run


def _is_inside(rule: DeadlineRule, step: Done) -> bool:
    return step.to_state in rule.runs_in and (rule.chamber is None or step.chamber == rule.chamber)


def _turn(clock: Clock, step: Done, *, inside: bool, held: bool) -> Clock:
    rule = clock.rule
    turned = step.move in rule.stops_with or step.move in rule.starts_with
    if turned or not (inside or step.to_state in rule.suspended_in):
        return replace(clock, status=DeadlineStatus.CLOSED, closed_on=step.on)
    waits = held or not inside
    if waits == (clock.status is DeadlineStatus.SUSPENDED):
        return clock
    return _suspended(clock, step) if waits else _resumed(clock, step)


def _suspended(clock: Clock, step: Done) -> Clock:
    return replace(clock, status=DeadlineStatus.SUSPENDED, suspended_on=step.on)


def _resumed(clock: Clock, step: Done) -> Clock:
    # A suspended clock goes on with the days it had left (loi organique n° 066-13, art. 26).
    days, doubt = _between(clock.suspended_on, step.on)
    return replace(
        clock,
        status=DeadlineStatus.RUNNING,
        suspended_on=None,
        suspended_days=clock.suspended_days + days,
        doubts=(*clock.doubts, doubt) if doubt else clock.doubts,
        due_on=clock.due_on + timedelta(days=days) if clock.due_on else None,
    )


def _between(start: PartialDate | None, end: PartialDate | None) -> tuple[int, str]:
    """Count the days of a suspension, and say what is not sure of them."""
    if start is None or end is None:
        return 0, "Une date de la suspension n’est pas connue : ses jours ne sont pas ajoutés."
    days = (end.last_day - start.last_day).days
    if days < 0:
        return 0, "Les dates de la suspension se contredisent : ses jours ne sont pas ajoutés."
    if start.is_full and end.is_full:
        return days, ""
    return days, "Un jour de la suspension n’est pas connu exactement : le compte prend le dernier jour possible."


def _extend(clock: Clock, move: str, calendar: Calendar) -> Clock:
    if move not in clock.rule.extensions:
        return clock
    # Of the same day as the length: a clock keeps the law under which it started.
    by = in_force(clock.rule.extensions.get(move, ()), clock.base_on.last_day, clock.chamber) if clock.base_on else None
    duration = by.duration(clock.rule.counted) if by else None
    if by is None or duration is None or clock.due_on is None:
        return clock
    return replace(clock, due_on=add(clock.due_on, duration, calendar), extensions=(*clock.extensions, by))


def _start(rule: DeadlineRule, done: Sequence[Done], calendar: Calendar, occurrence: int) -> Clock | None:
    step = done[-1]
    base = _base(rule, done)
    if not rule.holds_for(step.facts) or (base is None and rule.from_fact):
        return None
    value = rule.value_on(base.last_day, step.chamber) if base else rule.only_value(step.chamber)
    if base and value is None:  # not law on that day
        return None
    due = _fixed(rule, step)
    # A day set by somebody is explained by no length.
    length = None if due else _length(rule, value, step)
    if base and length:
        due = add(base.last_day, length, calendar)
    return Clock(
        rule, occurrence, step.on, base, length, due, started_by=step.number, value=value, chamber=step.chamber
    )


def _base(rule: DeadlineRule, done: Sequence[Done]) -> PartialDate | None:
    if rule.from_fact:
        day = done[-1].facts.get(rule.from_fact)
        return PartialDate.parse(day) if day else None
    if rule.from_milestone:
        return next((step.on for step in reversed(done) if step.milestone == rule.from_milestone), None)
    return done[-1].on


def _length(rule: DeadlineRule, value: Length | None, step: Done) -> Duration | None:
    if rule.length_fact:
        months = step.facts.get(rule.length_fact)
        return Duration(months, "M") if months else None
    return value.duration(rule.counted) if value else None


def _fixed(rule: DeadlineRule, step: Done) -> date | None:
    if rule.until and step.on:
        return next_session_opening(step.on.last_day)
    day = step.facts.get(rule.due_fact) if rule.due_fact else None
    return PartialDate.parse(day).last_day if day else None
