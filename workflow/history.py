"""Folds the steps of a text to where it stands: now, or on any past day."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from models import PartialDate, Step
from workflow.errors import Impossible
from workflow.procedure import Procedure, Transition
from workflow.time_zone import legal_day

OPEN = "open"
SUSPEND = "suspend"
RESUME = "resume"
CHANGE = "change_procedure"
STRIKE = "strike"
AMEND = "amend"
CORRECTIONS = frozenset({STRIKE, AMEND})
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Supposed:
    """A step that nobody wrote: what a preview, a correction or a search for a path folds in place of a real one."""

    number: int
    move: str
    on: PartialDate | None = None
    known_on: date | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    inferred: bool = False
    strikes: int | None = None
    at: datetime = _NEVER


@dataclass(frozen=True)
class Done:
    """One step that counts, with the place it left and the place it reached."""

    number: int
    move: str
    on: PartialDate | None
    known_on: date | None
    facts: dict[str, Any]
    inferred: bool
    from_state: str | None
    to_state: str
    chamber: str | None
    reading: int
    navette: int
    milestone: str | None = None
    vote: str | None = None
    # The version of the procedure under which it was made.
    version: str = ""


@dataclass(frozen=True)
class Situation:
    """Where a text stands, and everything that brought it there."""

    state: str
    chamber: str | None = None
    reading: int = 0
    navette: int = 0
    readings: dict[str, int] = field(default_factory=dict)
    votes: dict[str, str] = field(default_factory=dict)
    done: tuple[Done, ...] = ()

    @property
    def arrival(self) -> Done:
        """The step that brought the text into its present state."""
        for earlier, later in zip(reversed(self.done[:-1]), reversed(self.done), strict=False):
            if (earlier.to_state, earlier.chamber, earlier.reading) != (later.to_state, later.chamber, later.reading):
                return later
        return self.done[0]

    @property
    def version(self) -> str:
        """The version of the procedure that it follows."""
        return self.done[-1].version

    def last(self, milestone: str) -> Done | None:
        """Give the last step that was this milestone."""
        return next((done for done in reversed(self.done) if done.milestone == milestone), None)

    def told(self, fact: str) -> Any:  # noqa: ANN401 - JSON
        """Give the last value that a step told of this fact, or None."""
        return next((done.facts[fact] for done in reversed(self.done) if done.facts.get(fact)), None)

    def count(self, move: str) -> int:
        """Count how many times this move was made."""
        return sum(done.move == move for done in self.done)


def other_chamber(chamber: str | None) -> str | None:
    """Name the chamber across the navette."""
    return {"representants": "conseillers", "conseillers": "representants"}.get(chamber or "")


def effective(steps: Iterable[Step | Supposed]) -> list[Step | Supposed]:
    """Keep the steps that count, corrected: struck ones left out, amended ones with their new date and facts."""
    ordered = sorted(steps, key=lambda step: step.number)
    corrections: dict[int, Step | Supposed] = {}
    for step in reversed(ordered):
        # A correction that was itself corrected no longer counts; later ones are met first.
        if step.strikes is not None and step.number not in corrections:
            corrections.setdefault(step.strikes, step)
    kept = []
    for step in ordered:
        correction = corrections.get(step.number)
        if step.move in CORRECTIONS or (correction and correction.move == STRIKE):
            continue
        kept.append(_amended(step, correction) if correction else step)
    return kept


def _amended(step: Step | Supposed, correction: Step | Supposed) -> Supposed:
    # What the opening told, its titles, is not asked again when its date is put right.
    told = step.facts if step.move == OPEN else {}
    return Supposed(
        number=step.number,
        move=step.move,
        on=correction.on,
        known_on=step.known_on,
        facts=told | correction.facts.get("amended", {}),
        at=step.at,
    )


def fold(procedure: Procedure, steps: Iterable[Step | Supposed]) -> Situation:
    """Fold steps that count, in order; raise Impossible when one does not follow from the one before."""
    kept = effective(steps)
    situation: Situation | None = None
    # A text begins under the version it was opened under, whatever it follows now.
    current = procedure.at(kept[0].facts.get("version", "")) if kept else procedure
    for step in kept:
        current = current.at(step.facts["to"]) if step.move == CHANGE else current
        situation = advance(current, situation, step)
    if situation is None:
        raise Impossible(OPEN)
    return situation


def advance(procedure: Procedure, situation: Situation | None, step: Step | Supposed) -> Situation:
    """Give the situation after one more step; the one place where a step's consequences are decided."""
    if situation is None:
        if step.move != OPEN:
            raise Impossible(step.move)
        return _with(procedure, Situation(procedure.initial), step, None)
    if step.move == CHANGE:
        return _change(procedure, situation, step)
    move = procedure.moves.get(step.move)
    if move is None or situation.state not in move.sources:
        raise Impossible(step.move)
    after = _turn_navette(situation, move, step.facts)
    return _with(procedure, replace(after, state=situation.state if move.stays else move.to), step, situation)


