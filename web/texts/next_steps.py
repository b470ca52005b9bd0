"""What a person can do next on a text: the likeliest step, the one that waits, what makes sense now, and the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models import User
from workflow.deadlines.clocks import Clock
from workflow.language.folding import norm
from workflow.people.permissions import holders_fr, may_fire
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import MoveFamily
from workflow.rulebook.open_moves import OpenMove
from workflow.standing.offered import OpenAction, next_action

# So many are offered beside the likeliest step; the others are on a page of their own.
_BESIDE = 3


@dataclass(frozen=True)
class NextSteps:
    """What the page of a text offers to one person."""

    main: OpenAction | None
    # The first step ahead that something holds back.
    waiting: OpenAction | None
    beside: list[OpenAction]
    # How many others the page of records lists.
    others: int
    # How many observations this person is to answer before the step that waits, where nothing else leads on.
    to_answer: int = 0

    @property
    def is_of_others(self) -> bool:
        """Whether nothing that would lead the text on is this person's."""
        return not (self.main or self.waiting) and all(action.is_aside for action in self.beside)


@dataclass(frozen=True)
class Family:
    """Actions about one matter; None for what leads the text on, or elsewhere."""

    matter: MoveFamily | None
    actions: list[OpenAction]


def next_steps(offered: Sequence[OpenAction], running: Iterable[Clock], *, to_answer: int = 0) -> NextSteps:
    """Choose, of what a person can do, what stands beside the likeliest step: three actions at most.

    First the other ways on, then the records that end a running deadline; all of them where they are so few.
    `to_answer` observations are this person's to answer: that is what to do first where a step waits.
    """
    main = next_action(offered)
    waiting = next((action for action in offered if action.reasons and not action.is_aside), None)
    free = [action for action in offered if not action.reasons and action is not main]
    expected = {move for clock in running for move in clock.rule.stops_with}
    sensible = [action for action in free if not action.is_aside]
    sensible += [action for action in free if action.is_aside and action.name in expected]
    beside = free if len(free) <= _BESIDE else sensible[:_BESIDE]
    shown = len(beside) + (main is not None) + (waiting is not None)
    to_answer = to_answer if waiting and not main else 0
    return NextSteps(main, waiting, beside, len(offered) - shown, to_answer)


def families(offered: Sequence[OpenAction], matters: Iterable[MoveFamily], *, words: str = "") -> list[Family]:
    """Group actions by matter, what leads on first; with `words`, only those whose label or matter has them all.

    Words are compared without accents, case or punctuation.
    """
    known = list(matters)
    of = {name: matter for matter in known for name in matter.moves}
    ahead = [action for action in offered if not action.is_aside or action.name not in of]
    grouped = [Family(None, ahead)]
    grouped += [Family(each, [one for one in offered if one not in ahead and of[one.name] is each]) for each in known]
    asked = norm(words).split()
    found = [Family(each.matter, [one for one in each.actions if _has(asked, one, each.matter)]) for each in grouped]
    return [each for each in found if each.actions]


def _has(asked: Sequence[str], action: OpenAction, matter: MoveFamily | None) -> bool:
    said = norm(f"{action.label} {matter.fr if matter else ''}")
    return all(word in said for word in asked)


def others_move(procedure: Procedure, moves: list[OpenMove], by: User) -> tuple[str, str] | None:
    """Name the likeliest next move and those who may make it, when this person may not."""
    ordinary = [each for each in moves if not each.move.is_aside]
    likeliest = next((each for each in ordinary if not each.reasons), next(iter(ordinary), None))
    if likeliest is None or may_fire(by, likeliest.move):
        return None
    event = procedure.events.get(likeliest.move.event or "")
    return event.label_fr if event else likeliest.move.label_fr, holders_fr(likeliest.move)
