"""`check-template` tells the faults of a file, whatever the file is."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents.kinds.notes import note_interne
from tests.documents.checking.word_files import page, runs, with_body
from tests.web.console import Terminal

NOTE = ("--kind", "note_interne")


def test_a_good_template_is_said_to_be_good(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "note.docx"
    file.write_bytes(note_interne.KIND.template("fr"))

    said = terminal.run("check-template", str(file), *NOTE).output

    assert said == f"{file} : aucune faute, le modèle peut être mis en service.\n"


def test_faults_are_listed_and_the_command_fails(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "note.docx"
    file.write_bytes(page("{{ minstere }}", "{{ objet ~ objet }}"))

    assert terminal.run("check-template", str(file), *NOTE, status=1).output.splitlines() == [
        "paragraphe 1, « {{ minstere }} » : Champ inconnu « minstere » : vouliez-vous dire « ministere » ?",
        (
            "paragraphe 2, « {{ objet ~ objet }} » : Une balise ne fait que nommer un champ : ni calcul, ni appel, "
            "ni construction n’y sont admis."
        ),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Ce n’est pas un document Word (.docx) lisible."),
        (b"{{" * 20_000, "Ce n’est pas un document Word (.docx) lisible."),
        (with_body(runs("{{" * 20_000)), "n’est pas fermée dans son paragraphe."),
    ],
    ids=["empty", "words", "braces"],
)
def test_any_file_is_answered(terminal: Terminal, tmp_path: Path, *, content: bytes, said: str) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(content)

    assert said in terminal.run("check-template", str(file), *NOTE, status=1).output.splitlines()[0]


def test_a_bomb_of_a_gigabyte_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    file, zeros = tmp_path / "bomb.docx", bytes(1024 * 1024)
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(1024):
            part.write(zeros)

    said = terminal.run("check-template", str(file), *NOTE, status=1).output

    assert said == "fichier : Le document est trop volumineux.\n"


def test_what_is_no_file_is_said(terminal: Terminal, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, why in (
        ("nowhere.docx", "ce fichier ou ce dossier n’existe pas."),
        (".", "c’est un dossier."),
        ("pipe", "ce n’est pas un fichier ordinaire."),
    ):
        said = terminal.run("check-template", str(tmp_path / name), *NOTE, status=1).stderr
        assert said.endswith(f"ne peut pas être lu : {why}\n")


@pytest.mark.parametrize("words", [[], ["x.docx"], ["x.docx", "--kind", "x"], ["x.docx", *NOTE, "--language", "en"]])
def test_a_wrong_use_is_told_apart(terminal: Terminal, words: list[str]) -> None:
    terminal.run("check-template", *words, status=2)
