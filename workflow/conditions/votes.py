"""Conditions and doubts on votes: the majority that they make, and how many can vote."""

from datetime import date
from typing import Any

from workflow.conditions.proposed_move import ProposedMove
from workflow.conditions.registry import condition, doubt
from workflow.history.facts import VOTE_KEYS
from workflow.procedure.values import CERTAINTIES_FR, Certainty, in_force
from workflow.procedure.vocabulary import Seats
from workflow.sentences.places import chamber_fr

# The doubt by which a procedure tells that a vote rejects, of a committee as of a chamber.
_REJECTION = "has_lost"


@condition("les voix ne démentent pas l’adoption")
def has_carried(proposed: ProposedMove) -> str | None:
    """Refuse an adoption that its own votes contradict (majority of votes cast)."""
    votes = _votes(proposed)
    ayes, noes = votes.get("for"), votes.get("against")
    if ayes is None or noes is None or ayes > noes:
        return None
    return f"Avec {ayes} voix pour et {noes} contre, le texte n’est pas adopté : vérifiez les voix ou le résultat."


@condition("en matière sociale, majorité absolue des présents")
def has_required_majority(proposed: ProposedMove) -> str | None:
    """Ask for an absolute majority of those present on social matters (Constitution, art. 84)."""
    votes = _votes(proposed)
    counted = [votes.get(key) or 0 for key in ("for", "against", "abstentions")]
    if not proposed.text.social_matter or votes.get("for") is None or counted[0] * 2 > sum(counted):
        return None
    return "En matière sociale, le vote définitif demande la majorité absolue des membres présents."


def too_many_votes(proposed: ProposedMove) -> str | None:
    """Refuse more votes than the chamber has members; asked of every move, so no procedure names it."""
    seats = _exceeded(proposed)
    if seats is None or seats.certainty != "read":
        return None
    return f"{_beyond(proposed, seats)} : vérifiez les voix."


def not_unanimous(proposed: ProposedMove) -> str | None:
    """Refuse votes cast against the result that are told with "unanimously"; asked of every move, as their number is.

    Abstentions do not contradict it: only the votes cast are counted.
    """
    votes = _votes(proposed)
    rejects = _REJECTION in proposed.move.doubts
    side, words = ("for", "pour") if rejects else ("against", "contre")
    lost = votes.get(side)
    # Where neither result is told, votes against alone may be a unanimous refusal.
    may_refuse = not rejects and has_carried.__name__ not in proposed.move.guards and not votes.get("for")
    if not votes.get("unanimous") or not lost or may_refuse:
        return None
    return f"Avec {lost} voix {words}, le vote n’est pas unanime : retirez « à l’unanimité », ou vérifiez les voix."


@doubt("pas plus de voix que la Chambre n’avait de membres, quand ce nombre est de mémoire", everywhere=True)
def is_within_size_of_then(proposed: ProposedMove) -> str | None:
    """Doubt more votes than a chamber of the past had members, where nobody read how many they were."""
    seats = _exceeded(proposed)
    if seats is None or seats.certainty == "read":
        return None
    return f"{_beyond(proposed, seats)}{_mark(seats.certainty)}."


@doubt("pas plus de voix qu’une commission n’a de membres", numbers=("committee_members",))
def is_within_committee(proposed: ProposedMove) -> str | None:
    """Doubt more votes than a committee has members; how many they are is a mark of memory, not a rule read."""
    cast = _cast(proposed)
    members = in_force(proposed.procedure.vocabulary.numbers["committee_members"], proposed.day or date.max)
    if members is None or cast <= members.value:
        return None
    known = f"une commission compte {members.value} membres au plus{_mark(members.certainty)}"
    return f"Ces voix sont {cast} au total, mais {known}."


@doubt("les voix ne démentent pas le rejet")
def has_lost(proposed: ProposedMove) -> str | None:
    """Doubt a rejection that its own votes contradict: a majority of votes cast is not always enough to adopt."""
    votes = _votes(proposed)
    ayes, noes = votes.get("for"), votes.get("against")
    if ayes is None or noes is None or ayes <= noes:
        return None
    return f"Avec {ayes} voix pour et {noes} contre, le texte est d’ordinaire adopté, non rejeté."


def _votes(proposed: ProposedMove) -> dict[str, Any]:
    return (proposed.facts or {}).get("votes") or {}


def _cast(proposed: ProposedMove) -> int:
    votes = _votes(proposed)
    return sum(votes.get(key) or 0 for key in VOTE_KEYS)


def _mark(certainty: Certainty) -> str:
    return f" ({CERTAINTIES_FR[certainty]})" if certainty in CERTAINTIES_FR else ""


def _exceeded(proposed: ProposedMove) -> Seats | None:
    chamber = proposed.situation.chamber
    seats = proposed.procedure.vocabulary.chambers[chamber].seats_on(proposed.day) if chamber else None
    return seats if seats and _cast(proposed) > seats.count else None


def _beyond(proposed: ProposedMove, seats: Seats) -> str:
    name = chamber_fr(proposed.procedure, proposed.situation.chamber)
    counts = "compte" if seats.certainty == "read" else "comptait"
    return f"Ces voix sont {_cast(proposed)} au total, mais {name} {counts} {seats.count} membres"
