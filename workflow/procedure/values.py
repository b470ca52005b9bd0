"""What the law says over time: a number and its legal basis, from a given day on, and how sure we are of them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, TypeVar

from workflow.calendar.durations import Counted, Duration
from workflow.procedure.part import Part

Certainty = Literal["read", "memory", "practice", "unclear"]

# What is said of a rule that nobody read in its source.
CERTAINTIES_FR: dict[Certainty, str] = {
    "memory": "de mémoire, à vérifier",
    "practice": "d’après la pratique",
    "unclear": "point à éclaircir",
}


class Value(Part):
    """What a rule says from `since` on; from the beginning where no day is known.

    `chamber` is the one it holds for, where each chamber has rules of its own; both where none is named.
    """

    since: date | None = None
    chamber: str | None = None
    basis_fr: str
    certainty: Certainty

    @property
    def cited_fr(self) -> str:
        """The legal basis, followed by how sure it is where it was not read in its source."""
        return cited_fr(self.basis_fr, self.certainty)

    def holds_in(self, chamber: str | None) -> bool:
        """Whether it is law in that chamber."""
        return self.chamber in (None, chamber)


class Length(Value):
    """How long a deadline, or its extension, is; without `length` where something else sets the day.

    `repealed` ends the rule: nothing is to be done in time from that day on.
    """

    length: str | None = None
    repealed: bool = False

    def duration(self, counted: Counted) -> Duration | None:
        """Read the length; raise ValueError for one that is not a duration."""
        return Duration.parse(self.length, counted) if self.length else None


class Number(Value):
    """A number of the law that is no length of a deadline, in the unit that its name says."""

    value: int


_Kind = TypeVar("_Kind", bound=Value)


def cited_fr(basis_fr: str, certainty: Certainty | None) -> str:
    """Cite a legal basis, followed by how sure it is where it was not read in its source; either may be missing."""
    doubt = CERTAINTIES_FR.get(certainty, "") if certainty else ""
    return f"{basis_fr} ({doubt})" if basis_fr and doubt else basis_fr or doubt


def in_force(values: Sequence[_Kind], day: date, chamber: str | None = None) -> _Kind | None:
    """Give the value that is law on that day in that chamber; None before the oldest one."""
    known = [value for value in values if value.holds_in(chamber) and (value.since or date.min) <= day]
    return known[-1] if known else None


def faults(values: Sequence[Value], chambers: Sequence[str]) -> Iterator[str]:
    """Say in French what is wrong with a history of values that must hold in each of these chambers."""
    for before, after in pairwise(values):
        if (before.since or date.min) > (after.since or date.min):
            yield f"a des valeurs en désordre : {_since_fr(after)} après {_since_fr(before)}."
    for rank, value in enumerate(values):
        if any(other.since == value.since and _overlap(other, value) for other in values[:rank]):
            yield f"a deux valeurs pour un même jour et une même Chambre : {_since_fr(value)}."
    named = {value.chamber for value in values if value.chamber}
    for chamber in chambers if named else ():
        if not any(value.holds_in(chamber) for value in values):
            yield f"n’a pas de valeur pour la Chambre « {chamber} »."
    for chamber in sorted(named - set(chambers)):
        yield f"a une valeur pour la Chambre « {chamber} », où elle ne court pas."


def _overlap(one: Value, other: Value) -> bool:
    return None in (one.chamber, other.chamber) or one.chamber == other.chamber


def _since_fr(value: Value) -> str:
    return value.since.isoformat() if value.since else "sans date"
