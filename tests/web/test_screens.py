"""The screens of the demonstration, found by following every kind of link; the browser looks at each page closely."""

from collections import Counter

import pytest
from flask import Flask, render_template

from tests.fixtures.databases import Database
from tests.web.browser import Browser
from tests.web.page import Page, attribute


@pytest.fixture
def database(demonstration: Database) -> Database:
    return demonstration


def screen(app: Flask, path: str) -> tuple[str, str]:
    """Name the screen at an address, moves apart from each other."""
    endpoint, arguments = app.url_map.bind("localhost").match(path.partition("?")[0])
    return str(endpoint), str(arguments.get("name", ""))


def links(page: Page) -> list[str]:
    found = (attribute(tag, "href").partition("#")[0] for tag in page.soup.select("a[href]"))
    files = (".svg", ".docx", ".zip", "/export.", "format=", "/papers/", "/file", "/trial")
    return [link for link in found if link and not any(mark in link for mark in files)]


@pytest.mark.parametrize(("email", "texts", "screens"), [("cheffe", 22, 20), ("lectrice", 2, 6), ("admin", 2, 7)])
def test_every_screen_within_reach_is_sound(browser: Browser, email: str, texts: int, screens: int) -> None:
    app, times = browser.app, {"texts.show": texts, "corrections.correct": 5}  # how often others are visited: twice
    browser.sign_in(f"{email}@demo.navette.ma")
    todo, seen, visits = ["/"], set(), Counter[tuple[str, str]]()
    while todo:
        path = todo.pop(0)
        here = screen(app, path)
        if path not in seen and visits[here] < times.get(here[0], 2):
            todo += links(browser.get(path))
            visits[here] += 1
        seen.add(path)

    assert len(visits) >= screens, visits


def test_the_page_says_in_which_part_one_is(browser: Browser) -> None:
    browser.sign_in("cheffe@demo.navette.ma")

    assert browser.get("/").all("[aria-current=true]") == ["À faire"]
    assert browser.get("/texts").all("nav[aria-label=Principale] [aria-current]") == ["Textes"]
    assert browser.get("/messages").all("nav[aria-label=Principale] [aria-current]") == ["Administration"]


def test_the_demonstration_shows_its_accounts_on_the_sign_in_page(browser: Browser) -> None:
    page = browser.get("/sign-in")

    assert "navette-demo" in page.text
    assert len(page.all("tbody tr")) == 8


def test_the_screens_are_drawn_from_right_to_left_in_arabic(app: Flask) -> None:
    with app.test_request_context("/sign-in"):
        html = render_template("base.html", locale_code="ar")

    assert '<html lang="ar" dir="rtl">' in html
    assert "bootstrap.rtl.min.css" in html
