"""No screen scrolls sideways: on the narrowest phone, on a laptop, and on one zoomed to 200 %."""

import pytest
from playwright.sync_api import Browser, Page

from tests.fixtures.chromium import spotless_page
from tests.fixtures.databases import Database
from tests.journeys.desk import sign_in
from tests.journeys.screens import screens

pytestmark = pytest.mark.browser


def overflow(page: Page, width: int) -> str:
    """Name what is wider than the window, nothing when all is well."""
    wide: str = page.evaluate(
        """width => document.scrollingElement.scrollWidth <= width ? '' :
            [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > width + 1)
            .map(it => `${it.tagName}.${it.className}`).slice(-3).join(' ') || 'something'""",
        width,
    )
    return wide


@pytest.fixture
def database(living_demonstration: Database) -> Database:
    """Give the whole demonstration: screens are judged with something on them."""
    return living_demonstration


@pytest.mark.parametrize(("width", "touch"), [(320, True), (360, True), (640, False), (1024, False)])
def test_no_screen_scrolls_sideways(browser: Browser, live_server: str, width: int, touch: bool) -> None:  # noqa: FBT001
    with spotless_page(browser, live_server, width=width, height=800, touch=touch) as page:
        page.goto("/sign-in")
        found = {"/sign-in": overflow(page, width)}
        sign_in(page, "cheffe")
        for path in screens(page):
            page.goto(path)
            found[path] = overflow(page, width)

    assert {path: wide for path, wide in found.items() if wide} == {}


def test_the_bar_fits_on_either_side_of_where_its_menu_folds(browser: Browser, live_server: str) -> None:
    found = {}
    with spotless_page(browser, live_server, width=1440, height=800) as page:
        sign_in(page, "cheffe")
        page.goto("/first-steps")
        for width in (320, 999, 1000, 1100, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            found[width] = overflow(page, width)

    assert found == dict.fromkeys(found, "")


def test_the_menu_stays_where_it_was_touched(browser: Browser, live_server: str) -> None:
    with spotless_page(browser, live_server, width=390, height=800) as page:
        sign_in(page, "cheffe")
        summary = page.locator(".bar .menu summary")
        folded = summary.bounding_box()
        summary.click()

        assert page.get_by_role("link", name="Procédures").is_visible()
        assert summary.bounding_box() == folded


@pytest.mark.parametrize("touch", [False, True])
def test_the_first_steps_of_every_role_are_read_on_a_phone_in_one_screen_and_a_half(
    browser: Browser,
    live_server: str,
    touch: bool,  # noqa: FBT001
) -> None:
    found = {}
    for name in ("cheffe", "redactrice", "redacteur", "juriste", "directeur", "sg", "cabinet", "lectrice", "admin"):
        with spotless_page(browser, live_server, width=390, height=844, touch=touch) as page:
            sign_in(page, name)
            page.goto("/first-steps")
            found[name] = page.evaluate("document.documentElement.scrollHeight")

    assert {name: height for name, height in found.items() if height > 1300} == {}
