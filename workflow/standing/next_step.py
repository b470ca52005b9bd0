"""The likeliest next step of a text in words: what it brings, never the words of a button."""

from collections.abc import Sequence

from workflow.history.fold import Situation
from workflow.procedure.model import Procedure
from workflow.rulebook.open_moves import OpenMove
from workflow.sentences.places import in_chamber_ar, in_chamber_fr


def next_step_fr(procedure: Procedure, situation: Situation, moves: Sequence[OpenMove]) -> str:
    """Name the next step, or what several moves decide."""
    if procedure.states[situation.state].is_end:
        return "Aucune : le parcours est achevé."
    ways = [each.move for each in moves if not each.move.stays]
    if not ways:
        return "Aucune étape n’est ouverte pour l’instant."
    if event := ways[0].event:
        return in_chamber_fr(procedure, procedure.events[event].title_fr, situation.chamber)
    return procedure.states[ways[0].to].label_fr


def next_step_ar(procedure: Procedure, situation: Situation, moves: Sequence[OpenMove]) -> str:
    """Name it in Arabic."""
    if procedure.states[situation.state].is_end:
        return "لا شيء: انتهى المسار."
    ways = [each.move for each in moves if not each.move.stays]
    if not ways:
        return "لا توجد أي مرحلة مفتوحة حاليا."
    if event := ways[0].event:
        return in_chamber_ar(procedure, procedure.events[event].title_ar, situation.chamber)
    return procedure.states[ways[0].to].label_ar
