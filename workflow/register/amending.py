"""What a corrected step would tell: the facts it keeps, what is refused, doubted, or told otherwise by it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.conditions.plausible_dates import opening_refusal
from workflow.conditions.proposed_move import ProposedMove
from workflow.errors import Refused
from workflow.history.facts import Facts, asked, complaints, confirmed
from workflow.history.fold import DESCRIBE, ONLY_STRUCK, Done, Situation, fold, origin
from workflow.history.particulars import MERGING
from workflow.history.steps import Recorded, Supposed
from workflow.history.what_counts import AMEND, OPEN, effective
from workflow.old_files.doubts import order_doubt
from workflow.procedure.model import Procedure
from workflow.register.recording import told
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import new_reasons, newly_raised, raised
from workflow.standing.retold import Retold, retold

Amended = tuple[PartialDate | None, Facts]

_RETOLD = "Des étapes suivantes seraient racontées autrement : relisez-les ci-dessous, puis confirmez."
_ONLY_STRUCK = "Cette étape peut être barrée, mais sa date et ses faits ne se corrigent pas."
_NO_CHANGE = "Cette correction ne change rien : l’étape dit déjà cela."


def is_correctable(done: Done) -> bool:
    """Whether a step that counts can be struck or put right: not what reunited or separated two files.

    Nor what a piece is called: it is named anew, and what was once confidential stays so.
    """
    return done.move != DESCRIBE and done.facts.keys().isdisjoint(MERGING)


def amendment(
    text: LegalText, steps: Sequence[Recorded], shown: list[int], amended: Amended, *, calendar: Calendar, today: date
) -> Facts:
    """Give the facts of a step as it is amended; raise Refused for what a move would refuse, or would have confirmed.

    `shown` is its number, then those of the later steps that the page showed as told otherwise by it.
    """
    situation, number = fold(procedure_of(text), steps), shown[0]
    struck, on = standing_step(situation, number), amended[0]
    if struck.move in ONLY_STRUCK:
        raise Refused([_ONLY_STRUCK])
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
    asked_back: list[str] = []
    if unsure := [words for words in found if words not in confirmed(amended[1])]:
        asked_back += [f"{words} Si c’est exact, confirmez-le." for words in unsure]
    later = [each.done.number for each in retold_by(text, steps, number, amended, calendar=calendar)]
    if later and shown != [number, *later]:
        asked_back.append(_RETOLD)
    if asked_back:
        raise Refused(asked_back)
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


def retold_by(
    text: LegalText, steps: Sequence[Recorded], number: int, amended: Amended, *, calendar: Calendar
) -> list[Retold]:
    """Give the later steps that would be told at another chamber or in another reading, were the step amended so."""
    procedure = procedure_of(text)
    struck = next((each for each in fold(procedure, steps).done if each.number == number), None)
    if struck is None:
        return []
    facts = _unasked(procedure, struck, amended[1]) | told(amended[1])
    correction = Supposed(len(steps) + 1, AMEND, amended[0], strikes=number, facts={"amended": facts})
    return retold(text, steps, correction, calendar)


def _dated(situation: Situation, number: int, on: PartialDate | None) -> Situation:
    return replace(
        situation, done=tuple(replace(each, on=on) if each.number == number else each for each in situation.done)
    )


def standing_step(situation: Situation, number: int) -> Done:
    """Give the step of that number; raise Refused for one that does not count, or that only "Séparer" takes back."""
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
