"""Conditions on the file that goes before the councils: in Arabic, distributed in time, adopted."""

from datetime import date

from workflow.calendar.durations import Duration, duration_fr
from workflow.calendar.words import day_fr
from workflow.conditions.complete_file import must_be_complete
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition, doubt


@condition("intitulé en arabe connu", numbers=("complete_file",))
def has_arabic_title(proposed: ProposedMove) -> str | None:
    """Ask for the Arabic title: the file goes to the SGG in Arabic (décret n° 2-20-740, art. 3)."""
    if proposed.text.title_ar or not must_be_complete(proposed):
        return None
    return "L’intitulé en arabe manque : le dossier est transmis en langue arabe. Complétez la fiche du texte."


@condition("dix jours entre la distribution et le Conseil, ou motif du délai abrégé", numbers=("days_of_distribution",))
def has_ten_days_of_distribution(proposed: ProposedMove) -> str | None:
    """Ask for the days of the law between distribution and council (décret n° 2-20-740, art. 1 and 2)."""
    distributed = proposed.situation.last("distribution")
    council = (proposed.facts or {}).get("council_on")
    if not (distributed and distributed.on and council) or (proposed.facts or {}).get("shortened"):
        return None
    meets_on = date.fromisoformat(council)
    if meets_on < distributed.on.last_day:
        return "Le Conseil se tiendrait avant la distribution : vérifiez les deux dates."
    short = _too_short(proposed, distributed.on.last_day, meets_on)
    return f"{short}. Choisissez une autre date, ou indiquez le motif du délai abrégé." if short else None


@doubt("dix jours entre la distribution et le Conseil visé", numbers=("days_of_distribution",))
def is_distributed_in_time(proposed: ProposedMove) -> str | None:
    """Doubt a distribution fewer days than the law's before the council that it names, or that was aimed for.

    The agenda can still give the reason for a shorter delay (décret n° 2-20-740, art. 1 and 2).
    """
    named = (proposed.facts or {}).get("council_on")
    council = named or proposed.situation.told("council_on")
    if not council or proposed.day is None:
        return None
    meets_on = date.fromisoformat(council)
    if meets_on < proposed.day:  # a council aimed for that has met already is no longer the one expected
        return f"Le Conseil du {day_fr(meets_on)} se tiendrait avant cette distribution." if named else None
    short = _too_short(proposed, proposed.day, meets_on)
    return f"{short}, sauf motif de délai abrégé." if short else None


def _too_short(proposed: ProposedMove, distributed_on: date, meets_on: date) -> str:
    days = (meets_on - distributed_on).days
    asked = proposed.procedure.vocabulary.number_on("days_of_distribution", meets_on)
    if asked is None or days >= asked:
        return ""
    later = duration_fr(Duration(days, "D")) + " après" if days else "le jour même de"
    return f"Le Conseil se tiendrait {later} la distribution ; il en faut {asked}"


@condition("le Conseil des ministres l’a déjà adopté")
def has_council_of_ministers(proposed: ProposedMove) -> str | None:
    """Hold when the Council of Ministers adopted the text before (Constitution, art. 49)."""
    if proposed.situation.last("council_of_ministers"):
        return None
    return "Le Conseil des ministres n’a pas encore adopté le texte."
