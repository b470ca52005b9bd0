"""What a table or a history brings is not opened twice: known by number, by title, or left to a person to decide."""

import json
from pathlib import Path

import pytest
from sqlmodel import col, select

from models import LegalText
from tests.web.console import Terminal
from tests.web.ministry import Ministry

CARE = "Projet de loi n° 43.22 relatif aux maisons de retraite"
SCHOOL = "Projet de loi n° 026-25 relatif aux écoles de campagne"
GARDEN = "Projet de décret relatif aux jardins d'enfants"
ADOPTED = "Adopté par le Conseil de gouvernement le 8 juin 2023"


def table(folder: Path, *titles: str) -> str:
    path = folder / "tableau.txt"
    path.write_text("\n".join(["Intitulé\tÉtat d'avancement", *(f"{title}\t{ADOPTED}" for title in titles)]), "utf-8")
    return str(path)


def titles(ministry: Ministry) -> list[str]:
    with ministry.session() as session:
        return list(session.exec(select(LegalText.title_fr).order_by(col(LegalText.title_fr))))


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Loi n° 43-22 relative à l'accueil", f"déjà connu par son numéro (n° 43-22, « {CARE} »), laissé tel quel."),
        ("Projet de loi n°43-22 sur l’accueil", f"déjà connu par son numéro (n° 43-22, « {CARE} »), laissé tel quel."),
        ("Projet de loi n° 26-25 relatif au transport", f"peut-être le même que n° 026-25, « {SCHOOL} » : à décider"),
        (
            "Projet de décret relatif aux jardins d’enfants",
            f"déjà connu par son titre (« {GARDEN} »), laissé tel quel.",
        ),
        ("Décret relatif aux jardins d’enfants", f"peut-être le même que « {GARDEN} » : à décider, non repris."),
    ],
)
def test_a_text_known_from_an_earlier_table_is_told_and_not_opened_again(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, *, title: str, said: str
) -> None:
    terminal.run("import-table", table(tmp_path, CARE, SCHOOL, GARDEN), "--yes")
    assert titles(ministry) == [GARDEN, SCHOOL, CARE]

    output = terminal.run("import-table", table(tmp_path, title), "--yes").output

    assert f"« {title} » : {said}" in output
    counts = (0, 1) if "à décider" in said else (1, 0)
    assert output.endswith("0 texte ouvert, {} déjà connu, {} à décider, 0 non repris.\n".format(*counts))
    assert titles(ministry) == [GARDEN, SCHOOL, CARE]


def test_a_text_that_stands_twice_in_a_table_is_opened_once(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    again = "Loi n° 43-22 relative à l'accueil"

    output = terminal.run("import-table", table(tmp_path, CARE, GARDEN, again, GARDEN.upper()), "--yes").output

    kept = f"même texte que « {CARE} » (ligne 2), repris une seule fois"
    assert f"« {again} » (ligne 4) : {kept} : la ligne 2, qui vient la première, est retenue.\n" in output
    assert output.endswith("2 textes ouverts, 2 déjà connus, 0 à décider, 0 non repris.\n")
    assert titles(ministry) == [GARDEN, CARE]


def test_a_history_whose_number_is_known_is_not_opened_again(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    terminal.run("import-table", table(tmp_path, CARE), "--yes")
    steps = [{"step": "government_council_adopted", "date": "2023-06-08"}]
    history = {"id": "x", "kind": "projet_de_loi", "number": "43.22", "title_fr": "Loi sur l’accueil", "steps": steps}
    file = tmp_path / "histories.json"
    file.write_text(json.dumps([history, history | {"id": "y", "number": "44-22"}]), "utf-8")

    output = terminal.run("replay", str(file), "--write").output

    assert f"« Loi sur l’accueil » : déjà connu par son numéro (n° 43-22, « {CARE} »)" in output
    assert "1 texte ouvert, 1 déjà connu, 0 à décider.\n" in output
    assert titles(ministry) == ["Loi sur l’accueil", CARE]
