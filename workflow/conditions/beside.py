"""Named conditions on what goes on beside the text's own way: opinions, studies, meetings."""

from collections.abc import Callable

from workflow.calendar.words import day_fr
from workflow.conditions.proposed_move import ProposedMove
from workflow.deadlines.clocks import clocks
from workflow.language.folding import plain


def is_silence_an_answer(proposed: ProposedMove) -> str | None:
    """Refuse to read an answer in the silence of a body unless the law does, and its time has run out."""
    facts = proposed.facts or {}
    if facts.get("answer") != "silent":
        return None
    body = facts.get("body", "")
    run = clocks(proposed.procedure, proposed.situation.done, proposed.calendar)
    asked = next(
        (clock for clock in run if clock.rule.tacit and clock.is_open and plain(clock.subject) == plain(body)), None
    )
    if asked is None:
        return f"Aucun texte ne tient le silence pour une réponse : attendez l’avis demandé ({body})."
    # An answer asked for sooner than the law says shortens no term of the law.
    ends = [day for day in (asked.due_on, asked.legal_due_on(proposed.calendar)) if day]
    if ends and proposed.day and proposed.day <= max(ends):
        return f"Le silence ne vaut réponse qu’après le {day_fr(max(ends))}."
    return None


def is_first_time(proposed: ProposedMove) -> str | None:
    """Hold while this move was never made."""
    return "Cette étape est déjà enregistrée." if proposed.situation.count(proposed.move.name) else None


def has_impact_study_under_way(proposed: ProposedMove) -> str | None:
    """Hold between the order of an impact study and its delivery."""
    ordered, delivered = (proposed.situation.count(f"{what}_impact_study") for what in ("order", "deliver"))
    return None if ordered > delivered else "Aucune étude d’impact n’est en cours."


def is_delegalisation_asked(proposed: ProposedMove) -> str | None:
    """Hold between the request that a law be changed by decree and the Court's decision."""
    asked, received = (proposed.situation.count(f"{what}_delegalisation") for what in ("ask", "receive"))
    return None if asked > received else "La Cour n’est saisie d’aucune demande de déclassement."


def is_before_councillors(proposed: ProposedMove) -> str | None:
    """Hold while the text is before the Chamber of Councillors."""
    there = proposed.situation.chamber == "conseillers"
    return None if there else "Le texte n’est pas devant la Chambre des conseillers."


BESIDE: dict[str, Callable[[ProposedMove], str | None]] = {
    guard.__name__: guard
    for guard in (
        is_silence_an_answer,
        is_first_time,
        has_impact_study_under_way,
        is_delegalisation_asked,
        is_before_councillors,
    )
}
