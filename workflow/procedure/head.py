"""What the file of a kind of text says at its head, before its states, its moves and its deadlines."""

from dataclasses import field
from datetime import date
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from workflow.procedure.vocabulary import Label, Noun, NumberForm


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Head:
    """The head of the file of a kind; the procedure keeps every key of it, so that a new one is told here alone."""

    kind: str
    version: str
    valid_from: date
    label_fr: str
    label_ar: str
    draft: Noun
    act: Noun
    # The groups of the table of legislative production, of the draft and of the act.
    sections: dict[str, str]
    initial: str
    # The blocks that the kind takes up, in order.
    blocks: tuple[str, ...]
    # The states, moves and deadlines of its blocks that this kind does not have.
    without: frozenset[str] = frozenset()
    path: tuple[str, ...]
    limits: dict[str, str] = field(default_factory=dict)
    features: frozenset[Literal["organic", "finance", "joint"]] = frozenset()
    optional: frozenset[str] = frozenset()
    # A state of an earlier version that has another name here.
    renames: dict[str, str] = field(default_factory=dict)
    # The groups of states that are this kind's own, or that are others here than in the vocabulary.
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    number: NumberForm | None = None
    # What the agreements of a complete file are for this kind.
    agreements_fr: str = ""

    @property
    def label(self) -> Label:
        """What this kind of text is called in lists of kinds."""
        return Label(fr=self.label_fr, ar=self.label_ar)
