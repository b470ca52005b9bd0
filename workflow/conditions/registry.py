"""Named conditions on a move: each gives the reason for refusal as a sentence for the person, or None."""

from collections.abc import Callable
from datetime import date

from workflow.conditions.beside import BESIDE
from workflow.conditions.consultations import GUARDS_PARALLEL
from workflow.conditions.entry_into_force import GUARDS_IN_FORCE
from workflow.conditions.parliament import (
    has_carried,
    has_required_majority,
    has_ten_days_since_deposit,
    has_version_of_other_chamber,
    is_first_adoption,
    is_first_return_to_committee,
    is_last_word,
    is_not_last_word,
    is_not_yet_extended,
    is_not_yet_studied,
    is_on_day_of_vote,
)
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.fold import RESUME, SUSPEND

_COMPLETE_FILE_SINCE = date(2021, 9, 9)
_DAYS_OF_DISTRIBUTION = 10


Guard = Callable[[ProposedMove], str | None]


def all_required_pieces(proposed: ProposedMove) -> str | None:
    """Ask for the pieces of a complete file (décret n° 2-20-740, art. 3, in force since 9 September 2021)."""
    if proposed.facts is None or (proposed.day and proposed.day < _COMPLETE_FILE_SINCE):
        return None
    given = set(proposed.facts.get("pieces", ()))
    choices = proposed.procedure.vocabulary.facts["pieces"].choices
    missing = [
        choice.fr
        for choice in choices
        if choice.value not in given and (choice.value != "finance" or proposed.text.financial_impact)
    ]
    return f"Le dossier est incomplet ; il manque : {', '.join(missing)}." if missing else None


def has_arabic_title(proposed: ProposedMove) -> str | None:
    """Ask for the Arabic title: the file goes to the SGG in Arabic (décret n° 2-20-740, art. 3)."""
    if proposed.text.title_ar or (proposed.day and proposed.day < _COMPLETE_FILE_SINCE):
        return None
    return "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte."


def has_ten_days_of_distribution(proposed: ProposedMove) -> str | None:
    """Ask for ten days between distribution and council (décret n° 2-20-740, art. 1 and 2)."""
    distributed = proposed.situation.last("distribution")
    council = (proposed.facts or {}).get("council_on")
    if not (distributed and distributed.on and council) or (proposed.facts or {}).get("shortened"):
        return None
    days = (date.fromisoformat(council) - distributed.on.last_day).days
    if days >= _DAYS_OF_DISTRIBUTION or date.fromisoformat(council) < _COMPLETE_FILE_SINCE:
        return None
    return (
        f"Le Conseil se tiendrait {days} jours après la distribution ; il en faut dix. "
        "Choisissez une autre date, ou indiquez le motif du délai abrégé."
    )


def has_council_of_ministers(proposed: ProposedMove) -> str | None:
    """Hold when the Council of Ministers adopted the text before (Constitution, art. 49)."""
    if proposed.situation.last("council_of_ministers"):
        return None
    return "Le Conseil des ministres n’a pas encore adopté le texte."


def is_suspended(proposed: ProposedMove) -> str | None:
    """Hold while the follow-up is suspended."""
    return None if _suspended(proposed) else "Le suivi n’est pas suspendu."


def is_not_suspended(proposed: ProposedMove) -> str | None:
    """Hold while the follow-up goes on."""
    return "Le suivi est déjà suspendu." if _suspended(proposed) else None


def _suspended(proposed: ProposedMove) -> bool:
    return proposed.situation.count(SUSPEND) > proposed.situation.count(RESUME)


GUARDS: dict[str, Guard] = BESIDE | {
    guard.__name__: guard
    for guard in (
        *GUARDS_IN_FORCE,
        *GUARDS_PARALLEL,
        all_required_pieces,
        has_arabic_title,
        has_ten_days_of_distribution,
        is_first_adoption,
        has_version_of_other_chamber,
        is_last_word,
        is_not_last_word,
        has_carried,
        has_required_majority,
        is_first_return_to_committee,
        is_not_yet_studied,
        is_not_yet_extended,
        has_council_of_ministers,
        is_on_day_of_vote,
        is_suspended,
        is_not_suspended,
        has_ten_days_since_deposit,
    )
}
