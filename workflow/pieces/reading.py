"""The words of each type of file, line by line; only ever called in a process of its own."""

from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
from docx.oxml.ns import qn
from lxml import etree
from pypdf import PdfReader

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_PAGES = 5000
# The author of the comments of papers, and how those begin that say what is to be completed: see
# `documents.engine.comments`; marks of direction may stand before.
COMMENTS_BY = "Navette"
_TO_COMPLETE = ("À compléter", "يستكمل")
_MARKS = "\u200e\u200f\u2066\u2067\u2068\u2069"


class Locked(Exception):
    """A file that a password protects."""


def of_docx(file: BytesIO) -> Iterator[str]:
    """Give the paragraphs of a Word file in their order, those of tables, notes, headers and footers included."""
    document = docx.Document(file)
    around = (each for section in document.sections for each in (section.header, section.footer))
    told = (each._element for each in around if not each.is_linked_to_previous)  # noqa: SLF001 - no other way to it
    for body in (document.element.body, *told):
        for paragraph in body.iter(qn("w:p")):
            yield "".join(_of_run(each) for each in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")))


def said_of_itself(file: BytesIO) -> tuple[str, int]:
    """Give the identifier in the properties of a Word file, and how many of its comments ask to complete it.

    Those are Navette's, in French or Arabic; whoever completes what is missing removes the comment.
    """
    document = docx.Document(file)
    asked = sum(
        comment.author == COMMENTS_BY and comment.text.lstrip(_MARKS).startswith(_TO_COMPLETE)
        for comment in document.comments
    )
    return document.core_properties.identifier or "", asked


def _of_run(element: "etree._Element") -> str:
    return element.text or "" if element.tag == qn("w:t") else " "


def of_xlsx(file: BytesIO) -> Iterator[str]:
    """Give the rows of a workbook, sheet after sheet, each on a line."""
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            if told := " ".join(str(value) for value in row if value is not None):
                yield told


def of_odt(file: BytesIO) -> Iterator[str]:
    """Give the paragraphs and headings of a LibreOffice file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with ZipFile(file) as package, package.open("content.xml") as content:
        tree = etree.parse(content, parser)
    for paragraph in tree.iter(f"{_TEXT}p", f"{_TEXT}h"):
        yield "".join(str(words) for words in paragraph.itertext())


def of_pdf(file: BytesIO) -> Iterator[str]:
    """Give the words of a PDF, page after page, as far as there are any; raise Locked for one with a password."""
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Locked
    for rank, page in enumerate(reader.pages):
        if rank >= _MOST_PAGES:
            return
        yield page.extract_text()


READERS: dict[str, Callable[[BytesIO], Iterator[str]]] = {
    "docx": of_docx, "xlsx": of_xlsx, "odt": of_odt, "pdf": of_pdf,
}  # fmt: skip
