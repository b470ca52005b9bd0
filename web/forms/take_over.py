"""What a person knows of an old file: one row for each thing that happened, as typed and as understood."""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from flask import request
from flask_babel import gettext as _

from web.forms.dates import DateParts
from web.forms.move import read_typed, understand
from web.forms.official_number import question
from web.forms.typed_again import Typed, date_words, fact_words
from workflow.conditions.parliament import is_in_chamber
from workflow.history.facts import ALWAYS, BadFact, Facts, asked
from workflow.old_files.chronology import by_date
from workflow.old_files.milestones import Milestone
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Fact
from workflow.sentences.sentence import named_fr

# What every row asks, whatever happened; the rest is asked once it is known what did.
COLUMNS = ("hijri", "chamber", "reference", "votes")
_FIRST_ROWS = 3
_MOST_ROWS = 60


@dataclass
class Row:
    """One milestone."""

    place: int
    on: DateParts
    choice: str = ""
    move: Transition | None = None
    columns: dict[str, Fact] = field(default_factory=dict)
    asks: dict[str, Fact] = field(default_factory=dict)
    useless: frozenset[str] = frozenset()
    typed: dict[str, Any] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def blank(cls, procedure: Procedure, place: int) -> "Row":
        """Ask for one more thing that happened."""
        return cls(place, DateParts(f"m{place}_on"), columns=_columns(procedure))

    @classmethod
    def read(cls, procedure: Procedure, place: int, *, sent_as: int, today: date) -> "Row":
        """Read the row sent under the number `sent_as`; it is shown in its new place."""
        choice = request.form.get(f"m{sent_as}_move", "")
        move = procedure.moves.get(choice)
        row = cls(place, DateParts.read(f"m{sent_as}_on").not_after(today).renamed(f"m{place}_on"), choice, move)
        row.columns = _columns(procedure)
        own = asked(procedure, move) if move else {}
        if move:
            row.useless = _useless(procedure, move)
        for name, fact in (own | procedure.vocabulary.facts | ALWAYS | row.columns).items():
            row._read(name, fact, read_typed(f"m{sent_as}_{name}", fact))
            if fact.official_number and (asked_back := question(f"m{sent_as}_{name}", row.typed[name])):
                row.errors[name] = asked_back
            if name in COLUMNS:
                continue
            # What was typed for a step no longer chosen is shown, and asked about, rather than lost.
            if name in own or name in row.facts or name in row.errors:
                row.asks[name] = fact
            if move and name not in own and name in row.facts:
                row.errors[name] = "Cette étape ne demande pas cela : effacez-le, ou choisissez une autre étape."
        row._complain()
        return row

    def _read(self, name: str, fact: Fact, typed: Any) -> None:  # noqa: ANN401 - each type of fact has its own shape
        self.typed[name] = typed.renamed(self.field(name)) if isinstance(typed, DateParts) else typed
        try:
            if (value := understand(fact, typed)) is not None:
                self.facts[name] = value
        except BadFact as fault:
            self.errors[name] = str(fault)

    def _complain(self) -> None:
        if self.on.error:
            self.errors["on"] = self.on.error
        if self.move is None:
            if self.is_told:
                self.errors["move"] = "Choisissez ce qui s’est passé."
            return
        if "votes" in self.facts and "votes" in self.useless:
            self.errors["votes"] = "Cette étape ne compte pas de voix."
        if "chamber" in self.move.requires and "chamber" not in self.facts:
            self.errors["chamber"] = "Indiquez la Chambre saisie."

    def field(self, name: str) -> str:
        """Give the name of a field of this row."""
        return f"m{self.place}_{name}"

    def shows(self, column: str) -> bool:
        """Whether a column matters to this move, or was filled all the same."""
        return column not in self.useless or column in self.facts or column in self.errors

    @property
    def is_told(self) -> bool:
        """Whether anything was typed."""
        return bool(self.choice or self.facts or self.errors or self.on.value)

    @property
    def has_details(self) -> bool:
        """Whether something that only this move asks was typed, or must be looked at again."""
        return any(name in self.facts or name in self.errors for name in self.asks)

    def in_words(self, procedure: Procedure) -> str:
        """Word what was typed of it, on one line."""
        told = [(str(_("Date")), date_words(self.on))]
        told += [(fact.label_fr, fact_words(fact, self.typed.get(name))) for name, fact in self._asked.items()]
        what = [named_fr(procedure, self.move)] if self.move else []
        return " ; ".join([*what, *(f"{label} : {words}" for label, words in told if words)])

    @property
    def _asked(self) -> dict[str, Fact]:
        return {name: fact for name, fact in self.columns.items() if self.shows(name)} | self.asks

    def milestone(self, procedure: Procedure) -> Milestone:
        """Give what is known, for the search of the path."""
        move = self.move
        assert move is not None, self.place  # noqa: S101 - rows without a move are not asked
        named = self.facts.get("chamber") if is_in_chamber(procedure, move) else None
        facts = {name: value for name, value in self.facts.items() if name != "chamber" or name in move.requires}
        return Milestone((move.name,), self.on.value, facts, chamber=named)


