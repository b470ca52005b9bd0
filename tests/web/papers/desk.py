"""Somebody who works with the papers of a text on its page."""

from io import BytesIO

import docx
from docx.oxml.ns import qn
from sqlmodel import col, select

from models import Document, LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute

SEND, SENT = "Enregistrer cette version", "Fichier Word"


class Desk:
    """A browser on the papers of one text."""

    def __init__(self, browser: Browser, ministry: Ministry, text: LegalText) -> None:
        self.browser, self.ministry, self.text = browser, ministry, text
        self.path = f"/texts/{text.id}/papers"

    def page(self) -> Page:
        """Open the page of papers."""
        return self.browser.get(self.path)

    def make(self, kind: str = "note_interne", language: str = "fr") -> bytes:
        """Make a paper and download it."""
        self.browser.press(self.page(), "Produire", kind=kind, language=language)
        return self.taken(self.kept()[-1])

    def taken(self, paper: Document) -> bytes:
        """Download a version of a paper."""
        response = self.browser.download(f"/papers/{paper.id}")
        return bytes(response.data)

    def send(self, content: bytes, *, of: Document | None = None, page: Page | None = None, status: int = 200) -> Page:
        """Send a file back."""
        page = page or self.browser.get(f"{self.path}/send-back")
        typed = {"of": str(of.id)} if of else {}
        return self.browser.upload(page, SEND, "file", (content, "travail.docx"), typed=typed, status=status)

    def declare(self, number: int, *, status: int = 200) -> Page:
        """Declare a version of the only paper final."""
        return self.browser.press(self.page(), f"Déclarer finale : version {number}", status=status)

    def kept(self) -> list[Document]:
        """Give the versions of papers in the order in which they came."""
        with self.ministry.session() as session:
            query = select(Document).where(Document.text_id == self.text.id)
            return list(session.exec(query.order_by(col(Document.wanted_at), col(Document.number))).all())

    def rows(self, page: Page) -> list[str]:
        """Read the rows of the page."""
        return page.all("table.papers tbody tr")


def rewritten(content: bytes, words: str = "Modifié à la main.") -> bytes:
    """Write on a Word file as somebody does, and save it."""
    page, out = docx.Document(BytesIO(content)), BytesIO()
    page.paragraphs[0].add_run(f" {words}")
    page.save(out)
    return out.getvalue()


def anonymous(content: bytes) -> bytes:
    """Take away from a Word file what says where it comes from."""
    page, out = docx.Document(BytesIO(content)), BytesIO()
    page.core_properties.identifier = ""
    page.save(out)
    return out.getvalue()


def as_written(content: bytes) -> bytes:
    """Take away from a Word file all its comments, as somebody who completed what they ask for."""
    page, out = docx.Document(BytesIO(content)), BytesIO()
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(page.element.body.iter(qn(f"w:{name}"))):
            mark.getparent().remove(mark)
    comments = page.part._comments_part.element  # noqa: SLF001 - no other way to it
    for comment in list(comments):
        comments.remove(comment)
    page.save(out)
    return out.getvalue()


def commented(content: bytes, count: int, author: str = "Navette", words: str = "À compléter : la date") -> bytes:
    """Write on a Word file comments that ask to complete it."""
    page, out = docx.Document(BytesIO(content)), BytesIO()
    for _each in range(count):
        page.add_comment(page.paragraphs[0].runs, text=words, author=author, initials="N")
    page.save(out)
    return out.getvalue()


def choice(page: Page) -> str:
    """Give the label of the version chosen in the form that sends one back."""
    chosen = page.soup.select_one("#of option[selected]")
    assert chosen is not None
    return chosen.get_text(strip=True)


def hrefs(page: Page, label: str) -> list[str]:
    """Give where the links that begin so lead."""
    return [attribute(tag, "href") for tag in page.soup.select("main a") if tag.get_text(strip=True).startswith(label)]
