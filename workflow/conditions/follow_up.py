"""Conditions on what was recorded before: once only, suspended, taken up again."""

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition
from workflow.history.fold import RESUME, SUSPEND


@condition("une seule fois")
def is_first_time(proposed: ProposedMove) -> str | None:
    """Hold while this move was never made."""
    return "Cette étape est déjà enregistrée." if proposed.situation.count(proposed.move.name) else None


@condition("le suivi est suspendu")
def is_suspended(proposed: ProposedMove) -> str | None:
    """Hold while the follow-up is suspended."""
    return None if _suspended(proposed) else "Le suivi n’est pas suspendu."


@condition("le suivi n’est pas suspendu")
def is_not_suspended(proposed: ProposedMove) -> str | None:
    """Hold while the follow-up goes on."""
    return "Le suivi est déjà suspendu." if _suspended(proposed) else None


def _suspended(proposed: ProposedMove) -> bool:
    return proposed.situation.count(SUSPEND) > proposed.situation.count(RESUME)
