"""Doubts on a decision against the agenda that was recorded: a council or a sitting of another day."""

from datetime import date

from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import doubt
from workflow.history.fold import Situation

_MEETINGS = {"council_on": "du Conseil", "sitting_on": "de la séance"}


@doubt("décision du jour inscrit à l’ordre du jour")
def is_on_agenda(proposed: ProposedMove) -> str | None:
    """Doubt a decision of another day than the council or the sitting on whose agenda the text stands."""
    told, on = _agenda(proposed.situation), proposed.on
    if told is None or on is None or on.first_day <= told[1] <= on.last_day:
        return None
    meeting, day = told
    return f"Le texte est inscrit à l’ordre du jour {meeting} du {day_fr(day)}, et non à cette date."


def day_of_council(situation: Situation) -> date | None:
    """Give the day of the Council on whose agenda the text stands; None where it was not told."""
    told = _agenda(situation)
    return told[1] if told and told[0] == _MEETINGS["council_on"] else None


def _agenda(situation: Situation) -> tuple[str, date] | None:
    """Give the meeting whose day was told last since the text came into its state, and that day."""
    for done in reversed(situation.done):
        for fact, meeting in _MEETINGS.items():
            if told := done.facts.get(fact):
                return meeting, date.fromisoformat(told)
        if done is situation.arrival:
            return None
    return None
