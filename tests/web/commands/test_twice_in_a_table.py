"""Rows of one table that are one text, or may be: one is written, the others are told with their reason."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel import select

from models import LegalText
from tests.web.console import Terminal
from tests.web.ministry import Ministry

ADOPTED = "Adopté par le Conseil de gouvernement le 8 juin 2023"
PUBLISHED = "Publiée au BO n° 7300 du 16 mai 2024"
UNREAD = "Réunion tenue"


def page(folder: Path, *rows: Sequence[str]) -> str:
    path = folder / "tableau.txt"
    path.write_text("\n".join(["Intitulé\tÉtat d'avancement", *map("\t".join, rows)]), "utf-8")
    return str(path)


def opened(ministry: Ministry) -> list[tuple[str | None, str]]:
    with ministry.session() as session:
        return sorted((text.number, text.state) for text in session.exec(select(LegalText)))


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("Projet de loi n° 06-22 relatif aux soins", "Projet de loi n° 6-22 relatif aux soins", ADOPTED),
        ("Projet de loi n° 26-25 relatif aux soins", "Projet de loi n° 026-25 relatif aux soins", ADOPTED),
        ("Projet de loi n° 43-22 relatif aux soins", "Loi n° 043-22 sur les soins", ADOPTED),
        ("Décret n° 2-24-100 relatif au sel", "Décret n° 2.24.0100 relatif au sel", "Signé"),
        ("Décret n° 2-24-100 relatif au sel", "Décret relatif au sel", "Signé"),
        ("Décret relatif au sel", "Décret n° 2-24-100 relatif au sel", "Signé"),
        ("Projet de décret relatif au sel", "Décret relatif au sel", "Signé"),
    ],
)
def test_rows_that_may_be_one_text_open_one_and_leave_the_other_to_decide(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, *, first: str, second: str, status: str
) -> None:
    out = tmp_path / "read.json"
    file = page(tmp_path, (first, status), (second, status))
    said = f"eut-être le même que la ligne 2 (« {first} ») : à décider, non repris."

    shown = terminal.run("import-table", file, "--dry-run", "--json", str(out)).output
    asked = terminal.run("import-table", file, answer="o\n").output

    assert f"« {second} » (ligne 3) : p{said}\n" in shown
    kept, other = json.loads(out.read_text("utf-8"))["rows"]
    assert (kept["written"], kept["left"]) == (kept["state"], None)
    assert (other["written"], other["left"]) == (None, f"P{said}")
    assert other["base"] == {"verdict": "undecided", "same_as_row": 1}
    assert "Ouvrir 1 de ces 2 textes dans Navette ?" in asked
    assert asked.endswith("1 texte ouvert, 0 déjà connu, 1 à décider, 0 non repris.\n")
    assert ministry.count(LegalText) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (2, 0, 1)])
def test_of_rows_with_one_number_the_furthest_state_is_the_one_written(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, order: tuple[int, ...]
) -> None:
    rows = (
        ("Projet de loi n° 43-22 relatif aux soins", ADOPTED),
        ("Loi n° 43.22 relative aux soins", PUBLISHED),
        ("Loi n°43-22 sur les soins", UNREAD),
    )
    line = order.index(1) + 2
    same = f"même texte que « {rows[1][0]} » (ligne {line}), repris une seule fois : "

    output = terminal.run("import-table", page(tmp_path, *(rows[place] for place in order)), "--yes").output

    assert (
        f"« {rows[0][0]} » (ligne {order.index(0) + 2}) : {same}la ligne {line} est retenue, car elle dit l’état le "
        "plus avancé (« Publié au Bulletin officiel », et ici « Adopté en Conseil de gouvernement »).\n"
    ) in output
    assert (
        f"« {rows[2][0]} » (ligne {order.index(2) + 2}) : {same}c’est cette ligne {line} qui est retenue, car elle "
        "seule peut être reprise.\n"
    ) in output
    assert output.endswith("1 texte ouvert, 2 déjà connus, 0 à décider, 0 non repris.\n")
    assert opened(ministry) == [("43-22", "publie")]


@pytest.mark.parametrize("is_again", [True, False])
def test_json_says_written_of_no_row_that_is_not(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, *, is_again: bool
) -> None:
    out = tmp_path / "read.json"
    rows = [("Décret relatif au sel", "Signé"), ("Décret relatif au sel", "Signé"), ("Décret relatif au riz", UNREAD)]
    file = page(tmp_path, *rows)
    if is_again:
        terminal.run("import-table", file, "--yes")

    terminal.run("import-table", file, "--dry-run", "--json", str(out))

    known, twice, unread = json.loads(out.read_text("utf-8"))["rows"]
    assert (known["written"], known["left"]) == (
        (None, "Déjà connu par son titre (« Décret relatif au sel »), laissé tel quel.")
        if is_again
        else ("signe", None)
    )
    assert twice["written"] is None
    assert twice["left"] == (
        "Même texte que « Décret relatif au sel » (ligne 2), repris une seule fois : la ligne 2, qui vient la "
        "première, est retenue."
    )
    assert (unread["written"], unread["left"]) == (
        None,
        f"Aucune formule connue dans « {UNREAD} » : l'état est à choisir par une personne.",
    )
    assert ministry.count(LegalText) == is_again
