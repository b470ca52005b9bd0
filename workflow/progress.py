"""Moves texts along their procedures: the only writer of a state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, select

from models import Document, LegalText, PartialDate, Step, User
from workflow.calendar import Calendar
from workflow.dates import partial_short_fr
from workflow.deadlines import Clock, clocks, keep
from workflow.errors import Impossible, NotAllowed, Refused, Stale
from workflow.facts import Facts, complaints
from workflow.guards import GUARDS, Attempt
from workflow.history import AMEND, OPEN, STRIKE, Situation, advance, fold
from workflow.numbers import parse_number
from workflow.permissions import Right, may, may_fire
from workflow.procedure import Procedure, Transition
from workflow.procedure_files import procedures
from workflow.time_zone import legal_day


NUMBER = 20


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


def steps_of(session: Session, text_id: UUID) -> Sequence[Step]:
    """Give the whole history of a text, corrections included, in order."""
    return session.exec(select(Step).where(Step.text_id == text_id).order_by(Step.number)).all()  # type: ignore[arg-type]


def open_moves(text: LegalText, situation: Situation, calendar: Calendar, *, today: date) -> list[OpenMove]:
    """List the moves that concern the text where it stands, the likeliest first."""
    procedure = procedures()[text.procedure]
    found = []
    for move in procedure.moves_from[situation.state]:
        attempt = Attempt(text, procedure, situation, move, PartialDate.of(today), None, calendar)
        if not _first_reasons(attempt, move.when):
            found.append(OpenMove(move, tuple(_first_reasons(attempt, move.guards))))
    return found


def refusals(attempt: Attempt, *, today: date) -> list[str]:
    """Give every reason why the move cannot be recorded as it is told."""
    assert attempt.facts is not None  # noqa: S101 - a told move has facts, be they empty
    return [
        *complaints(attempt.procedure, attempt.move, attempt.facts),
        *_date_reasons(attempt, today),
        *_first_reasons(attempt, (*attempt.move.when, *attempt.move.guards)),
    ]


def _first_reasons(attempt: Attempt, names: Sequence[str]) -> list[str]:
    return [reason for name in names if (reason := GUARDS[name](attempt))]


def _date_reasons(attempt: Attempt, today: date) -> list[str]:
    if attempt.on is None:
        return []
    if attempt.on.first_day > today:
        return ["Cette date est dans l’avenir : une étape s’enregistre quand elle a eu lieu."]
    dated = [done.on for done in attempt.situation.done if done.on]
    latest = max(dated, key=lambda on: on.first_day, default=None)
    if latest and attempt.on.last_day < latest.first_day and not (attempt.facts or {}).get("note"):
        return [
            f"Cette date précède celle d’une étape déjà enregistrée ({partial_short_fr(latest)}). "
            "Si elle est exacte, dites pourquoi dans la note."
        ]
    return []


def open_text(session: Session, text: LegalText, *, by: User, on: PartialDate | None, at: datetime) -> Step:
    """Put a new text at the start of its procedure; the caller commits."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(OPEN)
    procedure = procedures()[text.procedure]
    text.procedure_version = procedure.version
    session.add(text)
    session.flush()
    step = Step(text_id=text.id, number=1, move=OPEN, on=on, by_id=by.id, at=at)
    session.add(step)
    project(text, procedure, fold(procedure, [step]))
    text.last_step = 1
    return step


def preview(attempt: Attempt) -> Outcome:
    """Tell what the move would bring about, without writing anything."""
    step = Step(text_id=attempt.text.id, number=len(attempt.situation.done) + 1, move=attempt.move.name,
                on=attempt.on, facts=attempt.facts or {}, at=datetime.min)  # fmt: skip  # noqa: DTZ901 - never kept
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


def fire(  # noqa: PLR0913 - a move has that many facets, each named at the call
    session: Session,
    text: LegalText,
    name: str,
    *,
    by: User,
    seen_step: int,
    on: PartialDate | None,
    at: datetime,
    facts: Facts,
    calendar: Calendar,
    known_on: date | None = None,
    inferred: bool = False,
) -> Step:
    """Move `text` by the transition `name` and record the step.

    `seen_step` is the number of the last step on the page where the move was chosen. The step, the state, the clocks
    and the papers owed are written in the caller's transaction; the caller commits. Raises Stale when the text has
    moved since, Impossible when the move does not leave from here, NotAllowed, and Refused with every reason.
    """
    procedure = procedures()[text.procedure]
    steps = _lock(session, text, seen_step)
    situation = fold(procedure, steps)
    move = procedure.moves.get(name)
    if move is None or situation.state not in move.sources:
        raise Impossible(name)
    if not may_fire(by, move):
        raise NotAllowed(name)
    attempt = Attempt(text, procedure, situation, move, on, facts, calendar)
    if reasons := refusals(attempt, today=legal_day(at)):
        raise Refused(reasons)
    step = Step(
        text_id=text.id, number=len(steps) + 1, move=name, on=on, known_on=known_on, inferred=inferred,
        facts={key: value for key, value in facts.items() if value not in (None, "", [])}, by_id=by.id, at=at,
    )  # fmt: skip
    procedure.machine.events[name].trigger(text)
    _record(session, text, procedure, step, advance(procedure, situation, step), calendar)
    _want_papers(session, text, step, move)
    return step


