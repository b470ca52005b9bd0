"""Conditions on entry into force: from when, until when, and for which part."""

from datetime import date

from workflow.calendar.durations import Duration, add
from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition, doubt

_LONG = Duration(120, "M")


@condition("une date ou un nombre de mois, l’un des deux")
def has_entry_into_force_date(proposed: ProposedMove) -> str | None:
    """Ask for a date or a number of months, one of the two."""
    if proposed.facts is None:
        return None
    if bool(proposed.facts.get("in_force_on")) == bool(proposed.facts.get("in_force_after")):
        return "Indiquez soit la date fixée par le texte, soit le nombre de mois après la publication."
    return None


@condition("une date, un nombre de mois ou les textes attendus")
def has_time_of_later_part(proposed: ProposedMove) -> str | None:
    """Ask when the part enters into force: a date, a number of months, or the texts that it waits for."""
    facts = proposed.facts
    if facts is None or sum(bool(facts.get(name)) for name in ("in_force_on", "in_force_after", "awaited")) == 1:
        return None
    return "Indiquez quand cette partie entre en vigueur : une date, un nombre de mois ou les textes attendus."


@condition("pas avant la date que fixe le texte")
def is_entry_into_force_reached(proposed: ProposedMove) -> str | None:
    """Refuse an entry into force before the day that the text itself sets."""
    due = _due(proposed, "entry_into_force")
    if due is None or proposed.day is None or proposed.day >= due:
        return None
    return f"Le texte n’entre en vigueur que le {day_fr(due)}."


@condition("date qui ne suit pas la publication")
def is_not_after_publication(proposed: ProposedMove) -> str | None:
    """Refuse an entry into force "on publication" dated after it."""
    published = proposed.situation.last("publication")
    if proposed.on and published and published.on and proposed.on.first_day > published.on.last_day:
        return "Cette date suit la publication : enregistrez une entrée en vigueur à une date connue."
    return None


@condition("pas avant la publication")
def is_not_before_publication(proposed: ProposedMove) -> str | None:
    """Refuse an entry into force before the text is published: until then nobody can know it (Constitution, art. 6)."""
    published = _published(proposed)
    if proposed.on is None or published is None or proposed.on.last_day >= published:
        return None
    return f"Un texte n’entre pas en vigueur avant d’être publié, le {day_fr(published)} (Constitution, art. 6)."


@condition("entrée en vigueur différée après la publication")
def is_deferred_after_publication(proposed: ProposedMove) -> str | None:
    """Refuse a deferred entry into force that is set before the publication (Constitution, art. 6)."""
    published, told = _published(proposed), (proposed.facts or {}).get("in_force_on")
    if published is None or not told or date.fromisoformat(told) >= published:
        return None
    return (
        f"Cette date précède la publication ({day_fr(published)}) : une entrée en vigueur ne se diffère qu’après elle "
        "(Constitution, art. 6)."
    )


@doubt("entrée en vigueur dans les dix ans")
def is_in_force_within_ten_years(proposed: ProposedMove) -> str | None:
    """Doubt an entry into force more than ten years after the publication: its year is perhaps mistyped."""
    facts = proposed.facts or {}
    published = _published(proposed) or proposed.day
    told = date.fromisoformat(facts["in_force_on"]) if facts.get("in_force_on") else None
    if published and facts.get("in_force_after"):
        told = add(published, Duration(facts["in_force_after"], "M"), proposed.calendar)
    if told is None or published is None or told <= add(published, _LONG, proposed.calendar):
        return None
    return f"Le texte n’entrerait en vigueur que le {day_fr(told)}, plus de dix ans après sa publication."


@condition("effet antérieur à la publication ; pour une loi, motif")
def is_effective_before_publication(proposed: ProposedMove) -> str | None:
    """Refuse a retroactive effect that is none, and ask why a law has one (Constitution, art. 6)."""
    facts = proposed.facts or {}
    published = proposed.situation.last("publication")
    if "effective_on" not in facts:
        return None
    if published and published.on and date.fromisoformat(facts["effective_on"]) >= published.on.last_day:
        return "La date d’effet ne précède pas la publication : choisissez une autre règle d’entrée en vigueur."
    if proposed.procedure.sections["act"] == "lois" and not facts.get("note"):
        return "La loi ne peut avoir d’effet rétroactif (Constitution, art. 6) : dites dans la note ce qui le permet."
    return None


@condition("le texte ne s’applique que jusqu’à un jour donné")
def has_limited_validity(proposed: ProposedMove) -> str | None:
    """Hold when the text applies until a given day."""
    facts = proposed.facts or {}
    told = facts.get("until_on") or facts.get("ended")
    return None if told or _due(proposed, "validity") else "La durée d’application n’est pas limitée."


@condition("pas avant la fin de la durée fixée")
def is_validity_over(proposed: ProposedMove) -> str | None:
    """Refuse an end of application before the day that the text, or its last extension, sets."""
    due = _due(proposed, "validity")
    if due is None or proposed.day is None or proposed.day >= due:
        return None
    return f"Le texte s’applique jusqu’au {day_fr(due)}."


def _published(proposed: ProposedMove) -> date | None:
    """Give the first day on which it can have been published, where that is known."""
    done = proposed.situation.last("publication")
    return done.on.first_day if done and done.on else None


def _due(proposed: ProposedMove, rule: str) -> date | None:
    return next((clock.due_on for clock in proposed.open_clocks if clock.rule.code == rule), None)
