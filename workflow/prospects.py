"""What a text could do next: which moves, why some must wait, and what each would bring about. Writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models import LegalText, PartialDate
from workflow.attempt import Attempt
from workflow.calendar import Calendar
from workflow.dates import partial_short_fr
from workflow.deadlines import Clock, clocks
from workflow.facts import Facts, complaints
from workflow.guards import GUARDS
from workflow.hijri import printed_doubt
from workflow.history import Situation, Supposed, advance
from workflow.parliament import vote_reasons
from workflow.procedure import Transition
from workflow.procedure_files import procedure_of

_CONFIRM = "Si elle est exacte, confirmez-la et dites pourquoi dans la note."


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
    procedure = procedure_of(text)
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
        *vote_reasons(attempt),
        *reasons(attempt, (*attempt.move.when, *attempt.move.guards)),
    ]


def reasons(attempt: Attempt, guards: Sequence[str]) -> list[str]:
    """Give what these guards say against the move."""
    return [reason for name in guards if (reason := GUARDS[name](attempt))]


def new_reasons(attempt: Attempt, facts: Facts) -> list[str]:
    """Give what the guards say against the move that they did not say with these other facts.

    A correction tells better what happened: only what it would break itself is asked, never what was let through.
    """
    before = replace(attempt, facts=facts)
    passed = [name for name in (*attempt.move.when, *attempt.move.guards) if not GUARDS[name](before)]
    return reasons(attempt, passed)


def date_doubts(attempt: Attempt) -> list[str]:
    """Say what speaks against the date of the move: it can be recorded so, but only knowingly and with a reason."""
    return [*_doubts(attempt, attempt.on)] if attempt.on else []


def _date_reasons(attempt: Attempt, today: date) -> list[str]:
    if attempt.on and attempt.on.first_day > today:
        return ["Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."]
    facts = attempt.facts or {}
    if facts.get("note") and facts.get("confirmed"):
        return []
    return [
        f"{doubt} Si elle est exacte, confirmez-la et dites pourquoi dans la note." for doubt in date_doubts(attempt)
    ]


def _doubts(attempt: Attempt, on: PartialDate) -> Iterator[str]:
    latest = attempt.situation.latest
    if latest and on.last_day < latest.first_day:
        yield f"Cette date précède celle d’une étape déjà enregistrée ({partial_short_fr(latest)})."
    if doubt := printed_doubt((attempt.facts or {}).get("hijri"), on.first_day if on.is_full else None):
        yield doubt


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
