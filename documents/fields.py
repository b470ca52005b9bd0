"""The fields that the templates of every paper may use; their names are read by people who write templates."""

from documents.case import Case, Letterhead
from documents.kind import Fields
from models import DeadlineStatus
from workflow.deadlines.clocks import Clock
from workflow.language.official_numbers import says_number
from workflow.language.typography import capital
from workflow.sentences.sentence import date_fr, step_sentence

_NOTHING_LEFT = "Aucune : le parcours est achevé."
_NOTHING_OPEN = "Aucune étape n’est ouverte pour l’instant."


def of_letterhead(letterhead: Letterhead) -> Fields:
    """Give the fields of the letterhead."""
    return {
        "ministere": letterhead.name_fr,
        "ministere_ar": letterhead.name_ar,
        "direction": letterhead.direction_fr,
        "direction_ar": letterhead.direction_ar,
        "division": letterhead.division_fr,
        "division_ar": letterhead.division_ar,
        "ville": letterhead.city_fr,
        "ville_ar": letterhead.city_ar,
        "ministre": letterhead.minister_fr,
        "secretaire_general": letterhead.secretary_general_fr,
    }


def of_case(case: Case) -> Fields:
    """Give the fields of the letterhead, of the text, and of where it stands."""
    noun = case.procedure.noun(case.situation.state)
    last = case.situation.done[-1]
    return of_letterhead(case.letterhead) | {
        "dossier": f"Dossier n° {case.number}" if case.number else f"Dossier {case.text.id.hex[:8]}",
        "situation_le": case.on,
        "nature": capital(noun.fr),
        "intitule": case.title_fr,
        "intitule_ar": case.title_ar or None,
        "objet": with_number(case.title_fr, case.number),
        "numero": case.number,
        "etat": case.procedure.states[case.situation.state].label_fr,
        "phrase": case.sentence,
        "detenteur": case.holder,
        "detenu_depuis": "" if is_over(case) else date_fr(case.held_since, "since"),
        "responsable": case.responsible,
        "dernier_acte": step_sentence(case.procedure, last),
        "dernier_acte_le": last.on,
        "prochaine_action": next_action(case),
    }


def with_number(title: str, number: str | None, *, apart: str = "") -> str:
    """Give a title with its number, `apart` from it, unless the title says it."""
    if not number or says_number(title, number):
        return title
    return f"{title}{apart}n° {number}" if apart else f"{title} (n° {number})"


def next_action(case: Case) -> str:
    """Name the likeliest move, or the question that several moves answer."""
    if is_over(case):
        return _NOTHING_LEFT
    moves = [each.move for each in case.moves if not each.move.stays]
    if not moves:
        return _NOTHING_OPEN
    event = moves[0].event
    return case.procedure.events[event].label_fr if event else moves[0].label_fr


def is_over(case: Case) -> bool:
    """Whether the way of the text has ended: nothing more is expected of anybody."""
    state = case.procedure.states[case.situation.state]
    return state.is_end


def due_next(case: Case) -> list[Clock]:
    """Give the running clocks whose due date is known, the nearest first."""
    running = [clock for clock in case.clocks if clock.status is DeadlineStatus.RUNNING and not clock.is_over(case.on)]
    return sorted((clock for clock in running if clock.due_on), key=lambda clock: (clock.due_on is None, clock.due_on))