def correct(  # noqa: PLR0913 - as for a move
    session: Session,
    text: LegalText,
    number: int,
    *,
    by: User,
    seen_step: int,
    at: datetime,
    reason: str,
    calendar: Calendar,
    amended: tuple[PartialDate | None, Facts] | None = None,
) -> Step:
    """Strike the step `number`, or give it another date and other facts, by a new step that says why.

    The state, the clocks and all else are folded anew. Raises Stale, NotAllowed, and Refused when the steps left would
    not follow from each other.
    """
    procedure = procedures()[text.procedure]
    steps = _lock(session, text, seen_step)
    if not may(by, Right.CORRECT_STEPS):
        raise NotAllowed(STRIKE)
    if not reason.strip():
        raise Refused(["Dites pourquoi cette étape est corrigée."])
    on, facts = amended or (None, {})
    step = Step(
        text_id=text.id, number=len(steps) + 1, move=AMEND if amended else STRIKE, on=on, strikes=number,
        facts=facts | {"reason": reason.strip()}, by_id=by.id, at=at,
    )  # fmt: skip
    _refuse_amendment(procedure, steps, step, today=legal_day(at))
    try:
        situation = fold(procedure, [*steps, step])
    except Impossible as error:
        raise Refused(["Les étapes suivantes reposent sur celle-ci : corrigez d’abord la dernière étape."]) from error
    text.state = situation.state
    _record(session, text, procedure, step, situation, calendar)
    return step


def _refuse_amendment(procedure: Procedure, steps: Sequence[Step], step: Step, *, today: date) -> None:
    struck = next((each for each in fold(procedure, steps).done if each.number == step.strikes), None)
    if struck is None:
        raise Refused(["Cette étape n’existe pas, ou elle est déjà barrée."])
    if step.move == AMEND and struck.move != OPEN:
        facts = {key: value for key, value in step.facts.items() if key not in ("reason",)}
        if reasons := complaints(procedure, procedure.moves[struck.move], facts):
            raise Refused(reasons)
    if step.on and step.on.first_day > today:
        raise Refused(["Cette date est dans l’avenir."])


def _lock(session: Session, text: LegalText, seen_step: int) -> Sequence[Step]:
    # Two people at once: the second waits here for the first, then finds more steps than its page showed.
    session.exec(select(LegalText.id).where(LegalText.id == text.id).with_for_update()).one()
    steps = steps_of(session, text.id)
    if len(steps) != seen_step:
        raise Stale(text.id)
    return steps


def _record(session: Session, text: LegalText, procedure: Procedure, step: Step, situation: Situation,
            calendar: Calendar) -> None:  # fmt: skip  # noqa: PLR0913, PLR0917
    session.add(step)
    project(text, procedure, situation)
    text.last_step = step.number
    if number := situation.done[-1].facts.get("number"):
        text.number = normal_number(number)
    session.add(text)
    keep(session, text, clocks(procedure, situation.done, calendar))
    session.flush()


def project(text: LegalText, procedure: Procedure, situation: Situation) -> None:
    """Write on the row what its steps fold to."""
    text.state = situation.state
    text.phase = procedure.states[situation.state].phase
    text.section = procedure.section(situation.state)
    text.chamber, text.reading = situation.chamber, situation.reading
    text.entered_on = situation.arrival.on


def normal_number(number: str) -> str:
    """Write an official number with hyphens; keep what cannot be read as one."""
    try:
        return parse_number(number).normal
    except ValueError:
        return number[:NUMBER]


def _want_papers(session: Session, text: LegalText, step: Step, move: Transition) -> None:
    for kind in move.produces:
        session.add(
            Document(
                text_id=text.id, kind=kind, number=next_number(session, text.id, kind), step_id=step.id,
                situation_on=legal_day(step.at), wanted_by_id=step.by_id, wanted_at=step.at,
            )
        )  # fmt: skip


def next_number(session: Session, text_id: UUID | None, kind: str) -> int:
    """Give the number of the next version of a paper of this text."""
    last = session.exec(
        select(func.max(Document.number)).where(Document.text_id == text_id, Document.kind == kind)
    ).one()
    return (last or 0) + 1
