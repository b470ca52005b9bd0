"""The commands that tell the catalogue of papers and write one to a file."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from documents.catalogue import KINDS
from tests.documents.office import Word
from tests.web.console import Terminal


@pytest.fixture
def loaded(terminal: Terminal) -> Terminal:
    terminal.run("load-demonstration")
    return terminal


def test_the_catalogue_tells_codes_names_languages_and_kinds_of_text(terminal: Terminal) -> None:
    rows = {row["code"]: row for row in json.loads(terminal.run("papers", "--json").output)}

    assert list(rows) == [*KINDS, "tableau", "tableau_interne"]
    assert {tuple(row["languages"]) for row in rows.values()} == {("fr", "ar")}
    assert (rows["fiche_suivi"]["name_fr"], rows["fiche_suivi"]["name_ar"]) == ("Fiche de suivi", "بطاقة تتبع نص")
    assert "decret" in rows["note_interne"]["kinds"]
    assert "note_interne : Note interne / مذكرة إخبارية (fr, ar)" in terminal.run("papers").output


@pytest.mark.parametrize("told", ["2-14-278", "2.14.278"])
def test_a_paper_of_a_text_is_written_in_the_language_asked(loaded: Terminal, tmp_path: Path, told: str) -> None:
    out = tmp_path / "note.docx"

    said = loaded.run("paper", "note_interne", told, "--language", "ar", "--on", "2015-01-05", "--out", str(out)).output

    assert said == f"{out} : Note interne, العربية, situation au 05/01/2015.\n"
    words = Word(out.read_bytes()).words
    assert "مذكرة إلى عناية السيدة الوزيرة" in words
    assert "2.14.278" in words
    assert "نسخة غير محفوظة" in words


def test_a_paper_about_a_meeting_or_a_chamber_names_it(loaded: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"

    loaded.run("paper", "depot_chambre", "103-13", "--about", "conseillers", "--out", str(out))
    refused = loaded.run("paper", "depot_chambre", "103-13", "--about", "senat", "--out", str(out), status=1).output

    assert "de la Chambre des conseillers" in Word(out.read_bytes()).words
    assert "« Lettre de dépôt" in refused
    assert "Connus pour ce texte : conseillers, representants." in refused


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("edict", "2-14-278"), (2, "Le papier « edict » n’est pas connu. Papiers connus : ")),
        (("tableau", "2-14-278"), (2, "« tableau » porte sur tous les textes à la fois")),
        (("saisine", "2-14-278", "--about", "sgg"), (1, "« Saisine pour avis » ne se fait pas au sujet de « sgg »")),
        (
            ("projet_de_loi_texte", "2-14-278"),
            (1, "« Texte du projet de loi » n’est pas un papier de ce texte (décret"),
        ),
        (("note_interne", "9-99-999"), (1, "Aucun texte n’a ce numéro, cet identifiant ou cet intitulé exact")),
        (("note_interne", str(uuid4())), (1, "Aucun texte n’a ce numéro")),
        (("note_interne", "2-14-278", "--on", "2090-01-01"), (2, "Le 1er janvier 2090 est à venir")),
        (("note_interne", "2-14-278", "--on", "1990-01-01"), (1, "Le dossier n’était pas encore ouvert")),
    ],
)
def test_what_cannot_be_made_is_said_and_writes_nothing(
    loaded: Terminal, tmp_path: Path, arguments: tuple[str, ...], answer: tuple[int, str]
) -> None:
    out = tmp_path / "paper.docx"
    status, told = answer

    assert told in loaded.run("paper", *arguments, "--out", str(out), status=status).output
    assert not out.exists()


def test_the_table_is_written_in_arabic_as_a_word_file_only(loaded: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "table.docx"
    loaded.run("table", "--language", "ar", "--out", str(out))

    assert "جدول الإنتاج التشريعي" in Word(out.read_bytes()).words
    assert "est un fichier Word" in loaded.run("table", "--language", "ar", "--format", "csv", status=2).output


@pytest.mark.parametrize(
    "asked", [("paper", "note_interne", "2-14-278"), ("template", "note_interne"), ("table", "--format", "docx")]
)
def test_on_the_standard_output_there_is_the_file_alone(
    loaded: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)

    given = loaded.run(*asked, "--out", "-").stdout_bytes

    assert Word(given).words
    assert not list(tmp_path.iterdir())
