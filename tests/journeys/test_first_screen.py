"""On a phone, what is to be done on a text comes within the first screen, however long its titles are."""

import pytest
from playwright.sync_api import Browser
from sqlmodel import Session, col, select

from models import LegalText
from tests.fixtures.chromium import spotless_page
from tests.fixtures.databases import Database
from tests.journeys.desk import sign_in

pytestmark = pytest.mark.browser

MOST = 640
LONG = "Projet de loi modifiant et complétant la loi relative aux établissements de protection sociale " * 3
LONG_AR = "مشروع قانون يقضي بتغيير وتتميم القانون المتعلق بمؤسسات الرعاية الاجتماعية " * 3


@pytest.fixture
def database(demonstration: Database) -> Database:
    """Give the demonstration, with the longest titles that a text has on one that waits for its ministry."""
    with Session(demonstration.engine) as session:
        bill = session.exec(select(LegalText).where(LegalText.state == "commission_adhoc")).first()
        assert bill
        bill.title_fr, bill.title_ar = LONG.strip(), LONG_AR.strip()
        session.add(bill)
        session.commit()
    return demonstration


def test_the_main_action_stands_within_the_first_screen(browser: Browser, live_server: str, database: Database) -> None:
    with Session(database.engine) as session:
        texts = session.exec(select(LegalText.id).order_by(col(LegalText.next_due_on).desc()).limit(8)).all()
    found = {}
    with spotless_page(browser, live_server, width=390, height=844, touch=True) as page:
        sign_in(page, "cheffe")
        for text in texts:
            page.goto(f"/texts/{text}")
            button = page.locator(".do .btn-go")
            if button.count():
                found[str(text)] = button.evaluate("button => button.getBoundingClientRect().bottom")

    assert len(found) >= 3
    assert {text: bottom for text, bottom in found.items() if bottom > MOST} == {}