def _columns(procedure: Procedure) -> dict[str, Fact]:
    facts = procedure.vocabulary.facts | ALWAYS
    return {name: facts[name].model_copy(update={"hint_fr": ""}) for name in COLUMNS}


def _useless(procedure: Procedure, move: Transition) -> frozenset[str]:
    kept = {"votes": "votes" in asked(procedure, move), "chamber": is_in_chamber(procedure, move)}
    return frozenset(name for name, matters in kept.items() if not matters)


@dataclass
class TakeOverForm:
    """The rows of an old file, in the order in which things happened."""

    procedure: Procedure
    rows: list[Row]
    seen_step: int
    seen_way: str = ""

    @classmethod
    def blank(cls, procedure: Procedure, seen_step: int) -> "TakeOverForm":
        """Ask for the first milestones."""
        return cls(procedure, [Row.blank(procedure, place) for place in range(_FIRST_ROWS)], seen_step)

    @classmethod
    def read(cls, procedure: Procedure, today: date) -> "TakeOverForm":
        """Read what was sent, and do what the button that sent it says with the rows."""
        act, _, number = request.form.get("do", "").partition("-")
        order = list(range(min(request.form.get("rows", 0, type=int), _MOST_ROWS)))
        if act == "sort":
            order = _by_date(order)
        elif act == "remove":
            order = [place for place in order if str(place) != number]
        rows = [Row.read(procedure, place, sent_as=old, today=today) for place, old in enumerate(order)]
        if (act == "add" and len(rows) < _MOST_ROWS) or not rows:
            rows.append(Row.blank(procedure, len(rows)))
        seen_step = request.form.get("seen_step", -1, type=int)
        return cls(procedure, rows, seen_step, request.form.get("seen_way", ""))

    @property
    def told(self) -> list[Row]:
        """The rows where something was typed."""
        return [row for row in self.rows if row.is_told]

    @property
    def in_words(self) -> Typed:
        """What was typed, one row after the other, in words."""
        return [(f"{_('Jalon')} {row.place + 1}", row.in_words(self.procedure)) for row in self.told]

    @property
    def is_sound(self) -> bool:
        """Whether there is something to find a path through, and nothing that cannot be read."""
        return bool(self.told) and not any(row.errors for row in self.rows)

    @property
    def milestones(self) -> list[Milestone]:
        """What is known, in order."""
        return [row.milestone(self.procedure) for row in self.told if row.move]

    @property
    def seal(self) -> str:
        """A mark of what is known: nobody records a path that they have not read."""
        return sha256(repr(self.milestones).encode()).hexdigest()


def _by_date(order: list[int]) -> list[int]:
    """Put the rows in the order of their dates, the empty ones last; a move without a date follows the one before."""
    days = [DateParts.read(f"m{place}_on").value for place in order]
    told = [place for place, day in zip(order, days, strict=True) if day or request.form.get(f"m{place}_move")]
    kept = by_date([days[order.index(place)] for place in told])
    return [*(told[place] for place in kept), *(place for place in order if place not in told)]
