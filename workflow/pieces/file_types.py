"""What a file is, told from its bytes; what cannot be kept is refused in words that say what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

import puremagic

from workflow.errors import Refused
from workflow.pieces.images import image_fault
from workflow.pieces.packages import CUT, LOCKED, package_fault, package_type

_DOCUMENT = "application/vnd.openxmlformats-officedocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The streams of an encrypted Word or Excel file of today, in the encoding of its directory.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Readers look for the end of a PDF in its last kilobyte; some machines write as much again after it.
_END_OF_PDF = 2048


@dataclass(frozen=True)
class FileType:
    """A kind of file that is kept."""

    # Without its dot; the first of those that people write.
    extension: str
    media_type: str
    label_fr: str
    others: tuple[str, ...] = ()
    has_words: bool = True


TYPES = {
    each.extension: each
    for each in (
        FileType("docx", f"{_DOCUMENT}.wordprocessingml.document", "un document Word"),
        FileType("xlsx", f"{_DOCUMENT}.spreadsheetml.sheet", "un classeur Excel"),
        FileType("odt", "application/vnd.oasis.opendocument.text", "un document LibreOffice"),
        FileType("pdf", "application/pdf", "un PDF"),
        FileType("png", "image/png", "une image PNG", has_words=False),
        FileType("jpg", "image/jpeg", "une image JPEG", ("jpeg", "jpe"), has_words=False),
        FileType("tiff", "image/tiff", "une image TIFF", ("tif",), has_words=False),
    )
}
_BEGINS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg", b"II*\0": "tiff", b"MM\0*": "tiff"}
_ACCEPTED = (
    "Joignez un document Word (.docx), Excel (.xlsx) ou LibreOffice (.odt), un PDF, ou une image PNG, JPEG ou TIFF."
)
_OLD = (
    "C’est un fichier d’une ancienne version de Word ou d’Excel (.doc, .xls) : ouvrez-le, enregistrez-le au format "
    ".docx ou .xlsx, puis joignez-le."
)
_MISNAMED = (
    "Le nom de ce fichier finit par « .{ending} », mais c’est {label} : vérifiez que c’est le bon, renommez-le en "
    "« .{extension} », puis joignez-le."
)


def recognised(content: bytes, name: str, *, largest_mb: int) -> FileType:
    """Say what a file is; `name` is what whoever gives it calls it.

    Raises Refused for one that is empty, larger than `largest_mb` megabytes, of another kind, protected, cut short,
    larger once unpacked than is believable, with macros, or of another kind than its name says.
    """
    if not content:
        raise Refused(["Ce fichier est vide : vérifiez-le, puis joignez-le de nouveau."])
    if len(content) > largest_mb * 1_000_000:
        size = f"{len(content) / 1_000_000:.1f}".replace(".", ",")
        raise Refused(
            [f"Ce fichier pèse {size} Mo ; {largest_mb} Mo au plus sont acceptés : allégez-le ou partagez-le."]
        )
    found = TYPES[_of_bytes(content)]
    _check_name(name, found)
    if fault := _fault(found, content):
        raise Refused([fault])
    return found


def _of_bytes(content: bytes) -> str:
    if content.startswith(b"PK"):
        return package_type(content)
    extension = next((kind for begins, kind in _BEGINS.items() if content.startswith(begins)), "")
    if not extension:
        raise Refused([_of_another_kind(content)])
    return extension


def _of_another_kind(content: bytes) -> str:
    if content.startswith(_OLE):
        return LOCKED if _ENCRYPTED in content else _OLD
    try:
        told = next((each.extension for each in puremagic.magic_string(content) if each.extension), "")
    except (puremagic.PureError, ValueError):
        told = ""
    known = f" (il semble être un fichier {told})" if told else ""
    return f"Ce fichier n’est pas d’un type qui se joint à un texte{known}. {_ACCEPTED}"


def _check_name(name: str, found: FileType) -> None:
    """Raise Refused where the name ends as that of another kind of file."""
    ending = PurePath(name.replace("\\", "/")).suffix.lower().lstrip(".").strip()
    if ending in {"", found.extension, *found.others} or not _is_ending(ending):
        return
    raise Refused([_MISNAMED.format(ending=ending, label=found.label_fr, extension=found.extension)])


def _is_ending(ending: str) -> bool:
    """Whether what follows the last dot names a kind of file: "1" of "version 2.1" and "de" of "art. de" do not."""
    return ending in known_endings() or ending in DANGEROUS


def known_endings() -> Iterable[str]:
    """Give all endings of files that are kept."""
    return (ending for each in TYPES.values() for ending in (each.extension, *each.others))


# Endings under which a machine runs a file, or opens it as a page: no name keeps one.
DANGEROUS = frozenset({
    "7z", "apk", "app", "bat", "bin", "chm", "cmd", "com", "cpl", "dll", "dmg", "doc", "docm", "dot", "dotm", "exe",
    "hta", "htm", "html", "img", "iso", "jar", "js", "jse", "lnk", "msc", "msi", "msp", "odp", "ods", "pif", "ppt",
    "pptm", "pptx", "ps1", "py", "rar", "reg", "rtf", "scr", "sh", "svg", "swf", "txt", "url", "vbe", "vbs", "wsf",
    "xhtml", "xls", "xlsb", "xlsm", "xml", "zip",
})  # fmt: skip


def _fault(found: FileType, content: bytes) -> str | None:
    if found.extension == "pdf":
        return None if b"%%EOF" in content[-_END_OF_PDF:] else CUT
    if found.media_type.startswith("image/"):
        return image_fault(found.extension, content)
    return package_fault(content)
