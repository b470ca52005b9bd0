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
from documents.missing import dotted
from documents.ordinals import raise_ordinals
from workflow.language.typography import DOTS, typeset

TAGS = re.compile(r"(\{[{%].*?[}%]\})")
HELD = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


class Peer(DocxTemplate):  # type: ignore[misc]
    """docxtpl, with our hyphens and ordinals."""

    def resolve_listing(self, xml: str) -> str:
        return raise_ordinals(set_directions(cast("str", super().resolve_listing(xml))).replace("\u2011", HELD))


def held(words: str) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "\u2011", typeset(dotted(words)))


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


def _canonical(part: bytes) -> bytes:
    """Give the canonical XML of a part; a picture as it is."""
    if part.startswith(b"\x89PNG"):
        return part
    return cast("bytes", etree.tostring(etree.fromstring(part), method="c14n"))


def parts(content: bytes) -> dict[str, bytes]:
    """Read every part but the core properties, in canonical XML."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            name: _canonical(archive.read(name)) for name in sorted(archive.namelist()) if name != "docProps/core.xml"
        }


COMMENTS = "word/comments.xml"
NAMES_COMMENTS = ("[Content_Types].xml", "word/_rels/document.xml.rels")


def without_comments(made: dict[str, bytes], peer: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Take the comments out of a paper that has some, and join its runs again; those of its peer are joined as well."""
    if COMMENTS not in made:
        return made, peer
    named = {name: re.sub(rb'<[^<]*["/]comments\.xml[^>]*></\w+>', b"", made[name]) for name in NAMES_COMMENTS}
    left = {name: named.get(name, part) for name, part in made.items() if name != COMMENTS}
    return _joined(left), _joined(peer)


def _joined(made: dict[str, bytes]) -> dict[str, bytes]:
    root = etree.fromstring(made["word/document.xml"])
    for mark in list(root.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:commentReference"))):
        gone = mark.getparent() if mark.tag == qn("w:commentReference") else mark
        gone.getparent().remove(gone)
    for words in root.iter(qn("w:t")):
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for run in list(root.iter(qn("w:r"))):
        before = run.getprevious()
        if before is not None and before.tag == run.tag and _look(before) == _look(run):
            for child in run.iterchildren():
                if child.tag != qn("w:rPr"):
                    _add(before, child)
            run.getparent().remove(run)
    return made | {"word/document.xml": etree.tostring(root, method="c14n")}


def _look(run: etree._Element) -> bytes:
    return b"".join(etree.tostring(each, method="c14n") for each in run.iterchildren(qn("w:rPr")))


def _add(run: etree._Element, child: etree._Element) -> None:
    last = run[-1] if len(run) else None
    if child.tag == qn("w:t") and last is not None and last.tag == child.tag:
        last.text = f"{last.text or ''}{child.text or ''}"
    elif child.tag != qn("w:t") or child.text:
        run.append(child)
