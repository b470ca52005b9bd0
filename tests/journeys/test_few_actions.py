"""What people do every day takes few actions: each click, each tick and each word typed is counted."""

import pytest
from playwright.sync_api import Locator, Page, expect
from sqlmodel import Session, col, select

from models import LegalText, PartialDate, User
from tests.fixtures.databases import Database
from tests.fixtures.demonstration import NOW
from tests.journeys.desk import sign_in
from workflow.calendar.working_days import Calendar
from workflow.importing.demonstration import DOMAIN
from workflow.old_files.milestones import Milestone
from workflow.register.moves import fire, open_text, take_over

pytestmark = pytest.mark.browser


class Hand:
    """What a person does on a page, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, target: Locator) -> None:
        """Press a link, a button or a box."""
        self.actions += 1
        target.click()

    def type(self, target: Locator, words: str) -> None:
        """Type words in a field."""
        self.actions += 1
        target.fill(words)

    def choose(self, target: Locator, label: str) -> None:
        """Choose in a list."""
        self.actions += 1
        target.select_option(label=label)

    def press(self, key: str) -> None:
        """Press one key."""
        self.actions += 1
        self.page.keyboard.press(key)


@pytest.fixture
def database(living_demonstration: Database) -> Database:
    return living_demonstration


def test_a_routine_move_takes_two_clicks_from_the_first_page_and_no_date(page: Page) -> None:
    sign_in(page, "cheffe")
    page.goto("/")
    hand = Hand(page)

    hand.click(page.get_by_role("link", name="Enregistrer la promulgation"))
    expect(page.get_by_role("radio", name="aujourd’hui")).to_be_checked()
    page.wait_for_load_state()
    asked = page.locator("#dahir")
    if asked.count():  # what the move cannot do without is no click
        asked.fill("1-26-99")
    hand.click(page.locator("#record"))

    expect(page.get_by_role("status").first).to_be_visible()
    assert hand.actions <= 2


def test_a_text_is_found_by_a_word_of_a_note_in_two_actions(page: Page, database: Database) -> None:
    with Session(database.engine, expire_on_commit=False) as session:
        text = session.exec(select(LegalText).where(LegalText.state == "commission_adhoc")).one()
        by = session.exec(select(User).where(User.email == f"cheffe{DOMAIN}")).one()
        fire(session, text, "note", by=by, seen_step=text.last_step, on=None, at=NOW, calendar=Calendar(),
             facts={"note": "Voir la convention d’Istanboul avec le service juridique"})  # fmt: skip
        session.commit()
    sign_in(page, "cheffe")
    page.goto("/")
    hand = Hand(page)

    hand.type(page.get_by_label("Chercher un texte"), "istanboul")
    hand.press("Enter")

    expect(page.locator("a.title")).to_have_count(1)
    expect(page.locator(".found mark")).to_have_text("Istanboul")
    assert hand.actions <= 2


def test_twelve_texts_are_given_to_a_colleague_in_five_actions(page: Page, database: Database) -> None:
    with Session(database.engine) as session:
        wanted = session.exec(select(LegalText.id).where(LegalText.holder != "")).all()
    sign_in(page, "cheffe")
    page.goto("/")
    hand = Hand(page)
    who = "Amina El Idrissi"

    hand.click(page.get_by_role("link", name=f"{len(wanted)} textes en cours"))
    hand.click(page.get_by_role("button", name="Choisir"))
    hand.choose(page.get_by_label("Attribuer à"), who)
    hand.click(page.get_by_role("button", name="Attribuer", exact=True))

    expect(page.get_by_role("status").first).to_contain_text(who)
    with Session(database.engine) as session:
        amina = session.exec(select(User.id).where(User.name == who)).one()
        given = session.exec(select(LegalText.responsible_id).where(col(LegalText.id).in_(wanted))).all()
    assert len(given) >= 12
    assert set(given) == {amina}
    assert hand.actions <= 5


def test_the_week_is_printed_with_one_key(page: Page) -> None:
    sign_in(page, "cheffe")
    page.goto("/")

    page.emulate_media(media="print")

    expect(page.locator(".week")).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()


def on_the_agenda(session: Session, by: User, title: str) -> None:
    """Put a text on the agenda of the Council of last Thursday, whose results are still to be entered."""
    text = LegalText(procedure="decret", procedure_version="", title_fr=title, created_at=NOW)
    open_text(session, text, by=by, on=None, at=NOW, calendar=Calendar(), is_old_file=True)
    told = Milestone(("list_on_agenda",), PartialDate(2026, 11, 20), {"council_on": "2026-11-26"})
    take_over(session, text, [told], by=by, at=NOW, calendar=Calendar())


def test_the_five_results_of_a_council_take_twelve_actions(page: Page, database: Database) -> None:
    with Session(database.engine, expire_on_commit=False) as session:
        by = session.exec(select(User).where(User.email == f"cheffe{DOMAIN}")).one()
        for title in ("Projet de décret sur les jardins", "Projet de décret sur les quais", "Projet de décret"):
            on_the_agenda(session, by, title)
        session.commit()
    sign_in(page, "cheffe")
    page.goto("/")
    hand = Hand(page)

    hand.click(page.locator(".of-without summary"))  # what no law presses is folded after some rows
    hand.click(page.get_by_role("link", name="Saisir les résultats"))
    expect(page.locator(".result")).to_have_count(5)
    for result in page.locator(".result").all():
        hand.click(result.get_by_role("radio", name="Adopté", exact=False).first)
    hand.click(page.get_by_role("button", name="Enregistrer"))

    expect(page.get_by_role("status").first).to_contain_text("5")
    assert hand.actions <= 12
