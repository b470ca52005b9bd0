"""The words that every procedure shares: what moves ask, who has the ball, what texts are called."""

import re
from datetime import date
from typing import Literal

from pydantic import Field

from workflow.language.official_numbers import SEPARATOR
from workflow.procedure.part import Part
from workflow.procedure.values import Certainty, Number, in_force


class Label(Part):
    """Words in both languages."""

    fr: str
    ar: str
    short_fr: str = ""


class Noun(Label):
    """What a kind of text is called, with its French gender for agreement."""

    gender: Literal["m", "f"] = "m"


class NumberForm(Part):
    """The usual form of the official number of a kind of text."""

    pattern: re.Pattern[str]
    words_fr: str


def form_doubt(written: str, form: NumberForm | None) -> str | None:
    """Say in French that a number is not of the form usual for a kind of text; official texts have such numbers too."""
    if form is None or form.pattern.fullmatch(re.sub(SEPARATOR, "-", written.strip())):
        return None
    doubt = f"Le numéro « {written} » n’a pas la forme attendue pour ce texte ({form.words_fr})."
    return f"{doubt} Il est gardé ; vérifiez-le."


class Section(Part):
    """A group of the table of legislative production."""

    code: str
    label_fr: str
    label_ar: str


class Seats(Part):
    """How many members a chamber has, from a given day on, and how sure we are of it."""

    since: date
    count: int
    certainty: Certainty = "read"


class Chamber(Label):
    """A chamber of Parliament, with its sizes as far as they are known."""

    # The day from which it sits, where it has not always.
    since: date | None = None
    seats: tuple[Seats, ...] = ()

    def seats_on(self, day: date | None) -> Seats | None:
        """Give its size on `day`, the latest one where no day is told; None when it is not known."""
        known = [seats for seats in self.seats if day is None or seats.since <= day]
        return max(known, key=lambda seats: seats.since, default=None)


class Choice(Label):
    """One of the answers to a question."""

    value: str


class Fact(Part):
    """Something a move asks."""

    type: Literal["line", "text", "title", "choice", "checklist", "votes", "day", "months"]
    label_fr: str
    label_ar: str
    hint_fr: str = ""
    choices: tuple[Choice, ...] = ()
    # Whether a line is the official number of a text, which people and copies turn round.
    official_number: bool = False
    # Whether a line, or each line of a text, names an institution: the ones of the registry are kept by their code.
    institution: bool = False
    # Whether another answer than the choices may be written.
    is_open: bool = False


class PieceKind(Label):
    """A kind of file that people attach to a text, named in both languages, the French words in small letters."""

    # The language of a draft, in which its pieces are unless somebody says otherwise.
    language: Literal["", "fr", "ar"] = ""
    # What of the checklist of a complete file it is, by its value; empty for a kind that is not on the list.
    proves: str = ""
    # Whether it goes with the draft to the SGG without being on that list.
    accompanies: bool = False


class MoveFamily(Label):
    """Moves about one matter, listed together where people look for what to record."""

    moves: tuple[str, ...]
    # Whether it is folded until somebody looks for one of its moves.
    rare: bool = False


class Vocabulary(Part):
    """The words that every procedure shares."""

    # The order of the kinds of text wherever they are listed.
    kinds: tuple[str, ...] = ()
    milestones: tuple[str, ...]
    sections: tuple[Section, ...]
    bodies: dict[str, Label]
    chambers: dict[str, Chamber]
    facts: dict[str, Fact]
    # What can be attached to a text, by code, in the order in which it is listed.
    pieces: dict[str, PieceKind] = Field(default_factory=dict)
    # What is recorded beside the way of a text, by matter, in the order in which it is listed.
    families: dict[str, MoveFamily] = Field(default_factory=dict)
    numbers: dict[str, tuple[Number, ...]] = Field(default_factory=dict)
    # Groups of states that moves and deadlines name as "@group"; a kind has those of their states that it knows.
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def piece(self, code: str) -> PieceKind:
        """Give a kind of piece; one that is no longer told keeps its code as its French name."""
        return self.pieces.get(code) or PieceKind(fr=code, ar="وثيقة أخرى")

    def number_on(self, name: str, day: date | None) -> int | None:
        """Give a number of the law on `day`, the latest one where no day is told; None when it is not law.

        Raise KeyError for a number that the vocabulary does not tell.
        """
        value = in_force(self.numbers[name], day or date.max)
        return value.value if value else None
