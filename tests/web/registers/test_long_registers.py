"""What the page of a text shows of a long register."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.registers.conftest import Tell
from tests.workflow.registers.desk import changed, new


def test_the_page_of_a_text_shows_first_what_is_open_and_links_to_the_rest(
    drafter: Browser, bill: LegalText, told: Tell
) -> None:
    told("observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 13)])
    told("observations", [changed(item, item, position="kept") for item in range(1, 5)])

    page = drafter.get(f"/texts/{bill.id}")

    shown = page.all("#observations tbody td:first-child")
    assert shown == [f"Observation n° {item}" for item in (5, 6, 7, 8, 9, 1, 2, 3, 4)]
    page = drafter.follow(page, "Toutes les observations (12)")
    assert page.sentence == "12 observations : 4 avec suite, 8 sans suite."


def test_the_page_of_a_text_leads_to_no_more_observations_than_it_shows(
    drafter: Browser, bill: LegalText, told: Tell
) -> None:
    told("observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 11)])
    told("observations", [changed(item, item, position="kept") for item in range(1, 6)])

    page = drafter.get(f"/texts/{bill.id}")

    assert len(page.all("#observations tbody tr")) == 10
    assert "Toutes les observations" not in page.one("#observations").text
    assert page.one("#observations .split").text.split() == ["5", "à", "décider", "·", "5", "retenue"]


def test_a_very_long_register_is_read_by_pages_and_exported_whole(
    drafter: Browser, bill: LegalText, told: Tell
) -> None:
    told("observations", [new(row, observation=f"Remarque {row}.") for row in range(1, 502)])
    page = drafter.get(f"/texts/{bill.id}/registers/observations")
    assert len(page.all(".items tbody tr")) == 500

    page = drafter.follow(page, "Suivante")

    assert page.all(".items tbody td:first-child a") == ["Observation n° 501"]
    assert len(drafter.download(page.link("CSV")).data.splitlines()) == 502
