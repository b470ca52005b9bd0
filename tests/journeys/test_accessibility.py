"""Every screen by the rules of axe-core, and by those that it does not have: sizes of letters and of targets."""

from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.fixtures.chromium import spotless_page
from tests.fixtures.databases import Database
from tests.journeys.desk import sign_in
from tests.journeys.screens import screens

pytestmark = pytest.mark.browser
# All its rules, those of good practice too; it leaves the size of targets out unless asked.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What the administrator alone opens.
ACCOUNTS = ("/administration/people", "/administration/people/new", "/administration", "/account")
_LETTERS = """() => [...new Set([...document.querySelectorAll('body *')]
    .filter(it => it.checkVisibility() && [...it.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(it => parseFloat(getComputedStyle(it).fontSize)))].sort((a, b) => a - b)"""


@pytest.fixture
def database(living_demonstration: Database) -> Database:
    """Give the whole demonstration: screens are judged with something on them."""
    return living_demonstration


@cache
def axe() -> Axe:
    """Give axe-core, whose script is evaluated in the page: our policy lets no page load a script."""
    return Axe()


def faults(page: Page) -> list[str]:
    """Name what axe-core finds, each rule with the first element that it is about."""
    found = axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']} ({len(rule['nodes'])}): {rule['nodes'][0]['html'][:160]}" for rule in found]


@pytest.mark.parametrize(("width", "touch"), [(1440, False), (390, True)])
def test_every_screen_is_accessible(browser: Browser, live_server: str, width: int, touch: bool) -> None:  # noqa: FBT001
    found, letters = {}, set[float]()
    with spotless_page(browser, live_server, width=width, height=844, touch=touch) as page:
        page.goto("/sign-in")
        found["/sign-in"] = faults(page)
        sign_in(page, "cheffe")
        for path in screens(page):
            page.goto(path)
            found[path] = faults(page)
            letters |= set(page.evaluate(_LETTERS))
        page.context.clear_cookies()
        sign_in(page, "admin")
        for path in ACCOUNTS:
            page.goto(path)
            found[path] = faults(page)
        page.goto(ACCOUNTS[0])
        page.locator("tbody a").first.click()
        found["an account"] = faults(page)

    assert "\n".join(f"{path}: {each}" for path, said in found.items() for each in said) == ""
    assert min(letters) >= 13
    assert len(letters) <= 6
