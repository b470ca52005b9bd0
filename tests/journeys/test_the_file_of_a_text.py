"""A draft in two languages, its second version beside the first, and twenty observations, three of them answered."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.journeys import registers
from tests.journeys.desk import follow, open_bill, sign_in
from tests.journeys.drafts import draft, observations

pytestmark = pytest.mark.browser

NATURES = {"fr": "Projet en français", "ar": "Projet en arabe"}
LANGUAGES = {"ar": "arabe", "fr": "français"}
# What the second version says otherwise: struck, then added.
STRUCK = {"fr": ("trente", "soixante"), "ar": ("ثلاثين", "ستين")}


def attach(page: Page, file: Path, language: str) -> None:
    """Attach a draft; one that is of a nature known already becomes its next version."""
    page.get_by_role("link", name="Joindre une pièce", exact=True).click()
    page.get_by_label("Fichier").set_input_files(file)
    page.get_by_label("Nature").select_option(label=NATURES[language])
    page.get_by_role("button", name="Joindre").click()


def attach_again(page: Page, file: Path, language: str) -> None:
    nature = page.locator("section", has=page.get_by_role("heading", name=NATURES[language]))
    nature.get_by_role("link", name="Joindre une autre version").click()
    page.get_by_label("Fichier").set_input_files(file)
    page.get_by_role("button", name="Joindre").click()


def paragraphs(word: bytes) -> Iterator[str]:
    made = docx.Document(BytesIO(word))
    for table in made.tables:
        for row in table.rows:
            yield from (paragraph.text for cell in row.cells for paragraph in cell.paragraphs)


def compare(page: Page, language: str) -> bytes:
    """Open the comparative table of a language; give it as Word."""
    for label, number in (("Version de départ", 1), ("Comparée à", 2)):
        name = (
            page.get_by_label(label)
            .locator("option", has_text=LANGUAGES[language])
            .filter(has_text=f"version {number}")
        )
        page.get_by_label(label).select_option(name.first.get_attribute("value"))
    page.get_by_role("button", name="Comparer").click()
    expect(page.locator(".compared")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    old, new = STRUCK[language]
    expect(page.locator(".compared del", has_text=old)).to_have_count(1)
    expect(page.locator(".compared ins", has_text=f"[{new}")).to_have_count(1)
    with page.expect_download() as found:
        page.get_by_role("link", name="Télécharger en Word").click()
    return Path(found.value.path()).read_bytes()


def read_articles(page: Page, bill: str) -> None:
    """See the articles counted on the page of the text, and read those in Arabic."""
    page.goto(bill)
    for language in LANGUAGES.values():
        expect(page.locator("#articles li", has_text=f"Texte {language}")).to_contain_text("12 articles")
    page.get_by_role("link", name="le texte arabe").click()
    expect(page.locator("[lang=ar][dir=rtl]", has_text="المادة الأولى").first).to_be_visible()
    expect(page.get_by_text("ثلاثين يوما")).to_be_visible()


def test_drafts_in_two_languages_and_their_second_versions(page: Page, tmp_path: Path) -> None:
    sign_in(page, "cheffe")
    open_bill(page)
    bill = page.url
    for language in LANGUAGES:
        page.goto(bill)
        attach(page, draft(tmp_path, language, version=1), language)
        expect(page.get_by_role("status")).to_contain_text(f"projet_{language}_1.docx")
    read_articles(page, bill)

    page.goto(f"{bill}/pieces")
    for language in LANGUAGES:
        attach_again(page, draft(tmp_path, language, version=2), language)
        expect(page.get_by_role("status")).to_contain_text(f"projet_{language}_2.docx")
    page.goto(bill)
    page.get_by_role("link", name="Comparer des versions").click()
    for language in LANGUAGES:
        words = "\n".join(paragraphs(compare(page, language)))
        assert all(part in words for part in STRUCK[language])

    page.goto(bill)
    page.get_by_role("link", name="Textes d’application prévus par le texte").click()
    expect(page.locator("blockquote", has_text="l’autorisation sont fixées par voie réglementaire")).to_be_visible()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_twenty_observations_from_excel_and_three_answers(page: Page, tmp_path: Path) -> None:
    sign_in(page, "cheffe")
    open_bill(page)
    bill = page.url
    page.goto(f"{bill}/records")
    page.get_by_role("link", name="Observations", exact=True).click()
    page.get_by_role("link", name="Importer").click()
    page.get_by_label("Ou un fichier").set_input_files(observations(tmp_path))
    page.get_by_role("button", name="Lire").click()
    expect(page.get_by_text("20 lignes lues")).to_be_visible()
    follow(page, page.get_by_role("button", name="Enregistrer le tableau (20)"))

    page.goto(bill)
    page.locator("#observations").get_by_role("link", name=registers.ALL).click()
    for number, position in enumerate(("retenue", "retenue partiellement", "non retenue"), start=1):
        row = page.locator(f"tbody tr:nth-child({number})")
        row.get_by_label("Suite donnée").select_option(label=position)
        row.get_by_label("Motif").fill("Le point est réglé par l’article 5.")
    follow(page, page.get_by_role("button", name="Enregistrer", exact=True))

    page.goto(bill)
    sheet = page.locator("#observations")
    expect(sheet.get_by_role("heading")).to_have_text("Observations 20")
    expect(sheet).to_contain_text("Avec une suite (3)")
    expect(sheet).to_contain_text("17 sans suite")
