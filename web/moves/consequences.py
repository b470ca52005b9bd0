"""What a move will bring about, in words: the state, the clocks, the papers, the mails."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from documents.catalogue import KINDS
from models import DeadlineStatus, PartialDate, User
from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.deadlines.clocks import Clock
from workflow.deadlines.ladder import first_reminder_on
from workflow.deadlines.reckoning import explanation
from workflow.history.facts import unanswered
from workflow.mail.mention_notice import named_by
from workflow.people.recipients import Staff
from workflow.standing.preview import preview
from workflow.standing.standing import Standing


@dataclass(frozen=True)
class Foreseen:
    """A clock that starts, or changes, with its reckoning and the first mail it will cause."""

    clock: Clock
    lines: list[str]
    mail: str


@dataclass(frozen=True)
class Consequences:
    """Everything that one press of the button would do; what its answers do not allow yet is left empty."""

    supposed_on: PartialDate | None
    state: str
    stays: bool
    holder: str
    sentence: str
    started: list[Foreseen]
    changed: list[Foreseen]
    stopped: tuple[Clock, ...]
    papers: list[str]
    # Whom a mail is written to at once, because the note names them.
    named: list[str]
    # What the move requires and nobody answered yet.
    missing: list[str]


def foresee(
    session: Session, before: Standing, proposed: ProposedMove, *, by: User, today: date, wrong: bool
) -> Consequences:
    """Tell what the move would bring about; nothing is written. Where its answers are `wrong`, no sentence is made."""
    outcome = preview(before, proposed)
    after = outcome.after
    name = _responsible(session, proposed)
    missing = unanswered(proposed.procedure, proposed.move, proposed.facts or {})
    whole = not (wrong or missing)
    return Consequences(
        supposed_on=proposed.on,
        state=after.state.label_fr,
        stays=_place(before) == _place(after),
        holder=after.holder if whole else "",
        sentence=after.sentence if whole else "",
        started=[_foreseen(clock, proposed, name, today) for clock in outcome.started],
        changed=[_foreseen(clock, proposed, name, today) for clock in outcome.changed],
        stopped=outcome.stopped,
        papers=[KINDS[kind].label_fr for kind in proposed.move.produces],
        named=_named(session, proposed, by, today),
        missing=missing,
    )


def _named(session: Session, proposed: ProposedMove, by: User, today: date) -> list[str]:
    note = str((proposed.facts or {}).get("note") or "")
    people = Staff.at_work(session, on=today).people.values() if "@" in note else ()
    return [person.name for person in named_by(note, people, by=by)]


def _place(stands: Standing) -> tuple[str, str | None]:
    return stands.situation.state, stands.situation.chamber


def _responsible(session: Session, proposed: ProposedMove) -> str:
    found = session.get(User, proposed.text.responsible_id) if proposed.text.responsible_id else None
    return found.name if found else ""


def _foreseen(clock: Clock, proposed: ProposedMove, name: str, today: date) -> Foreseen:
    mail = ""
    if clock.due_on and clock.status is DeadlineStatus.RUNNING:
        first = first_reminder_on(clock.rule, clock.due_on, proposed.calendar, since=today)
        # Of a text that nobody answers for, the division is told of the limits of the law alone.
        to = name or ("la division" if clock.rule.is_legal else "")
        mail = f"Courriel à {to} le {day_fr(first)}" if first and to else ""
    return Foreseen(clock, explanation(clock, proposed.calendar), mail)
