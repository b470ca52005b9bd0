"""Small Word templates, written by hand in the XML that Word writes."""

from collections.abc import Sequence
from html import escape

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.engine.archive import packed
from documents.engine.properties import Properties
from documents.page.house_style import base
from tests.documents.office import AT

PROPERTIES = Properties(title="A & B", subject="<s>", author="C", keywords="k", at=AT)


def run(words: str, look: str = "") -> str:
    return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}<w:t xml:space="preserve">{escape(words, quote=False)}</w:t></w:r>'


def line(*words: str, look: str = "") -> str:
    runs = "".join(each if each.startswith("<") else run(each, look) for each in words)
    return f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{runs}</w:p>'


def table(*rows: Sequence[str], columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    lines = ("".join(f"<w:tc><w:tcPr><w:noWrap/></w:tcPr>{line(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{each}</w:tr>' for each in lines)}</w:tbl>"


def picture(number: int) -> str:
    return (f'<w:r><w:drawing><wp:inline {nsdecls("wp")}><wp:extent cx="1" cy="1"/><wp:docPr id="{number}" name="i"'
            ' descr="{{ mixed }}"/></wp:inline></w:drawing></w:r>')  # fmt: skip


def template(*body: str, head: str = "", foot: str = "", note: str = "", sections: int = 1) -> bytes:
    page = base()
    for each in body:
        page.element.body.insert(len(page.element.body) - 1, element(each))
    for _more in range(sections - 1):
        page.add_section()
    for part, words in ((page.sections[0].header, head), (page.sections[0].footer, foot)):
        if words:
            part._element.append(element(words))  # noqa: SLF001
    if note:
        notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1">{note}</w:footnote></w:footnotes>'.encode()
        foot_notes = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes, page.part.package)
        page.part.relate_to(foot_notes, RELATIONSHIP_TYPE.FOOTNOTES)
    return packed(page)


def element(xml: str) -> object:
    opened, _space, rest = xml.partition(">")
    return parse_xml(f"{opened} {nsdecls('w')}>{rest}")
