"""One letter for each body, meeting or chamber that was ticked, in one press."""

import pytest

from models import Document, LegalText, PaperJob
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.web.papers.desk import Desk

PRESS = "Produire les papiers cochés"


@pytest.fixture
def letters(head: Browser, ministry: Ministry, bill: LegalText) -> Desk:
    """Give the papers of a bill on which three bodies were asked."""
    for body in ("cese", "cndh", "ministry_of_justice"):
        ministry.move(bill, "ask_opinion", "2026-10-05", body=body)
    return Desk(head, ministry, bill)


def ticks(page: Page) -> list[tuple[str, list[str]]]:
    """Read what can be ticked, kind by kind."""
    fields = page.soup.select("form:has([name=each]) fieldset")
    return [
        (legend.get_text(strip=True), [each.get_text(strip=True) for each in field.select("label")])
        for field in fields
        for legend in field.select("legend")
    ]


def wanted(desk: Desk) -> list[tuple[str, str, str]]:
    return sorted((each.kind, each.about, each.language) for each in desk.kept())


def test_the_kinds_of_which_a_text_has_several_papers_can_be_ticked(letters: Desk) -> None:
    assert ("Saisine pour avis", [
        "Conseil économique, social et environnemental", "Conseil national des droits de l’Homme",
        "ministère de la Justice",
    ]) in ticks(letters.page())  # fmt: skip


@pytest.mark.parametrize("languages", [["fr"], ["ar"], ["fr", "ar"]])
def test_one_letter_is_made_for_each_body_that_was_ticked(letters: Desk, languages: list[str]) -> None:
    ticked = ["saisine 1-cese", "saisine 3-ministry-of-justice"]
    page = letters.browser.press(letters.page(), PRESS, each=ticked, language=[*languages])

    assert page.all("#progress-words") == [f"0 papier sur {2 * len(languages)}"]
    assert wanted(letters) == sorted(
        ("saisine", about, language) for about in ("1-cese", "3-ministry-of-justice") for language in languages
    )
    assert letters.ministry.count(PaperJob) == 1


def test_nothing_ticked_is_said_on_the_page_of_papers(letters: Desk) -> None:
    page = letters.browser.press(letters.page(), PRESS)

    assert page.notes == ["Aucun papier à produire : choisissez au moins un texte, un papier et une langue."]
    assert page.h1.text == "Papiers du texte"
    assert letters.ministry.count(Document) == 0


@pytest.mark.parametrize("choice", ["saisine 9-cese", "saisine", "note_interne", "xyz 1", ""])
def test_what_a_text_has_not_is_not_found_and_nothing_is_written(letters: Desk, choice: str) -> None:
    letters.page()
    path = f"/papers/jobs/of/{letters.text.id}"
    letters.browser.post(path, {"each": ["saisine 1-cese", choice], "language": "fr"}, status=404)

    assert letters.ministry.count(Document) == 0


def test_a_text_with_one_thing_of_each_kind_has_nothing_to_tick(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "ask_opinion", "2026-10-05", body="cese")

    assert "Saisine pour avis" not in dict(ticks(Desk(head, ministry, bill).page()))


def test_a_reader_ticks_nothing(browser: Browser, ministry: Ministry, letters: Desk) -> None:
    browser.enter(ministry.people.reader)

    assert ticks(browser.get(letters.path)) == []
    browser.post(f"/papers/jobs/of/{letters.text.id}", {"each": "saisine 1-cese", "language": "fr"}, status=403)
