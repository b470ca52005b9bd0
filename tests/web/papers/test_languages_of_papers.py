"""The language of a paper, and what it is about, are chosen before it is made."""

from dataclasses import replace

import pytest

from documents import catalogue
from documents.case import Case
from documents.kind import About
from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.papers.desk import Desk
from tests.web.papers.test_papers import first_link, papers, word, words_of


def test_the_language_is_chosen_before_the_paper_is_asked_for(head: Browser, bill: LegalText) -> None:
    form = head.get(f"/texts/{bill.id}").soup.select("#papers form.make > :is(select, button)")

    assert [each.name for each in form][:2] == ["select", "button"]
    assert "select" not in [each.name for each in form][1:]


def test_a_paper_is_made_in_the_language_chosen_and_numbered_apart(head: Browser, bill: LegalText) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    page = head.press(page, "Note interne", language="ar")

    assert page.notes == ["Le papier est prêt : « مذكرة إخبارية »."]
    assert [line.partition(" situation")[0] for line in papers(page)] == ["مذكرة إخبارية v1", "Note interne v1"]
    response = head.download(first_link(page))
    assert "_note_interne_ar_v1.docx" in response.headers["Content-Disposition"]
    assert "مذكرة إلى عناية" in words_of(word(response))


@pytest.fixture
def letters(head: Browser, ministry: Ministry, bill: LegalText, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Give the papers of a text of which the note is made about one of two bodies."""

    def bodies(_case: Case) -> list[About]:
        return [About("cese", "Conseil économique", "المجلس"), About("conseil d’État", "Conseil d’État", "مجلس الدولة")]

    monkeypatch.setitem(catalogue.KINDS, "note_interne", replace(catalogue.KINDS["note_interne"], abouts=bodies))
    return Desk(head, ministry, bill)


def test_what_a_paper_is_about_is_chosen_with_its_kind_and_has_versions_of_its_own(letters: Desk) -> None:
    offered = [option.get_text(strip=True) for option in letters.page().soup.select("#kind option")]
    notes = [label for label in offered if label.startswith("Note interne")]
    assert notes == ["Note interne – Conseil économique", "Note interne – Conseil d’État"]

    for kind in ("note_interne cese", "note_interne cese", "note_interne conseil d’État"):
        letters.make(kind)

    assert [(each.about, each.number) for each in letters.kept()] == [
        ("cese", 1), ("conseil d’État", 1), ("cese", 2),
    ]  # fmt: skip
    assert letters.kept()[1].file_name.endswith("_note_interne_conseil-d-etat_fr_v1.docx")
    assert letters.page().all("section h2.group") == [
        "Note interne – Conseil économique, social et environnemental en français",
        "Note interne – conseil d’État en français",
    ]


@pytest.mark.parametrize("kind", ["note_interne", "note_interne dgsn", "fiche_suivi cese"])
def test_a_paper_about_something_else_is_not_found(letters: Desk, kind: str) -> None:
    letters.page()
    letters.browser.post(letters.path, {"kind": kind}, status=404)
    assert letters.kept() == []


def test_a_paper_about_something_is_not_one_press_away_on_the_page_of_its_text(letters: Desk) -> None:
    page = letters.browser.get(f"/texts/{letters.text.id}")
    assert "Note interne" not in page.all(".make button")
