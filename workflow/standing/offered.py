"""What a person can do next of a text where it stands, and which of it its page and their work propose first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models import User
from workflow.history.fold import Situation
from workflow.people.permissions import may_fire
from workflow.procedure.model import Event, Procedure
from workflow.rulebook.open_moves import OpenMove
from workflow.sentences.places import in_chamber_fr


@dataclass(frozen=True)
class OpenAction:
    """What the person can do next: one move, or the moves that answer one question."""

    name: str
    label: str
    reasons: tuple[str, ...]
    is_aside: bool
    # Whether it leads the text on, rather than elsewhere.
    leads_on: bool = True


def actions(procedure: Procedure, moves: Iterable[OpenMove], situation: Situation, by: User) -> list[OpenAction]:
    """Group the moves this person may make by the question that they answer."""
    found: dict[str, OpenAction] = {}
    for each in moves:
        move = each.move
        if not may_fire(by, move):
            continue
        key = move.event or move.name
        label = event_words(procedure, procedure.events[move.event], situation)[0] if move.event else move.label_fr
        known = found.get(key)
        if known is None or (known.reasons and not each.reasons):
            likeliest = known or OpenAction(move.name, label, (), move.is_aside, move.offered in ("first", "next"))
            found[key] = replace(likeliest, name=move.name, reasons=each.reasons)
    return list(found.values())


def next_action(offered: Sequence[OpenAction]) -> OpenAction | None:
    """Give the action to propose first: the first step that nothing holds back; never one aside.

    While the step that leads on must wait, no other way is proposed in its place.
    """
    waits = any(action.reasons and action.leads_on and not action.is_aside for action in offered)
    free = (action for action in offered if not action.is_aside and not action.reasons)
    return next((action for action in free if action.leads_on or not waits), None)


def event_words(procedure: Procedure, event: Event, situation: Situation) -> tuple[str, str]:
    """Give the label of the question and the title of its page."""
    return event.label_fr, in_chamber_fr(procedure, event.title_fr, situation.chamber)
