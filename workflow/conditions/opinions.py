"""Conditions on what is asked of others: opinions, impact studies, the Court's word on a delegalisation."""

from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.opinions import opinions
from workflow.procedure.institutions import same, short_fr


@condition("avis obligatoires rendus")
def has_compulsory_opinions(proposed: ProposedMove) -> str | None:
    """Ask for the opinions that were declared compulsory (décret n° 2-20-740, art. 3)."""
    missing = [short_fr(each.body) for each in opinions(proposed.situation) if each.compulsory and not each.answered]
    return f"Avis obligatoires attendus : {' ; '.join(missing)}." if missing else None


@condition("le silence ne vaut réponse que si la loi le dit, une fois le délai passé")
def is_silence_an_answer(proposed: ProposedMove) -> str | None:
    """Refuse to read an answer in the silence of a body unless the law does, and its time has run out."""
    facts = proposed.facts or {}
    if facts.get("answer") != "silent":
        return None
    body = facts.get("body", "")
    running = proposed.open_clocks
    asked = next((clock for clock in running if clock.rule.tacit and same(clock.subject, body)), None)
    if asked is None:
        return f"Aucun texte ne tient le silence pour une réponse : attendez l’avis demandé ({short_fr(body)})."
    # An answer asked for sooner than the law says shortens no term of the law.
    ends = [day for day in (asked.due_on, asked.legal_due_on(proposed.calendar)) if day]
    if ends and proposed.day and proposed.day <= max(ends):
        return f"Le silence ne vaut réponse qu’après le {day_fr(max(ends))}."
    return None


@condition("une étude d’impact est demandée et n’est pas rendue")
def has_impact_study_under_way(proposed: ProposedMove) -> str | None:
    """Hold between the order of an impact study and its delivery."""
    count = proposed.situation.count
    under_way = count("order_impact_study") > count("deliver_impact_study")
    return None if under_way else "Aucune étude d’impact n’est en cours."


@condition("la Cour est saisie d’une demande de déclassement")
def is_delegalisation_asked(proposed: ProposedMove) -> str | None:
    """Hold between the request that a law be changed by decree and the Court's decision (Constitution, art. 73)."""
    count = proposed.situation.count
    asked = count("ask_delegalisation") > count("receive_delegalisation")
    return None if asked else "La Cour n’est saisie d’aucune demande de déclassement."
