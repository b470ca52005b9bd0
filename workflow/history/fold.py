"""Folds the steps of a text to where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from models import PartialDate
from workflow.errors import Impossible
from workflow.history.entries import BATCH, Entry
from workflow.history.numbering import item_of
from workflow.history.steps import AnyStep
from workflow.history.what_counts import OPEN, effective
from workflow.procedure.model import Procedure, Transition

SUSPEND = "suspend"
RESUME = "resume"
CHANGE = "change_procedure"
EDIT = "edit"
ATTACH = "attach_piece"
# A piece is named otherwise, or becomes confidential.
DESCRIBE = "describe_piece"
# They are about the file, on any day: the text stays where it is.
ASIDE = frozenset({EDIT, ATTACH, DESCRIBE, BATCH})
# They tell how we follow a text: their dates bind no other. Those of the items of a batch are their own.
OURS = ASIDE | {CHANGE}
# They are struck, never put right: the items of a batch are changed in their register, and what the step of a piece
# tells is that of the version beside it, which stays as it was attached.
ONLY_STRUCK = frozenset({CHANGE, BATCH, ATTACH})


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
    version: str = ""
    kind: str = ""
    # The number of the item of a register that it records or answers; 0 where it is about none.
    item: int = 0
    # Of a batch, its entries; of an entry told as a step, its register and its place in the batch, else 0.
    entries: tuple[Entry, ...] = ()
    register: str = ""
    rank: int = 0


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

    @property
    def kind(self) -> str:
        """The kind of text that it is."""
        return self.done[-1].kind

    @property
    def latest(self) -> PartialDate | None:
        """The latest date of all that happened to it."""
        return max((on for _number, on in self.dated), key=lambda on: on.first_day, default=None)

    @property
    def dated(self) -> list[tuple[int, PartialDate]]:
        """The dates of all that happened to it, by step; what we did to its file is left out."""
        return [(done.number, done.on) for done in self.done if done.on and done.move not in OURS]

    def last(self, milestone: str) -> Done | None:
        """Give the last step that was this milestone."""
        return next((done for done in reversed(self.done) if done.milestone == milestone), None)

    def told(self, fact: str) -> Any:  # noqa: ANN401 - JSON
        """Give the last value that a step told of this fact, an empty one included, or None."""
        return next((done.facts[fact] for done in reversed(self.done) if fact in done.facts), None)

    @property
    def merged_into(self) -> str:
        """The identifier of the file with which this one was reunited, empty when it stands by itself."""
        return self.told("merged_into_id") or ""

    def count(self, move: str) -> int:
        """Count the times this move was made."""
        return sum(done.move == move for done in self.done)


def other_chamber(chamber: str | None) -> str | None:
    """Name the chamber across the navette."""
    return {"representants": "conseillers", "conseillers": "representants"}.get(chamber or "")


def fold(procedure: Procedure, steps: Iterable[AnyStep]) -> Situation:
    """Fold steps that count, in order; raise Impossible when one does not follow from the one before."""
    whole = list(steps)
    kept = effective(whole)
    situation: Situation | None = None  # it begins under the version it was opened under, whatever it follows now
    current = origin(procedure, whole).at(kept[0].facts.get("version", "")) if kept else procedure
    for step in kept:
        current = current.at(step.facts["to"], step.facts.get("kind", "")) if step.move == CHANGE else current
        situation = advance(current, situation, step)
    if situation:
        return situation
    raise Impossible(OPEN)


def origin(procedure: Procedure, steps: Iterable[AnyStep]) -> Procedure:
    """Give the procedure of the kind that the text was opened as: a change that was struck tells it too."""
    kinds = (step.facts["from"] for step in steps if step.move == CHANGE and "from" in step.facts)
    return next((procedure.at("", kind) for kind in kinds), procedure)


def advance(procedure: Procedure, situation: Situation | None, step: AnyStep) -> Situation:
    """Give the situation after one more step; the one place where a step's consequences are decided."""
    if situation is None:
        if step.move != OPEN:
            raise Impossible(step.move)
        return _with(procedure, Situation(procedure.initial), step, None, state=procedure.initial)
    if step.move == CHANGE:
        return _change(procedure, situation, step)
    if step.move in ASIDE:
        return _with(procedure, situation, step, situation, state=situation.state)
    move = procedure.moves.get(step.move)
    if move is None or situation.state not in move.sources:
        raise Impossible(step.move)
    after = _turn_navette(situation, move, step.facts)
    return _with(procedure, after, step, situation, state=situation.state if move.stays else move.to)


