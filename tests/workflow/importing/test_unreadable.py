"""What is no table is refused with what it is and what would help, whatever its name."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from openpyxl import Workbook

from workflow.importing import UnreadableTable, read_table


def archive(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return file.getvalue()


def document(*paragraphs: str) -> bytes:
    file, made = BytesIO(), Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(file)
    return file.getvalue()


def workbook(rows: int) -> bytes:
    file, made = BytesIO(), Workbook(write_only=True)
    sheet = made.create_sheet()
    for number in range(rows):
        sheet.append([number])
    made.save(file)
    return file.getvalue()


NO_TABLE = "ne contient aucun tableau de textes"
HTML = b"<html><table><tr><th>Name</th><th>Size</th></tr><tr><td>a.txt</td></tr></table></html>"
SWELLING = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
CASES = {
    "empty": (b"", "est vide", "fichier .csv"),
    "blank": (b" \r\n\t", "est vide", "fichier .csv"),
    "noise": (bytes(range(256)) * 20, "ne contient pas de texte lisible", "fichier .csv"),
    "listing": (b"drwxr-xr-x 2 root root 4096 textes\n", NO_TABLE, "une page enregistrée (.html)"),
    "other table": (HTML, NO_TABLE, "l'intitulé d'un texte"),
    "prose in Word": (document("Bonjour à tous", "Cordialement"), NO_TABLE, "un document Word (.docx)"),
    "figures in Excel": (workbook(3), NO_TABLE, "un classeur Excel (.xlsx)"),
    "heavy": (b"x" * 25_000_001, "dépasse 25 Mo", "un fichier plus court"),
    "long text": ("Décret\n".encode() * 20_001, "a plus de 20000 lignes", "un fichier plus court"),
    "long workbook": (workbook(20_001), "a plus de 20000 lignes", "un fichier plus court"),
    "pdf": (b"%PDF-1.7", "un PDF", "reconnaissance de caractères"),
    "picture": (b"\x89PNG\r\n", "une image", "reconnaissance de caractères"),
    "old office": (b"\xd0\xcf\x11\xe0" + b"x" * 40, "ancien (.doc, .xls)", "au format .docx ou .xlsx"),
    "web archive": (b"MIME-Version: 1.0\n", "une archive web (.mhtml)", "comme page web (.html)"),
    "cut archive": (document("Décret relatif au prix")[:400], "ne s'ouvre pas", "enregistrez-le de nouveau"),
    "other archive": (archive({"content.xml": b"<x/>"}), "une archive", "S'il vient de LibreOffice"),
    "empty Word": (archive({"word/document.xml": b"<x/>"}), "comme document Word", "enregistrez-le de nouveau"),
    "broken Excel": (archive({"xl/workbook.xml": b"<x"}), "comme classeur Excel", "enregistrez-le de nouveau"),
    "entities": (archive({"word/document.xml": SWELLING}), "sans risque", "un fichier plus court"),
    "bomb": (archive({"xl/workbook.xml": b" " * 60_000_001}), "sans risque", "un fichier plus court"),
}


@pytest.mark.parametrize("kind", CASES)
def test_a_file_that_is_no_table_is_refused_with_what_would_help(kind: str) -> None:
    source, what, help_ = CASES[kind]

    with pytest.raises(UnreadableTable) as refusal:
        read_table(source, "fichier")

    assert what in str(refusal.value)
    assert help_ in str(refusal.value)
