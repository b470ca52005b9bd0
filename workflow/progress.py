"""Moves texts along their procedures: the only writer of a state."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, Step, User
from workflow.attempt import Attempt
from workflow.backfill import Milestone, plan
from workflow.calendar import Calendar
from workflow.deadlines import clocks, keep
from workflow.errors import Impossible, NotAllowed, Refused, Stale
from workflow.facts import Facts, asked, complaints
from workflow.history import AMEND, CHANGE, OPEN, STRIKE, Done, Situation, advance, fold
from workflow.owed import want_papers
from workflow.particulars import Particulars, index_text, normal_number
from workflow.permissions import Right, may, may_fire
from workflow.procedure import Procedure
from workflow.procedure_files import procedure_of, version_on
from workflow.prospects import refusals
from workflow.time_zone import legal_day


def steps_of(session: Session, text_id: UUID) -> Sequence[Step]:
    """Give the whole history of a text, corrections included, in order."""
    return session.exec(select(Step).where(Step.text_id == text_id).order_by(col(Step.number))).all()


def histories(session: Session, text_ids: Iterable[UUID] | None = None) -> Mapping[UUID, list[Step]]:
    """Give the history of each of these texts, of every text for None, in one query; nothing for one without steps."""
    query = select(Step).order_by(col(Step.text_id), col(Step.number))
    found: dict[UUID, list[Step]] = defaultdict(list)
    for step in session.exec(query if text_ids is None else query.where(col(Step.text_id).in_(text_ids))):
        found[step.text_id].append(step)
    return found


def open_text(session: Session, text: LegalText, *, by: User, on: PartialDate | None, at: datetime) -> Step:
    """Put a new text at the start of its procedure; the caller commits."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(OPEN)
    procedure = version_on(text.procedure, legal_day(at))
    text.procedure_version = procedure.version
    index_text(text)
    session.add(text)
    session.flush()
    opening = _told({"title_fr": text.title_fr, "title_ar": text.title_ar, "version": procedure.version})
    step = Step(text_id=text.id, number=1, move=OPEN, on=on, facts=opening, by_id=by.id, at=at)
    session.add(step)
    project(text, procedure, fold(procedure, [step]))
    text.last_step = 1
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
    steps = _lock(session, text, seen_step)
    situation = fold(procedure, steps)
    move = procedure.moves.get(name)
    if move is None or situation.state not in move.sources:
        raise Impossible(name)
    if not may_fire(by, move):
        raise NotAllowed(name)
    attempt = Attempt(text, procedure, situation, move, on, facts, calendar)
    if found := refusals(attempt, today=legal_day(at)):
        raise Refused(found)
    step = Step(text_id=text.id, number=len(steps) + 1, move=name, on=on, facts=_told(facts), by_id=by.id, at=at)
    procedure.machine.events[name].trigger(text)
    _record(session, text, step, advance(procedure, situation, step), calendar=calendar)
    want_papers(session, text, step, move)
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

    What happened is not refused for what should have been: guards are not asked, no paper is made, no mail leaves.
    `seen_step` is the number of the last step on the page where the path was read, if it was read on one. Raises
    Stale, NotAllowed, and Refused with the milestone that no legal path reaches.
    """
    if not may(by, Right.MOVE_TEXTS):
        raise NotAllowed(OPEN)
    procedure = procedure_of(text)
    steps = list(_lock(session, text, text.last_step if seen_step is None else seen_step))
    found = plan(text, fold(procedure, steps), milestones)
    if found.refused:
        raise Refused(list(found.refused.values()))
    for each in found.steps:
        step = Step(
            text_id=text.id, number=len(steps) + 1, move=each.move, on=each.on, known_on=each.known_on,
            facts=_told(each.facts), inferred=each.milestone is None, by_id=by.id, at=at,
        )  # fmt: skip
        procedure.machine.events[each.move].trigger(text)
        session.add(step)
        steps.append(step)
    _record(session, text, steps[-1], found.situation, calendar=calendar)
    return steps


def record_change(
    session: Session, text: LegalText, version: str, *, by: User, on: PartialDate, at: datetime, calendar: Calendar
) -> Step:
    """Put a running text under another version of its procedure, as `workflow.changes` previewed it."""
    steps = [*_lock(session, text, text.last_step)]
    step = Step(text_id=text.id, number=len(steps) + 1, move=CHANGE, on=on, facts={"to": version}, by_id=by.id, at=at)
    text.procedure_version = version
    _record(session, text, step, fold(procedure_of(text), [*steps, step]), calendar=calendar)
    return step


def edit_text(
    session: Session, text: LegalText, new: Particulars, *, by: User, at: datetime, calendar: Calendar
) -> None:
    """Change a text's particulars; a change of title is a step, so that past tables keep the old one."""
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed("retitle")
    titles = {"title_fr": new.title_fr, "title_ar": new.title_ar}
    changed = {name: title for name, title in titles.items() if title and title != getattr(text, name)}
    text.number = normal_number(new.number) if new.number else None
    text.responsible_id = new.responsible_id
    text.financial_impact, text.social_matter = new.financial_impact, new.social_matter
    index_text(text)
    session.add(text)
    if changed:
        day = PartialDate.of(legal_day(at))
        fire(session, text, "retitle", by=by, seen_step=text.last_step, on=day, at=at, facts=changed, calendar=calendar)


