"""Numbers of several parts and French words keep their order inside Arabic ones, in the file and on the page."""

import shutil
import subprocess
from pathlib import Path

import pytest

from documents.directions import set_directions
from documents.engine.archive import packed
from documents.engine.compiled import in_service
from documents.engine.filling import fill
from documents.engine.properties import Properties
from documents.page.house_style import base
from documents.page.paragraphs import write
from tests.documents.office import AT

LOOK = '<w:rPr><w:rtl/><w:lang w:bidi="ar-MA"/></w:rPr>'
SOFFICE, PDFTOTEXT = shutil.which("soffice") or "", shutil.which("pdftotext") or ""
OFFICE = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="needs LibreOffice and pdftotext")


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout  # noqa: S603


def cut(words: str) -> list[str]:
    """Give the stretches that are set from left to right."""
    xml = set_directions(f"<w:r>{LOOK}<w:t>{words}</w:t></w:r>")
    return [part.partition("\u200e")[0] for part in xml.split('preserve">\u200e')[1:]]


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        ("المرسوم رقم 2-18-100 الصادر في 12 مارس 2018", ["2-18-100"]),
        ("القانون رقم 103.13", ["103.13"]),
        ("القرار رقم 2582\u201114 والقرار رقم 243\u201113", ["2582\u201114", "243\u201113"]),
        ("في 12 مارس 2018، المادة 5", []),
        ("المكلف: Youssef El Idrissi.", ["Youssef El Idrissi"]),
        ("رأي (Conseil de l’ordre, n° 5) منتظر", ["(Conseil de l’ordre, n° 5)"]),
        ("التوصل بالرأي: Ordre (national)؛ ثم", ["Ordre (national)"]),
        ("Le dossier a été ouvert.", ["Le dossier a été ouvert."]),
        ("شركة A &amp; B", ["A &amp; B"]),
    ],
)
def test_what_runs_the_other_way_is_a_run_of_its_own(words: str, stretches: list[str]) -> None:
    assert cut(words) == stretches


def test_french_runs_stay_byte_for_byte() -> None:
    xml = '<w:r><w:rPr><w:lang w:val="fr-MA"/></w:rPr><w:t>Décret n° 2-18-100</w:t></w:r>'

    assert set_directions(xml) == xml


@OFFICE
@pytest.mark.parametrize("number", ["2-18-100", "2.18.100", "2582-14"])
def test_a_number_is_printed_in_its_order(number: str, tmp_path: Path) -> None:
    page = base("ar")
    write(page, "المرسوم رقم {{ numero }} الصادر في 12 مارس 2018")
    made = fill(
        in_service(packed(page)), {"numero": number}, Properties(title="", subject="", author="", keywords="", at=AT)
    )
    path = tmp_path / "number.docx"
    path.write_bytes(made)

    office = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    run([*office, "--outdir", str(tmp_path), str(path)])
    seen = run([PDFTOTEXT, "-bbox", str(path.with_suffix(".pdf")), "-"]).replace("\u2011", "-").replace("\u2010", "-")

    # The letters of a line stand in the file in the order in which they are seen, from left to right.
    assert f">{number}<" in seen
