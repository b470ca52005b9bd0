"""From bytes to text, whatever program saved them."""

import codecs
import re

from workflow.importing.table import UnreadableTable

_LARGEST = 5_000_000
ADVICE = (
    "On y cherche un tableau où chaque ligne donne l'intitulé d'un texte (projet de loi, décret, arrêté…) puis son "
    "état. Ouvrez la page dans un navigateur, enregistrez-la comme page web (.html) ou copiez le tableau dans un "
    "fichier texte (.txt), puis relancez la lecture."
)
_FOREIGN = (
    (b"PK\x03\x04", "un document Word, Excel ou une archive"),
    (b"\xd0\xcf\x11\xe0", "un document Word ou Excel ancien"),
    (b"%PDF", "un PDF"),
    (b"{\\rtf", "un document RTF"),
    (b"From: <Saved by", "une archive web (.mhtml)"),
    (b"MIME-Version:", "une archive web (.mhtml)"),
    (b"\x89PNG", "une image"),
    (b"\xff\xd8\xff", "une image"),
    (b"GIF8", "une image"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_ARABIC_WORD = re.compile(r"[\u0621-\u064a]{3,}")
_MOSTLY = 0.2
_SOME_WORDS = 3


def decode(source: bytes, name: str) -> str:
    """Read the bytes as text, or raise UnreadableTable with what they are instead."""
    if len(source) > _LARGEST:
        raise UnreadableTable(f"« {name} » dépasse 5 Mo : c'est trop pour une page. {ADVICE}")
    for start, what in _FOREIGN:
        if source.startswith(start):
            raise UnreadableTable(f"« {name} » est {what}, pas une page. {ADVICE}")
    text = _decoded(source)
    if not text.strip("\ufeff\x00 \t\r\n\xa0"):
        raise UnreadableTable(f"« {name} » est vide. {ADVICE}")
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableTable(f"« {name} » ne contient pas de texte lisible. {ADVICE}")
    return text


def _decoded(source: bytes) -> str:
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return source.decode(encoding, errors="replace")
    if wide := _unmarked_utf16(source):
        return source.decode(wide, errors="replace")
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(source)


def _unmarked_utf16(source: bytes) -> str | None:
    sample = source[:4000]
    if sample[1::2].count(0) > _MOSTLY * len(sample):
        return "utf-16-le"
    if sample[::2].count(0) > _MOSTLY * len(sample):
        return "utf-16-be"
    return None


def _single_byte(source: bytes) -> str:
    """Tell the Arabic code page by whole words: French letters of both pages share their places, but for capitals."""
    arabic = source.decode("cp1256", errors="replace")
    if len(_ARABIC_WORD.findall(arabic)) >= _SOME_WORDS:
        return arabic
    return source.decode("cp1252", errors="replace")
