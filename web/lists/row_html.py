"""The cells of a row of the list, written once for all who see the same words."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from flask import get_template_attribute, request
from flask_babel import get_locale
from markupsafe import Markup

from web.lists.listing import Row
from web.request import today


@dataclass(frozen=True)
class _Told:
    """A row, known by all that its cells say."""

    words: tuple[Any, ...]
    row: Row = field(compare=False)


def cells() -> Callable[[Row], Markup]:
    """Give what writes, for this request, the cells of a row save the one that ticks it.

    What was written is found again by its very words, so that nothing else has to say when it is out of date.
    """
    asked = today(), str(get_locale()), request.script_root

    def cells_of(row: Row) -> Markup:
        text, limit = row.text, row.limit
        words = (
            text.id, text.number, text.title_fr, text.priority, text.held_since, row.sentence, row.state, row.holder,
            row.days, row.responsible, row.leave, row.excerpt,
            limit and (limit.label_fr, limit.due_on, limit.is_estimated, limit.force), asked,
        )  # fmt: skip
        return _written(_Told(words, row))

    return cells_of


@lru_cache(maxsize=4096)
def _written(told: _Told) -> Markup:
    write = get_template_attribute("lists/_rows.html", "cells")
    return Markup(write(told.row, today()))  # noqa: S704 - a macro of ours, which escapes
