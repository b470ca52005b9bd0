"""What a text could do next: which moves, and why some must wait. Writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.conditions.plausible_dates import is_after_earlier_steps
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import Doubt, conditions, doubts
from workflow.conditions.votes import not_unanimous, too_many_votes
from workflow.history.facts import Facts, complaints, confirmed
from workflow.history.fold import Situation
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedure_of

_OF_VOTES = (too_many_votes, not_unanimous)


@dataclass(frozen=True)
class OpenMove:
    """A move that the text's place allows, with the reasons why it must wait, if any."""

    move: Transition
    reasons: tuple[str, ...]


def open_moves(text: LegalText, situation: Situation, calendar: Calendar, *, today: date) -> list[OpenMove]:
    """List the moves that concern the text where it stands, the likeliest first."""
    procedure = procedure_of(text).at(situation.version, situation.kind)
    found = []
    for move in procedure.moves_from[situation.state]:
        if move.offered == "past":
            continue
        proposed = ProposedMove(text, procedure, situation, move, PartialDate.of(today), None, calendar)
        if not reasons(proposed, move.when):
            found.append(OpenMove(move, tuple(reasons(proposed, move.guards))))
    return found


def refusals(proposed: ProposedMove, *, today: date) -> list[str]:
    """Give every reason why the move cannot be recorded as it is told, what is doubted and not confirmed included."""
    return [
        *complaints(proposed.procedure, proposed.move, proposed.facts or {}),
        *_date_reasons(proposed, today),
        *reasons(proposed, (*proposed.move.when, *proposed.move.guards)),
        *vote_reasons(proposed),
        *_doubt_reasons(proposed),
    ]


def reasons(proposed: ProposedMove, guards: Sequence[str]) -> list[str]:
    """Give what these guards say against the move."""
    return [reason for name in guards if (reason := conditions()[name].refuses(proposed))]


def vote_reasons(proposed: ProposedMove) -> list[str]:
    """Give what the size of the chamber, and their own words, say against the votes, whatever the procedure."""
    return [reason for refuses in _OF_VOTES if (reason := refuses(proposed))]


def new_reasons(proposed: ProposedMove, facts: Facts) -> list[str]:
    """Give what the guards say against the move that they did not say with these other facts.

    A correction tells better what happened: only what it would break itself is asked, never what was let through.
    """
    before = replace(proposed, facts=facts)
    passed = [name for name in (*proposed.move.when, *proposed.move.guards) if not conditions()[name].refuses(before)]
    votes = [reason for refuses in _OF_VOTES if not refuses(before) and (reason := refuses(proposed))]
    return [*reasons(proposed, passed), *votes]


def raised(proposed: ProposedMove) -> list[tuple[Doubt, str]]:
    """Give what is odd about the move as it is told: each doubt with its words, whether confirmed or not."""
    asked = (each for each in doubts().values() if each.everywhere or each.name in proposed.move.doubts)
    return [(each, words) for each in asked if (words := each.refuses(proposed))]


def newly_raised(proposed: ProposedMove, on: PartialDate | None, facts: Facts) -> list[str]:
    """Give what is odd about the move as it is told now, and was not with this other date and these other facts.

    Whether its date is in order is left out: a correction has steps after it as well, among which that is judged.
    """
    known = {words for _doubt, words in raised(replace(proposed, on=on, facts=facts))}
    order = is_after_earlier_steps.__name__
    return [words for each, words in raised(proposed) if words not in known and each.name != order]


def settled(proposed: ProposedMove) -> Facts:
    """Give the facts to keep of a move that is recorded: of what was confirmed, the doubts that it raises."""
    facts = proposed.facts or {}
    if "confirmed" not in facts:
        return facts
    words = [words for _doubt, words in raised(proposed) if words in confirmed(facts)]
    kept = {name: value for name, value in facts.items() if name != "confirmed"}
    return kept | ({"confirmed": words} if words else {})


def _doubt_reasons(proposed: ProposedMove) -> Iterator[str]:
    facts = proposed.facts or {}
    for each, words in raised(proposed):
        why = "dites pourquoi dans la note"
        if words not in confirmed(facts):
            yield f"{words} Si c’est exact, confirmez-le{f' et {why}' if each.wants_note else ''}."
        elif each.wants_note and not facts.get("note"):
            yield f"{words} Si c’est exact, {why}."


def _date_reasons(proposed: ProposedMove, today: date) -> list[str]:
    if proposed.on and proposed.on.first_day > today:
        return ["Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."]
    return []
