"""A passed limit of the law is named first, then what comes next, and last what passed and binds nobody."""

from datetime import date, timedelta
from itertools import pairwise

from workflow.deadlines.pressing import place_of
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import procedures

TODAY = date(2026, 12, 1)


def rule(*, is_legal: bool) -> DeadlineRule:
    """Give a limit of the law, or a marker, of bills."""
    known = procedures()["projet_de_loi"].deadlines.values()
    return next(one for one in known if one.is_legal == is_legal and one.term == "limit")


def test_deadlines_are_named_by_how_they_press() -> None:
    law, marker = rule(is_legal=True), rule(is_legal=False)
    in_order = [
        (law, -1), (marker, 0), (law, 3), (marker, 3), (marker, 4), (law, 10), (marker, -400), (marker, -2),
    ]  # fmt: skip
    places = [place_of(one, TODAY + timedelta(days=days), on=TODAY) for one, days in in_order]

    assert all(first < second for first, second in pairwise(places))
