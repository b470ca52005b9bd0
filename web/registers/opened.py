"""A register of a text as its pages work with it: its items today, on a past day, or when a page was shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import abort, url_for
from sqlmodel import Session

from models import LegalText
from web.request import calendar, today
from workflow.history.items import Item
from workflow.history.steps import Recorded, steps_of
from workflow.procedure.registers import Column, RegisterBook, registers
from workflow.procedure.vocabulary import Vocabulary
from workflow.registers.reading import past_items, read_items
from workflow.registers.shown import shown_fr
from workflow.standing.standing import Standing, standing

Items = Mapping[int, Item]


@dataclass(frozen=True)
class Opened:
    """A register of a text, with its items of today by number."""

    text: LegalText
    book: RegisterBook
    steps: list[Recorded]
    now: Standing
    items: Items

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the procedure of the text."""
        return self.now.procedure.vocabulary

    def words(self, column: Column, item: Item | None) -> str:
        """Say a column of an item."""
        return shown_fr(column, item.values.get(column.name), self.vocabulary) if item else ""

    def address(self, endpoint: str = "registers.show", **asked: Any) -> str:  # noqa: ANN401 - numbers and words
        """Give the address of a page of this register, with what is asked there."""
        return url_for(endpoint, text_id=self.text.id, register=self.book.code.value, **asked)


def open_register(session: Session, text: LegalText, register: str) -> Opened:
    """Read a register of a text, or answer that there is none of that name."""
    book = registers().get(register)
    if book is None:
        abort(404)
    steps = steps_of(session, text.id)
    now = standing(text, steps, on=today(), calendar=calendar())
    return Opened(text, book, steps, now, _own(book, read_items(session, text, now.situation)))


def items_on(session: Session, opened: Opened, on: date) -> Items:
    """Give the items as they were at the end of a past day."""
    return _own(opened.book, past_items(session, opened.text, opened.steps, on))


def items_seen(session: Session, opened: Opened, seen_step: int) -> Items:
    """Give the items as they were on a page shown when `seen_step` was the last step."""
    if not 0 < seen_step < len(opened.steps):
        return opened.items
    then = standing(opened.text, opened.steps[:seen_step], on=today(), calendar=calendar())
    return _own(opened.book, read_items(session, opened.text, then.situation))


def _own(book: RegisterBook, items: Mapping[tuple[str, int], Item]) -> Items:
    return {number: item for (kind, number), item in items.items() if kind == book.code}
