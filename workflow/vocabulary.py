"""The words that every procedure shares: what moves ask, who has the ball, what texts are called."""

import re
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A table of a procedure file: no unknown key, no change after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Label(Part):
    """Words in both languages."""

    fr: str
    ar: str
    short_fr: str = ""


class Noun(Label):
    """What a kind of text is called, with its French gender for agreement."""

    gender: Literal["m", "f"] = "m"


class Chamber(Label):
    """A chamber of Parliament, with its number of members and the day since when it has that many."""

    members: int
    members_since: date


class NumberForm(Part):
    """The usual form of the official number of a kind of text."""

    pattern: re.Pattern[str]
    words_fr: str


class Section(Part):
    """A group of the table of legislative production."""

    code: str
    label_fr: str
    label_ar: str


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
    # Whether another answer than the choices may be written.
    is_open: bool = False


class Vocabulary(Part):
    """The words that every procedure shares."""

    milestones: tuple[str, ...]
    sections: tuple[Section, ...]
    bodies: dict[str, Label]
    chambers: dict[str, Chamber]
    facts: dict[str, Fact]
