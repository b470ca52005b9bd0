"""The orders of the list: each a sequence of parts that are read one after the other, along an index where it has one.

Texts that have nothing to be ordered by come last, as they were opened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, SQLColumnExpression, literal, tuple_
from sqlmodel import col, select

from models import LegalText, PartialDate, User


@dataclass(frozen=True)
class Part:
    """The texts of an order that have `attribute` and satisfy `where`, by a column, then by key.

    `read` reads the value of the column from a cursor; None where it is too long, that of the text named is then asked.
    """

    column: SQLColumnExpression[Any]
    attribute: str
    read: Callable[[str], Any] | None = None
    where: tuple[ColumnElement[bool], ...] = ()
    # Whether it is read from its end where the order is turned round.
    turns: bool = True


@dataclass(frozen=True)
class Place:
    """Where a page begins: after that text, in that part of an order."""

    part: int
    value: Any
    key: UUID


@dataclass(frozen=True)
class Order:
    """One order of the list. Those that no index keeps are offered where there are few enough texts to be sorted."""

    name: str
    parts: "Parts"
    has_index: bool = True
    descends: bool = False

    def by(self, part: Part) -> Sequence[ColumnElement[Any]]:
        """Give what orders a part."""
        columns = (part.column, col(LegalText.id))
        return [each.desc() if self.descends and part.turns else each.asc() for each in columns]

    def is_after(self, part: Part, place: Place) -> ColumnElement[bool]:
        """Give what a text of that part satisfies to come after that place."""
        value = (
            literal(place.value, cast("ColumnElement[Any]", part.column).type)
            if part.read
            else _value_of(part, place.key)
        )
        here, there = tuple_(part.column, col(LegalText.id)), tuple_(value, literal(place.key))
        return here < there if self.descends and part.turns else here > there

    def place_of(self, text: LegalText) -> tuple[int, str]:
        """Give the part where a text stands, and what a cursor says of it there."""
        rank, part = next(
            (rank, part) for rank, part in enumerate(self.parts) if getattr(text, part.attribute) is not None
        )
        value = getattr(text, part.attribute) if part.read else ""
        return rank, value.isoformat() if isinstance(value, date) else str(value)


def _value_of(part: Part, key: UUID) -> ColumnElement[Any]:
    return select(part.column).where(col(LegalText.id) == key).correlate(None).scalar_subquery()


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)


def _known_first(column: SQLColumnExpression[Any], attribute: str, read: Callable[[str], Any]) -> "Parts":
    known = Part(column, attribute, read, (column.is_not(None),))
    return known, Part(_OPENED, "created_at", _moment, (column.is_(None),), turns=False)


Parts = tuple[Part, ...]
_OPENED = col(LegalText.created_at)
_ASSIGNED = col(LegalText.responsible_id)
_NAME = select(User.name).where(col(User.id) == _ASSIGNED).correlate(LegalText).scalar_subquery()
ORDERS = {
    order.name: order
    for order in (
        Order("opened", (Part(_OPENED, "created_at", _moment),)),
        Order("number", _known_first(col(LegalText.number_order), "number_order", str)),
        Order("title", (Part(col(LegalText.search_text), "search_text"),), has_index=False),
        Order("held", _known_first(col(LegalText.held_since), "held_since", PartialDate.parse)),
        Order("due", _known_first(col(LegalText.next_due_on), "next_due_on", date.fromisoformat)),
        Order(
            "responsible",
            (
                Part(_NAME, "responsible_id", None, (_ASSIGNED.is_not(None),)),
                Part(_OPENED, "created_at", _moment, (_ASSIGNED.is_(None),), turns=False),
            ),
            has_index=False,
        ),
    )
}


def order_of(sort: str, *, is_small: bool, is_searched: bool) -> Order:
    """Give the order asked for; that of opening where it is none, or where there are too many texts to sort.

    What words found is sorted too, and so only where the whole list `is_small`.
    """
    name = sort.removeprefix("-") or "opened"
    order = ORDERS.get(name, ORDERS["opened"])
    if not offered(order, is_small=is_small, is_searched=is_searched):
        return ORDERS["opened"]
    return replace(order, descends=sort.startswith("-"))


def offered(order: Order, *, is_small: bool, is_searched: bool) -> bool:
    """Whether the list can be read in that order at a cost that does not grow with it."""
    return is_small or (order.has_index and not is_searched)
