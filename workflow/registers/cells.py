"""What is typed or pasted in a cell of a register, read as the value that is kept."""

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from models import PartialDate
from workflow.calendar.words import parse_ar, parse_fr
from workflow.history.facts import BadFact, read
from workflow.language.articles import bare
from workflow.language.folding import norm
from workflow.procedure.registers import Action, Column, RegisterBook
from workflow.procedure.vocabulary import Choice, Fact, Vocabulary

_MOST = 9999
_DIGITS = 9
# As French tables write a day: 5/3/2026, 05.03.2026, 05 / 03 / 2026, 03/2026.
_WRITTEN = re.compile(r"(?:(\d{1,2})(?: ?[/.-] ?| ))?(\d{1,2})(?: ?[/.-] ?| )(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
# What parts a day in words: 5-mars-2026, and the spaces that a web page or a keyboard puts between them.
_PARTED = re.compile(r"[\s\-]+")
# A day that a workbook gives with its hour.
_HOUR = re.compile(r"[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?$")
_NO_DATE = "Une date est attendue : jour, mois, année."
_FACTS = {"line": "line", "text": "text", "article": "line", "body": "line"}


def read_cell(register: RegisterBook, column: Column, words: Any, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 - JSON
    """Give the value that a cell holds, an empty one for an empty cell; raise BadFact when it is none of its column.

    A choice or a Chamber may be told by its code or in its words, in either language; a date as 2026-03-05, as
    05/03/2026, or in the words of either language; numbers in Arabic digits too. A column that dates an entry takes a
    month or a year too; the others ask for the very day.
    """
    answer = str("" if words is None else words).strip()
    if not answer:
        return ""
    if column.type == "choice":
        return _chosen(column.choices, answer)
    if column.type == "chamber":
        chambers = vocabulary.chambers.items()
        return _chosen([Choice(value=code, fr=bare(each.fr), ar=each.ar) for code, each in chambers], bare(answer))
    if column.type == "number":
        return _number(western(answer))
    if column.type == "day":
        is_partial = any(action.on == column.name for action in register.actions)
        return _day(western(answer), is_partial=is_partial)
    fact = Fact(type=_FACTS[column.type], label_fr="", label_ar="", institution=column.type == "body")  # type: ignore[arg-type]
    return read(fact, answer)


def dating(register: RegisterBook) -> list[Action]:
    """Give the actions of a register that have a date of their own."""
    return [action for action in register.actions if action.on]


def _chosen(choices: Sequence[Choice], answer: str) -> str:
    folded = norm(answer)
    for choice in choices:
        if answer == choice.value or folded in (norm(choice.fr), norm(choice.ar)):
            return choice.value
    raise BadFact(
        f"« {answer[:60]} » n’est pas une des réponses possibles : {' ; '.join(each.fr for each in choices)}."
    )


def _number(answer: str) -> int:
    if len(answer) > _DIGITS or not answer.isascii() or not answer.isdigit() or int(answer) > _MOST:
        raise BadFact(f"Un nombre entier de 0 à {_MOST} est attendu.")
    return int(answer)


def western(words: str) -> str:
    """Give words with the digits 0 to 9 for those of another writing: "٥ مارس ٢٠٢٦" is "5 مارس 2026"."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words)


def _day(answer: str, *, is_partial: bool) -> str:
    try:
        found = _date(_HOUR.sub("", answer))
    except ValueError as error:
        raise BadFact(_NO_DATE) from error
    if not (found.is_full or is_partial):
        raise BadFact(_NO_DATE)
    return str(found)


def _date(answer: str) -> PartialDate:
    """Read a date in figures or in words; raise ValueError where it is none."""
    if written := _WRITTEN.fullmatch(answer):
        day, month, year = written.groups()
        return PartialDate(int(year), int(month), int(day or 0))
    if written := _YEAR_FIRST.fullmatch(answer):
        return PartialDate(*(int(part) for part in written.groups() if part))
    with suppress(ValueError):
        return PartialDate.parse(answer)
    words = _PARTED.sub(" ", answer)
    with suppress(ValueError):
        return parse_fr(words)
    return parse_ar(words)
