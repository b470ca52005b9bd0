"""What is odd about things told of the past: they are kept as told, and doubted aloud."""

import re
from collections.abc import Iterator

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

_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS_FR)})\s+((?:1\s?er|\d{{1,2}})\s+[^\W\d_]{{3,10}})(\s+\d{{4}})?", re.IGNORECASE
)


def doubts(text: LegalText, start: Situation, found: Plan, calendar: Calendar) -> Iterator[str]:
    """Say, for each known step of a path, what a move made today would have been refused or doubted for."""
    procedure = procedure_of(text)
    situation = start
    for step in found.steps:
        move = procedure.moves[step.move]
        if step.milestone is not None and not step.elsewhere:
            proposed = ProposedMove(text, procedure, situation, move, step.on, step.facts, calendar)
            said = [
                *reasons(proposed, [guard for guard in move.guards if guard not in OF_TODAY]),
                *vote_reasons(proposed),
            ]
            told = [*said, *(words for _doubt, words in raised(proposed)), *_of_sources(step)]
            yield from (f"{named_fr(procedure, move)} ({partial_short_fr(step.on)}) – {doubt}" for doubt in told)
        situation = advance(procedure, situation, supposed(situation, step))
    if found.is_chamber_unknown:
        yield "Aucune source ne dit quelle Chambre a reçu le texte en premier : à préciser."
    if found.has_rival:
        yield "Un autre chemin, aussi court, s’accorde avec ce qui est connu : les étapes déduites restent à confirmer."


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
