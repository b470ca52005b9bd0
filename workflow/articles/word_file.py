"""The lines of a draft in Word, in the order of the document: paragraphs, cells of tables, content controls."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as Page
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from workflow.articles.numbering import Numbering, read_numbering
from workflow.articles.structure import Unplaced
from workflow.language.legible import without_overrides

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# No law is longer: the longest Moroccan codes are under 5 MB once unzipped.
_MOST_BYTES = 60_000_000
_PROLOGUE = 1_000
_BROKEN = (BadZipFile, OpcError, XMLSyntaxError, KeyError, ValueError, AttributeError, EOFError, OSError)
_NOT_WORD = (
    "Ce fichier ne s’ouvre pas comme document Word (.docx). "
    "Enregistrez-le depuis Word au format « Document Word (.docx) », puis joignez-le de nouveau."
)
_TEXT, _TAB = qn("w:t"), qn("w:tab")
_ENDS = {qn("w:br"), qn("w:cr")}
_HYPHEN = qn("w:noBreakHyphen")
_DELETED = {qn("w:del"), qn("w:moveFrom")}
# What is not words of the paragraph: settings, the copy of a box for old versions of Word, boxes, names of fields.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SAID = {qn("w:pPr"), qn("w:rPr"), qn("w:txbxContent"), _FALLBACK}
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")}


class UnreadableDraft(ValueError):
    """A file that is no Word document, or a broken one; the message is for the person who attached it."""


@dataclass(frozen=True)
class Line:
    """One line of the document: its words, its place counted from 1, and the name of its style in small letters."""

    words: str
    place: int
    style: str = ""


def lines_of_word(content: bytes) -> tuple[list[Line], list[Unplaced]]:
    """Give the lines of a .docx that are not empty, and what stands beside the text: boxes, notes.

    An automatic number is put before its paragraph; insertions are kept and deletions left out, as if all revisions
    were accepted. Raise UnreadableDraft when the file does not open or holds more than 60 MB of XML.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive)
        page = Document(BytesIO(content))
        return _read(page)
    except UnreadableDraft:
        raise
    except _BROKEN as fault:
        raise UnreadableDraft(_NOT_WORD) from fault


def _check(archive: ZipFile) -> None:
    """Refuse what would swell without end, before anything is parsed; zipfile reads no more than a member declares."""
    texts = [each for each in archive.infolist() if each.filename.endswith((".xml", ".rels"))]
    if sum(each.file_size for each in texts) > _MOST_BYTES:
        raise UnreadableDraft("Ce document est trop volumineux pour être lu article par article.")
    for each in texts:
        with archive.open(each) as opened:
            if b"<!DOCTYPE" in opened.read(_PROLOGUE):
                raise UnreadableDraft(_NOT_WORD)


def _read(page: Page) -> tuple[list[Line], list[Unplaced]]:
    names = {style.style_id: (style.name or "").lower() for style in page.styles}
    parts = {part.partname.split("/")[-1]: part for part in page.part.package.iter_parts()}
    numbering = read_numbering(
        parts["numbering.xml"].element if hasattr(parts.get("numbering.xml"), "element") else None,
        page.styles.element,
    )
    lines: list[Line] = []
    beside: list[Unplaced] = []
    for words, style, paragraph in _paragraphs(page.element.body, numbering):
        for piece in words.split("\n"):
            if said := _tidy(piece):
                lines.append(Line(said, len(lines) + 1, names.get(style, "")))
        beside.extend(_beside(paragraph, max(len(lines), 1)))
    return lines, beside


def _paragraphs(body: "Element", numbering: Numbering) -> "Iterator[tuple[str, str, Element]]":
    """Give words, style and element of each paragraph; one whose mark was deleted goes on in the next."""
    carried = ""
    for paragraph in _walk(body):
        label = "" if carried else numbering.label(paragraph)
        # An item of a list that says nothing is an empty line; "Article 2", numbered by Word, says all it has to.
        said = _words(paragraph)
        words = carried + (f"{label} {said}" if said.strip() or any(map(str.isalpha, label)) else "")
        carried = ""
        if _mark_deleted(paragraph):
            carried = words
            continue
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield words, "" if style is None else str(style.get(qn("w:val"), "")), paragraph
    if carried:
        yield carried, "", body


def _walk(block: "Element") -> "Iterator[Element]":
    for child in block:
        if child.tag == qn("w:p"):
            yield child
        elif child.tag == qn("w:tbl"):
            for row in child.iterchildren(qn("w:tr"), *_WRAPPERS):
                for cell in row.iter(qn("w:tc")):
                    if next(cell.iterancestors(qn("w:tbl"))) is child:
                        yield from _walk(cell)
        elif child.tag in _WRAPPERS:
            yield from _walk(child)


def _words(element: "Element") -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag in _ENDS:
        return "\n"
    if element.tag == _TAB:
        return "\t"
    if element.tag == _HYPHEN:
        return "-"
    return "".join(_words(child) for child in element if child.tag not in _DELETED and child.tag not in _NOT_SAID)


def _tidy(words: str) -> str:
    """Put words on one line: single spaces, tabs kept since a table of contents is told by them, no unseen mark."""
    parts = (" ".join(part.split()) for part in without_overrides(words).split("\t"))
    return "\t".join(parts).strip()


def _mark_deleted(paragraph: "Element") -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _beside(paragraph: "Element", place: int) -> Iterator[Unplaced]:
    for box in paragraph.iter(qn("w:txbxContent")):
        if any(each.tag == _FALLBACK for each in box.iterancestors()):
            continue
        words = " ".join(_tidy(_words(each)) for each in box.iter(qn("w:p")))
        if words.strip():
            yield Unplaced(place, words.strip(), "Ces mots sont dans une zone de texte, à côté du texte.")
    if any(True for _each in paragraph.iter(qn("w:footnoteReference"), qn("w:endnoteReference"))):
        yield Unplaced(
            place, _tidy(_words(paragraph)), "Cette ligne renvoie à une note de bas de page, qui n’est pas lue."
        )
