"""The language of a paper is chosen on the page of its text."""

from models import LegalText
from tests.web.browser import Browser
from tests.web.page import attribute
from tests.web.papers.test_papers import papers, word, words_of


def test_a_paper_is_made_in_the_language_chosen_and_numbered_apart(head: Browser, bill: LegalText) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    page = head.press(page, "Note interne", language="ar")

    assert page.notes == ["Le papier est prêt : « مذكرة إخبارية »."]
    assert [line.partition(" situation")[0] for line in papers(page)] == ["مذكرة إخبارية v1", "Note interne v1"]
    response = head.download(attribute(page.soup.select("#papers a")[0], "href"))
    assert "_note_interne_ar_v1.docx" in response.headers["Content-Disposition"]
    assert "مذكرة إلى عناية" in words_of(word(response))