def _change(procedure: Procedure, situation: Situation, step: Step | Supposed) -> Situation:
    place = procedure.place_of(situation.state)
    if place is None:
        raise Impossible(step.move)
    return _with(procedure, replace(situation, state=place), step, situation)


def _turn_navette(situation: Situation, move: Transition, facts: dict[str, Any]) -> Situation:
    chamber = {
        "same": situation.chamber,
        "asked": facts.get("chamber"),
        "other": other_chamber(situation.chamber),
        "none": None,
    }[move.chamber]
    navette, readings, votes, reading = situation.navette, situation.readings, situation.votes, situation.reading
    if move.opens_navette:
        navette, readings, votes = navette + 1, {}, {}
    if move.vote and situation.chamber:
        votes = votes | {situation.chamber: move.vote}
    if move.opens_reading and chamber:
        reading = readings.get(chamber, 0) + 1
        readings = readings | {chamber: reading}
    return replace(
        situation,
        chamber=chamber,
        reading=reading if chamber else 0,
        navette=navette,
        readings=readings,
        votes=votes,
    )


def _with(procedure: Procedure, after: Situation, step: Step | Supposed, before: Situation | None) -> Situation:
    move = procedure.moves.get(step.move)
    done = Done(
        number=step.number,
        move=step.move,
        on=step.on,
        known_on=step.known_on,
        facts=step.facts,
        inferred=step.inferred,
        from_state=before.state if before else None,
        to_state=after.state,
        chamber=after.chamber,
        reading=after.reading,
        navette=after.navette,
        milestone=move.milestone if move else None,
        vote=move.vote if move else None,
        version=procedure.version,
    )
    return replace(after, done=(*after.done, done))


def steps_on(steps: Iterable[Step | Supposed], day: date) -> list[Step | Supposed]:
    """Keep what had happened by the end of `day`, as far as is known today.

    A step whose very day is not known happened at the latest on the last day it can be, on the day its source knew
    of it, or on the day of the next step; one that nothing dates, when it was written down. Later corrections count.
    """
    kept = effective(steps)
    latest = [_latest(step) for step in kept]
    for place in range(len(kept) - 2, -1, -1):
        on = kept[place].on
        if on is None or not on.is_full:
            latest[place] = min(latest[place], latest[place + 1])
    count = next((place for place, last in enumerate(latest) if last > day), len(kept))
    return kept[:count]


def _latest(step: Step | Supposed) -> date:
    if step.on and step.on.is_full:
        return step.on.last_day
    known = [day for day in (step.on and step.on.last_day, step.known_on) if day]
    return min(known, default=legal_day(step.at))


def situation_on(procedure: Procedure, steps: Iterable[Step | Supposed], day: date) -> Situation | None:
    """Give where the text stood at the end of `day`, or None if it was not opened yet."""
    kept = steps_on(steps, day)
    return fold(procedure, kept) if kept else None
