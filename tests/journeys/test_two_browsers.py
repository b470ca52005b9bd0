"""Two people at two machines, on the same bill."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.fixtures.chromium import spotless_page
from tests.journeys.desk import fill, open_bill, record, sign_in

pytestmark = pytest.mark.browser

LIST = "Inscrire à l’ordre du jour du Conseil"


def test_whoever_comes_second_is_told_and_takes_up_what_was_typed(
    page: Page, browser: Browser, live_server: str
) -> None:
    with spotless_page(browser, live_server, width=1280, height=900) as other:
        sign_in(page, "redactrice")
        open_bill(page)
        page.get_by_role("link", name=LIST).click()
        fill(page, {"Date": "10/3/2016", "Date du Conseil visé": "17/3/2016", "Note": "Vu avec le SGG."})

        sign_in(other, "cheffe")
        open_bill(other)
        record(other, "Ajouter une note datée", "", {"Date": "8/3/2016", "Note": "Le Conseil est avancé."})
        expect(other.locator(".done-note")).to_have_text("Le Conseil est avancé.")

        page.locator("#record").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Le texte a bougé")
        expect(page.locator(".sentence")).to_have_text("Le Conseil est avancé.")
        page.get_by_role("button", name="Reprendre ma saisie").click()
        expect(page.get_by_label("Note")).to_have_value("Vu avec le SGG.")
        page.locator("#record").click()
        expect(page.locator(".sentence")).to_contain_text("ordre du jour du Conseil de gouvernement du 17 mars 2016")

        other.reload()
        expect(other.locator(".log").first).to_contain_text("Vu avec le SGG.")


def test_a_paper_is_downloaded_from_the_page(page: Page) -> None:
    sign_in(page, "cheffe")
    open_bill(page)
    page.get_by_text("Produire un papier", exact=True).click()
    page.get_by_role("button", name="Note interne").click()

    with page.expect_download() as download:
        page.locator("#papers").get_by_role("link", name="Ouvrir dans Word").click()

    assert download.value.suggested_filename.endswith(".docx")
    assert download.value.path().read_bytes().startswith(b"PK")
