"""What a step asks of the file, and where each thing that is missing can be made or attached."""

from collections.abc import Iterator
from dataclasses import dataclass

from models import PartialDate
from workflow.conditions.complete_file import Owed, owed
from workflow.conditions.proposed_move import ProposedMove
from workflow.procedure.model import Transition
from workflow.procedure.papers import papers
from workflow.procedure.vocabulary import Fact
from workflow.standing.standing import Standing

# The checklist that people tick.
_TICKED = "pieces"


@dataclass(frozen=True)
class Way:
    """A paper that would show what is asked, once it is final: its kind and language."""

    kind: str
    language: str
    label_fr: str


@dataclass(frozen=True)
class Asked:
    """One thing that a step asks, and the papers that can be made for it."""

    owed: Owed
    ways: tuple[Way, ...]


def asked_of(proposed: ProposedMove) -> list[Asked]:
    """List what a move asks of the file, in the order of the checklist; nothing where it asks for none."""
    return [Asked(each, _ways(proposed, each)) for each in owed(proposed)]


@dataclass(frozen=True)
class WhatIsAsked:
    """What the first step ahead that asks something of the file asks, and its name; both empty where none does."""

    step_fr: str = ""
    found: tuple[Asked, ...] = ()


def what_is_asked(now: Standing) -> WhatIsAsked:
    """Find the first step ahead that asks something of the file, as soon as the text is in the stage of that step.

    Papers are made while a text is drafted, and asked for when it is sent on.
    """
    move = next((move for move in _moves_ahead(now) if move.owes), None)
    if move is None:
        return WhatIsAsked()
    today = PartialDate.of(now.on)
    proposed = ProposedMove(now.text, now.procedure, now.situation, move, today, None, now.calendar)
    return WhatIsAsked(move.label_fr, tuple(asked_of(proposed)))


def _moves_ahead(now: Standing) -> Iterator[Transition]:
    """Give the moves that are open now, then those of the places to which they lead, within the stage of the text."""
    procedure, stage = now.procedure, now.state.phase
    moves = [each.move for each in now.moves]
    reached = {now.situation.state}
    while moves:
        ahead = [move for move in moves if not move.is_aside]
        yield from ahead
        places = [move.to for move in ahead if not move.stays and procedure.states[move.to].phase == stage]
        new = [place for place in dict.fromkeys(places) if place not in reached]
        reached.update(new)
        moves = [move for place in new for move in procedure.moves_from[place]]


def asks_what_is_owed(asks: dict[str, Fact], proposed: ProposedMove) -> dict[str, Fact]:
    """Let the checklist hold only what the move asks of this text."""
    if _TICKED not in asks or not proposed.move.owes:
        return asks
    words = {each.code: each.words_fr for each in owed(proposed)}
    fact = asks[_TICKED]
    # In the words of this kind of text, as the page names what is missing.
    choices = (each.model_copy(update={"fr": words[each.value]}) for each in fact.choices if each.value in words)
    return asks | {_TICKED: fact.model_copy(update={"choices": tuple(choices)})}


def ticked_already(proposed: ProposedMove) -> list[str]:
    """Give what of the checklist something shows already."""
    return [each.code for each in owed(proposed) if not each.is_missing]


def _ways(proposed: ProposedMove, each: Owed) -> tuple[Way, ...]:
    book = papers()
    return tuple(
        Way(code, language, book[code].label_fr)
        for code in proposed.procedure.papers
        for language in ("ar", "fr")
        if book[code].piece_in(language) in each.kinds
    )
