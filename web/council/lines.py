"""The lines of the grid of results: one text each, with what was typed for it and what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import request

from models import LegalText, PartialDate, User
from web.forms.dates import DateParts
from web.forms.move import read_typed, understand
from web.forms.typed_again import Typed, fact_words
from web.request import calendar
from workflow.conditions.proposed_move import ProposedMove
from workflow.council.texts import Expected
from workflow.council.way import EVENT
from workflow.history.facts import ALWAYS, BadFact, Facts, asked
from workflow.people.permissions import holders_fr, may_fire
from workflow.procedure.model import Transition
from workflow.procedure.vocabulary import Fact
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import raised

_NOTE = ALWAYS["note"]
_CHOOSE = "Choisissez ce que le Conseil a décidé, ou effacez ce qui est saisi."


@dataclass
class Line:
    """One text of the agenda: the decisions that this person may record, what was typed, and why it is not recorded.

    `possible` are those of its procedure, wherever it stands now; `asks` the facts that one or another asks, each said
    to be of which; `note` is asked once something is doubted. `doubts` are asked back in their very words, `reserved`
    names those who may decide where this person may not.
    """

    expected: Expected
    possible: list[Transition]
    seen_step: int
    asks: dict[str, Fact]
    chosen: str = ""
    typed: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    confirmed: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    wants_note: bool = False
    reasons: list[str] = field(default_factory=list)
    reserved: str = ""

    @property
    def text(self) -> LegalText:
        """The text itself."""
        return self.expected.text

    @property
    def key(self) -> str:
        """What the names of its fields begin with."""
        return self.text.id.hex

    @property
    def move(self) -> Transition | None:
        """The decision chosen, if one was."""
        return next((move for move in self.possible if move.name == self.chosen), None)

    @property
    def choices(self) -> list[Transition]:
        """The decisions that the place of the text allows."""
        return [move for move in self.possible if self.expected.now.situation.state in move.sources]

    @property
    def is_touched(self) -> bool:
        """Whether anything was chosen or typed."""
        return bool(self.chosen or self.said)

    @property
    def said(self) -> Typed:
        """What was typed, in words."""
        told = [(fact.label_fr, fact_words(fact, self.typed.get(name))) for name, fact in self.asks.items()]
        decision = ("Décision", self.move.label_fr if self.move else "")
        return [(label, words) for label, words in [decision, *told, (_NOTE.label_fr, self.note)] if words]

    def understand(self) -> Facts:
        """Give the facts of the decision; what it does not ask, or cannot be read, is said in `reasons`."""
        move = self.move
        if move is None:
            self.reasons.append(_CHOOSE)
            return {}
        facts: Facts = {}
        if note := understand(_NOTE, self.note):
            facts["note"] = note
        for name, fact in self.asks.items():
            value = self._read(fact, name)
            if value is None and name in move.requires:
                self.reasons.append(f"« {fact.label_fr} » est à renseigner.")
            elif value is not None and name not in (*move.requires, *move.asks):
                self.reasons.append(_not_asked(fact, move))
            elif value is not None:
                facts[name] = value
        return facts | ({"confirmed": self.confirmed} if self.confirmed else {})

    def _read(self, fact: Fact, name: str) -> Any:  # noqa: ANN401 - each type of fact has its own shape
        try:
            return understand(fact, self.typed.get(name))
        except BadFact as fault:
            self.reasons.append(f"{fact.label_fr} : {fault}")
            return None

    def doubt(self, on: PartialDate | None, facts: Facts) -> None:
        """Ask back what is odd about the decision as it is told."""
        if self.move:
            now = self.expected.now
            told = ProposedMove(self.text, now.procedure, now.situation, self.move, on, facts, calendar())
            found = raised(told)
            self.doubts = [words for _doubt, words in found]
            self.wants_note = any(doubt.wants_note for doubt, _words in found)

    def refuse(self, reasons: Sequence[str]) -> None:
        """Keep why it is not recorded; a doubt that only waits to be ticked is asked once, beside its tick."""
        ticked = () if self.wants_note else tuple(self.doubts)
        self.reasons += [reason for reason in reasons if not reason.startswith(ticked)]


def resumed(sent: Line, fresh: Line) -> Line:
    """Give what was typed on a page that had aged, over where the text stands now."""
    return replace(sent, expected=fresh.expected, seen_step=fresh.seen_step)


def lines_of(listed: Sequence[Expected], by: User) -> list[Line]:
    """Give the blank lines of an agenda."""
    return [_line(each, by) for each in listed]


def sent_line(blank: Line) -> Line:
    """Give the line with what was sent for it."""
    key = blank.key
    return replace(
        blank,
        seen_step=request.form.get(f"{key}-seen_step", -1, type=int),
        chosen=request.form.get(f"{key}-move", ""),
        typed={name: read_typed(f"{key}-{name}", fact) for name, fact in blank.asks.items()},
        note=request.form.get(f"{key}-note", ""),
        confirmed=request.form.getlist(f"{key}-confirmed"),
    )


def read_date() -> DateParts:
    """Read the day of the meeting, one for all."""
    return DateParts.read("on", required=True)


def records_decisions(by: User) -> bool:
    """Whether this person may record some decision of the Council, on some kind of text."""
    moves = (move for procedure in procedures().values() for move in procedure.transitions)
    return any(move.event == EVENT and may_fire(by, move) for move in moves)


def _line(each: Expected, by: User) -> Line:
    decisions = [move for move in each.now.procedure.transitions if move.event == EVENT]
    possible = [move for move in decisions if may_fire(by, move)]
    reserved = holders_fr(decisions[0]) if decisions and not possible else ""
    return Line(each, possible, each.text.last_step, _asks(each, possible), reserved=reserved)


def _asks(each: Expected, choices: Sequence[Transition]) -> dict[str, Fact]:
    """Give the facts of all choices, each with a hint that names those that ask it."""
    by_name: dict[str, list[Transition]] = {}
    facts: dict[str, Fact] = {}
    for move in choices:
        for name, fact in asked(each.now.procedure, move).items():
            if name not in ALWAYS:
                facts[name] = fact
                by_name.setdefault(name, []).append(move)
    return {
        name: fact.model_copy(update={"hint_fr": f"Pour : {' ; '.join(map(_small, by_name[name]))}."})
        for name, fact in facts.items()
    }


def _small(move: Transition) -> str:
    return f"{move.label_fr[:1].lower()}{move.label_fr[1:]}"


def _not_asked(fact: Fact, move: Transition) -> str:
    for_what = f"« {fact.label_fr} » n’est pas demandé pour « {move.label_fr} »"
    return f"{for_what} : effacez-le, ou choisissez une autre décision."
