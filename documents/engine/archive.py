"""A Word file as a zip: parts deflated once and laid one after the other, free of the hour of writing."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Page

_EPOCH = (1980, 1, 1, 0, 0, 0)
_DAY = 0x21  # 1 January 1980, the first that a zip can say
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF8 = 20, 0x800
# How far deflate looks back, as a power of two, and how much memory it sets out: less is quicker for what is short.
_FAR, _SHORT = (-15, 8), (-12, 5)
_SHORT_SIZE = 4096


@dataclass(frozen=True)
class Piece:
    """One part as it lies in the zip: its local header with its deflated bytes, and what the directory says of it."""

    name: bytes
    laid: bytes
    crc: int
    packed: int
    size: int


def piece(name: str, content: bytes, level: int) -> Piece:
    """Deflate one part at that level, 1 (quick) to 9 (small)."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, *(_SHORT if len(content) <= _SHORT_SIZE else _FAR))
    data = deflate.compress(content) + deflate.flush()
    crc, label = zlib.crc32(content), name.encode()
    header = _LOCAL.pack(
        b"PK\x03\x04", _VERSION, _UTF8, zlib.DEFLATED, 0, _DAY, crc, len(data), len(content), len(label), 0
    )
    return Piece(label, header + label + data, crc, len(data), len(content))


def zipped(pieces: Iterable[Piece]) -> bytes:
    """Lay parts one after the other, and their directory after them."""
    laid: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in pieces:
        laid.append(each.laid)
        directory += (
            _CENTRAL.pack(
                b"PK\x01\x02", _VERSION, _VERSION, _UTF8, zlib.DEFLATED, 0, _DAY, each.crc, each.packed, each.size,
                len(each.name), 0, 0, 0, 0, 0, offset,
            ),
            each.name,
        )  # fmt: skip
        offset += len(each.laid)
    told = b"".join(directory)
    count = len(laid)
    return b"".join((*laid, told, _END.pack(b"PK\x05\x06", 0, 0, count, count, len(told), offset, 0)))


def packed(page: Page) -> bytes:
    """Give the bytes of a page, free of the hour at which they are written."""
    saved, canonical = BytesIO(), BytesIO()
    page.save(saved)
    with ZipFile(saved) as source, ZipFile(canonical, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return canonical.getvalue()
