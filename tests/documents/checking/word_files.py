"""Templates as people might send them: small pages, and pages with one thing changed in their bytes."""

import struct
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from documents.engine.archive import packed
from documents.page.house_style import base
from documents.page.paragraphs import write

BODY, LINKS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def page(*lines: str) -> bytes:
    """A page with these paragraphs."""
    made = base()
    for line in lines:
        write(made, line)
    return packed(made)


def changed(content: bytes, changes: Mapping[str, tuple[str, str]] = {}, **added: bytes) -> bytes:
    """The same file with words replaced in some parts, and parts added; `word__x.xml` names word/x.xml."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name in changes:
                before, after = (each.encode() for each in changes[name])
                assert before in part, name
                part = part.replace(before, after, 1)
            new.writestr(name, part)
        for name, data in added.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def with_body(xml: str, *lines: str) -> bytes:
    """A page whose body begins with this XML."""
    return changed(page(*lines), {BODY: ("<w:body>", f"<w:body>{xml}")})


def with_link(kind: str, target: str, *, outside: bool = True) -> bytes:
    """A page that is related to something; `kind` is the last word of the relationship's name."""
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(page("{{ objet }}"), {LINKS: ("</Relationships>", link)})


def runs(*pieces: str) -> str:
    """A paragraph whose words are cut into runs."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{each}</w:t></w:r>' for each in pieces) + "</w:p>"


def field(*pieces: str) -> str:
    """A paragraph with a field of Word whose instruction is cut into runs."""
    said = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in pieces)
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return f"<w:p>{begin}{said}{end}</w:p>"


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts, in their order."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def lying(content: bytes, name: str, size: int) -> bytes:
    """The same file, whose two headers announce another size for one part."""
    told = bytearray(content)
    with ZipFile(BytesIO(content)) as archive:
        start = archive.getinfo(name).header_offset
    struct.pack_into("<I", told, start + 22, size)
    central = told.find(b"PK\x01\x02")
    while told[central + 46 : central + 46 + len(name)] != name.encode():
        central = told.find(b"PK\x01\x02", central + 4)
    struct.pack_into("<I", told, central + 24, size)
    return bytes(told)
