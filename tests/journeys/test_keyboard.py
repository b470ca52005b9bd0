"""One move with the keyboard alone: every control is reached, seen, and Enter in a field records nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import open_bill, sign_in

pytestmark = pytest.mark.browser


def tab_to(page: Page, name: str, *, at_most: int = 40) -> None:
    """Press Tab until the focus is on the control of that name; each stop on the way is visible."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            r"""() => {
                const it = document.activeElement
                const label = it.labels?.length ? it.labels[0].innerText : it.innerText
                const box = it.getBoundingClientRect()
                const seen = getComputedStyle(it).outlineStyle !== 'none' || getComputedStyle(it).boxShadow !== 'none'
                return {name: label.replace(/\s+/g, ' ').trim(), seen: seen && box.width > 1 && box.height > 1}
            }"""
        )
        assert focused["seen"], f"the focus is not seen on « {focused['name']} »"
        if focused["name"] == name:
            return
    pytest.fail(f"no Tab leads to « {name} »")


def enter(page: Page) -> None:
    """Press Enter, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_move_is_recorded_with_the_keyboard_alone(page: Page) -> None:
    sign_in(page, "redactrice")
    open_bill(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, "Inscrire à l’ordre du jour du Conseil")
    enter(page)

    tab_to(page, "aujourd’hui (1er déc. 2026)")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    tab_to(page, "Jour")
    page.keyboard.type("10")
    tab_to(page, "Mois")
    page.keyboard.type("mars")
    tab_to(page, "Année")
    page.keyboard.type("2016")
    enter(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Inscrire à l’ordre du jour du Conseil")
    expect(page.get_by_text("Calculé pour une étape datée")).to_contain_text("le 10 mars 2016")
    expect(page.locator("#on_day")).to_have_value("10")
    expect(page.locator(".done-note")).to_have_count(0)

    tab_to(page, "Référence ou preuve")
    page.keyboard.type("PV")
    enter(page)
    expect(page.locator("#reference")).to_have_value("PV")
    expect(page.locator(".done-note")).to_have_count(0)

    tab_to(page, "Inscrire à l’ordre du jour du Conseil")
    enter(page)
    expect(page.locator(".done-note")).to_contain_text("Le texte a été inscrit à l’ordre du jour")
