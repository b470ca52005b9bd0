"""What is looked for in a register: filters that stand in the address, the items that answer them, and their order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask import request

from models import ItemStatus
from web.registers.opened import Items, Opened
from workflow.history.items import Item
from workflow.language.folding import norm
from workflow.language.legible import clean
from workflow.procedure.registers import Column
from workflow.registers.shown import counted_fr

_LONGEST = 200
_DIGITS = re.compile(r"\d+")
# What stands first in a table by article: remarks on the whole, then on the first article.
_WHOLE = frozenset({"", "general", "generalites", "عام", "ensemble", "titre", "intitule", "العنوان"})
_FIRST = ("premier", "الأولى", "unique", "فريدة")
_ORDERS = ("number", "article")


@dataclass(frozen=True)
class Filters:
    """What a person looks for; empty fields ask nothing. `on` is a day as 2026-03-05."""

    status: str = ""
    article: str = ""
    who: str = ""
    words: str = ""
    sort: str = ""
    on: str = ""

    @classmethod
    def read(cls) -> "Filters":
        """Read the filters of the address."""
        names = cls.__dataclass_fields__
        return cls(**{name: clean(request.args.get(name, "")).strip()[:_LONGEST] for name in names})

    @property
    def kept(self) -> dict[str, str]:
        """What an address says of them."""
        return {name: value for name in self.__dataclass_fields__ if (value := getattr(self, name))}

    @property
    def is_set(self) -> bool:
        """Whether something is looked for, rather than another order or another day."""
        return bool(self.status or self.article or self.who or self.words)

    def day(self, today: date) -> date | None:
        """Give the past day that is asked for; None for today, for a day that has not come and for no day at all."""
        try:
            day = date.fromisoformat(self.on)
        except ValueError:
            return None
        return day if day < today else None


@dataclass(frozen=True)
class Found:
    """The items of a register that answer filters; `items` are all of them on that day."""

    opened: Opened
    items: Items
    filters: Filters

    @cached_property
    def shown(self) -> list[Item]:
        """The items found, in the order that is asked for."""
        found = [item for item in self.items.values() if self._answers(item)]
        article = self._column("article")
        if self.filters.sort == "article" and article:
            return sorted(found, key=lambda item: (_place(self.opened.words(article, item)), item.number))
        return found

    @property
    def articles(self) -> list[str]:
        """The articles that one can ask for, in their order."""
        column = self._column("article")
        return sorted(self._told(lambda item: [self.opened.words(column, item)] if column else []), key=_place)

    @property
    def authors(self) -> list[str]:
        """The bodies and authors that one can ask for."""
        return sorted(self._told(self._authors), key=norm)

    @property
    def columns(self) -> list[Column]:
        """The columns that say something of an item, or must."""
        told = {name for item in self.items.values() for name in item.values}
        return [column for column in self.opened.book.columns if column.required or column.name in told]

    @property
    def counted(self) -> str:
        """How many items there are, and how many are open."""
        opened = sum(item.status is ItemStatus.OPEN for item in self.items.values())
        return counted_fr(self.opened.book, len(self.items), opened)

    def _column(self, name: str) -> Column | None:
        return self.opened.book.by_name.get(name)

    def _told(self, tell: Callable[[Item], Sequence[str]]) -> set[str]:
        return {words for item in self.items.values() for words in tell(item) if words}

    def _authors(self, item: Item) -> list[str]:
        columns = [each for each in self.opened.book.columns if each.type == "body" or each.name == "author"]
        return [self.opened.words(column, item) for column in columns]

    def _answers(self, item: Item) -> bool:
        asked, article = self.filters, self._column("article")
        if asked.status and item.status != asked.status:
            return False
        if asked.article and article and self.opened.words(article, item) != asked.article:
            return False
        if asked.who and asked.who not in self._authors(item):
            return False
        said = norm(" ".join(self.opened.words(column, item) for column in self.opened.book.columns))
        return all(word in said for word in norm(asked.words).split())


def _place(article: str) -> tuple[int, list[int], str]:
    folded = norm(article)
    if folded in _WHOLE:
        return 0, [], folded
    digits = [int(each[:9]) for each in _DIGITS.findall(folded)]
    if not digits and any(norm(word) in folded for word in _FIRST):
        digits = [1]
    return (1, digits, folded) if digits else (2, [], folded)
