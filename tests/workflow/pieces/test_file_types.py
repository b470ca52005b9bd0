"""What may be attached, told from the bytes, and what is refused with what to do."""

import struct
import zipfile
from io import BytesIO

import pytest

from tests.workflow.pieces.made_files import (
    bomb,
    jpeg,
    locked_pdf,
    lying,
    odt,
    pdf,
    png,
    tiff,
    with_part,
    without_part_like,
    word,
    workbook,
    zipped,
)  # fmt: skip
from workflow.errors import Refused
from workflow.pieces.extraction import examine

WORD = word("Projet de décret")
TYPES = "[Content_Types].xml"
KEPT = {
    "docx": WORD, "xlsx": workbook(("a",)), "odt": odt("a"), "pdf": pdf("a"), "png": png(), "jpg": jpeg(),
    "tiff": tiff(),
}  # fmt: skip
BOMB = bomb(WORD)
MACROS = "Ce fichier contient des macros"
CUT = "incomplet"
LOCKED = "protégé par un mot de passe"
OTHER_KIND = "n’est pas d’un type qui se joint"
REFUSED = {
    "empty": (b"", "vide"),
    "too heavy": (png() + b"\0" * 1_100_000, "pèse 1,1 Mo ; 1 Mo au plus"),
    "program": (b"MZ\x90\0" + b"\0" * 99, f"{OTHER_KIND} à un texte (il semble être un fichier .exe)."),
    "program of Linux": (b"\x7fELF" + b"\0" * 99, OTHER_KIND),
    "page": (b"<!doctype html><html><script>1</script></html>", OTHER_KIND),
    "drawing with scripts": (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", OTHER_KIND),
    "script": (b"#!/bin/sh\nrm -rf /\n", OTHER_KIND),
    "words": ("Un texte sans rien d’autre".encode(), OTHER_KIND),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ancienne version de Word"),
    "locked Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "locked LibreOffice": (odt("a", encrypted=True), LOCKED),
    "locked PDF": (locked_pdf("a"), LOCKED),
    "archive": (zipped({"a.txt": "a"}), "archive (.zip)"),
    "presentation": (zipped({TYPES: "presentationml.presentation.main+xml"}), "présentation"),
    "macros by type": (without_part_like(WORD, TYPES, b"document.main", b"document.macroEnabled.main"), MACROS),
    "macros by part": (with_part(WORD, "word/vbaProject.bin", b"a"), MACROS),
    "macros of LibreOffice": (with_part(odt("a"), "Basic/Standard/script-lb.xml", b"a"), MACROS),
    "place outside": (with_part(WORD, "../../etc/cron.d/a", b"a"), CUT),
    "cut Word": (WORD[: len(WORD) // 2], CUT),
    "cut PDF": (pdf("a")[:-20], CUT),
    "cut PNG": (png()[:-12], "incomplète"),
    "cut JPEG": (jpeg()[:-2], "incomplète"),
    "cut TIFF": (tiff()[:12], "incomplète"),
    "changed byte": (WORD.replace(b"PK\x03\x04", b"PK\x03\x05", 1), CUT),
    "huge PNG": (png(60_000, 60_000), "60000 × 60000 points"),
    "huge JPEG": (jpeg(60_000, 60_000), "60000 × 60000 points"),
    "huge TIFF": (tiff(60_000, 60_000), "60000 × 60000 points"),
    "bomb": (BOMB, "démesuré"),
    "bomb with a lying header": (lying(BOMB, "word/media/bomb.png", 10), CUT),
    "too many parts": (zipped({TYPES: "a"} | {f"{rank}": "" for rank in range(5001)}), "démesuré"),
}  # fmt: skip


@pytest.mark.parametrize("extension", KEPT)
def test_a_file_is_what_its_bytes_say(extension: str) -> None:
    found = examine(KEPT[extension], "dossier", largest_mb=1)

    assert (found.file_type.extension, found.name) == (extension, f"dossier.{extension}")
    assert found.content == KEPT[extension]


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_kept_is_refused_in_words(kind: str) -> None:
    content, words = REFUSED[kind]

    with pytest.raises(Refused) as refused:
        examine(content, "dossier", largest_mb=1)

    assert len(refused.value.reasons) == 1
    assert words in refused.value.reasons[0]


@pytest.mark.parametrize("name", ["facture.pdf.exe", "projet.docx", "page.html", "C:\\a\\b.JS", "plan.svg"])
def test_a_name_that_ends_as_another_kind_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="mais c’est un PDF : vérifiez que c’est le bon"):
        examine(pdf("a"), name, largest_mb=1)


def test_an_encrypted_part_is_refused() -> None:
    content = bytearray(word("a"))
    with zipfile.ZipFile(BytesIO(content)) as package:
        start = package.start_dir
    content[start + 8 : start + 10] = struct.pack("<H", 1)

    with pytest.raises(Refused, match=LOCKED):
        examine(bytes(content), "a.docx", largest_mb=1)
