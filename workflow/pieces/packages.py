"""Word, Excel and LibreOffice files: zips, of which what they hold is counted while it is unpacked."""

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from workflow.errors import Refused

# Real drafts unpack to a few megabytes; a file of 25 MB of images, to 30.
_LARGEST = 300_000_000
_MOST_PARTS = 5000
_CHUNK = 65_536
_SMALL = 1_000_000
CUT = "Ce fichier est incomplet ou abîmé : ouvrez-le pour le vérifier, enregistrez-le de nouveau, puis joignez-le."
LOCKED = "Ce fichier est protégé par un mot de passe : enregistrez-en une copie sans mot de passe, puis joignez-la."
_MACROS = (
    "Ce fichier contient des macros, qui sont des programmes : enregistrez-le au format {} sans macro, puis joignez-le."
)
_BOMB = (
    "Ce fichier devient démesuré une fois décompressé : il n’est pas conservé. Ouvrez l’original, enregistrez-le de "
    "nouveau, puis joignez-le."
)
_ARCHIVE = "Ce fichier est une archive (.zip) : décompressez-la, puis joignez un à un les fichiers qu’elle contient."
_OTHER = (
    "Ce fichier est une présentation, un modèle ou un autre fichier de bureautique : enregistrez-le au format .docx, "
    ".xlsx, .odt ou PDF, puis joignez-le."
)
_MAIN = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
}
_MACRO_PART = re.compile(r"(?:vba(?:project|data)|xl/macrosheets/|^basic/|^scripts/)", re.IGNORECASE)
_ODT = b"application/vnd.oasis.opendocument.text"


def package_type(content: bytes) -> str:
    """Give the extension of a zip by what it holds; raise Refused for one that is none of ours."""
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_parts(package.infolist())
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                return _of_types(_read(package, "[Content_Types].xml"))
            if "mimetype" in names:
                return _of_mimetype(_read(package, "mimetype").strip())
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise Refused([CUT]) from error
    raise Refused([_ARCHIVE])


def package_fault(content: bytes) -> str | None:
    """Say why a package cannot be kept: macros, a password, parts cut short, or too large unpacked; None where it can.

    What is unpacked is counted as it comes, whatever its header says, and not kept.
    """
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if any(_MACRO_PART.search(part.filename) for part in parts):
                return _MACROS.format(".odt" if "mimetype" in package.namelist() else ".docx ou .xlsx")
            manifest = "META-INF/manifest.xml"
            if manifest in package.namelist() and b"encryption-data" in _read(package, manifest):
                return LOCKED
            left = _LARGEST
            for part in parts:
                left = _unpacked(package, part, left)
                if left < 0:
                    return _BOMB
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return CUT
    return None


def _check_parts(parts: list[ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise Refused([LOCKED])
    if len(parts) > _MOST_PARTS:
        raise Refused([_BOMB])
    strange = any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts)
    # Two parts of one name are two contents, of which each program shows another.
    if strange or len({name.lower() for name in names}) < len(names) or any(_leads_out(name) for name in names):
        raise Refused([CUT])


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or ".." in re.split(r"[/\\]", name)


def _unpacked(package: ZipFile, part: ZipInfo, left: int) -> int:
    """Unpack a part and give how many bytes are left of what all may come to; less than 0 where it is too much."""
    with package.open(part) as stream:
        while left >= 0 and (chunk := stream.read(_CHUNK)):
            left -= len(chunk)
    return left


def _read(package: ZipFile, name: str) -> bytes:
    with package.open(name) as stream:
        found = stream.read(_SMALL + 1)
    if len(found) > _SMALL:
        raise Refused([_BOMB])
    return found


def _of_types(types: bytes) -> str:
    if b"macroenabled" in types.lower():
        raise Refused([_MACROS.format(".docx ou .xlsx")])
    found = {extension for words, extension in _MAIN.items() if words in types}
    if len(found) != 1:
        raise Refused([_OTHER])
    return found.pop()


def _of_mimetype(words: bytes) -> str:
    if words == _ODT:
        return "odt"
    raise Refused([_OTHER])
