"""Moves texts along their procedures: opens them, fires their moves, takes over old files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.conditions.plausible_dates import opening_refusal
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.facts import Facts
from workflow.history.fold import CHANGE
from workflow.history.numbering import numbered
from workflow.history.particulars import legible_titles
from workflow.history.steps import Recorded
from workflow.history.what_counts import OPEN
from workflow.old_files.backfill import plan
from workflow.old_files.eligibility import may_take_over
from workflow.old_files.milestones import Milestone
from workflow.people.permissions import Right, may, may_fire
from workflow.register.papers import want_papers
from workflow.register.pieces import note_sent
from workflow.register.recording import lock, new_step, owner_told, record, record_opening, told
from workflow.relations.successor import tie_named
from workflow.rulebook.files import version_on
from workflow.rulebook.open_moves import refusals, settled
from workflow.standing.standing import Standing, standing


@dataclass(frozen=True)
class Moved:
    """A step that was recorded, and where the text stands after it."""

    step: Recorded
    standing: Standing


def open_text(
    session: Session,
    text: LegalText,
    *,
    by: User,
    on: PartialDate | None,
    at: datetime,
    calendar: Calendar,
    is_old_file: bool = False,
    confirmed: Sequence[str] = (),
) -> Moved:
    """Put a new text at the start of its procedure; the caller commits. Raises NotAllowed, and Refused.

    Of an old file, where what happened is told next, the opening is inferred: no source tells it. The doubts that
    somebody `confirmed` are kept with it, in their words.
    """
    if not may(by, Right.WRITE_TEXTS):
        raise NotAllowed(OPEN)
    if on and on.first_day > legal_day(at):
        raise Refused(["Cette date est dans l’avenir."])
    if refusal := opening_refusal(on):
        raise Refused([refusal])
    procedure = version_on(text.procedure, legal_day(at))
    text.title_fr, text.title_ar = legible_titles(text.title_fr, text.title_ar)
    known = {"title_fr": text.title_fr, "title_ar": text.title_ar, "number": text.number}
    opening = told(known | {"version": procedure.version}) | owner_told(session, text.responsible_id)
    opening |= {"confirmed": list(confirmed)} if confirmed else {}
    step = replace(new_step(text, 1, OPEN, on=on, facts=opening, by=by, at=at), inferred=is_old_file)
    after = standing(text, [step], on=legal_day(at), calendar=calendar)
    record_opening(session, step, after)
    return Moved(step, after)


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
) -> Moved:
    """Move `text` by the transition `name` and record the step.

    `seen_step` is the number of the last step on the page where the move was chosen. The step, the state, the clocks
    and the papers owed are written in the caller's transaction; the caller commits. Raises Stale when the text has
    moved since, Impossible when the move does not leave from here, NotAllowed, and Refused with every reason.
    """
    steps = lock(session, text, seen_step)
    before = standing(text, steps, on=legal_day(at), calendar=calendar)
    procedure, situation = before.procedure, before.situation
    move = procedure.moves.get(name)
    if move is None or situation.state not in move.sources:
        raise Impossible(name)
    if not may_fire(by, move):
        raise NotAllowed(name)
    proposed = ProposedMove(text, procedure, situation, move, on, facts, calendar)
    if found := refusals(proposed, today=before.on):
        raise Refused(found)
    step = new_step(text, seen_step + 1, name, on=on, facts=told(settled(proposed)), by=by, at=at)
    step = numbered([*steps, step])[-1]
    after = before.following(step)
    record(session, [step], after)
    want_papers(session, text, step, move)
    note_sent(session, before.situation, step, move)
    tie_named(session, text, move, step.facts)
    return Moved(step, after)


def take_over(
    session: Session,
    text: LegalText,
    milestones: Sequence[Milestone],
    *,
    by: User,
    at: datetime,
    calendar: Calendar,
    seen_step: int | None = None,
) -> Standing:
    """Record what is known of an old file, with the steps in between as inferred; the caller commits.

    What happened is not refused for what should have been: guards and the roles of each move are not asked, no paper is
    made, no mail leaves. That is why a text already on its way is only taken over by those who answer for the division.
    `seen_step` is the number of the last step on the page where the path was read, if it was read on one. Raises
    Stale, NotAllowed, and Refused with the milestone that no legal path reaches.
    """
    steps = lock(session, text, text.last_step if seen_step is None else seen_step)
    before = standing(text, steps, on=legal_day(at), calendar=calendar)
    if not may_take_over(by, before.procedure, before.situation):
        raise NotAllowed("take_over")
    found = plan(text, before.situation, milestones)
    if found.refused:
        raise Refused(list(found.refused.values()))
    new = [
        replace(
            new_step(text, number, each.move, on=each.on, facts=told(each.facts), by=by, at=at),
            known_on=each.known_on,
            inferred=each.is_inferred,
        )
        for number, each in enumerate(found.steps, start=len(steps) + 1)
    ]
    after = Standing(text, found.situation, before.on, calendar)
    if new:
        record(session, new, after)
        for step in new:
            tie_named(session, text, after.procedure.moves[step.move], step.facts)
    return after


def record_change(
    session: Session,
    text: LegalText,
    facts: Facts,
    *,
    steps: Sequence[Recorded],
    by: User,
    on: PartialDate | None,
    at: datetime,
    calendar: Calendar,
) -> Moved:
    """Put a running text under another version of its procedure or another kind; `steps` are those of `lock()`.

    What it comes to was previewed by `workflow.register.versions` or `workflow.register.kinds`.
    """
    step = new_step(text, len(steps) + 1, CHANGE, on=on, facts=told(facts), by=by, at=at)
    after = standing(text, [*steps, step], on=legal_day(at), calendar=calendar)
    record(session, [step], after)
    return Moved(step, after)
