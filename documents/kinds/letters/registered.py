"""The letters of a text that its register keeps, as another letter cites them."""

from collections.abc import Iterator

from documents.case import Case
from documents.filters import date_long_ar
from documents.language import Language, wording
from models import PartialDate, Register
from workflow.calendar.words import long_date
from workflow.history.items import Item
from workflow.language.typography import DOTS
from workflow.procedure.institutions import same

# How the object of a reminder begins, or what it holds.
_REMINDER = ("rappel", "تذكير")


def sent_to(case: Case, body: str) -> list[Item]:
    """Give the letters sent to a body, in the order of the register."""
    return list(_letters(case, "out", "recipient", body))


def received_from(case: Case, body: str) -> list[Item]:
    """Give the letters received from a body, in the order of the register."""
    return list(_letters(case, "in", "sender", body))


def is_reminder(letter: Item) -> bool:
    """Whether a letter recalled another one: its object says so."""
    told = str(letter.values.get("object", "")).lower()
    return any(word in told for word in _REMINDER)


def cited(letter: Item | None, language: Language, *, named: tuple[str, str]) -> str:
    """Cite a letter under its name in both languages, "ma lettre": dots for a number or a day that is not known."""
    values = letter.values if letter else {}
    told = values.get("order_number") or DOTS
    day = PartialDate.parse(values["dated_on"]) if values.get("dated_on") else None
    say = wording(language)
    return f"{say(*named)} {say(f'n° {told} du {long_date(day)}', f'رقم {told} بتاريخ {date_long_ar(day)}')}"


def _letters(case: Case, direction: str, column: str, body: str) -> Iterator[Item]:
    for item in case.items_in(Register.LETTERS):
        if item.values.get("direction") == direction and same(str(item.values.get(column, "")), body):
            yield item
