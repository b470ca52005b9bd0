"""The filters that a template may put after a field: `{{ situation_le|date_longue }}`."""

from collections.abc import Callable
from typing import Any

from jinja2.filters import FILTERS as OF_JINJA

from workflow.calendar.words import long_date
from workflow.language.typography import dots

FILTERS: dict[str, Callable[..., Any]] = {
    **{name: OF_JINJA[name] for name in ("capitalize", "join", "length", "lower", "upper")},
    "date_longue": long_date,
    "points": dots,
}