def _told(facts: Facts) -> Facts:
    return {key: value for key, value in facts.items() if value not in (None, "", [])}


def correct(
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
    procedure = procedure_of(text)
    steps = _lock(session, text, seen_step)
    if not may(by, Right.CORRECT_STEPS):
        raise NotAllowed(STRIKE)
    if not reason.strip():
        raise Refused(["Dites pourquoi cette étape est corrigée."])
    struck = _standing(procedure, steps, number)
    on, facts = amended or (None, {})
    step = Step(
        text_id=text.id, number=len(steps) + 1, move=AMEND if amended else STRIKE, on=on, strikes=number,
        facts={"reason": reason.strip()}, by_id=by.id, at=at,
    )  # fmt: skip
    if amended:
        _refuse_amendment(procedure, struck, on, facts, today=legal_day(at))
        step.facts = step.facts | {"amended": _told(_unasked(procedure, struck) | facts)}
    try:
        situation = fold(procedure, [*steps, step])
    except Impossible as error:
        raise Refused(["Les étapes suivantes reposent sur celle-ci : corrigez d’abord la dernière étape."]) from error
    text.state = situation.state
    _record(session, text, step, situation, calendar=calendar)
    return step


def _standing(procedure: Procedure, steps: Sequence[Step], number: int) -> Done:
    done = next((each for each in fold(procedure, steps).done if each.number == number), None)
    if done is None:
        raise Refused(["Cette étape n’existe pas, ou elle est déjà barrée."])
    return done


def _refuse_amendment(procedure: Procedure, struck: Done, on: PartialDate | None, facts: Facts, *, today: date) -> None:
    asks = procedure.moves.get(struck.move)
    if asks and (reasons := complaints(procedure, asks, _told(facts))):
        raise Refused(reasons)
    if on and on.first_day > today:
        raise Refused(["Cette date est dans l’avenir."])


def _unasked(procedure: Procedure, struck: Done) -> Facts:
    # Nobody was shown what the step carries besides: it stays as it is.
    move = procedure.moves.get(struck.move)
    known = asked(procedure, move) if move else {}
    return {name: value for name, value in struck.facts.items() if name not in known}


def _lock(session: Session, text: LegalText, seen_step: int) -> Sequence[Step]:
    # Two people at once: the second waits here for the first, then finds more steps than its page showed.
    session.exec(select(LegalText.id).where(LegalText.id == text.id).with_for_update()).one()
    steps = steps_of(session, text.id)
    if len(steps) != seen_step:
        raise Stale(text.id)
    return steps


def _record(session: Session, text: LegalText, step: Step, situation: Situation, *, calendar: Calendar) -> None:
    procedure = procedure_of(text)
    session.add(step)
    project(text, procedure, situation)
    text.last_step = step.number
    _rename(text, situation)
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


def _rename(text: LegalText, situation: Situation) -> None:
    text.title_fr = situation.told("title_fr") or text.title_fr
    text.title_ar = situation.told("title_ar") or text.title_ar
    if number := situation.told("number"):
        text.number = normal_number(number)
    index_text(text)
