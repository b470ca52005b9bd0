"""A vote in words, with every number that was told of it."""

from typing import Any

from workflow.language.counting import MEMBERS, VOICES, counted_ar


def votes_fr(votes: dict[str, Any] | None, *, rejected: bool = False) -> str:
    """Word a vote, those who carried it first: "à l’unanimité", "par 70 voix contre 22, avec 3 abstentions".

    Every number that was told is said, also one that contradicts the words told with it, and those words too.
    """
    if not votes:
        return ""
    carried, lost = ("against", "for") if rejected else ("for", "against")
    most, least, abstained = (votes.get(key) for key in (carried, lost, "abstentions"))
    against = "pour" if rejected else "contre"
    alone = votes.get("unanimous") or (most and least == 0 and not abstained)
    if alone and not least:
        how = f"à l’unanimité ({most} voix)" if most else "à l’unanimité"
    else:
        side = f" contre {least}" if least else "" if least is None else f", sans voix {against}"
        led = f"par {most} voix{side}" if most is not None else ""
        how = ", ".join(filter(None, ("à la majorité" if votes.get("majority") else "", led)))
    counted = f"{least} voix {against}" if least and most is None else ""
    others = " et ".join(filter(None, (counted, _abstentions(abstained))))
    return ", ".join(filter(None, (how, f"avec {others}" if others else "")))


def _abstentions(count: int | None) -> str:
    return f"{count} abstention{'s' if count > 1 else ''}" if count else ""


def votes_ar(votes: dict[str, Any] | None, *, rejected: bool = False) -> str:
    """Word a vote in Arabic: "بالإجماع", "بموافقة 70 عضوا ومعارضة 22 عضوا وامتناع 3 أعضاء عن التصويت".

    Those who carried it stand first; every number that was told is said, as in French.
    """
    if not votes:
        return ""
    carried, lost = ("against", "for") if rejected else ("for", "against")
    most, least, abstained = (votes.get(key) for key in (carried, lost, "abstentions"))
    if (votes.get("unanimous") or (most and least == 0 and not abstained)) and not least:
        how = f"بالإجماع ({counted_ar(most, VOICES)})" if most else "بالإجماع"
        return "، مع ".join(filter(None, (how, _counted_sides_ar({"abstentions": abstained}))))
    sides = _counted_sides_ar({carried: most, lost: least, "abstentions": abstained})
    if most is None and votes.get("majority"):
        return "، مع ".join(filter(None, ("بالأغلبية", sides)))
    led = f"ب{sides}" if most else f"مع {sides}" if sides else ""
    # That nobody was of the other side is told where the number of those who carried it is.
    none = [key for key, count in ((carried, most), (lost, least)) if most is not None and count == 0]
    majority = "بالأغلبية" if votes.get("majority") else ""
    return "، ".join(filter(None, (majority, led, *(f"دون {_SIDES_AR[key]}" for key in none))))


_SIDES_AR = {"for": "موافقة", "against": "معارضة", "abstentions": "امتناع"}


def _counted_sides_ar(counts: dict[str, int | None]) -> str:
    said = [
        f"{_SIDES_AR[key]} {counted_ar(count, MEMBERS, governed=True)}{' عن التصويت' if key == 'abstentions' else ''}"
        for key, count in counts.items()
        if count
    ]
    return " و".join(said)
