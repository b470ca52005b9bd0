"""What a procedure file says of a deadline, before any text runs it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import Field

from workflow.procedure.institutions import key
from workflow.procedure.vocabulary import Part

NATURES_FR = {"law": "échéance légale", "rule": "règlement intérieur", "practice": "repère interne"}


class DeadlineRule(Part):
    """What must happen within what time: from what, for how long, by whom, on what legal basis."""

    code: str
    label_fr: str
    label_ar: str
    runs_in: tuple[str, ...]
    suspended_in: tuple[str, ...] = ()
    starts_with: tuple[str, ...] = ()
    stops_with: tuple[str, ...] = ()
    extensions: dict[str, str] = Field(default_factory=dict)
    chamber: str | None = None
    # What the move that starts it must have said, and must not have said; what was not said is in neither.
    only_if: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    # A limit is to be kept; within a window something may be done; before the end of a wait it may not.
    term: Literal["limit", "window", "wait"] = "limit"
    length: str | None = None
    counted: Literal["calendar", "working"] = "calendar"
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
    basis_fr: str
    # One day, or one for each chamber where each has rules of its own.
    valid_from: date | dict[str, date] | None = None
    valid_to: date | None = None
    remind: tuple[int, ...] = ()
    escalate: tuple[int, ...] = ()

    def is_valid_on(self, day: date, chamber: str | None = None) -> bool:
        """Whether the rule was law on that day, in that chamber."""
        since = self.valid_from.get(chamber or "") if isinstance(self.valid_from, dict) else self.valid_from
        return (since or date.min) <= day <= (self.valid_to or date.max)

    def holds_for(self, facts: Mapping[str, Any]) -> bool:
        """Whether the move that would start it said what the rule is for."""
        return all(_says(facts, *each) for each in self.only_if.items()) and not any(
            _says(facts, *each) for each in self.unless.items()
        )


def _says(facts: Mapping[str, Any], name: str, values: tuple[str, ...]) -> bool:
    return key(str(facts.get(name, ""))) in map(key, values)
