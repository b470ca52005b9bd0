"""A draft attached in a real browser: a form refused, the file kept, the version replaced, both downloaded."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import open_bill, sign_in
from tests.workflow.pieces.made_files import word

pytestmark = pytest.mark.browser


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("link", name=name, exact=True).click()
    assert found.value.suggested_filename == name
    return Path(found.value.path()).read_bytes()


def test_a_draft_and_its_second_version_are_attached_and_given_back(page: Page, tmp_path: Path) -> None:
    first, second = tmp_path / "مشروع قانون.docx", tmp_path / "مشروع قانون 2.docx"
    first.write_bytes(word("المادة الأولى"))
    second.write_bytes(word("المادة 2"))
    sign_in(page, "cheffe")
    open_bill(page)
    page.get_by_role("link", name="Joindre une pièce").click()

    page.get_by_label("Fichier").set_input_files(first)
    page.get_by_role("button", name="Joindre").click()
    expect(page.get_by_role("alert")).to_contain_text("rien n’est enregistré")
    expect(page.get_by_label("inutile de le choisir à nouveau")).to_be_checked()
    page.get_by_label("Nature").select_option(label="Projet en arabe")
    page.get_by_role("button", name="Joindre").click()
    expect(page.get_by_role("status")).to_contain_text(first.name)

    page.get_by_role("link", name="Joindre une autre version").click()
    page.get_by_label("Fichier").set_input_files(second)
    page.get_by_role("button", name="Joindre").click()

    assert downloaded(page, first.name) == first.read_bytes()
    assert downloaded(page, second.name) == second.read_bytes()
    expect(page.locator("tbody tr")).to_have_count(2)
