"""The registers of a text at somebody's desk."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

# What leads to all items of a register that await an answer.
ALL = "Saisir les réponses"


def add(page: Page, text: str, register: str, typed: Mapping[str, str]) -> None:
    """Add an item to a register, each answer under the label that the page shows."""
    page.goto(f"{text}/records")
    page.locator(".families").get_by_role("link", name=register, exact=True).click()
    page.get_by_role("link", name="Ajouter", exact=True).click()
    for label, answer in typed.items():
        spaced = re.escape(label).replace("\\ ", r"\s")  # some are no-break spaces
        _type(page.get_by_label(re.compile(rf"^{spaced}(\s|$)")), answer)
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(register)


def answer(page: Page, text: str, register: str, typed: Mapping[int, Mapping[str, str]]) -> None:
    """Fill cells of the items of a register, by their number and the title of the column."""
    page.goto(text)
    page.locator("section", has=page.get_by_role("heading", name=register)).get_by_role("link", name=ALL).click()
    for number, cells in typed.items():
        for label, told in cells.items():
            _type(page.get_by_label(f"{label}, n° {number}", exact=True), told)
    page.get_by_role("button", name="Enregistrer", exact=True).click()


def _type(cell: Locator, answer: str) -> None:
    if cell.evaluate("cell => cell.tagName") == "SELECT":
        cell.select_option(label=answer)
    else:
        cell.fill(answer)
