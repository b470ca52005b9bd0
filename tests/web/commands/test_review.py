"""The command that writes a procedure to be read again."""

from pathlib import Path

from tests.documents.office import Word
from tests.web.console import Terminal


def test_a_procedure_is_written_to_be_read_again(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "decret.docx"

    assert (
        terminal.run("review-sheet", "decret", "--out", str(out)).output
        == f"{out} : Décret réglementaire, version 2011.\n"
    )
    assert "Décret réglementaire – version 2011" in Word(out.read_bytes()).words


def test_a_procedure_that_is_not_known_is_said(terminal: Terminal, tmp_path: Path) -> None:
    out = str(tmp_path / "edict.docx")

    said = terminal.run("review-sheet", "edict", "--out", out, status=2).output
    assert "« edict » n’est pas connue" in said
    assert "projet_de_loi" in said
    said = terminal.run("review-sheet", "decret", "--version", "1912", "--out", out, status=2).output
    assert "Cette nature n’a que ces versions : 2011." in said
