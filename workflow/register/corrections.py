"""Corrects what was recorded wrongly: a step struck out or put right, a correction undone, each by another step."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.facts import Facts, asked, complaints
from workflow.history.fold import AMEND, STRIKE, Done, Situation, corrections, effective, fold, origin
from workflow.history.steps import Recorded
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.papers import want_papers_again
from workflow.register.recording import lock, new_step, record, told
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import new_reasons
from workflow.standing.standing import standing

Amended = tuple[PartialDate | None, Facts]

_RESTING = "Les étapes suivantes reposent sur celle-ci : corrigez d’abord la dernière étape."
_OVERTAKEN = "La correction ne peut pas être annulée : ce qui a été enregistré depuis repose sur elle."


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
    amended: Amended | None = None,
) -> Recorded:
    """Strike the step `number`, or give it another date and other facts, by a new step that says why.

    To strike a correction is to undo it. The state, the clocks and all else are folded anew, and the papers made of a
    step that now tells something else are wanted again; the caller commits. Raises Stale, NotAllowed, and Refused when
    the steps left would not follow from each other, or when the guards of the move do not let the new facts pass.
    """
    procedure = procedure_of(text)
    steps = lock(session, text, seen_step)
    if not may(by, Right.CORRECT_STEPS):
        raise NotAllowed(STRIKE)
    if not reason.strip():
        raise Refused(["Dites pourquoi cette étape est corrigée."])
    before = fold(procedure, steps)
    facts: Facts = {"reason": reason.strip()}
    undoes = not amended and number in undoable(steps)
    struck = None if undoes else _standing(before, number)
    if amended and struck:
        _refuse(_proposed(text, steps, struck, amended=amended, calendar=calendar), struck, amended[0], legal_day(at))
        facts["amended"] = _unasked(procedure, struck, amended[1]) | told(amended[1])
    move, on = (AMEND, amended[0]) if amended else (STRIKE, None)
    step = new_step(text, len(steps) + 1, move, on=on, facts=facts, by=by, at=at, strikes=number)
    try:
        after = standing(text, [*steps, step], on=legal_day(at), calendar=calendar)
    except Impossible as error:
        raise Refused([_OVERTAKEN if undoes else _RESTING]) from error
    record(session, [step], after)
    want_papers_again(session, [steps[place - 1] for place in _retold(before, after.situation)], step)
    return step


def undoable(steps: Sequence[Recorded]) -> set[int]:
    """Give the numbers of the corrections that are the last word on their step."""
    return {correction.number for correction in corrections(steps).values()}


def _standing(situation: Situation, number: int) -> Done:
    done = next((each for each in situation.done if each.number == number), None)
    if done is None:
        raise Refused(["Cette étape n’existe pas, ou elle est déjà barrée."])
    return done


def _proposed(
    text: LegalText, steps: Sequence[Recorded], struck: Done, *, amended: Amended, calendar: Calendar
) -> ProposedMove | None:
    """Put the step once more as it is told now, where the text stood before it; None for one that is no move."""
    procedure = procedure_of(text).at(struck.version, struck.kind)
    if struck.move not in procedure.moves:
        return None
    before = fold(origin(procedure, steps), [step for step in effective(steps) if step.number < struck.number])
    on, facts = amended
    return ProposedMove(text, procedure, before, procedure.moves[struck.move], on, told(facts), calendar)


def _refuse(proposed: ProposedMove | None, struck: Done, on: PartialDate | None, today: date) -> None:
    found = []
    if proposed and proposed.facts is not None:
        found = complaints(proposed.procedure, proposed.move, proposed.facts) or new_reasons(proposed, struck.facts)
    if on and on.first_day > today:
        found.append("Cette date est dans l’avenir.")
    if found:
        raise Refused(found)


def _unasked(procedure: Procedure, struck: Done, facts: Facts) -> Facts:
    # Nobody was shown what the step carries besides: it stays as it is.
    move = procedure.at(struck.version, struck.kind).moves.get(struck.move)
    known = {*asked(procedure, move), *facts} if move else set(facts)
    return {name: value for name, value in struck.facts.items() if name not in known}


def _retold(before: Situation, after: Situation) -> list[int]:
    """Give the numbers of the steps that stand in both, and tell something else."""
    said = {done.number: (done.on, done.facts) for done in before.done}
    return [done.number for done in after.done if said.get(done.number, (done.on, done.facts)) != (done.on, done.facts)]
