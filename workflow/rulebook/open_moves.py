"""What a text could do next: which moves, why some must wait, and what each would bring about. Writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.hijri import printed_doubt
from workflow.calendar.words import partial_short_fr
from workflow.calendar.working_days import Calendar
from workflow.conditions.parliament import too_many_votes
from workflow.conditions.proposed_move import Attempt
from workflow.conditions.registry import GUARDS
from workflow.deadlines.clocks import Clock, clocks
from workflow.history.facts import Facts, complaints
from workflow.history.fold import Situation, Supposed, advance
from workflow.procedure.model import Transition
from workflow.rulebook.files import procedure_of


@dataclass(frozen=True)
class OpenMove:
    """A move that the text's place allows, with the reasons why it must wait, if any."""

    move: Transition
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """What a move would bring about."""

    before: Situation
    after: Situation
    stopped: tuple[Clock, ...]
    started: tuple[Clock, ...]
    changed: tuple[Clock, ...]
    papers: tuple[str, ...]


def open_moves(text: LegalText, situation: Situation, calendar: Calendar, *, today: date) -> list[OpenMove]:
    """List the moves that concern the text where it stands, the likeliest first."""
    procedure = procedure_of(text).at(situation.version, situation.kind)
    found = []
    for move in procedure.moves_from[situation.state]:
        attempt = Attempt(text, procedure, situation, move, PartialDate.of(today), None, calendar)
        if not reasons(attempt, move.when):
            found.append(OpenMove(move, tuple(reasons(attempt, move.guards))))
    return found


def refusals(attempt: Attempt, *, today: date) -> list[str]:
    """Give every reason why the move cannot be recorded as it is told."""
    return [
        *complaints(attempt.procedure, attempt.move, attempt.facts or {}),
        *_date_reasons(attempt, today),
        *reasons(attempt, (*attempt.move.when, *attempt.move.guards)),
        *vote_reasons(attempt),
    ]


def reasons(attempt: Attempt, guards: Sequence[str]) -> list[str]:
    """Give what these guards say against the move."""
    return [reason for name in guards if (reason := GUARDS[name](attempt))]


def vote_reasons(attempt: Attempt) -> list[str]:
    """Give what the size of the chamber says against the votes, whatever the procedure."""
    reason = too_many_votes(attempt)
    return [reason] if reason else []


def new_reasons(attempt: Attempt, facts: Facts) -> list[str]:
    """Give what the guards say against the move that they did not say with these other facts.

    A correction tells better what happened: only what it would break itself is asked, never what was let through.
    """
    before = replace(attempt, facts=facts)
    passed = [name for name in (*attempt.move.when, *attempt.move.guards) if not GUARDS[name](before)]
    return [*reasons(attempt, passed), *([] if too_many_votes(before) else vote_reasons(attempt))]


def _date_reasons(attempt: Attempt, today: date) -> list[str]:
    if attempt.on is None:
        return []
    if attempt.on.first_day > today:
        return ["Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."]
    return list(_date_doubts(attempt, attempt.on))


def preceded(attempt: Attempt) -> PartialDate | None:
    """Give the date of the step already recorded that the move would come before, if there is one."""
    latest = attempt.situation.latest
    return latest if latest and attempt.on and attempt.on.last_day < latest.first_day else None


def _date_doubts(attempt: Attempt, on: PartialDate) -> Iterator[str]:
    facts = attempt.facts or {}
    why, confirmed = facts.get("note"), facts.get("confirmed")
    if (latest := preceded(attempt)) and not (confirmed and why):
        before = f"Cette date précède celle d’une étape déjà enregistrée ({partial_short_fr(latest)})."
        yield f"{before} Si elle est exacte, {'' if confirmed else 'confirmez-la et '}dites pourquoi dans la note."
    doubt = printed_doubt(facts.get("hijri"), on.first_day if on.is_full else None)
    if doubt and not why:
        yield f"{doubt} Si elles sont imprimées ainsi, dites-le dans la note."


def preview(attempt: Attempt) -> Outcome:
    """Tell what the move would bring about."""
    number = attempt.situation.done[-1].number + 1
    step = Supposed(number, attempt.move.name, attempt.on, facts=attempt.facts or {})
    after = advance(attempt.procedure, attempt.situation, step)
    before = {_key(clock): clock for clock in _open(attempt, attempt.situation)}
    later = {_key(clock): clock for clock in _open(attempt, after)}
    return Outcome(
        before=attempt.situation,
        after=after,
        stopped=tuple(clock for key, clock in before.items() if key not in later),
        started=tuple(clock for key, clock in later.items() if key not in before),
        changed=tuple(clock for key, clock in later.items() if key in before and clock != before[key]),
        papers=attempt.move.produces,
    )


def _open(attempt: Attempt, situation: Situation) -> list[Clock]:
    return [clock for clock in clocks(attempt.procedure, situation.done, attempt.calendar) if clock.is_open]


def _key(clock: Clock) -> tuple[str, int]:
    return clock.rule.code, clock.occurrence
