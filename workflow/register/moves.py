"""Moves texts along their procedures: the only writer of a state."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from models import LegalText, PartialDate, Step, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.deadlines.clocks import clocks
from workflow.deadlines.kept import keep
from workflow.errors import Impossible, NotAllowed, Refused, Stale
from workflow.history.facts import Facts
from workflow.history.fold import CHANGE, OPEN, Situation, advance, fold
from workflow.history.particulars import index_text, number_of
from workflow.history.steps import steps_of
from workflow.old_files.backfill import Milestone, plan
from workflow.old_files.eligibility import may_take_over
from workflow.people.permissions import Right, may, may_fire
from workflow.register.papers import want_papers
from workflow.relations.successor import tie_named
from workflow.rulebook.files import procedure_of, version_on
from workflow.rulebook.open_moves import refusals


def open_text(session: Session, text: LegalText, *, by: User, on: PartialDate | None, at: datetime) -> Step:
    """Put a new text at the start of its procedure; the caller commits. Raises NotAllowed, and Refused."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(OPEN)
    if on and on.first_day > legal_day(at):
        raise Refused(["Cette date est dans l’avenir."])
    procedure = version_on(text.procedure, legal_day(at))
    known = {"title_fr": text.title_fr, "title_ar": text.title_ar, "number": text.number}
    opening = told(known | {"version": procedure.version}) | owner_told(session, text.responsible_id)
    step = Step(text_id=text.id, number=1, move=OPEN, on=on, facts=opening, by_id=by.id, at=at)
    project(text, fold(procedure, [step]))
    text.last_step = 1
    session.add(text)
    session.flush()
    session.add(step)
    return step


def fire(
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
) -> Step:
    """Move `text` by the transition `name` and record the step.

    `seen_step` is the number of the last step on the page where the move was chosen. The step, the state, the clocks
    and the papers owed are written in the caller's transaction; the caller commits. Raises Stale when the text has
    moved since, Impossible when the move does not leave from here, NotAllowed, and Refused with every reason.
    """
    procedure = procedure_of(text)
    steps = lock(session, text, seen_step)
    situation = fold(procedure, steps)
    move = procedure.moves.get(name)
    if move is None or situation.state not in move.sources:
        raise Impossible(name)
    if not may_fire(by, move):
        raise NotAllowed(name)
    proposed = ProposedMove(text, procedure, situation, move, on, facts, calendar)
    if found := refusals(proposed, today=legal_day(at)):
        raise Refused(found)
    step = Step(text_id=text.id, number=len(steps) + 1, move=name, on=on, facts=told(facts), by_id=by.id, at=at)
    procedure.machine.events[name].trigger(text)
    record(session, text, step, advance(procedure, situation, step), calendar=calendar)
    want_papers(session, text, step, move)
    tie_named(session, text, move, step.facts)
    return step


def take_over(
    session: Session,
    text: LegalText,
    milestones: Sequence[Milestone],
    *,
    by: User,
    at: datetime,
    calendar: Calendar,
    seen_step: int | None = None,
) -> list[Step]:
    """Record what is known of an old file, with the steps in between as inferred; the caller commits.

    What happened is not refused for what should have been: guards and the roles of each move are not asked, no paper is
    made, no mail leaves. That is why a text already on its way is only taken over by those who answer for the division.
    `seen_step` is the number of the last step on the page where the path was read, if it was read on one. Raises
    Stale, NotAllowed, and Refused with the milestone that no legal path reaches.
    """
    procedure = procedure_of(text)
    steps = list(lock(session, text, text.last_step if seen_step is None else seen_step))
    situation = fold(procedure, steps)
    if not may_take_over(by, procedure, situation):
        raise NotAllowed("take_over")
    found = plan(text, situation, milestones)
    if found.refused:
        raise Refused(list(found.refused.values()))
    for each in found.steps:
        step = Step(
            text_id=text.id, number=len(steps) + 1, move=each.move, on=each.on, known_on=each.known_on,
            facts=told(each.facts), inferred=each.milestone is None, by_id=by.id, at=at,
        )  # fmt: skip
        procedure.machine.events[each.move].trigger(text)
        session.add(step)
        steps.append(step)
    record(session, text, steps[-1], found.situation, calendar=calendar)
    return steps


def record_change(
    session: Session,
    text: LegalText,
    facts: Facts,
    *,
    by: User,
    on: PartialDate | None,
    at: datetime,
    calendar: Calendar,
    seen_step: int | None = None,
) -> Step:
    """Put a running text under another version of its procedure or another kind.

    What it comes to was previewed by `workflow.register.versions` or `workflow.register.kinds`. Raises Stale.
    """
    steps = [*lock(session, text, text.last_step if seen_step is None else seen_step)]
    step = Step(text_id=text.id, number=len(steps) + 1, move=CHANGE, on=on, facts=told(facts), by_id=by.id, at=at)
    record(session, text, step, fold(procedure_of(text), [*steps, step]), calendar=calendar)
    return step


def owner_told(session: Session, responsible_id: UUID | None) -> Facts:
    """Give what a step tells of the person responsible, or of there being none."""
    person = session.get_one(User, responsible_id) if responsible_id else None
    return {"responsible": person.name if person else "", "responsible_id": str(person.id) if person else ""}


def told(facts: Facts) -> Facts:
    """Leave out what nothing was answered to."""
    return {key: value for key, value in facts.items() if value not in (None, "", [])}


def lock(session: Session, text: LegalText, seen_step: int) -> Sequence[Step]:
    """Give the steps of a text, which nobody else moves until the caller commits; raise Stale."""
    # Two people at once: the second waits here for the first, then finds more steps than its page showed.
    session.exec(select(LegalText.id).where(LegalText.id == text.id).with_for_update()).one()
    steps = steps_of(session, text.id)
    if len(steps) != seen_step:
        raise Stale(text.id)
    return steps


def record(session: Session, text: LegalText, step: Step, situation: Situation, *, calendar: Calendar) -> None:
    """Write a step, and on the row and its clocks what the steps now fold to; the caller commits."""
    session.add(step)
    project(text, situation)
    text.last_step = step.number
    session.add(text)
    keep(session, text, clocks(procedure_of(text), situation.done, calendar))
    session.flush()


def project(text: LegalText, situation: Situation) -> None:
    """Write on the row what its steps fold to."""
    text.procedure, text.procedure_version = situation.kind, situation.version
    procedure = procedure_of(text)
    text.state = situation.state
    text.phase = procedure.states[situation.state].phase
    text.section = procedure.section(situation.state).code
    text.chamber, text.reading = situation.chamber, situation.reading
    text.entered_on = situation.arrival.on
    text.title_fr = situation.told("title_fr") or text.title_fr
    text.title_ar = situation.told("title_ar") or ""
    text.number = number_of(situation)
    if (responsible := situation.told("responsible_id")) is not None:
        text.responsible_id = UUID(responsible) if responsible else None
    index_text(text, situation, procedure.vocabulary)
