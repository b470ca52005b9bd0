"""What a procedure is, once its files are read and checked."""

from dataclasses import field
from functools import cached_property
from typing import Literal, NoReturn

from pydantic import ConfigDict, Field, field_validator
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError
from transitions import Machine

from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.head import Head
from workflow.procedure.papers import papers_of
from workflow.procedure.part import Part
from workflow.procedure.values import Certainty, cited_fr
from workflow.procedure.vocabulary import Noun, Section, Vocabulary


class Phase(Part):
    """A stretch of the path: several states, one point on the stepper."""

    code: str
    label_fr: str
    label_ar: str
    chambered: bool = False
    aside: bool = False
    # The milestone that dates the act of this stage, where it is not the day the stage begins.
    act: str = ""


class State(Part):
    """A place where a text can stand."""

    code: str
    ref: str
    phase: str
    label_fr: str
    label_ar: str
    holder: str
    sentence_fr: str
    sentence_ar: str
    usual_days: int | None = None
    act: bool = False
    # Whether the text has left one chamber and has not reached the other.
    crossing: bool = False
    settled: bool = False
    terminal: bool = False
    # Whether the text has legal effect here: what shows that it applies shows that it stands here, or stood.
    in_effect: bool = False

    @property
    def is_end(self) -> bool:
        """Whether the way has ended here: nothing more is expected, even if something may still happen."""
        return self.settled or self.terminal


Offer = Literal["first", "next", "otherwise", "aside", "past"]
# How moves are offered, with whether they leave the text where it is: what the text waits for, the way on, other ways.
# Aside, what is only recorded stands before what leaves the usual way.
_OFFERS: tuple[tuple[Offer, bool], ...] = (
    ("first", True), ("first", False), ("next", False), ("next", True), ("otherwise", False), ("otherwise", True),
    ("aside", True), ("aside", False), ("past", True), ("past", False),
)  # fmt: skip


class Transition(Part):
    """A move: from where, to where, who may, on what conditions, asking what."""

    name: str
    sources: tuple[str, ...] = Field(alias="from")
    to: str
    label_fr: str
    label_ar: str
    done_fr: str
    # Where it is not told, the history in Arabic names the move and what was told with it.
    done_ar: str = ""
    # What the sentence of the text says besides, or in place of that of its state, while nothing has happened since.
    adds_fr: str = ""
    adds_ar: str = ""
    says_fr: str = ""
    says_ar: str = ""
    roles: tuple[str, ...] = ()
    event: str | None = None
    # "first": nothing else is asked of the text while this is possible; "next": leads on; "otherwise": what else may
    # well happen; "aside": of use, but rare or no next step;
    # "past": only to tell what happened to an old file.
    offered: Offer = "next"
    when: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    # What is asked back, and kept once it is confirmed.
    doubts: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    # What of the checklist of a complete file it asks for.
    owes: tuple[str, ...] = ()
    # The kinds of pieces of which the newest version goes where the move brings the text.
    sends: tuple[str, ...] = ()
    # Of the bodies, the one that it sends them to, where that is not the one that holds the text in the state reached.
    sends_to: str | None = None
    chamber: Literal["same", "asked", "other", "last", "none", "representants"] = "same"
    opens_reading: bool = False
    opens_navette: bool = False
    vote: Literal["adopted", "rejected"] | None = None
    amends: bool = False  # the vote changed the text
    milestone: str | None = None
    proposes_on: str | None = None
    basis_fr: str = ""
    # How sure we are that it is so; of a move that cites no basis, nothing unless it is said.
    certainty: Certainty | None = None
    # What is said beside the chamber that it asks, for a text on social matters.
    hint_social_fr: str = ""
    # Whether it tells what happened to the text, rather than how we follow it.
    tells: bool = True
    # Whether a search through an old file may suppose it: "never", for it says more than a path shows; "usually", as
    # the next step, though people are not led to it; "always", for the law makes it follow from what came before;
    # else by how it is offered.
    supposed: Literal["never", "usually", "always"] | None = None
    # The answers that what is expected of others gives to a question: of a fact, the name of the list.
    offers: dict[str, str] = Field(default_factory=dict)
    # What the text that a fact names does to this one: "replaces", "repeals".
    ties: dict[str, str] = Field(default_factory=dict)

    @property
    def stays(self) -> bool:
        """Whether the text stays where it is."""
        return False

    @property
    def is_aside(self) -> bool:
        """Whether the move is never the next step that people are led to."""
        return self.offered in ("aside", "past")

    @property
    def cited_fr(self) -> str:
        """The legal basis, followed by how sure it is where it was not read in its source; empty without either."""
        return cited_fr(self.basis_fr, self.certainty)


class Record(Transition):
    """A move that records something, and leaves the text where it stands."""

    to: Literal["="] = "="
    offered: Offer = "aside"

    @field_validator("to", mode="before")
    @classmethod
    def _has_no_destination(cls, _told: object) -> NoReturn:
        raise PydanticCustomError("extra_forbidden", "a record has no destination")

    @property
    def stays(self) -> bool:
        """Whether the text stays where it is: always."""
        return True


class Event(Part):
    """Several moves that answer one question."""

    label_fr: str
    label_ar: str
    title_fr: str
    title_ar: str


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Procedure(Head):
    """One kind of text: its head, its states, its moves, its deadlines, and the machine that moves its rows."""

    phases: dict[str, Phase]
    states: dict[str, State]
    # The moves in the order of the procedure: first those that lead elsewhere, then the records.
    transitions: tuple[Transition, ...]
    events: dict[str, Event]
    deadlines: dict[str, DeadlineRule]
    vocabulary: Vocabulary = field(repr=False)
    # Every version of this kind, this one included; a text keeps its own until somebody moves it.
    siblings: dict[str, "Procedure"] = field(default_factory=dict, repr=False, compare=False)
    # The newest version of every kind, this one's included: a text can change its kind.
    kinds: dict[str, "Procedure"] = field(default_factory=dict, repr=False, compare=False)

    def goes_on_by(self, state: str) -> Transition | None:
        """Give the move that the law makes follow from this state of itself, None where something has to happen."""
        return next((move for move in self.moves_from[state] if move.supposed == "always"), None)

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
        """The moves out of each state, as they are offered; those offered alike in the order of the files."""
        ordered = sorted(self.transitions, key=lambda move: _OFFERS.index((move.offered, move.stays)))
        return {code: tuple(move for move in ordered if code in move.sources) for code in self.states}

    @cached_property
    def moves(self) -> dict[str, Transition]:
        """The moves by name."""
        return {move.name: move for move in self.transitions}

    @property
    def papers(self) -> tuple[str, ...]:
        """The codes of the papers that a text of this kind has."""
        return papers_of(self.kind)

    def is_act(self, state: str) -> bool:
        """Whether a text in that state is no longer a draft."""
        return self.states[state].act

    def at(self, version: str, kind: str = "") -> "Procedure":
        """Give that version of that kind, of the same kind when none is named; this one when it is not known."""
        newest = self if kind in ("", self.kind) else self.kinds.get(kind, self)
        return newest.siblings.get(version, newest)

    def place_of(self, state: str) -> str | None:
        """Give the state that a state of another version is here, or None when it is nowhere."""
        named = self.renames.get(state, state)
        return named if named in self.states else None

    def noun(self, state: str) -> Noun:
        """Give what the text is called in that state: a bill becomes a law."""
        return self.act if self.is_act(state) else self.draft

    def section(self, state: str) -> Section:
        """Give its group in the table of legislative production."""
        code = self.sections["act" if self.is_act(state) else "draft"]
        return next(section for section in self.vocabulary.sections if section.code == code)
