"""The keyboard alone: every control is reached in the order of reading, and seen; Enter in a field records nothing."""

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import open_bill, sign_in

pytestmark = pytest.mark.browser
# Where the focus is: its name, whether its mark shows and nothing covers it, and its place on the page.
_FOCUS = r"""() => {
    const it = document.activeElement
    if (it === document.body) return null
    const style = getComputedStyle(it), box = it.getClientRects()[0]
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none'
    const told = document.getElementById(it.getAttribute('aria-labelledby'))?.innerText
    const name = it.ariaLabel || told || [...(it.labels ?? [])].map(of => of.innerText).join(' ') || it.innerText
    const met = Boolean(it.dataset.met)
    it.dataset.met = 'yes'
    return {name: name.replace(/\s+/g, ' ').trim(), met, seen: marked && (it.contains(at) || at?.contains(it)),
            top: box.top + scrollY, bottom: box.bottom + scrollY, start: box.left, end: box.right}
}"""
# What a Tab should lead to and did not: of several radio buttons, one stands for all.
_LEFT_OUT = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(it => it.checkVisibility({visibilityProperty: true}) && !it.disabled && it.type !== 'hidden')
    .filter(it => it.type !== 'radio' && it.tabIndex >= 0 && !it.dataset.met).map(it => it.outerHTML.slice(0, 120))"""


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
    page.wait_for_url("**#main")  # a Tab pressed sooner is lost
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


def stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the top of the page until the focus has been everywhere: each place where it stood, in order."""
    found: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUS)
        if stop is None or stop["met"]:
            return found
        found.append(stop)


def steps_back(found: list[dict[str, Any]]) -> list[str]:
    """Name the stops that stand above the one before, but for the first of a column further on."""
    return [
        f"{before['name']} → {stop['name']}"
        for before, stop in pairwise(found)
        if stop["bottom"] <= before["top"] and stop["start"] < before["end"]
    ]


def test_tab_leads_through_each_page_in_the_order_of_reading(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # else a page still rolls when the place of the focus is read
    sign_in(page, "cheffe")
    open_bill(page)
    bill = re.sub(r"[?#].*", "", page.url)
    for path in ("/", "/texts", bill, f"{bill}/moves/list_on_agenda"):
        page.goto(path)
        found = stops(page)

        assert [stop["name"] for stop in found[:3]] == ["Aller au contenu", "Navette", "À faire"]
        assert [stop for stop in found if not stop["name"] or not stop["seen"]] == [], path
        assert page.evaluate(_LEFT_OUT) == [], path
        assert steps_back(found) == [], path
