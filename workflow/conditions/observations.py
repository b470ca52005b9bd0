"""Conditions on observations received: each one has an answer before the text goes on."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.observations import still_open
from workflow.language.articles import named_articles


@condition("une observation au moins attend sa suite")
def has_open_observations(proposed: ProposedMove) -> str | None:
    """Hold while an observation has no answer that settles it."""
    return None if any(still_open(proposed.situation)) else "Aucune observation n’attend de suite."


@condition("observation sans suite")
def is_open_observation(proposed: ProposedMove) -> str | None:
    """Refuse the answer to a remark that was not recorded, or that is settled already."""
    left = list(still_open(proposed.situation))
    if proposed.facts is None or not left or proposed.facts.get("answered") in {each.named for each in left}:
        return None
    return f"Indiquez l’une des observations sans suite : n° {', '.join(str(each.rank) for each in left)}."


@condition("motif donné quand l’observation n’est pas retenue")
def has_reason_for_not_keeping(proposed: ProposedMove) -> str | None:
    """Ask why an observation is kept in part only, or not at all."""
    facts = proposed.facts or {}
    if facts.get("position") not in {"partly", "rejected"} or facts.get("reason"):
        return None
    return "Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie."


@condition("toute observation a reçu sa suite")
def has_settled_observations(proposed: ProposedMove) -> str | None:
    """Ask for an answer to every observation before the corrected version goes on."""
    left = list(still_open(proposed.situation))
    if not left:
        return None
    about = " ; ".join(f"n° {each.rank}{f' ({named_articles(each.article)})' if each.article else ''}" for each in left)
    return f"Observations sans suite : {about}. Dites ce que le ministère en fait avant de transmettre la version."
