"""The comments of a paper: around the dots of what is missing, and on its first words where its wording is provisional.

Word has no comments in headers, footers and text boxes: what is missing there is dotted, and no more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import cast
from zipfile import ZipFile

from docx.document import Document as Page
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import parse_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from lxml import etree

from documents.engine.archive import Piece, piece
from documents.engine.literals import change_runs, finished
from documents.engine.properties import Properties
from documents.engine.values import set_words
from documents.language import CODES, Language
from documents.missing import MARK, MISSING
from documents.ordinals import OPEN, RUN, WORDS
from workflow.language.typography import DOTS

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NEW = PackURI("/word/comments.xml")
_TYPES = "[Content_Types].xml"
_TYPE = f'<Override PartName="{_NEW}" ContentType="{CONTENT_TYPE.WML_COMMENTS}"/></Types>'
_NUMBER = re.compile(r'<w:comment [^>]*?\bw:id="(\d+)"')
_BOX = "w:txbxContent"
_FIRST_WORDS = re.compile(r"<w:t(?: [^>]*)?>[^<]*[^\s<]")


@dataclass(frozen=True)
class Place:
    """Where the comments of a template go: the part, what it says already, and the parts that must name a new one."""

    name: str
    start: str
    end: str
    first: int
    named_in: tuple[Piece, ...] = ()


def place_of(page: Page, archive: ZipFile, level: int) -> Place:
    """Give where comments go in a template that is saved; a part that is still to be added is related to its page."""
    for link in page.part.rels.values():
        if link.reltype == RELATIONSHIP_TYPE.COMMENTS and not link.is_external:
            return _own(link.target_part.partname.lstrip("/"), link.target_part.blob)
    page.part.relate_to(Part(_NEW, CONTENT_TYPE.WML_COMMENTS, b"", page.part.package), RELATIONSHIP_TYPE.COMMENTS)
    types = archive.read(_TYPES).decode().replace("</Types>", _TYPE)
    named_in = (
        piece(_TYPES, types.encode(), level),
        piece(page.part.partname.rels_uri.lstrip("/"), cast("bytes", page.part.rels.xml), level),
    )
    return Place(_NEW.lstrip("/"), f"<w:comments {nsdecls('w')}>", "</w:comments>", 0, named_in)


def _own(name: str, content: bytes) -> Place:
    root = parse_xml(cast("str", content))
    root.text = root.text or "\n"  # so that it is written with an end, even where it holds no comment
    start, end, name_of = cast("str", etree.tostring(root, encoding="unicode")).rpartition("</")
    return Place(name, start, end + name_of, max((int(each) for each in _NUMBER.findall(start)), default=-1) + 1)


class Comments:
    """The comments of one paper, in the language of its properties; there is nothing to write where `told` is empty."""

    def __init__(self, place: Place, properties: Properties, remarks: Sequence[str]) -> None:
        """Take what is said of the paper as a whole; the rest comes as its body is printed."""
        self._place, self._at, self._remarks = place, properties.written_at, remarks
        self._language: Language = "ar" if properties.language == CODES["ar"] else "fr"
        self.told: list[str] = []

    def collect(self, xml: str) -> tuple[str, list[str]]:
        """Leave one character where something is missing, and give what the comment of each says."""
        found: list[str] = []

        def collected(one: re.Match[str]) -> str:
            found.append(self._to_complete(one["fr"], one["ar"] or ""))
            return MARK

        return (MISSING.sub(collected, xml) if MARK in xml else xml), found

    def set_around(self, xml: str, found: Sequence[str]) -> str:
        """Put the remarks on the first words of the body of a paper, and each other comment around its dots."""
        for remark in self._remarks:
            xml = self._on_first_words(xml, remark)
        if not found:
            return xml
        words, body = iter(found), xml
        return change_runs(body, MARK, lambda run, at: self._around_dots(run, words, boxed=_is_boxed(body, at)))

    def added_to(self, pieces: Sequence[Piece], level: int) -> list[Piece]:
        """Give the parts of a paper with that of its comments."""
        comments = "".join((_DECLARATION, self._place.start, *self.told, self._place.end)).encode()
        made = {each.name: each for each in (*self._place.named_in, piece(self._place.name, comments, level))}
        return [made.pop(each.name, each) for each in pieces] + list(made.values())

    def _to_complete(self, french: str, arabic: str) -> str:
        if self._language == "ar":
            return f"يستكمل: {arabic}." if arabic else "يستكمل: لا تتوفر Navette على هذا المعطى."
        return f"À compléter : {french}." if french else "À compléter : Navette ne connaît pas cette donnée."

    def _around_dots(self, run: str, words: Iterator[str], *, boxed: bool) -> str:
        """Cut a run where something is missing in it; all else of it stays."""
        if boxed:
            return re.sub(MARK, lambda _mark: DOTS if next(words) else "", run)
        found = RUN.fullmatch(run)
        look = (found["look"] if found else "") or ""
        opening = run[: run.index(">") + 1]

        def commented(_mark: re.Match[str]) -> str:
            start, end = self._range(next(words))
            return f"</w:t></w:r>{start}<w:r>{look}<w:t>{DOTS}</w:t></w:r>{end}<w:r>{look}{OPEN}"

        cut = WORDS.sub(lambda told: f"{OPEN}{re.sub(MARK, commented, told[1])}</w:t>", run)
        for empty in {f"{opening}{look}{OPEN}</w:t></w:r>", f"<w:r>{look}{OPEN}</w:t></w:r>"}:
            cut = cut.replace(empty, "")
        return cut

    def _on_first_words(self, xml: str, remark: str) -> str:
        """Put a remark on the first paragraph that has words, outside the boxes of text that may stand before."""
        found = next((each for each in _FIRST_WORDS.finditer(xml) if not _is_boxed(xml, each.start())), None)
        if found is None:
            return xml
        start = max(xml.rfind("<w:r>", 0, found.start()), xml.rfind("<w:r ", 0, found.start()))
        end = xml.find("</w:r>", found.end()) + len("</w:r>")
        opened, closed = self._range(escape(remark))
        return f"{xml[:start]}{opened}{xml[start:end]}{closed}{xml[end:]}"

    def _range(self, words: str) -> tuple[str, str]:
        """Write a comment, and give what opens and what closes the words that it is about."""
        number = self._place.first + len(self.told)
        arabic = self._language == "ar"
        look = f'<w:rtl/><w:lang w:bidi="{CODES["ar"]}"/>' if arabic else f'<w:lang w:val="{CODES["fr"]}"/>'
        run = finished(f"<w:r><w:rPr>{look}</w:rPr>{OPEN}{set_words(words)}</w:t></w:r>")
        self.told.append(
            f'<w:comment {nsdecls("w")} w:id="{number}" w:author="Navette" w:date="{self._at}" w:initials="N">'
            f"<w:p>{'<w:pPr><w:bidi/></w:pPr>' if arabic else ''}{run}</w:p></w:comment>"
        )
        reference = f'<w:r><w:rPr>{look}</w:rPr><w:commentReference w:id="{number}"/></w:r>'
        closed = f'<w:commentRangeEnd w:id="{number}"/>{reference}'
        return f'<w:commentRangeStart w:id="{number}"/>', closed


def _is_boxed(xml: str, at: int) -> bool:
    return xml.rfind(f"<{_BOX}", 0, at) > xml.rfind(f"</{_BOX}", 0, at)
