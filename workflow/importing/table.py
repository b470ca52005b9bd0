"""What is read from a table: its rows, the counts it announces, and what a person should look at."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from workflow.history.facts import Facts

USES = {
    "title": "titles",
    "situation": "situations",
    "heading": "headings",
    "note": "notes",
    "left": "left",
}


class UnreadableTable(ValueError):
    """The file cannot be read as a table of texts; the message says in French what was sought and what to do."""


@dataclass(frozen=True)
class CitedNumber:
    """A number in a title: `role` is own, amended, applied, promulgation or cited.

    `proposed` is the other reading of a number that looks written backwards.
    """

    as_found: str
    normal: str
    kind: str
    role: str
    proposed: str | None


@dataclass(frozen=True)
class Milestone:
    """Something the sentence says, in the order of the law; `on` is an ISO date, perhaps only a month or a year.

    `move` is what it says has happened, None where it only says where the text stands. `state` is where that leaves
    the text, `by` the moves of a procedure it can have been, the likeliest first. `is_concluded` when the step itself
    is not told.
    """

    move: str | None
    on: str | None
    chamber: str | None
    note: str
    state: str = ""
    by: tuple[str, ...] = ()
    facts: Facts = field(default_factory=dict, hash=False)  # told apart by equality alone
    reading: int = 0
    is_concluded: bool = False

    def as_dict(self) -> dict[str, object]:
        """Give what happened as JSON holds it; numbers and days told with it stand under `facts`, if there are any."""
        known: dict[str, object] = {"move": self.move, "on": self.on, "chamber": self.chamber, "note": self.note}
        return known | ({"facts": self.facts} if self.facts else {})


@dataclass(frozen=True)
class LineUse:
    """What a line of the source was taken as.

    `use` is title (with or without its situation), situation (or the rest of one), heading (of a group or of columns),
    note (said of the page or of all a list) or left; `reason` completes "this line…" when it was left.
    """

    number: int
    text: str
    use: str
    reason: str = ""

    def as_a(self, use: str, reason: str = "") -> "LineUse":
        """Give the same line with another use."""
        return replace(self, use=use, reason=reason)


@dataclass(frozen=True)
class ImportedRow:
    """One text of the table, with the state proposed for it.

    `confidence` is 0.95 when the state is said in so many words, 0.8 when a part of it is left unsaid (which chamber,
    which committee), 0.6 when it is told by an effect or a step that implies it, or is one that a draft cannot have,
    0.4 when the wording does not fit the text it is written under, 0.1 when nothing could be recognised. `note` is what
    the source writes beside the text that says nothing of where it stands; `line` is where its title starts.
    """

    group: str
    kind: str
    title: str
    status: str
    state: str
    confidence: float
    reason: str
    numbers: tuple[CitedNumber, ...]
    told: tuple[Milestone, ...]
    warnings: tuple[str, ...] = ()
    note: str = ""
    line: int = 0

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What the sentence says has happened."""
        return tuple(each for each in self.told if each.move)

    @property
    def own_number(self) -> str | None:
        """The number that the title gives as its own, in normal form."""
        return next((number.normal for number in self.numbers if number.role == "own"), None)

    def as_dict(self) -> dict[str, object]:
        """Give the row as JSON holds it."""
        return {
            "kind": self.kind,
            "title": self.title,
            "state": self.state,
            "confidence": self.confidence,
            "reason": self.reason,
            "numbers": [asdict(number) for number in self.numbers],
            "milestones": [milestone.as_dict() for milestone in self.milestones],
            "warnings": list(self.warnings),
            "note": self.note,
            "line": self.line,
        }


@dataclass(frozen=True)
class ImportedTable:
    """All the rows, in the order of the page, with the counts announced (by family) and found (by group).

    `lines` accounts for every line of the source that is not blank.
    """

    rows: tuple[ImportedRow, ...]
    warnings: tuple[str, ...]
    announced: Mapping[str, int]
    found: Mapping[str, int]
    lines: tuple[LineUse, ...] = ()

    def taken_as(self, use: str) -> list[LineUse]:
        """List the lines of one use."""
        return [line for line in self.lines if line.use == use]

    def as_dict(self) -> dict[str, object]:
        """Give the table as JSON holds it."""
        return {
            "rows": [row.as_dict() for row in self.rows],
            "warnings": list(self.warnings),
            "announced": dict(self.announced),
            "found": dict(self.found),
            "lines": {"read": len(self.lines)} | {name: len(self.taken_as(use)) for use, name in USES.items()},
            "notes": [{"line": line.number, "text": line.text} for line in self.taken_as("note")],
            "left": [{"line": line.number, "text": line.text, "reason": line.reason} for line in self.taken_as("left")],
        }
