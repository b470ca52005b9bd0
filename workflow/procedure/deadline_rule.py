"""What a procedure file says of a deadline, before any text runs it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from workflow.calendar.lateness import Force
from workflow.procedure.institutions import key
from workflow.procedure.part import Part
from workflow.procedure.values import Length, in_force

NATURES_FR = {"law": "délai légal", "rule": "règlement intérieur", "practice": "repère interne"}
SILENCE_FR = "le silence vaut réponse"
_FORCES = {"law": Force.LAW, "rule": Force.RULE, "practice": Force.MARKER}


class DeadlineRule(Part):
    """What must happen within what time: from what, by whom, and since when for how long on what legal basis."""

    code: str
    label_fr: str
    label_ar: str
    runs_in: tuple[str, ...]
    suspended_in: tuple[str, ...] = ()
    starts_with: tuple[str, ...] = ()
    stops_with: tuple[str, ...] = ()
    # By the move that grants it, how much longer the deadline becomes.
    extensions: dict[str, tuple[Length, ...]] = Field(default_factory=dict)
    chamber: str | None = None
    # What the move that starts it must have said, and must not have said; what was not said is in neither.
    only_if: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    # A limit is to be kept; within a window something may be done; before the end of a wait it may not.
    term: Literal["limit", "window", "wait"] = "limit"
    values: tuple[Length, ...]
    counted: Literal["calendar", "working", "clear"] = "calendar"
    from_fact: str | None = None
    from_milestone: str | None = None
    length_fact: str | None = None
    due_fact: str | None = None
    per: str | None = None
    until: Literal["next_ordinary_session"] | None = None
    # Whether silence is an answer once the time has run out.
    tacit: bool = False
    nature: Literal["law", "rule", "practice"]
    owner: str
    remind: tuple[int, ...] = ()
    escalate: tuple[int, ...] = ()

    @property
    def force(self) -> Force:
        """What its due date binds to; only a limit of the law whose silence decides nothing makes anybody late."""
        if self.term != "limit":
            return Force.OPEN
        return Force.TACIT if self.tacit else _FORCES[self.nature]

    @property
    def is_legal(self) -> bool:
        """Whether somebody is late once its due date has passed; of others nobody tells the managers."""
        return self.force.is_legal

    @property
    def nature_fr(self) -> str:
        """Its nature, and whether silence is an answer: "délai légal, le silence vaut réponse"."""
        return f"{NATURES_FR[self.nature]}, {SILENCE_FR}" if self.tacit else NATURES_FR[self.nature]

    def label_of(self, subject: str) -> str:
        """Say in French what is expected, and of whom where several run side by side."""
        return f"{self.label_fr} : {subject}" if subject else self.label_fr

    @property
    def has_length(self) -> bool:
        """Whether the law sets how long it is, or did once."""
        return any(value.length for value in self.values)

    @property
    def latest(self) -> tuple[Length, ...]:
        """The values that nothing has replaced yet, one for each chamber where they differ."""
        named = dict.fromkeys(value.chamber for value in self.values if value.chamber)
        found = (in_force(self.values, date.max, chamber) for chamber in named or [self.chamber])
        return tuple(dict.fromkeys(value for value in found if value))

    def value_on(self, day: date, chamber: str | None = None) -> Length | None:
        """Give what the law says of it on that day, in that chamber; None when it is not law."""
        value = in_force(self.values, day, chamber)
        return None if value is None or value.repealed else value

    def only_value(self, chamber: str | None = None) -> Length | None:
        """Give what the law says of it whatever the day; None when that depends on the day."""
        values = [value for value in self.values if value.holds_in(chamber)]
        return values[0] if len(values) == 1 else None

    def holds_for(self, facts: Mapping[str, Any]) -> bool:
        """Whether the move that would start it said what the rule is for."""
        return all(_says(facts, *each) for each in self.only_if.items()) and not any(
            _says(facts, *each) for each in self.unless.items()
        )


def _says(facts: Mapping[str, Any], name: str, values: tuple[str, ...]) -> bool:
    return key(str(facts.get(name, ""))) in map(key, values)
