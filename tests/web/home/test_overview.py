"""What heads and directors see besides on the first page: its parts, on a page of their own."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Blueprint, Flask, render_template_string

from models import Role
from tests.fixtures.databases import Database
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.ministry import Clock, Ministry
from tests.web.page import Page, words
from web.home.overview import read_overview
from web.request import requires
from web.serving.jobs import reckon_times
from workflow.people.permissions import Right

PAGE = """{% extends 'base.html' %}{% block title %}Essai{% endblock %}{% block main %}<h1>Essai</h1>{% if overview %}
{% for part in ['week', 'holders', 'pipeline', 'recent'] %}{% include 'home/_' ~ part ~ '.html' %}{% endfor %}
{% endif %}{% endblock %}"""
OVERSEEING = {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL}
Parts = Callable[[Role], Page]


@pytest.fixture
def app(make_app: MakeApp, database: Database, clock: Clock) -> Flask:
    app = make_app(DATABASE_URL=database.url)
    app.config["CLOCK"] = clock
    parts = Blueprint("parts", __name__)

    @parts.get("/parts")
    @requires(Right.READ_TEXTS)
    def show() -> str:
        return render_template_string(PAGE, overview=read_overview())

    app.register_blueprint(parts)
    return app


@pytest.fixture
def parts(app: Flask, ministry: Ministry) -> Parts:
    def read(role: Role = Role.HEAD) -> Page:
        browser = Browser(app)
        browser.enter(ministry.people.with_role(role))
        return browser.get("/parts")

    return read


def rows(page: Page, part: str) -> list[str]:
    return [words(row) for row in page.soup.select(f".{part} > li")]


@pytest.mark.parametrize("role", list(Role))
def test_those_who_lead_see_it(parts: Parts, ministry: Ministry, role: Role) -> None:
    ministry.open(on="2026-10-05")

    assert bool(rows(parts(role), "holders")) == (role in OVERSEEING)


def test_each_number_leads_to_the_list_that_it_counts(parts: Parts, ministry: Ministry) -> None:
    ministry.open("Un", on="2026-10-05")
    ministry.open("Deux", "arrete", on="2026-10-12")
    page = parts(Role.HEAD)

    assert page.link("Division de la législation 2").endswith("/texts?holder=legal_division")
    assert page.link("2 textes en cours").endswith("/texts?over=no")
    assert page.one(".pipeline .count")["href"] == "/texts?phase=preparation&over=no"
    assert page.one(".pipeline .count").text == "2"


def test_a_gauge_shows_days_against_the_usual_time(parts: Parts, ministry: Ministry, clock: Clock, app: Flask) -> None:
    today = clock.at.date()
    for days in (10, 20, 30, 40, 50):
        text = ministry.open(f"Projet {days}", "arrete", on=str(today - timedelta(days=200)))
        ministry.move(text, "assign_drafter", str(today - timedelta(days=200)))
        ministry.move(text, "submit_for_validation", str(today - timedelta(days=200 - days)))
    ministry.move(ministry.open("Long", "arrete", on=str(today - timedelta(days=45))), "assign_drafter",
                  str(today - timedelta(days=45)))  # fmt: skip
    reckon_times(app.extensions["navette.engine"], on=today)

    page = parts(Role.DIRECTOR)

    (row,) = (each for each in page.soup.select(".holders > li") if "Division" in each.text)
    assert words(row).endswith("45 jours d’ordinaire 30 jours, sur 5 textes")
    assert [bar["width"] for bar in row.select("rect")] == ["100", "50", "25.0"]
    assert "Toutes" not in page.text


def test_a_step_that_texts_leave_on_the_day_they_reach_it_is_said_so(
    parts: Parts, ministry: Ministry, clock: Clock, app: Flask
) -> None:
    since = str(clock.at.date() - timedelta(days=20))
    for count in range(5):
        text = ministry.open(f"Projet {count}", "arrete", on=since)
        ministry.move(text, "assign_drafter", since)
        ministry.move(text, "submit_for_validation", since)
    ministry.move(ministry.open("Long", "arrete", on=since), "assign_drafter", since)
    reckon_times(app.extensions["navette.engine"], on=clock.at.date())

    (row,) = (each for each in rows(parts(Role.DIRECTOR), "holders") if "Division" in each)

    assert row.endswith("20 jours d’ordinaire le jour même, sur 5 textes")


def test_what_is_not_known_is_a_dash(parts: Parts, ministry: Ministry) -> None:
    ministry.open(on="2026-10")
    page = parts(Role.HEAD)

    assert rows(page, "holders") == ["Division de la législation 1 –"]
    assert rows(page, "pipeline") == ["Préparation 1 âge médian –"]
    assert "Les âges sont calculés chaque nuit." in page.text


def test_an_empty_base_says_what_to_do(parts: Parts) -> None:
    page = parts(Role.HEAD)

    assert page.text.count("ouvrez un premier texte, ou reprenez un tableau existant.") == 2
    assert "Rien n’a encore été enregistré." in page.text


def test_news_tell_the_hour_of_today_and_the_day_of_others(parts: Parts, ministry: Ministry, clock: Clock) -> None:
    moment = clock.at
    for days, title in ((30, "Un"), (2, "Deux"), (0, "Trois")):
        clock.at = moment - timedelta(days=days)
        ministry.open(title, on="2026-10-05")
    clock.at = moment

    told = [words(each) for each in parts(Role.HEAD).soup.select(".news time")]

    assert len(told) == 3
    assert " h " in told[0]
    assert told[1:] == ["dim. 29 nov.", "dim. 1er nov."]


def test_the_week_begins_today(parts: Parts, ministry: Ministry, clock: Clock) -> None:
    ministry.open()
    page = parts(Role.HEAD)

    assert len(page.soup.select(".week > li")) == 6
    assert "aujourd’hui" in words(page.one(".week > .now h3"))
    assert page.all(".week .short") == ["–", "–", "Conseil", "–", "–"]
    assert clock.at.date() == date(2026, 12, 1)
    assert page.link("Conseil de gouvernement du 3 décembre 2026") == "/council/2026-12-03"


def test_of_each_day_after_the_week_one_limit_is_shown_and_the_others_folded(parts: Parts, ministry: Ministry) -> None:
    for number in range(3):
        text = ministry.open(f"Projet de loi {number}", on="2026-08-03", title_ar="مشروع")
        ministry.move(text, "assign_drafter")
        ministry.move(text, "order_impact_study", "2026-10-08")
    page = parts(Role.HEAD)

    assert page.all(".week .then .one > bdi")[0] == "mar. 8 déc."
    assert page.all(".week .then .one summary") == ["et 2 autres délais"]
    assert len(page.all(".week .then details .event")) == 2
