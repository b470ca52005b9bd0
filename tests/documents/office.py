"""What the tests of papers share: an office that records steps and asks for papers, and a reader of Word files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as Page
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from sqlmodel import Session

from documents.case import Case, Letterhead, gather
from documents.produce import keep_paper, make_paper
from models import Document, LegalText, StoredFile, User
from tests.workflow.builders import CALENDAR, Ministry
from workflow.register.paper_claims import papers_to_make
from workflow.register.papers import next_number

AT = datetime(2018, 3, 20, 10, 30, tzinfo=UTC)
TODAY = date(2018, 3, 20)
BASE_URL = "https://navette.test"
LETTERHEAD = Letterhead(
    name_fr="Ministère de la Famille",
    name_ar="وزارة الأسرة",
    direction_fr="Direction des affaires juridiques",
    direction_ar="مديرية الشؤون القانونية",
    division_fr="Division de la législation",
    division_ar="قسم التشريع",
    city_fr="Rabat",
    city_ar="الرباط",
)


@dataclass
class Office(Ministry):
    """A ministry whose people are at their desks on 20 March 2018, and the papers made for them."""

    at: datetime = AT

    @property
    def head(self) -> User:
        return self.person("head")

    @property
    def drafter(self) -> User:
        return self.person("drafter")

    def want(
        self, text: LegalText, kind: str, on: date = TODAY, language: str = "fr", *, about: str = ""
    ) -> Document:  # fmt: skip
        number = next_number(self.session, text.id, kind, language, about)
        document = Document(
            text_id=text.id, kind=kind, language=language, about=about, number=number, situation_on=on, wanted_at=AT
        )  # fmt: skip
        self.session.add(document)
        self.session.flush()
        return document

    def produce(self, document: Document) -> Document:
        made = make_paper(self.session, document, at=AT, calendar=CALENDAR, letterhead=LETTERHEAD, base_url=BASE_URL)
        keep_paper(self.session, made, at=AT)
        self.session.refresh(document)
        return document

    def produce_wanted(self, text: LegalText) -> list[Document]:
        waiting = papers_to_make(self.session, at=AT, text_id=text.id)
        return [self.produce(self.session.get_one(Document, each)) for each in waiting]

    def make(
        self, text: LegalText, kind: str, on: date = TODAY, language: str = "fr", *, about: str = ""
    ) -> "Word":  # fmt: skip
        document = self.produce(self.want(text, kind, on, language, about=about))
        assert document.status == "made", document.error
        return Word(stored(self.session, document).content)

    def gather(self, text: LegalText, on: date = TODAY) -> Case:
        return gather(self.session, text, on=on, calendar=CALENDAR, letterhead=LETTERHEAD)


def stored(session: Session, document: Document) -> StoredFile:
    """Give the bytes of a paper that was made."""
    session.refresh(document)
    return session.get_one(StoredFile, document.sha256)


class Word:
    """A Word file, read as a person reads it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.page: Page = docx.Document(BytesIO(content))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, those of tables and of the footer included, in order."""
        for part in (self.page.element.body, self.page.sections[0].footer._element):  # noqa: SLF001
            for element in part.iter(qn("w:p")):
                yield Paragraph(element, self.page)

    @property
    def words(self) -> str:
        """All the words, with plain spaces."""
        return plain("\n".join(paragraph.text for paragraph in self.paragraphs))

    def table(self, caption: str) -> list[list[str]]:
        """The rows of the table of that name."""
        for table in self.page.tables:
            if table._tbl.xpath(f'w:tblPr/w:tblCaption[@w:val="{caption}"]'):  # noqa: SLF001
                return [[plain(cell.text) for cell in row.cells] for row in table.rows]
        raise AssertionError(caption)

    def part(self, name: str) -> str:
        with ZipFile(BytesIO(self.content)) as archive:
            return archive.read(name).decode()


def plain(words: str) -> str:
    """Turn the spaces that hold words together into plain ones."""
    return words.replace("\u00a0", " ").replace("\u202f", " ")
