"""Files as people attach them, made here: Word, Excel, LibreOffice, PDF and images; and their faulty kin."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
from pypdf import PdfReader, PdfWriter

from documents.engine.archive import packed

ODT = "application/vnd.oasis.opendocument.text"
_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def word(*paragraphs: str) -> bytes:
    page = docx.Document()
    for words in paragraphs:
        page.add_paragraph(words)
    return packed(page)  # the same words give the same bytes, whatever the hour


def workbook(*rows: tuple[str, ...]) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def odt(*paragraphs: str, encrypted: bool = False) -> bytes:
    body = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
    content = f"<office:document-content {_OFFICE}><office:body><office:text>{body}</office:text></office:body>"
    parts = {"mimetype": ODT, "content.xml": f"{content}</office:document-content>"}
    parts["META-INF/manifest.xml"] = "<m><manifest:encryption-data/></m>" if encrypted else "<m/>"
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO(package)
    with ZipFile(out, "a", ZIP_DEFLATED) as opened:
        opened.writestr(name, content)
    return out.getvalue()


def bomb(package: bytes) -> bytes:
    """Give a package of a few hundred kilobytes, of which one part unpacks to 320 MB."""
    out = BytesIO(package)
    with ZipFile(out, "a", ZIP_DEFLATED) as opened, opened.open("word/media/bomb.png", "w") as part:
        for _chunk in range(320):
            part.write(bytes(1_000_000))
    return out.getvalue()


def without_part_like(package: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Give a package of which one part says `new` where it said `old`."""
    with ZipFile(BytesIO(package)) as opened:
        parts: dict[str, str | bytes] = {each: opened.read(each) for each in opened.namelist()}
    parts[name] = bytes(parts[name]).replace(old, new)  # type: ignore[arg-type]
    return zipped(parts)


def lying(package: bytes, name: str, size: int) -> bytes:
    """Give a package of which the header of one part says another size than it has."""
    with ZipFile(BytesIO(package)) as opened:
        true = opened.getinfo(name).file_size
    return package.replace(struct.pack("<I", true), struct.pack("<I", size))


def pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /MediaBox [0 0 9 9] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table, start,
    )  # fmt: skip


def locked_pdf(words: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(BytesIO(pdf(words)))), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\0\0" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xda\x00\x02\x00\xff\xd9"


def tiff(width: int = 2, height: int = 2) -> bytes:
    entries = struct.pack("<HHII", 256, 4, 1, width) + struct.pack("<HHII", 257, 4, 1, height)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + entries + struct.pack("<I", 0)
