"""What is asked of the list of texts, as a view or a field of a form keeps it."""

from dataclasses import replace
from urllib.parse import parse_qsl

from web.texts.asked import Filters, query_of, read_filters


def filters_in(query: str) -> Filters:
    """Read the filters that a view, or a field of a form, keeps as a query string."""
    return read_filters(dict(parse_qsl(query)))


def view_of(filters: Filters) -> str:
    """Write filters as a view keeps them: from the first page on."""
    return query_of(replace(filters, after=""))
