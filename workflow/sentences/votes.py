"""A vote in words, with every number that was told of it."""

from typing import Any


def votes_fr(votes: dict[str, Any] | None, *, rejected: bool = False) -> str:
    """Word a vote, those who carried it first: "à l’unanimité", "par 70 voix contre 22, avec 3 abstentions".

    Every number that was told is said, also one that contradicts the words told with it.
    """
    if not votes:
        return ""
    carried, lost = ("against", "for") if rejected else ("for", "against")
    most, least, abstained = (votes.get(key) for key in (carried, lost, "abstentions"))
    against = "pour" if rejected else "contre"
    alone = votes.get("unanimous") or (most and least == 0 and not abstained)
    if alone and not least:
        how = f"à l’unanimité ({most} voix)" if most else "à l’unanimité"
    elif most is None:
        how = "à la majorité" if votes.get("majority") else ""
    else:
        how = f"par {most} voix{f' contre {least}' if least else '' if least is None else f', sans voix {against}'}"
    counted = f"{least} voix {against}" if least and most is None else ""
    others = " et ".join(filter(None, (counted, _abstentions(abstained))))
    return ", ".join(filter(None, (how, f"avec {others}" if others else "")))


def _abstentions(count: int | None) -> str:
    return f"{count} abstention{'s' if count > 1 else ''}" if count else ""
