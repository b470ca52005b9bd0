"""What a person can do next on a text: the likeliest step, the one that waits, what makes sense now, and the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models import User
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Situation
from workflow.language.folding import norm
from workflow.people.permissions import holders_fr, may_fire
from workflow.procedure.model import Event, Procedure
from workflow.procedure.vocabulary import MoveFamily
from workflow.rulebook.open_moves import OpenMove
from workflow.sentences.places import in_chamber_fr

# So many are offered beside the likeliest step; the others are on a page of their own.
_BESIDE = 3


@dataclass(frozen=True)
class Action:
    """What the person can do next: one move, or the moves that answer one question."""

    name: str
    label: str
    reasons: tuple[str, ...]
    is_aside: bool
    # Whether it leads the text on, rather than elsewhere.
    leads_on: bool = True


@dataclass(frozen=True)
class NextSteps:
    """What the page of a text offers to one person."""

    main: Action | None
    # The first step ahead that something holds back.
    waiting: Action | None
    beside: list[Action]
    # How many others the page of records lists.
    others: int


@dataclass(frozen=True)
class Family:
    """Actions about one matter; None for what leads the text on, or elsewhere."""

    matter: MoveFamily | None
    actions: list[Action]


def next_steps(offered: Sequence[Action], running: Iterable[Clock]) -> NextSteps:
    """Choose, of what a person can do, what stands beside the likeliest step: three actions at most.

    First the other ways on, then the records that end a running deadline; all of them where they are so few.
    """
    main = next_action(offered)
    waiting = next((action for action in offered if action.reasons and not action.is_aside), None)
    free = [action for action in offered if not action.reasons and action is not main]
    expected = {move for clock in running for move in clock.rule.stops_with}
    sensible = [action for action in free if not action.is_aside]
    sensible += [action for action in free if action.is_aside and action.name in expected]
    beside = free if len(free) <= _BESIDE else sensible[:_BESIDE]
    shown = len(beside) + (main is not None) + (waiting is not None)
    return NextSteps(main, waiting, beside, len(offered) - shown)


def families(offered: Sequence[Action], matters: Iterable[MoveFamily], *, words: str = "") -> list[Family]:
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


def _has(asked: Sequence[str], action: Action, matter: MoveFamily | None) -> bool:
    said = norm(f"{action.label} {matter.fr if matter else ''}")
    return all(word in said for word in asked)


def actions(procedure: Procedure, moves: list[OpenMove], situation: Situation, by: User) -> list[Action]:
    """Group the moves this person may make by the question that they answer."""
    found: dict[str, Action] = {}
    for each in moves:
        move = each.move
        if not may_fire(by, move):
            continue
        key = move.event or move.name
        label = event_words(procedure, procedure.events[move.event], situation)[0] if move.event else move.label_fr
        known = found.get(key)
        if known is None or (known.reasons and not each.reasons):
            likeliest = known or Action(move.name, label, (), move.is_aside, move.offered in ("first", "next"))
            found[key] = replace(likeliest, name=move.name, reasons=each.reasons)
    return list(found.values())


def next_action(offered: Sequence[Action]) -> Action | None:
    """Give the action that the page proposes first: the first step that nothing holds back; never one aside.

    While the step that leads on must wait, no other way is proposed in its place.
    """
    waits = any(action.reasons and action.leads_on and not action.is_aside for action in offered)
    free = (action for action in offered if not action.is_aside and not action.reasons)
    return next((action for action in free if action.leads_on or not waits), None)


def others_move(procedure: Procedure, moves: list[OpenMove], by: User) -> tuple[str, str] | None:
    """Name the likeliest next move and those who may make it, when this person may not."""
    ordinary = [each for each in moves if not each.move.is_aside]
    likeliest = next((each for each in ordinary if not each.reasons), next(iter(ordinary), None))
    if likeliest is None or may_fire(by, likeliest.move):
        return None
    event = procedure.events.get(likeliest.move.event or "")
    return event.label_fr if event else likeliest.move.label_fr, holders_fr(likeliest.move)


def event_words(procedure: Procedure, event: Event, situation: Situation) -> tuple[str, str]:
    """Give the label of the question and the title of its page."""
    return event.label_fr, in_chamber_fr(procedure, event.title_fr, situation.chamber)
