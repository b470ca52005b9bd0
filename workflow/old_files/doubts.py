"""What is odd about things told of the past: they are kept as told, and doubted aloud."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.words import WEEKDAYS_FR, day_fr, parse_fr, partial_short_fr
from workflow.calendar.working_days import Calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.fold import Situation, advance
from workflow.old_files.matching import OF_TODAY
from workflow.old_files.milestones import Plan, Planned, supposed
from workflow.rulebook.files import procedure_of
from workflow.rulebook.open_moves import raised, reasons, vote_reasons
from workflow.sentences.sentence import named_fr

# Doubts on what is not said of a step.
_OF_WHAT_IS_LEFT_OUT = frozenset({"has_dahir_number"})
_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS_FR)})\s+((?:1\s?er|\d{{1,2}})\s+[^\W\d_]{{3,10}})(\s+\d{{4}})?", re.IGNORECASE
)


def doubts(text: LegalText, start: Situation, found: Plan, calendar: Calendar) -> Iterator[str]:
    """Say, for each known step of a path, what a move made today would have been refused or doubted for."""
    for step, proposed in _walked(text, start, found, calendar):
        if step.milestone is not None and not step.is_concluded:
            said = [
                *reasons(proposed, [guard for guard in proposed.move.guards if guard not in OF_TODAY]),
                *vote_reasons(proposed),
            ]
            odd = (words for _doubt, words in raised(proposed))
            yield from _placed(proposed, [*said, *odd, *_of_sources(step)])
    yield from _of_path(found)


def doubts_of_table(text: LegalText, start: Situation, found: Plan) -> Iterator[str]:
    """Say, for each known step of a path that a table tells, what is odd about what it tells.

    A table tells too little of each step for the rules of its day to be asked, and what it leaves out is not odd.
    """
    for step, proposed in _walked(text, start, found, Calendar()):
        if step.milestone is not None:
            odd = [words for each, words in raised(proposed) if each.name not in _OF_WHAT_IS_LEFT_OUT]
            yield from _placed(proposed, [*odd, *_of_sources(step)])
    yield from _of_path(found)


def _of_path(found: Plan) -> Iterator[str]:
    """Say what a path leaves open, whatever told its steps."""
    if found.is_chamber_unknown:
        yield "Aucune source ne dit quelle Chambre a reçu le texte en premier : à préciser."
    if found.has_rival:
        yield "Un autre chemin, aussi court, s’accorde avec ce qui est connu : les étapes déduites restent à confirmer."


def _walked(
    text: LegalText, start: Situation, found: Plan, calendar: Calendar
) -> Iterator[tuple[Planned, ProposedMove]]:
    """Give each step of a path with the move that it would be where it stands."""
    procedure = procedure_of(text)
    situation = start
    for step in found.steps:
        move = procedure.moves[step.move]
        yield step, ProposedMove(text, procedure, situation, move, step.on, step.facts, calendar)
        situation = advance(procedure, situation, supposed(situation, step))


def _placed(proposed: ProposedMove, said: Iterable[str]) -> Iterator[str]:
    where = f"{named_fr(proposed.procedure, proposed.move)} ({partial_short_fr(proposed.on)})"
    yield from (f"{where} – {doubt}" for doubt in said)


def is_to_come(on: PartialDate, today: date) -> bool:
    """Whether all of a date lies after today: what it tells cannot have happened."""
    return on.first_day > today


def order_doubt(situation: Situation, number: int) -> str | None:
    """Say that the date of a step stands before one recorded earlier, or after one recorded later, if so."""
    on = dict(situation.dated).get(number)
    if on is None:
        return None
    earlier = [day for place, day in situation.dated if place < number and day.first_day > on.last_day]
    later = [day for place, day in situation.dated if place > number and day.last_day < on.first_day]
    if earlier:
        return f"Cette date précède celle d’une étape enregistrée avant elle ({partial_short_fr(earlier[-1])})."
    return (
        f"Cette date suit celle d’une étape enregistrée après elle ({partial_short_fr(later[0])})." if later else None
    )


def _of_sources(step: Planned) -> Iterator[str]:
    if step.facts.get("conflicts"):
        yield "des sources sont en désaccord."
    for name in ("reference", "note"):
        yield from weekday_doubts(str(step.facts.get(name) or ""), step.on)


def weekday_doubts(words: str, on: PartialDate | None) -> Iterator[str]:
    """Say which weekdays in these words are not those of their dates; `on` lends its year where none is told."""
    for weekday, day, year in _WEEKDAY.findall(words):
        try:
            told = parse_fr(f"{day} {year.strip() or (on.year if on else '')}".strip()).first_day
        except ValueError:
            continue
        if (real := WEEKDAYS_FR[told.weekday()]) != weekday.lower():
            yield f"« {weekday} {day}{year} » ne se peut pas, car le {day_fr(told)} est un {real}."
