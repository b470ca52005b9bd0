"""Papers and pieces that the next step asks of the file, and that nothing shows yet."""

from collections.abc import Iterator, Sequence

from models import PartialDate
from workflow.conditions.complete_file import owed
from workflow.conditions.proposed_move import ProposedMove
from workflow.people.permissions import Right, may_fire
from workflow.procedure.model import Transition
from workflow.sentences.sentence import listed_fr
from workflow.standing.standing import Standing
from workflow.worklist.action import Action, Doing, Target, since
from workflow.worklist.scope import Ids, Scope, asking_states, button_of


def texts(scope: Scope) -> Ids | None:
    """Select the texts whose next step asks for a complete file."""
    return scope.going_on(asking_states()) if scope.may(Right.MAKE_PAPERS) else None


def tell(found: Sequence[Standing], scope: Scope) -> Iterator[Action]:
    """Tell what the file of each text lacks for its next step (décret n° 2-20-740, art. 3)."""
    for now in found:
        move = next((each.move for each in now.moves if each.move.owes and not each.move.is_aside), None)
        if move is None or not may_fire(scope.by, move):
            continue
        if lacks := _lacks(now, move):
            since_on = now.held_since.first_day if now.held_since else None
            yield Action(
                "papers", since(since_on, on=scope.on), "Compléter le dossier",
                f"Il manque, pour « {button_of(now.procedure, move)} » : {listed_fr(lacks)}.",
                "Compléter le dossier", Target(Doing.FILE, now.text.id), now.title_fr,
            )  # fmt: skip


def _lacks(now: Standing, move: Transition) -> list[str]:
    """Name what is missing and can be made or attached; what others have not given is told with their answers."""
    proposed = ProposedMove(now.text, now.procedure, now.situation, move, PartialDate.of(now.on), None, now.calendar)
    return [each.words_fr.partition(" (")[0] for each in owed(proposed) if each.is_missing and not each.names_fr]
