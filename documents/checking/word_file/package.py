"""Opens a Word file that anybody may have sent: nothing of what it says of its own sizes is believed."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from documents.checking.faults import TOO_LARGE, WHOLE, Fault

# In bytes. A template with a coat of arms weighs some 100 kB, and 2 MB once inflated.
LARGEST_FILE = 10 * 1024 * 1024
LARGEST_PART = 12 * 1024 * 1024
LARGEST_TOTAL = 20 * 1024 * 1024
MOST_PARTS = 400
# XML of Word shrinks to a twentieth at best; what shrinks more was made to.
_RATIO, _RATIO_FROM = 100, 1024 * 1024
_ENCRYPTED = 0x1
_LOCAL = struct.Struct("<4s5H3I2H")

_NOT_WORD = "Ce n’est pas un document Word (.docx) lisible."
_TOO_MANY = "Le document contient trop d’éléments."
_DAMAGED = "Le document est endommagé ou a été falsifié : ses tailles ne sont pas celles qu’il annonce."
_ODD_NAME = "Le document contient un élément au nom interdit ou en double : « {name} »."
_CLOSED = "Le document est protégé par un mot de passe : enregistrez-le sans protection."
_OLD = "Le document est d’un ancien format, ou protégé : enregistrez-le au format .docx, sans mot de passe."
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Package:
    """The parts of a file by their names, what is wrong with it, and whether all its parts could be inflated."""

    parts: dict[str, bytes]
    faults: tuple[Fault, ...] = ()
    is_whole: bool = False


def open_package(content: bytes) -> Package:
    """Inflate a .docx part by part, within limits counted on what comes out.

    Never raises for what the file holds: all its faults are told.
    """
    if len(content) > LARGEST_FILE:
        return _refused(TOO_LARGE)
    if content.startswith(_OLE):
        return _refused(_OLD)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        return _refused(_NOT_WORD)
    if len(entries) > MOST_PARTS:
        return _refused(_TOO_MANY)
    parts, faults = _all_inflated(content, entries)
    told = tuple(Fault(WHOLE, words, "file") for words in dict.fromkeys([*_name_faults(entries), *faults]))
    return Package(parts, told, is_whole=not faults)


def _all_inflated(content: bytes, entries: list[ZipInfo]) -> tuple[dict[str, bytes], list[str]]:
    """Give what each entry holds, and why some are refused; stop where there is no room left."""
    parts: dict[str, bytes] = {}
    faults: list[str] = []
    room = LARGEST_TOTAL
    for entry in entries:
        part, words = _inflated(content, entry, room)
        if words:
            faults.append(words)
        elif part or not entry.is_dir():
            parts[entry.filename] = part
        if words == TOO_LARGE:
            break
        room -= len(part)
    return parts, faults


def _refused(words: str) -> Package:
    return Package({}, (Fault(WHOLE, words, "file"),))


def _name_faults(entries: list[ZipInfo]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        # Word and its peers take "Word/Document.xml" for "word/document.xml": two of them would be read differently.
        if name.lower() in seen or _is_odd(name) or name != entry.orig_filename:
            yield _ODD_NAME.format(name=name[:80])
        seen.add(name.lower())


def _is_odd(name: str) -> bool:
    steps = name.split("/")
    return (
        "\\" in name or ":" in name or not name.isprintable() or len(name) > 200  # noqa: PLR2004 - longer than Word's
        or name.startswith("/") or ".." in steps or "." in steps or "" in steps[:-1]
    )  # fmt: skip


def _inflated(content: bytes, entry: ZipInfo, room: int) -> tuple[bytes, str]:
    """Give what an entry really holds, or nothing and why it is refused."""
    if entry.flag_bits & _ENCRYPTED:
        return b"", _CLOSED
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return b"", _NOT_WORD
    raw = _raw(content, entry)
    limit = min(room, LARGEST_PART)
    if entry.compress_type == ZIP_DEFLATED:
        limit = min(limit, max(_RATIO_FROM, _RATIO * len(raw)))
    part = _out_of(raw, entry.compress_type, limit)
    if len(part) > limit:
        return b"", TOO_LARGE
    if len(part) != entry.file_size or zlib.crc32(part) != entry.CRC:
        return b"", _DAMAGED
    return part, ""


def _raw(content: bytes, entry: ZipInfo) -> bytes:
    """Give the bytes of an entry as they stand in the file; none if its two headers tell different things."""
    start = entry.header_offset
    header = content[start : start + _LOCAL.size]
    if len(header) < _LOCAL.size:
        return b""
    mark, _version, flags, method, _time, _day, _crc, _packed, _size, name_length, extra = _LOCAL.unpack(header)
    begin = start + _LOCAL.size + name_length + extra
    name = content[start + _LOCAL.size : start + _LOCAL.size + name_length]
    raw = content[begin : begin + entry.compress_size]
    told = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace")
    same = mark == b"PK\x03\x04" and method == entry.compress_type and not flags & _ENCRYPTED and name == told
    return raw if same and len(raw) == entry.compress_size else b""


def _out_of(raw: bytes, method: int, limit: int) -> bytes:
    """Inflate, and stop one byte after the limit; what is no whole stream gives other bytes than those announced."""
    if method == ZIP_STORED:
        return raw
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        part = stream.decompress(raw, limit + 1)
    except zlib.error:
        return b""
    return part if len(part) > limit or (stream.eof and not stream.unused_data) else b""
