"""Corrects what was recorded wrongly: a step struck out or put right, a correction undone, each by another step."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.facts import Facts
from workflow.history.fold import CHANGE, Situation, fold, origin
from workflow.history.steps import Recorded, Supposed
from workflow.history.what_counts import AMEND, OPEN, STRIKE, corrections
from workflow.people.permissions import Right, may
from workflow.register.amending import Amended, amendment, standing_step
from workflow.register.papers import want_papers_again
from workflow.register.recording import lock, new_step, record
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence
from workflow.standing.standing import standing
from workflow.standing.striking import falling, first_astray

_OPENING = "L’ouverture du dossier ne peut pas être barrée : corrigez plutôt sa date."
_OVERTAKEN = "La correction ne peut pas être annulée : l’étape « {} » a été enregistrée depuis et repose sur elle."
_SHOWN = "Des étapes suivantes tombent avec celle-ci : relisez-les ci-dessous, puis enregistrez de nouveau."
_NOT_YOURS = "Un changement de nature ou de version serait barré : demandez-le à qui peut changer la nature d’un texte."


def correct(
    session: Session,
    text: LegalText,
    number: int | Sequence[int],
    *,
    by: User,
    seen_step: int,
    at: datetime,
    reason: str,
    calendar: Calendar,
    amended: Amended | None = None,
) -> Recorded:
    """Strike the step `number`, or give it another date and other facts, by a new step that says why; give that step.

    `number` lists it, then the later steps as they were shown: those that no longer follow without it, struck with it,
    or those told otherwise once it is amended (`retold_by`). To strike a correction is to undo it, with those recorded
    with it. All is folded anew, and the papers of a step that now tells something else are wanted again; the caller
    commits. Raises Stale, NotAllowed, and Refused when other later steps were shown, when some rest on what is undone,
    when nothing changes, when what is newly odd is not confirmed, or when guards do not let the new facts pass.
    """
    steps = lock(session, text, seen_step)
    if not may(by, Right.CORRECT_STEPS):
        raise NotAllowed(STRIKE)
    if not reason.strip():
        raise Refused(["Dites pourquoi cette étape est corrigée."])
    number, *shown = [number] if isinstance(number, int) else number
    facts: Facts = {"reason": reason.strip()}
    move, on, targets = STRIKE, None, [number]
    if amended:
        move, on = AMEND, amended[0]
        facts["amended"] = amendment(text, steps, [number, *shown], amended, calendar=calendar, today=legal_day(at))
    else:
        targets = undone_with(steps, number) or _struck_with(text, steps, [number, *shown], calendar=calendar)
    if any(_about(steps, target).move == CHANGE for target in targets) and not may(by, Right.CHANGE_PROCEDURES):
        raise Refused([_NOT_YOURS])
    facts |= {"together": len(steps) + 1} if len(targets) > 1 else {}
    places = enumerate(targets, start=len(steps) + 1)
    new = [new_step(text, place, move, on=on, facts=facts, by=by, at=at, strikes=each) for place, each in places]
    _write(session, text, steps, new, calendar=calendar)
    return new[0]


def undoable(steps: Sequence[Recorded]) -> set[int]:
    """Give the numbers of the corrections that are the last word on their step."""
    return {correction.number for correction in corrections(steps).values()}


def undone_with(steps: Sequence[Recorded], number: int) -> list[int]:
    """Give the correction `number` and those recorded with it, if it is the last word on its step; else nothing."""
    last = undoable(steps)
    if number not in last:
        return []
    together = steps[number - 1].facts.get("together")
    return [each for each in sorted(last) if each == number or steps[each - 1].facts.get("together", 0) == together]


def undo_refusal(text: LegalText, steps: Sequence[Recorded], number: int) -> str | None:
    """Say why the correction `number` cannot be undone, if it cannot: what was recorded since rests on it."""
    procedure = procedure_of(text)
    targets = enumerate(undone_with(steps, number), start=len(steps) + 1)
    undoing = [Supposed(place, STRIKE, strikes=target) for place, target in targets]
    astray = first_astray(origin(procedure, steps), [*steps, *undoing])
    if astray is None:
        return None
    said = {done.number: step_sentence(procedure, done) for done in fold(procedure, steps).done}
    return _OVERTAKEN.format(said.get(astray, "").rstrip("."))


def _write(
    session: Session, text: LegalText, steps: Sequence[Recorded], new: Sequence[Recorded], *, calendar: Calendar
) -> None:
    before = fold(procedure_of(text), steps)
    try:
        after = standing(text, [*steps, *new], on=legal_day(new[0].at), calendar=calendar)
    except Impossible as error:
        raise Refused([undo_refusal(text, steps, new[0].strikes or 0) or _OPENING]) from error
    record(session, new, after)
    want_papers_again(session, [steps[place - 1] for place in _retold(before, after.situation)], new[0])


def _about(steps: Sequence[Recorded], number: int) -> Recorded:
    """Give the step that a correction, or a correction of one, is about in the end."""
    step = steps[number - 1]
    return _about(steps, step.strikes) if step.strikes else step


def _struck_with(text: LegalText, steps: Sequence[Recorded], shown: list[int], *, calendar: Calendar) -> list[int]:
    struck = standing_step(fold(procedure_of(text), steps), shown[0])
    if struck.move == OPEN:
        raise Refused([_OPENING])
    if shown != [shown[0], *(each.done.number for each in falling(text, steps, shown[0], calendar))]:
        raise Refused([_SHOWN])
    return shown


def _retold(before: Situation, after: Situation) -> list[int]:
    """Give the numbers of the steps that stand in both, and tell something else."""
    said = {done.number: (done.on, done.facts) for done in before.done}
    return [done.number for done in after.done if said.get(done.number, (done.on, done.facts)) != (done.on, done.facts)]
