"""People who administer, at their browsers."""

import pytest
from flask import Flask

from tests.web.browser import Browser
from tests.web.ministry import People


@pytest.fixture
def admin(app: Flask, people: People) -> Browser:
    """Give the browser of the administrator."""
    browser = Browser(app)
    browser.enter(people.administrator)
    return browser
