"""The page of a procedure in a real browser: short, never wider than the window, printed whole."""

import pytest
from playwright.sync_api import Browser

from tests.fixtures.chromium import spotless_page
from tests.journeys.desk import sign_in
from tests.journeys.test_widths import overflow
from workflow.rulebook.files import procedures

pytestmark = pytest.mark.browser
# In px at 1,440; the page of the bills had 21,894.
MOST = 6500


@pytest.mark.parametrize("width", [320, 390, 640, 1440])
def test_every_procedure_is_short_and_keeps_within_the_window(browser: Browser, live_server: str, width: int) -> None:
    wide, heights = {}, {}
    with spotless_page(browser, live_server, width=width, height=900) as page:
        page.goto("/sign-in")
        sign_in(page, "cheffe")
        for path in ("", *(f"/{kind}" for kind in procedures())):
            page.goto(f"/procedures{path}")
            heights[path] = page.evaluate("document.scrollingElement.scrollHeight")
            page.evaluate("document.querySelectorAll('main details').forEach(it => { it.open = true })")
            wide[path] = overflow(page, width)

    assert {path: words for path, words in wide.items() if words} == {}
    if width == 1440:
        assert max(heights.values()) <= MOST


def test_folded_parts_are_printed_without_the_bar(browser: Browser, live_server: str) -> None:
    with spotless_page(browser, live_server, width=1440, height=900) as page:
        page.goto("/sign-in")
        sign_in(page, "cheffe")
        page.goto("/procedures/decret")
        folded = page.get_by_text("Ajouter une note datée")
        assert not folded.is_visible()
        page.emulate_media(media="print")

        assert folded.is_visible()
        assert page.get_by_text("Point de départ").first.is_visible()
        assert not page.locator(".bar").is_visible()


def test_a_picture_scrolls_inside_its_frame_on_a_phone(browser: Browser, live_server: str) -> None:
    with spotless_page(browser, live_server, width=390, height=844, touch=True) as page:
        page.goto("/sign-in")
        sign_in(page, "cheffe")
        page.goto("/procedures/projet_de_loi")
        page.locator(".drawings summary", has_text="Parlement").click()
        frame = page.get_by_role("region", name="Schéma de la phase Parlement")
        frame.locator("img").scroll_into_view_if_needed()
        frame.locator("img").evaluate("it => it.decode()")
        frame.focus()

        assert frame.evaluate("it => it.scrollWidth > it.clientWidth")
        assert overflow(page, 390) == ""
