"""Names of files: legible, and nothing in them that a machine obeys."""

import pytest

from workflow.pieces.file_types import TYPES
from workflow.pieces.names import LONGEST, different, safe_name

NAMES = {
    "Projet de décret n° 2-18-100.pdf": "Projet de décret n° 2-18-100.pdf",
    "مشروع مرسوم.PDF": "مشروع مرسوم.pdf",
    "../../etc/passwd": "passwd.pdf",
    "C:\\Users\\a\\note.pdf": "note.pdf",
    "facture.exe.pdf": "facture_exe.pdf",
    "page.html": "page_html.pdf",
    "con.pdf": "_con.pdf",
    "LPT1": "_LPT1.pdf",
    "": "sans nom.pdf",
    ".pdf": "pdf.pdf",
    "...": "sans nom.pdf",
    "a\u202efdp.exe": "afdp_exe.pdf",
    'a\u200bb\x00c\r\n<d>:"e|f?*.pdf': "abc d e f.pdf",
    "version 2.1": "version 2.1.pdf",
    "%2e%2e%2fa.pdf": "%2e%2e%2fa.pdf",
}


@pytest.mark.parametrize("given", NAMES)
def test_a_name_is_kept_as_it_reads_and_ends_as_the_bytes_tell(given: str) -> None:
    assert safe_name(given, TYPES["pdf"]) == NAMES[given]


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("é" * 400, TYPES["docx"])

    assert (len(name), name[-6:]) == (LONGEST, "é.docx")


def test_names_of_one_folder_differ_whatever_the_case() -> None:
    assert list(different(["a.pdf", "A.pdf", "a (2).pdf", "a.pdf"])) == [
        "a.pdf", "A (2).pdf", "a (2) (2).pdf", "a (3).pdf",
    ]  # fmt: skip
