"""The minister's folder of a Council with a bill on its agenda, asked for in one press."""

from itertools import product
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import await_papers, follow, open_bill, record, sign_in
from tests.journeys.office import Office

pytestmark = pytest.mark.browser

KINDS = ("fiche_conseil", "fiche_suivi", "note_presentation")


@pytest.fixture
def live_server(office: Office) -> str:
    return office.address


def test_the_folder_of_a_council_holds_the_papers_of_its_bill(page: Page) -> None:
    sign_in(page, "cheffe")
    open_bill(page)
    bill = page.url
    record(page, "Inscrire à l’ordre du jour du Conseil", "", {"Date du Conseil visé": "17/12/2026"})
    page.wait_for_url(f"{bill}*")
    page.get_by_role("link", name="Conseil", exact=True).click()
    page.locator("h3").get_by_role("link", name="Jeudi 17 décembre 2026").click()
    expect(page.locator("section", has=page.get_by_role("heading", name="À l’ordre du jour"))).to_contain_text("103-13")

    follow(page, page.get_by_role("button", name="Dossier du ministre"))

    await_papers(page, 6)
    expect(page.locator("progress")).to_have_js_property("value", 6)
    expect(page.locator("#made tbody tr")).to_have_count(6)
    with page.expect_download() as found:
        page.get_by_role("link", name="Télécharger le tout (.zip)").click()
    with ZipFile(found.value.path()) as package:
        names = sorted(name.rpartition("_v1.docx")[0] for name in package.namelist() if name.endswith(".docx"))
    ends = [f"_{kind}_{language}" for kind, language in product(KINDS, ("ar", "fr"))]
    assert all(name.endswith(end) for name, end in zip(names, ends, strict=True))
