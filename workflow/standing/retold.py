"""What a corrected step would change in the later ones: those told at another chamber or in another reading."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible
from workflow.history.fold import Done, Situation, fold, origin
from workflow.history.steps import AnyStep
from workflow.history.what_counts import effective
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import reasons, vote_reasons
from workflow.sentences.sentence import step_sentence
from workflow.standing.striking import follow


@dataclass(frozen=True)
class Retold:
    """A later step that would be told otherwise: as it is told, as it would be, and what would be refused of it."""

    done: Done
    before: str
    after: str
    refused: tuple[str, ...]


def retold(text: LegalText, steps: Sequence[AnyStep], correction: AnyStep, calendar: Calendar) -> list[Retold]:
    """Give the later steps that `correction`, not recorded yet, would have told otherwise, in their order.

    A chamber that no source named and that becomes known contradicts nothing: such steps are given only where their
    votes would then be refused. None where the later steps would not follow at all: the correction is refused for it.
    """
    procedure = origin(procedure_of(text), steps)
    now = _walked(procedure, steps)
    try:
        then = _walked(procedure, [*steps, correction])
    except Impossible:
        return []
    later = [number for number in now if number > (correction.strikes or 0) and number in then]
    told = _Telling(text, procedure, calendar)
    return [each for number in later if (each := told.compare(now[number], then[number]))]


def _walked(procedure: Procedure, steps: Sequence[AnyStep]) -> dict[int, tuple[Situation, Done]]:
    """Give each step after the opening, by its number, with where the text stood before it."""
    first, *later = effective(steps)
    here, found = fold(procedure, [first]), {}
    for step in later:
        after = follow(procedure, here, step)
        found[step.number] = here, after.done[-1]
        here = after
    return found


@dataclass(frozen=True)
class _Telling:
    text: LegalText
    procedure: Procedure
    calendar: Calendar

    def compare(self, now: tuple[Situation, Done], then: tuple[Situation, Done]) -> Retold | None:
        """Compare a step as it is told with the same one after the correction; None where nothing changes."""
        refused = tuple(reason for reason in self._refused(*then) if reason not in self._refused(*now))
        before, after = (step_sentence(self.procedure, done) for _situation, done in (now, then))
        is_otherwise = before != after and now[1].chamber is not None
        return Retold(now[1], before, after, refused) if is_otherwise or refused else None

    def _refused(self, here: Situation, done: Done) -> list[str]:
        """Give what the conditions of place and the size of the chamber say against the step there."""
        procedure = self.procedure.at(here.version, here.kind)
        move = procedure.moves.get(done.move)
        if move is None:
            return []
        proposed = ProposedMove(self.text, procedure, here, move, done.on, done.facts, self.calendar)
        return [*reasons(proposed, move.when), *vote_reasons(proposed)]
