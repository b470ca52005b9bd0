"""How pages word what they show."""

from datetime import timedelta

import pytest
from flask import Flask, render_template_string
from flask_babel import ngettext

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


@pytest.mark.parametrize(("count", "said"), [(0, "0 texte"), (1, "1 texte"), (2, "2 textes"), (1000, "1000 textes")])
def test_nothing_is_singular_as_in_french(app: Flask, count: int, said: str) -> None:
    with app.test_request_context():
        shown = render_template_string("{{ ngettext('%(num)s texte', '%(num)s textes', count) }}", count=count)

        assert ngettext("%(num)s texte", "%(num)s textes", count) == shown == said
