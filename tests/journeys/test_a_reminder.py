"""An opinion asked for with a deadline that passes, and the letter that recalls it."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import papers, registers
from tests.journeys.desk import open_bill, sign_in
from tests.journeys.office import Office

pytestmark = pytest.mark.browser

BODY = "Conseil national des droits de l’Homme"
ASKED = {"Organisme ou département": BODY, "Saisi le": "01/12/2026", "Réponse attendue pour": "14/12/2026"}
LETTER = {
    "Sens": "départ",
    "N° d’ordre": "1204",
    "Date": "01/12/2026",
    "Objet": "Demande d’avis sur le projet de décret",
    "À": BODY,
}
LATE = "Recevoir l’avis : CNDH"


@pytest.fixture
def live_server(office: Office) -> str:
    return office.address


def test_an_opinion_that_does_not_come_is_recalled(page: Page, office: Office) -> None:
    sign_in(page, "cheffe")
    open_bill(page)
    text = page.url
    registers.add(page, text, "Consultations", ASKED)
    registers.add(page, text, "Courriers", LETTER)
    page.goto(text)
    recall = page.get_by_role("button", name="Produire la lettre de relance")
    expect(recall).to_have_count(0)

    office.turn_to(date(2026, 12, 29))
    assert f"Lettre de relance – {LATE}" in papers.offered(page, text)
    page.goto(text)
    recall.click()
    expect(page.get_by_role("status")).to_contain_text("Le papier est prêt : « Lettre de relance »")
    expect(page.locator("#papers .paper").first).to_contain_text(f"Lettre de relance – {LATE}")

    words = papers.words_of(papers.taken(page, text, f"Lettre de relance – {LATE}"))
    assert "Réf. : ma lettre n° 1204 du 1er décembre 2026" in words
    assert (
        "L’échéance en était fixée au 14 décembre 2026 ; sauf erreur de ma part, aucune suite ne m’est encore " in words
    )
    assert "15 jours après cette date." in words
