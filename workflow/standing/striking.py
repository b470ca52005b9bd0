"""What falls with a step that is struck: the later ones that no longer follow from those left."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.conditions.parliament import is_in_chamber
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible
from workflow.history.fold import CHANGE, Done, Situation, advance, fold, origin
from workflow.history.numbering import item_named
from workflow.history.steps import AnyStep
from workflow.history.what_counts import effective
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import reasons
from workflow.sentences.places import chamber_fr

_HINDERS = "Conservée, elle empêcherait davantage d’étapes suivantes de tenir."
_OTHER_READING = "Elle a eu lieu dans une lecture où le texte ne serait pas."
_NO_CHANGE = "Le texte serait déjà de cette nature."


@dataclass(frozen=True)
class Fallen:
    """A step that falls with an earlier one, as it was told, and why, in French."""

    done: Done
    why: str


@dataclass(frozen=True)
class _Way:
    """One choice of the steps that stand: where it leads, and why the others fall, by their numbers."""

    situation: Situation
    fallen: tuple[tuple[int, str], ...] = ()

    @property
    def loss(self) -> tuple[int, tuple[int, ...]]:
        """How much is lost; of as many steps, the later ones are lost first."""
        return len(self.fallen), tuple(-number for number, _why in self.fallen)

    @property
    def place(self) -> object:
        """What decides which steps can follow."""
        here = self.situation
        votes = tuple(sorted(here.votes.items()))
        return here.kind, here.version, here.state, here.chamber, here.reading, here.navette, votes


def falling(text: LegalText, steps: Sequence[AnyStep], number: int, calendar: Calendar) -> list[Fallen]:
    """Give the fewest later steps that must be struck with the step `number`, in order; none when all still follow.

    A step follows where its move leaves from the place that the steps left come to, in the chamber and the reading
    where it was made; where the conditions of place (`when`) that it met when it was recorded are still met; and, of an
    answer, where what it answers stands. Guards are not asked: what happened is not refused for what should have been.
    The step `number` counts, and is not the opening.
    """
    procedure = origin(procedure_of(text), steps)
    kept = effective(steps)
    before = fold(procedure, [step for step in kept if step.number < number])
    told, ways = before, [_Way(before)]
    for step in (each for each in kept if each.number >= number):
        if step.number > number:
            met = _Met(text, procedure, calendar, number, told)
            ways = _best(each for way in ways for each in met.onward(way, step))
        told = follow(procedure, told, step)
    said = {done.number: done for done in told.done}
    return [Fallen(said[each], why) for each, why in min(ways, key=lambda way: way.loss).fallen]


def first_astray(procedure: Procedure, steps: Sequence[AnyStep]) -> int | None:
    """Give the number of the first step that does not follow from those before it; None when all do."""
    situation: Situation | None = None
    for step in effective(steps):
        try:
            situation = follow(procedure, situation, step) if situation else fold(procedure, [step])
        except Impossible:
            return step.number
    return None


def _best(ways: Iterable[_Way]) -> list[_Way]:
    found: dict[object, _Way] = {}
    for way in sorted(ways, key=lambda way: way.loss):
        found.setdefault(way.place, way)
    return list(found.values())


def follow(procedure: Procedure, situation: Situation, step: AnyStep) -> Situation:
    """Give the situation after one more step, a change of kind or version included; raise Impossible as `advance`."""
    here = procedure.at(situation.version, situation.kind)
    there = here.at(step.facts["to"], step.facts.get("kind", "")) if step.move == CHANGE else here
    return advance(there, situation, step)


@dataclass(frozen=True)
class _Met:
    """A step as it was recorded: `told` is where the text stood, whose conditions it met."""

    text: LegalText
    procedure: Procedure
    calendar: Calendar
    struck: int
    told: Situation

    def onward(self, way: _Way, step: AnyStep) -> Iterator[_Way]:
        """Give the way on with the step, where it follows, and the way without it."""
        why = self._against(way, step)
        if not why:
            try:
                yield _Way(follow(self.procedure, way.situation, step), way.fallen)
            except Impossible:
                why = self._not_from(way.situation)
        yield _Way(way.situation, (*way.fallen, (step.number, why or _HINDERS)))

    def _against(self, way: _Way, step: AnyStep) -> str:
        if step.facts.get("answered") in self._gone({self.struck, *(number for number, _why in way.fallen)}):
            return "Elle répond à une observation qui ne compterait plus."
        if step.move == CHANGE:
            return self._change_against(way.situation, step)
        if elsewhere := self._elsewhere(way.situation, step):
            return elsewhere
        now, then = (self._refused(situation, step) for situation in (way.situation, self.told))
        return next((reason for reason in now if reason not in then), "")

    def _gone(self, numbers: set[int]) -> set[str]:
        """Give what answers call the observations of these steps, those of a batch included."""
        batches = (done.entries for done in self.told.done if done.number in numbers)
        return {*map(str, numbers), *(item_named(entry.item) for entries in batches for entry in entries)}

    def _elsewhere(self, here: Situation, step: AnyStep) -> str:
        procedure, then = self.procedure.at(self.told.version, self.told.kind), self.told
        move = procedure.moves.get(step.move)
        if then.chamber is None or move is None or not is_in_chamber(procedure, move):
            return ""
        if then.chamber != here.chamber:
            return f"Elle a eu lieu à {chamber_fr(procedure, then.chamber)}, où le texte ne serait pas."
        return _OTHER_READING if (then.reading, then.navette) != (here.reading, here.navette) else ""

    def _change_against(self, here: Situation, step: AnyStep) -> str:
        # A version belongs to one kind; and a text does not become what it is.
        if "kind" not in step.facts:
            return "" if here.kind == self.told.kind else self._not_from(here)
        return _NO_CHANGE if here.kind == step.facts["kind"] else ""

    def _refused(self, situation: Situation, step: AnyStep) -> list[str]:
        """Give what the conditions of place say against the step there."""
        here = self.procedure.at(situation.version, situation.kind)
        move = here.moves.get(step.move)
        if move is None or not move.when:
            return []
        return reasons(ProposedMove(self.text, here, situation, move, step.on, step.facts, self.calendar), move.when)

    def _not_from(self, situation: Situation) -> str:
        state = self.procedure.at(situation.version, situation.kind).states[situation.state]
        return f"Le texte serait à l’état « {state.label_fr} », d’où cette étape ne part pas."
