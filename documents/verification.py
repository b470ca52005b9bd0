"""How anybody verifies a paper: its code in groups, the address that it leads to, and the picture of that address."""

import re
from functools import cache
from io import BytesIO

import segno

_GROUP = 4
# Of each square, in pixels: some 390 dots an inch at the size of the footer.
_SCALE = 6
# A hyphen at which no line ends.
_HYPHEN = "\u2011"


def printed_code(code: str) -> str:
    """Give a code as papers print it, in groups of four: "7K3M-9QXA-2BCD", with hyphens that hold it on one line."""
    return _HYPHEN.join(re.findall(f".{{1,{_GROUP}}}", code))


def typed_code(words: str) -> str:
    """Give the code that somebody typed: neither case, spaces nor hyphens of any sort matter."""
    return re.sub("[^0-9A-Z]", "", words.upper())


def typing_address(base_url: str) -> str:
    """Give the address where a code is typed by hand."""
    return f"{base_url}/v"


def address_of(base_url: str, code: str) -> str:
    """Give the address that verifies a paper."""
    return f"{base_url}/v/{code}"


def picture_of(address: str) -> bytes:
    """Draw an address as a QR code, in PNG: error level M, four squares of quiet zone; always the same bytes."""
    drawn = BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(drawn, kind="png", scale=_SCALE)
    return drawn.getvalue()


@cache
def placeholder() -> bytes:
    """Draw what stands in templates where the picture of each paper goes, told by its bytes.

    Word and LibreOffice name pictures anew when they save a template, and leave their bytes.
    """
    return picture_of("MODELE")
