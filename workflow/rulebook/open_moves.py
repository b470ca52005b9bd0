"""What a text could do next: which moves, and why some must wait. Writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.hijri import printed_doubt
from workflow.calendar.words import partial_short_fr
from workflow.calendar.working_days import Calendar
from workflow.conditions.parliament import too_many_votes
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import conditions
from workflow.history.facts import Facts, complaints
from workflow.history.fold import Situation
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedure_of


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
    """Give every reason why the move cannot be recorded as it is told."""
    return [
        *complaints(proposed.procedure, proposed.move, proposed.facts or {}),
        *_date_reasons(proposed, today),
        *reasons(proposed, (*proposed.move.when, *proposed.move.guards)),
        *vote_reasons(proposed),
    ]


def reasons(proposed: ProposedMove, guards: Sequence[str]) -> list[str]:
    """Give what these guards say against the move."""
    return [reason for name in guards if (reason := conditions()[name].refuses(proposed))]


def vote_reasons(proposed: ProposedMove) -> list[str]:
    """Give what the size of the chamber says against the votes, whatever the procedure."""
    reason = too_many_votes(proposed)
    return [reason] if reason else []


def new_reasons(proposed: ProposedMove, facts: Facts) -> list[str]:
    """Give what the guards say against the move that they did not say with these other facts.

    A correction tells better what happened: only what it would break itself is asked, never what was let through.
    """
    before = replace(proposed, facts=facts)
    passed = [name for name in (*proposed.move.when, *proposed.move.guards) if not conditions()[name].refuses(before)]
    return [*reasons(proposed, passed), *([] if too_many_votes(before) else vote_reasons(proposed))]


def _date_reasons(proposed: ProposedMove, today: date) -> list[str]:
    if proposed.on is None:
        return []
    if proposed.on.first_day > today:
        return ["Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."]
    return list(_date_doubts(proposed, proposed.on))


def preceded(proposed: ProposedMove) -> PartialDate | None:
    """Give the date of the step already recorded that the move would come before, if there is one."""
    latest = proposed.situation.latest
    return latest if latest and proposed.on and proposed.on.last_day < latest.first_day else None


def _date_doubts(proposed: ProposedMove, on: PartialDate) -> Iterator[str]:
    facts = proposed.facts or {}
    why, confirmed = facts.get("note"), facts.get("confirmed")
    if (latest := preceded(proposed)) and not (confirmed and why):
        before = f"Cette date précède celle d’une étape déjà enregistrée ({partial_short_fr(latest)})."
        yield f"{before} Si elle est exacte, {'' if confirmed else 'confirmez-la et '}dites pourquoi dans la note."
    doubt = printed_doubt(facts.get("hijri"), on.first_day if on.is_full else None)
    if doubt and not why:
        yield f"{doubt} Si elles sont imprimées ainsi, dites-le dans la note."
