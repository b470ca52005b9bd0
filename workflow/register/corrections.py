"""Corrects what was recorded wrongly: a step struck out or put right, a correction undone, each by another step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.conditions.plausible_dates import opening_refusal
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Impossible, NotAllowed, Refused
from workflow.history.facts import Facts, asked, complaints, confirmed
from workflow.history.fold import CHANGE, Done, Situation, fold, origin
from workflow.history.particulars import MERGING
from workflow.history.steps import Recorded, Supposed
from workflow.history.what_counts import AMEND, OPEN, STRIKE, corrections, effective
from workflow.old_files.doubts import order_doubt
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.papers import want_papers_again
from workflow.register.recording import lock, new_step, record, told
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import new_reasons, newly_raised, raised
from workflow.sentences.sentence import step_sentence
from workflow.standing.standing import standing
from workflow.standing.striking import falling, first_astray

Amended = tuple[PartialDate | None, Facts]

_OPENING = "L’ouverture du dossier ne peut pas être barrée : corrigez plutôt sa date."
_OVERTAKEN = "La correction ne peut pas être annulée : l’étape « {} » a été enregistrée depuis et repose sur elle."
_SHOWN = "Des étapes suivantes tombent avec celle-ci : relisez-les ci-dessous, puis enregistrez de nouveau."
_NO_CHANGE = "Cette correction ne change rien : l’étape dit déjà cela."
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

    A step is struck with the later ones that no longer follow without it: `number` lists it, then these as they were
    shown. To strike a correction is to undo it, with those recorded with it. All is folded anew, and the papers made of
    a step that now tells something else are wanted again; the caller commits. Raises Stale, NotAllowed, and Refused
    when other steps fall than were shown, when later ones rest on what is undone, when nothing changes, when what
    is newly odd is not confirmed, or when the guards of the move do not let the new facts pass.
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
        facts["amended"] = _amendment(text, steps, number, amended, calendar=calendar, today=legal_day(at))
    else:
        targets = undone_with(steps, number) or _struck_with(text, steps, [number, *shown], calendar=calendar)
    if any(_about(steps, target).move == CHANGE for target in targets) and not may(by, Right.CHANGE_PROCEDURES):
        raise Refused([_NOT_YOURS])
    facts |= {"together": len(steps) + 1} if len(targets) > 1 else {}
    places = enumerate(targets, start=len(steps) + 1)
    new = [new_step(text, place, move, on=on, facts=facts, by=by, at=at, strikes=each) for place, each in places]
    _write(session, text, steps, new, calendar=calendar)
    return new[0]


def is_correctable(done: Done) -> bool:
    """Whether a step that counts can be struck or put right: not what reunited or separated two files."""
    return done.facts.keys().isdisjoint(MERGING)


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
    struck = _standing(fold(procedure_of(text), steps), shown[0])
    if struck.move == OPEN:
        raise Refused([_OPENING])
    if shown != [shown[0], *(each.done.number for each in falling(text, steps, shown[0], calendar))]:
        raise Refused([_SHOWN])
    return shown


def _amendment(
    text: LegalText, steps: Sequence[Recorded], number: int, amended: Amended, *, calendar: Calendar, today: date
) -> Facts:
    situation = fold(procedure_of(text), steps)
    struck, on = _standing(situation, number), amended[0]
    proposed = _proposed(text, steps, struck, amended=amended, calendar=calendar)
    _refuse(proposed, struck, on, today)
    found = correction_doubts(text, steps, number, amended, calendar=calendar)
    facts = _unasked(procedure_of(text), struck, amended[1]) | told(amended[1])
    facts = {name: value for name, value in facts.items() if name != "confirmed"}
    still = {words for _doubt, words in raised(proposed)} if proposed else set()
    still |= {order_doubt(_dated(situation, number, on), number) or ""}
    facts |= _confirmed(struck, on, [*(words for words in confirmed(struck.facts) if words in still), *found])
    if (on, facts) == (struck.on, struck.facts) and not struck.inferred:
        raise Refused([_NO_CHANGE])
    if unsure := [words for words in found if words not in confirmed(amended[1])]:
        raise Refused([f"{words} Si c’est exact, confirmez-le." for words in unsure])
    return facts


def _confirmed(struck: Done, on: PartialDate | None, words: Sequence[str]) -> Facts:
    """Give the doubts that stay confirmed; the bare mark of an old step stays with the date that it was put on."""
    if words:
        return {"confirmed": list(dict.fromkeys(words))}
    return {"confirmed": True} if struck.facts.get("confirmed") is True and on == struck.on else {}


def correction_doubts(
    text: LegalText, steps: Sequence[Recorded], number: int, amended: Amended, *, calendar: Calendar
) -> list[str]:
    """Say what would be odd about the step `number` so amended, and is not as it stands: each is to be confirmed.

    They are the doubts of moves, and that its date would stand out of order among those of the other steps.
    """
    situation = fold(procedure_of(text), steps)
    struck = next((each for each in situation.done if each.number == number), None)
    if struck is None:
        return []
    proposed = _proposed(text, steps, struck, amended=amended, calendar=calendar)
    dated = _dated(situation, number, amended[0])
    order = None if order_doubt(situation, number) else order_doubt(dated, number)
    return [*filter(None, (order,)), *(newly_raised(proposed, struck.on, struck.facts) if proposed else ())]


def _dated(situation: Situation, number: int, on: PartialDate | None) -> Situation:
    return replace(
        situation, done=tuple(replace(each, on=on) if each.number == number else each for each in situation.done)
    )


def _standing(situation: Situation, number: int) -> Done:
    done = next((each for each in situation.done if each.number == number), None)
    if done is None:
        raise Refused(["Cette étape n’existe pas, ou elle est déjà barrée."])
    if not is_correctable(done):
        raise Refused(["Deux dossiers réunis se séparent par « Séparer » ; l’étape reste dans l’histoire."])
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
    if struck.move == OPEN and (refusal := opening_refusal(on)):
        found.append(refusal)
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
