"""The language of a paper is chosen on the page of its text."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.page import attribute
from tests.web.papers.test_papers import papers, word, words_of


def test_the_language_is_chosen_before_the_paper_is_asked_for(head: Browser, bill: LegalText) -> None:
    form = head.get(f"/texts/{bill.id}").soup.select("#papers form.make > :is(select, button)")

    assert [each.name for each in form][:2] == ["select", "button"]
    assert "select" not in [each.name for each in form][1:]


def test_a_paper_is_made_in_the_language_chosen_and_numbered_apart(head: Browser, bill: LegalText) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    page = head.press(page, "Note interne", language="ar")

    assert page.notes == ["Le papier est prêt : « مذكرة إخبارية »."]
    assert [line.partition(" situation")[0] for line in papers(page)] == ["مذكرة إخبارية v1", "Note interne v1"]
    response = head.download(attribute(page.soup.select("#papers a")[0], "href"))
    assert "_note_interne_ar_v1.docx" in response.headers["Content-Disposition"]
    assert "مذكرة إلى عناية" in words_of(word(response))
