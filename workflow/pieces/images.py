"""Images: what their headers say of their size, read without opening them."""

import struct

_MOST_PIXELS = 100_000_000  # an A3 page at 600 points an inch has 70 million
_TOO_LARGE = (
    "Cette image compte {width} × {height} points, plus que ce qui s’ouvre sans risque : numérisez-la à 300 points par "
    "pouce, puis joignez-la."
)
_CUT = "Cette image est incomplète ou abîmée : ouvrez-la pour la vérifier, enregistrez-la de nouveau, puis joignez-la."
_END_OF_PNG = b"IEND\xaeB`\x82"
_END_OF_JPEG, _STARTS_OF_FRAMES = b"\xff\xd9", {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xDA)}
_WIDTH, _HEIGHT = 256, 257
# Some machines write a few bytes after the end.
_AFTER_THE_END = 65_536


def image_fault(extension: str, content: bytes) -> str | None:
    """Say why an image cannot be kept, None where it can."""
    try:
        width, height = {"png": _of_png, "jpg": _of_jpeg, "tiff": _of_tiff}[extension](content)
    except (struct.error, IndexError, ValueError):
        return _CUT
    if width * height > _MOST_PIXELS:
        return _TOO_LARGE.format(width=width, height=height)
    return None if width and height else _CUT


def _of_png(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or _END_OF_PNG not in content[-_AFTER_THE_END:]:
        raise ValueError("cut")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _of_jpeg(content: bytes) -> tuple[int, int]:
    if _END_OF_JPEG not in content[-_AFTER_THE_END:]:
        raise ValueError("cut")
    place = 2
    while content[place] == 0xFF:  # noqa: PLR2004 - what every mark begins with
        mark = content[place + 1]
        if mark in _STARTS_OF_FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        alone = mark in _ALONE or mark == 0xFF  # noqa: PLR2004 - a byte that only fills
        place += (1 if mark == 0xFF else 2) if alone else 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]  # noqa: PLR2004
    raise ValueError("no frame")


def _of_tiff(content: bytes) -> tuple[int, int]:
    order = "<" if content[:2] == b"II" else ">"
    start = struct.unpack(f"{order}I", content[4:8])[0]
    count = struct.unpack(f"{order}H", content[start : start + 2])[0]
    found = {}
    for rank in range(count):
        entry = content[start + 2 + 12 * rank : start + 14 + 12 * rank]
        tag, kind = struct.unpack(f"{order}HH", entry[:4])
        if tag in (_WIDTH, _HEIGHT):
            short = kind == 3  # noqa: PLR2004 - the code of a number of two bytes
            found[tag] = struct.unpack(f"{order}{'H' if short else 'I'}", entry[8 : 10 if short else 12])[0]
    return found.get(_WIDTH, 0), found.get(_HEIGHT, 0)
