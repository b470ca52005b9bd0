"""A person whose session ends while they write finds their form again, filled, by signing in where they are."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import fill, open_bill, sign_in
from workflow.importing.demonstration import PASSWORD

pytestmark = pytest.mark.browser

MOVE = "Inscrire à l’ordre du jour du Conseil"


def test_what_was_typed_comes_back_in_one_step(page: Page) -> None:
    sign_in(page, "redactrice")
    open_bill(page)
    page.get_by_role("link", name=MOVE).click()
    fill(page, {"Date": "10/3/2016", "Date du Conseil visé": "17/3/2016", "Note": "Vu avec le <SGG> & relu."})
    page.context.clear_cookies()

    page.locator("#record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre session a expiré")
    page.get_by_label("Adresse électronique").fill("redactrice@demo.navette.ma")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter et retrouver ma saisie").click()

    expect(page.get_by_label("Note")).to_have_value("Vu avec le <SGG> & relu.")
    expect(page.locator(".done-note")).to_contain_text("Rien n’en est encore enregistré")
    page.locator("#record").click()
    expect(page.locator(".sentence")).to_contain_text("ordre du jour du Conseil de gouvernement du 17 mars 2016")
