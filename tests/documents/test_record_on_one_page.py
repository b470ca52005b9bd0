"""The record of a text holds on one page before its annex, and papers of every place can be told in both languages."""

import shutil
import subprocess
from pathlib import Path

import pytest

from documents.catalogue import KINDS
from documents.language import LANGUAGES, Language
from models import LegalText
from tests.documents.office import Office
from tests.documents.test_note_to_the_minister import case_of
from tests.workflow.builders import File
from tests.workflow.rulebook.test_walks import places
from workflow.rulebook.files import procedures

SOFFICE, PDFTOTEXT = shutil.which("soffice") or "", shutil.which("pdftotext") or ""
OFFICE = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="needs LibreOffice and pdftotext")
LONG_FR, LONG_AR = (
    "Projet de décret relatif à " + "la protection des familles et " * 20,
    "مشروع مرسوم يتعلق بحماية الأسرة " * 20,
)
ANNEX = {"fr": "Ce qui s’est passé", "ar": "ما جرى"}


def run(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout  # noqa: S603


def pages(content: bytes, folder: Path) -> list[str]:
    path = folder / "record.docx"
    path.write_bytes(content)
    office = [SOFFICE, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    run([*office, "--outdir", str(folder), str(path)])
    return run([PDFTOTEXT, str(path.with_suffix(".pdf")), "-"]).split("\f")


@OFFICE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_of_the_record_begins_on_the_second_page(
    office: Office, bill: LegalText, language: Language, tmp_path: Path
) -> None:
    decree = office.open("decret", title_fr=LONG_FR[:900], title_ar=LONG_AR[:600], on="2017-01-02")
    office.move(decree, "assign_drafter", "2017-01-03")
    for body in ("cese", "cndh", "Ordre des architectes", "Ordre des médecins"):
        office.move(decree, "ask_opinion", "2017-01-04", body=body, answer_by="2017-02-04")
    office.move(decree, "record_observation", "2017-02-01", observation="Préciser.", article="article 4")

    for text, name in ((decree, "long"), (bill, "bill")):
        (tmp_path / name).mkdir()
        found = pages(office.make(text, "fiche_suivi", language=language).content, tmp_path / name)
        # A column that the table of the annex alone has.
        titled = [place for place, words in enumerate(found) if ANNEX[language] in words]
        assert titled[:1] == [1], found[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(procedures()))
def test_every_place_of_every_kind_can_be_told(kind: str, language: Language) -> None:
    for here in places(kind).values():
        case = case_of(File.at(kind, here))
        for paper in ("note_interne", "bordereau_sgg"):
            fields = KINDS[paper].context(case, language)
            told = (fields["prochaine_action"], fields["phrase"], fields["detenteur"], fields["dossier"])
            assert all(told)
            assert "{" not in "".join(told)
