"""The same papers made by docxtpl, whose rules our templates are written in: what ours are compared with."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import cast
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Page
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree

from documents.directions import set_directions
from documents.engine.archive import packed
from documents.filters import FILTERS
from documents.ordinals import raise_ordinals
from workflow.language.typography import DOTS, typeset

TAGS = re.compile(r"(\{[{%].*?[}%]\})")
HELD = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


class Peer(DocxTemplate):  # type: ignore[misc]
    """docxtpl, with our hyphens and ordinals."""

    def resolve_listing(self, xml: str) -> str:
        return raise_ordinals(set_directions(cast("str", super().resolve_listing(xml))).replace("\u2011", HELD))


def held(words: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "\u2011", typeset(words))


def by_docxtpl(template: bytes, fields: Mapping[str, object]) -> bytes:
    page = Document(BytesIO(template))
    for part in page.part.package.iter_parts():
        if hasattr(part, "element"):
            set_literals(part.element)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=lambda value: DOTS if value is None else held(str(value))
    )
    environment.filters = dict(FILTERS)
    filled = Peer(BytesIO(packed(page)))
    filled.render(dict(fields), environment)
    return packed(cast("Page", filled.docx))


def set_literals(root: etree._Element) -> None:
    for words in root.iter(qn("w:t")):
        words.text = "".join(each if TAGS.fullmatch(each) else held(each) for each in TAGS.split(words.text or ""))


def parts(content: bytes) -> dict[str, bytes]:
    """Read every part but the core properties, in canonical XML."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            name: cast("bytes", etree.tostring(etree.fromstring(archive.read(name)), method="c14n"))
            for name in sorted(archive.namelist())
            if name != "docProps/core.xml"
        }
