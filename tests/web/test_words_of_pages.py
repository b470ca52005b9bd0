"""How pages word what they show."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.web.ministry import Clock
from web.filters import initials
from web.home.overview import day_near_fr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Yasmine Bennani", "Y. B."),
        ("Jean-Pierre Martin", "J.-P. M."),
        ("Yasmine El - Fassi", "Y. E. F."),
        ("-", ""),
        ("", ""),
    ],
)
def test_the_initials_of_a_person_are_those_of_each_name(name: str, said: str) -> None:
    assert initials(name) == said


@pytest.mark.parametrize(("days", "said"), [(-6, "mer. 25 nov."), (7, "mar. 8 déc."), (-365, "1er déc. 2025")])
def test_a_day_is_told_briefly_with_its_year_where_it_is_far(app: Flask, clock: Clock, days: int, said: str) -> None:
    with app.test_request_context():
        assert day_near_fr(clock.at.date() + timedelta(days=days)) == said
