"""What a procedure is, once its files are read and checked."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field
from transitions import Machine

from workflow.deadline_rule import DeadlineRule
from workflow.parts import Label, Part


class Noun(Label):
    """What a kind of text is called, with its French gender for agreement."""

    gender: Literal["m", "f"] = "m"


class NumberForm(Part):
    """The usual form of the official number of a kind of text."""

    pattern: re.Pattern[str]
    words_fr: str


class Section(Part):
    """A group of the table of legislative production."""

    code: str
    label_fr: str
    label_ar: str


class Phase(Part):
    """A stretch of the path: several states, one point on the stepper."""

    code: str
    label_fr: str
    label_ar: str
    chambered: bool = False
    aside: bool = False


class State(Part):
    """A place where a text can stand."""

    code: str
    ref: str
    phase: str
    label_fr: str
    label_ar: str
    holder: str
    sentence_fr: str
    usual_days: int | None = None
    act: bool = False
    # Whether the text has left one chamber and has not reached the other.
    crossing: bool = False
    settled: bool = False
    terminal: bool = False


class Transition(Part):
    """A move: from where, to where, who may, on what conditions, asking what."""

    name: str
    sources: tuple[str, ...] = Field(alias="from")
    to: str
    label_fr: str
    label_ar: str
    done_fr: str
    roles: tuple[str, ...] = ()
    event: str | None = None
    rank: int = 10
    when: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    chamber: Literal["same", "asked", "other", "none"] = "same"
    opens_reading: bool = False
    opens_navette: bool = False
    vote: Literal["adopted", "rejected"] | None = None
    milestone: str | None = None
    proposes_on: str | None = None
    basis_fr: str = ""
    # What is said beside the chamber that it asks, for a text on social matters.
    hint_social_fr: str = ""
    # Whether it tells what happened to the text, rather than how we follow it.
    tells: bool = True

    @property
    def stays(self) -> bool:
        """Whether the text stays where it is."""
        return self.to == "="


class Event(Part):
    """Several moves that answer one question."""

    label_fr: str
    label_ar: str
    title_fr: str
    title_ar: str


class Choice(Label):
    """One of the answers to a question."""

    value: str


class Fact(Part):
    """Something a move asks."""

    type: Literal["line", "text", "choice", "checklist", "votes", "day", "months"]
    label_fr: str
    label_ar: str
    hint_fr: str = ""
    choices: tuple[Choice, ...] = ()
    # Whether a line is the official number of a text, which people and copies turn round.
    official_number: bool = False


class Vocabulary(Part):
    """The words that every procedure shares."""

    milestones: tuple[str, ...]
    sections: tuple[Section, ...]
    bodies: dict[str, Label]
    chambers: dict[str, Label]
    facts: dict[str, Fact]


@dataclass(frozen=True)
class Procedure:
    """One kind of text: its states, its moves, its deadlines, and the machine that moves its rows."""

    kind: str
    version: str
    valid_from: date
    label: Label
    draft: Noun
    act: Noun
    sections: dict[str, str]
    initial: str
    path: tuple[str, ...]
    limits: dict[str, str]
    features: frozenset[str]
    optional: frozenset[str]
    papers: tuple[str, ...]
    number: NumberForm | None
    # What the agreements of a complete file are for this kind.
    agreements_fr: str
    phases: dict[str, Phase]
    states: dict[str, State]
    transitions: tuple[Transition, ...]
    events: dict[str, Event]
    deadlines: dict[str, DeadlineRule]
    vocabulary: Vocabulary = field(repr=False)
    # A state of an earlier version that has another name here.
    renames: dict[str, str] = field(default_factory=dict)
    # Every version of this kind, this one included; a text keeps its own until somebody moves it.
    siblings: dict[str, "Procedure"] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def machine(self) -> Machine:
        """The one state machine of this procedure; it is shared by every row and every thread."""
        moves = [
            {"trigger": move.name, "source": source, "dest": "=" if move.stays else move.to}
            for move in self.transitions
            for source in move.sources
        ]
        return Machine(
            model=None, states=list(self.states), transitions=moves, initial=self.initial, auto_transitions=False
        )

    @cached_property
    def moves_from(self) -> dict[str, tuple[Transition, ...]]:
        """The moves out of each state, the likeliest first."""
        return {
            code: tuple(sorted((m for m in self.transitions if code in m.sources), key=lambda m: m.rank))
            for code in self.states
        }

    @cached_property
    def moves(self) -> dict[str, Transition]:
        """The moves by name."""
        return {move.name: move for move in self.transitions}

    def is_act(self, state: str) -> bool:
        """Whether a text in that state is no longer a draft."""
        return self.states[state].act

    def at(self, version: str) -> "Procedure":
        """Give that version of the same kind; this one when it is not known."""
        return self.siblings.get(version, self)

    def place_of(self, state: str) -> str | None:
        """Give the state that a state of another version is here, or None when it is nowhere."""
        named = self.renames.get(state, state)
        return named if named in self.states else None

    def noun(self, state: str) -> Noun:
        """Give what the text is called in that state: a bill becomes a law."""
        return self.act if self.is_act(state) else self.draft

    def section(self, state: str) -> int:
        """Give the rank of its group in the table of legislative production."""
        code = self.sections["act" if self.is_act(state) else "draft"]
        return [section.code for section in self.vocabulary.sections].index(code)
