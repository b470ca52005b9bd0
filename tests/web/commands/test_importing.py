"""Old files taken over from a terminal: a published table, histories, a change of procedure."""

import json
from pathlib import Path
from typing import Any

import pytest

from models import LegalText
from tests.web.console import Terminal
from tests.web.ministry import Ministry

PAGE = Path(__file__).parents[2] / "data" / "tableau.txt"
ROW = {
    *("kind", "title", "state", "confidence", "reason", "numbers", "milestones", "warnings", "note", "line"),
    *("written", "left"),
}  # fmt: skip
HISTORY: dict[str, Any] = {
    "id": "creches", "kind": "decret", "title_fr": "Décret relatif aux crèches",
    "steps": [{"step": "government_council_adopted", "date": "2018-10-18"}],
}  # fmt: skip


def histories(folder: Path, *rows: object) -> str:
    path = folder / "histories.json"
    path.write_text(json.dumps(rows), "utf-8")
    return str(path)


def test_a_published_table_is_shown_before_it_is_taken_over(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    out = tmp_path / "read.json"

    result = terminal.run("import-table", str(PAGE), "--dry-run", "--json", str(out))

    assert result.output.endswith("Rien n'a été écrit.\n")
    read = json.loads(out.read_text("utf-8"))
    assert set(read) == {"rows", "warnings", "announced", "found", "lines", "notes", "left"}
    assert len(read["rows"]) == 22
    assert set(read["rows"][0]) == ROW
    assert all(row["written"] == row["state"] for row in read["rows"])
    assert ministry.count(LegalText) == 0


@pytest.mark.parametrize("answer", ["n\n", "Non\n", "\n", "", "peut-être\nnon\n"])
def test_nothing_is_taken_over_unless_it_is_confirmed(terminal: Terminal, ministry: Ministry, answer: str) -> None:
    result = terminal.run("import-table", str(PAGE), answer=answer, status=1)

    assert "Ouvrir ces 22 textes dans Navette ? [o/N]" in result.output
    assert result.output.endswith("Rien n’a été écrit.\n")
    assert ministry.count(LegalText) == 0


@pytest.mark.parametrize("answer", ["o\n", "OUI\n", "y\n", " yes \n", "d’accord\noui\n"])
def test_a_published_table_is_taken_over_once(terminal: Terminal, ministry: Ministry, answer: str) -> None:
    result = terminal.run("import-table", str(PAGE), answer=answer)
    assert result.output.endswith("22 textes ouverts, 0 déjà connu, 0 à décider, 0 non repris.\n")
    assert ministry.count(LegalText) == 22

    again = terminal.run("import-table", str(PAGE), "--yes")
    assert again.output.endswith("0 texte ouvert, 22 déjà connus, 0 à décider, 0 non repris.\n")
    assert ministry.count(LegalText) == 22
    assert "la base de données s'y conforme" in terminal.run("check").output


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["nowhere.txt"], "ne peut pas être lu"),
        ([__file__], "ne contient aucun tableau de textes"),
        ([str(PAGE), "--by", "reader@ministere.test"], "Aucune personne ne peut ouvrir ces textes"),
        ([str(PAGE), "--by", "nobody@ministere.test"], "Aucune personne ne peut ouvrir ces textes"),
        ([str(PAGE), "--json", "/nowhere/read.json"], "ne peut pas être écrit"),
    ],
)
def test_a_table_that_cannot_be_taken_over_is_said(
    terminal: Terminal, ministry: Ministry, typed: list[str], said: str
) -> None:
    assert said in terminal.run("import-table", *typed, "--yes", status=1).output
    assert ministry.count(LegalText) == 0


def test_a_history_is_replayed_and_written_only_when_asked(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    file, out = histories(tmp_path, HISTORY), tmp_path / "replayed.json"

    assert "Décret relatif aux crèches" in terminal.run("replay", file, "--json", str(out)).output
    assert len(json.loads(out.read_text("utf-8"))) == 1
    assert ministry.count(LegalText) == 0

    assert "1 texte ouvert, 0 déjà connu, 0 à décider.\n" in terminal.run("replay", file, "--write").output
    assert "0 texte ouvert, 1 déjà connu, 0 à décider.\n" in terminal.run("replay", file, "--write").output
    assert ministry.count(LegalText) == 1


@pytest.mark.parametrize("row", [3, {}, {"kind": "edict", "steps": []}, {"kind": "decret"}])
def test_a_history_that_cannot_be_read_is_said(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, row: object
) -> None:
    file = histories(tmp_path, row)

    assert terminal.run("replay", file, "--write", status=1).output.startswith("Error: « histories.json », texte 1 : ")
    assert terminal.run("replay", str(tmp_path / "no.json"), status=1).output.startswith("Error: ")
    assert ministry.count(LegalText) == 0


@pytest.mark.usefixtures("bill")
def test_a_procedure_that_did_not_change_moves_nothing(terminal: Terminal) -> None:
    result = terminal.run("change-procedure", "projet_de_loi", "2011", "--yes")

    assert result.output == "0 texte(s) en cours suivent une autre version.\n"
    assert "n’existe pas" in terminal.run("change-procedure", "projet_de_loi", "1999", status=1).output
    assert terminal.run("change-procedure", "edict", "2011", status=1).output.startswith("Error: ")