def _change(procedure: Procedure, situation: Situation, step: AnyStep) -> Situation:
    place = step.facts.get("place") or procedure.place_of(situation.state)
    if place not in procedure.states:
        raise Impossible(step.move)
    left = left_as(procedure, situation) if "kind" in step.facts else None
    if left and left.to_state == place:
        situation = _returned(situation, left)
    elif "kind" in step.facts and not procedure.phases[procedure.states[place].phase].chambered:
        situation = replace(situation, chamber=None, reading=0)
    return _with(procedure, situation, step, situation, state=place)


def left_as(procedure: Procedure, situation: Situation) -> Done | None:
    """Give the last step of the text as a text of this kind, if nothing moved it since: it goes back as it left."""
    for done in reversed(situation.done):
        if done.kind == procedure.kind:
            return done
        if done.move not in OURS and (done.from_state != done.to_state or done.move not in procedure.moves):
            return None
    return None


def _returned(situation: Situation, left: Done) -> Situation:
    """Tell the steps of another kind as recorded where the text was left: deadlines and path go on as if it stayed."""
    place = situation.done.index(left) + 1
    there = {name: getattr(left, name) for name in ("to_state", "chamber", "reading", "navette", "version", "kind")}
    since = (replace(done, from_state=left.to_state, **there) for done in situation.done[place:])
    done = (*situation.done[:place], *since)
    return replace(situation, state=left.to_state, chamber=left.chamber, reading=left.reading, done=done)


def _turn_navette(situation: Situation, move: Transition, facts: dict[str, Any]) -> Situation:
    if move.chamber == "same" and not (move.vote or move.opens_reading or move.opens_navette):
        return situation
    chamber = {
        "same": situation.chamber,
        "asked": facts.get("chamber"),
        "other": other_chamber(situation.chamber),
        "last": next((done.chamber for done in reversed(situation.done) if done.vote), None),
        "none": None,
        # What happened is kept as it is told, even where the Constitution wanted the other chamber.
        "representants": facts.get("chamber") or "representants",
    }[move.chamber]
    navette, readings, votes, reading = situation.navette, situation.readings, situation.votes, situation.reading
    if move.opens_navette:
        navette, readings, votes = navette + 1, {}, {}
    if move.vote and situation.chamber:
        votes = votes | {situation.chamber: move.vote}
    if move.opens_reading and chamber:
        reading = readings.get(chamber, 0) + 1
        readings = readings | {chamber: reading}
    elif move.opens_reading:  # which chamber it is nobody tells: the first that has the text, then the second
        reading = 1 if move.opens_navette else reading + 1
    elif move.chamber == "last":  # it comes back to where it was voted, and no reading begins
        reading = readings.get(chamber or "", 0)
    reading = 0 if move.chamber == "none" else reading
    return Situation(situation.state, chamber, reading, navette, readings, votes, situation.done)


def _with(procedure: Procedure, after: Situation, step: AnyStep, before: Situation | None, *, state: str) -> Situation:
    move = procedure.moves.get(step.move)
    done = Done(
        *(step.number, step.move, step.on, step.known_on, step.facts, step.inferred),
        from_state=before.state if before else None,
        to_state=state,
        chamber=after.chamber,
        reading=after.reading,
        navette=after.navette,
        milestone=move.milestone if move else None,
        vote=move.vote if move else None,
        version=procedure.version,
        kind=procedure.kind,
        item=item_of(step, before.done) if before else 0,
        entries=step.entries,
    )
    return replace(after, state=state, done=(*after.done, done))
