"""Sources that disagree about one step: what each of them says stays side by side, and one is retained.

A step carries the others in its fact `conflicts`: a list of {value, source, note?}, where a value is a date, votes, or
words.
"""

from dataclasses import dataclass
from typing import Any

from models import PartialDate
from workflow.calendar.words import partial_short_fr
from workflow.history.facts import Facts
from workflow.history.fold import Done
from workflow.sentences.votes import votes_fr

Conflict = dict[str, Any]


@dataclass(frozen=True)
class Version:
    """What one source says."""

    words: str
    source: str
    note: str = ""
    on: PartialDate | None = None
    retained: bool = False


def versions(done: Done) -> list[Version]:
    """List what the sources of a step say, the retained one first; nothing when they agree."""
    others = [_version(conflict) for conflict in conflicts_of(done.facts)]
    if not others:
        return []
    own = ", ".join(filter(None, (partial_short_fr(done.on), votes_fr(done.facts.get("votes")))))
    return [Version(own, source_of(done.facts), on=done.on, retained=True), *others]


def conflicts_of(facts: Facts) -> list[Conflict]:
    """Give the conflicts that a step carries."""
    return [dict(conflict) for conflict in facts.get("conflicts") or []]


def source_of(facts: Facts) -> str:
    """Name what the retained words come from."""
    return str(facts.get("source") or facts.get("reference") or "")


def date_of(conflict: Conflict) -> PartialDate | None:
    """Give the date that the other source says, if it is about the date."""
    try:
        return PartialDate.parse(str(conflict.get("value")))
    except ValueError:
        return None


def retain(place: int, on: PartialDate | None, facts: Facts) -> tuple[PartialDate | None, Facts]:
    """Take the date of one of the conflicts for that of the step; what stood before becomes a conflict itself.

    What was said of the conflict goes with its date, into the note of the step.
    """
    conflicts = conflicts_of(facts)
    chosen = conflicts.pop(place)
    if on:
        conflicts.append({"value": str(on), "source": source_of(facts)})
    note = "\n".join(dict.fromkeys(filter(None, (facts.get("note"), chosen.get("note")))))
    told = {"note": note} if note else {}
    return date_of(chosen), facts | told | {"conflicts": conflicts, "source": chosen.get("source")}


def _version(conflict: Conflict) -> Version:
    value, on = conflict.get("value"), date_of(conflict)
    words = partial_short_fr(on) if on else votes_fr(value) if isinstance(value, dict) else str(value or "")
    return Version(words, str(conflict.get("source") or ""), str(conflict.get("note") or ""), on)
