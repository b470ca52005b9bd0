"""What the tests of moves share: the address of a move, and how one is recorded."""

from collections.abc import Mapping

from models import LegalText
from tests.web.browser import Browser, Value
from tests.web.page import Page

# A Thursday, as councils are.
ON: Mapping[str, Value] = {"on_day": "19", "on_month": "11", "on_year": "2026"}


def address(text: LegalText, move: str) -> str:
    return f"/texts/{text.id}/moves/{move}"


def record(browser: Browser, text: LegalText, move: str, typed: Mapping[str, Value], *, status: int = 200) -> Page:
    """Open the page of a move, fill it and record it."""
    page = browser.get(address(text, move))
    return browser.press(page, page.record, typed, status=status)
