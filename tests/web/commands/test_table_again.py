"""The next page of a table, over a base that knows its texts: what has moved is proposed, written when asked."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from models import LegalText
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from tests.workflow.builders import ON_SQLITE
from workflow.history.steps import steps_of

CARE = "Projet de loi n° 43.22 relatif aux maisons de retraite"
GIFTS = "Projet de loi n° 18.18 relatif aux quêtes"
FIRST = ((CARE, "Adopté par le Conseil de gouvernement le 8 juin 2023"),
         (GIFTS, "Adopté par le Conseil de gouvernement le 1er novembre 2018"))  # fmt: skip
NEXT = (("Loi n° 43-22 relative aux maisons de retraite", "En vigueur depuis le 22 août 2025"),
        ("Projet de loi n°18-18 relatif aux appels à la générosité",
         "Déposé à la Chambre des conseillers le 10 juin 2021"))  # fmt: skip
DEPOSIT = "Le Chef du gouvernement a déposé le projet au bureau de la Chambre des conseillers."


def page(folder: Path, *rows: tuple[str, str]) -> str:
    path = folder / "page.txt"
    path.write_text("\n".join(["Intitulé\tÉtat d'avancement", *map("\t".join, rows)]), "utf-8")
    return str(path)


def last_steps(ministry: Ministry) -> dict[str, tuple[str, str, str | None]]:
    """Give, by number, the state of each text with its last step."""
    with ministry.session() as session:
        found = {}
        for text in session.exec(select(LegalText).order_by(col(LegalText.number))):
            step = steps_of(session, text.id)[-1]
            found[text.number or ""] = (text.state, step.move, str(step.on) if step.on else None)
    return found


ADOPTED = {"43-22": ("adopte_cg", "adopt_in_council", "2023-06-08"),
           "18-18": ("adopte_cg", "adopt_in_council", "2018-11-01")}  # fmt: skip
MOVED = {"43-22": ("en_vigueur", "come_into_force", "2025-08-22"),
         "18-18": ("depose", "deposit", "2021-06-10")}  # fmt: skip


@pytest.fixture
def known(terminal: Terminal, ministry: Ministry, tmp_path: Path) -> None:
    """Take over the first page."""
    terminal.run("import-table", page(tmp_path, *FIRST), "--yes")
    assert ministry.count(LegalText) == len(FIRST)


@pytest.mark.usefixtures("known")
def test_what_has_moved_is_proposed_and_written_only_with_moves(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    shown = terminal.run("import-table", page(tmp_path, *NEXT), "--yes").output

    assert f"« {NEXT[0][0]} » : déjà connu par son numéro (n° 43-22, « {CARE} »), a avancé depuis :" in shown
    assert "     étape déduite  La loi a été promulguée.\n" in shown
    assert f"     10 juin 2021   {DEPOSIT}\n" in shown
    assert f"     Intitulé\n       page    : {NEXT[1][0]}\n       Navette : {GIFTS}\n" in shown
    assert shown.endswith(
        "Textes déjà connus : 2 ont avancé.\nÉtapes non enregistrées de 2 textes connus (voir --moves).\n"
        "0 texte ouvert, 2 déjà connus, 0 à décider, 0 non repris.\n"
    )
    assert last_steps(ministry) == ADOPTED

    shown = terminal.run("import-table", page(tmp_path, *NEXT), "--yes", "--moves").output

    assert shown.endswith(
        "Étapes enregistrées de 2 textes connus.\n0 texte ouvert, 2 déjà connus, 0 à décider, 0 non repris.\n"
    )
    assert last_steps(ministry) == MOVED
    assert "la base de données s'y conforme" in terminal.run("check").output


@pytest.mark.usefixtures("known")
def test_the_same_page_again_and_an_older_one_propose_nothing(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    assert (
        "Textes déjà connus : 2 inchangés.\n"
        in terminal.run("import-table", page(tmp_path, *FIRST), "--yes", "--moves").output
    )
    terminal.run("import-table", page(tmp_path, *NEXT), "--yes", "--moves")

    again = terminal.run("import-table", page(tmp_path, *NEXT), "--yes", "--moves").output
    older = terminal.run("import-table", page(tmp_path, *FIRST), "--yes", "--moves").output

    assert "Textes déjà connus : 1 inchangé, 1 contredit.\n" in again
    assert "Textes déjà connus : 2 contredits.\n" in older
    assert (
        "     Situation\n       page    : Adopté en Conseil de gouvernement (8 juin 2023)\n"
        "       Navette : En vigueur (22 août 2025)\n"
    ) in older
    assert last_steps(ministry) == MOVED


@ON_SQLITE
@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    ("answer", "status", "written"),
    [("o\no\n", 0, ("43-22", "18-18")), ("n\no\n", 0, ("18-18",)), ("n\nn\n", 1, ())],
)
def test_the_steps_of_each_known_text_are_asked_for_one_by_one(
    terminal: Terminal, ministry: Ministry, tmp_path: Path, *, answer: str, status: int, written: tuple[str, ...]
) -> None:
    shown = terminal.run("import-table", page(tmp_path, *NEXT), answer=answer, status=status).output

    assert shown.count("Enregistrer ces étapes de « ") == 2
    assert last_steps(ministry) == ADOPTED | {number: MOVED[number] for number in written}


@ON_SQLITE
@pytest.mark.usefixtures("known")
def test_new_texts_are_opened_beside_the_steps_of_known_ones(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    fresh = ("Projet de loi n° 50-24 relatif aux phares", "Préparation achevée")

    shown = terminal.run("import-table", page(tmp_path, *NEXT, fresh), answer="o\nn\no\n").output

    assert "Ouvrir 1 de ces 3 textes dans Navette ?" in shown
    assert shown.endswith("1 texte ouvert, 2 déjà connus, 0 à décider, 0 non repris.\n")
    assert ministry.count(LegalText) == 3


@ON_SQLITE
@pytest.mark.usefixtures("known")
def test_a_text_already_on_its_way_is_only_moved_by_who_may_take_it_over(
    terminal: Terminal, ministry: Ministry, tmp_path: Path
) -> None:
    shown = terminal.run(
        "import-table", page(tmp_path, *NEXT), "--yes", "--moves", "--by", ministry.people.drafter.email
    ).output

    assert shown.count("Ce texte est déjà en cours : ses étapes sont à reprendre par qui répond de la division.") == 2
    assert shown.endswith("0 texte ouvert, 2 déjà connus, 0 à décider, 0 non repris.\n")
    assert last_steps(ministry) == ADOPTED


@ON_SQLITE
@pytest.mark.usefixtures("known")
def test_json_tells_what_the_base_knows_of_each_row(terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "read.json"
    rows = (
        *NEXT[1:],
        ("Projet de loi n° 043-22 relatif aux maisons", "Réunion tenue"),
        ("Décret relatif au sel", "Signé"),
    )

    terminal.run("import-table", page(tmp_path, *rows), "--dry-run", "--json", str(out))

    moved, undecided, fresh = read(out)
    assert (moved["written"], moved["base"]["verdict"]) == (None, "moved")
    assert moved["left"] == f"Déjà connu par son numéro (n° 18-18, « {GIFTS} ») : ses étapes sont à confirmer."
    assert moved["base"]["moves"] == [{"move": "deposit", "on": "2021-06-10", "inferred": False}]
    assert moved["base"]["contrasts"] == [{"of": "Intitulé", "page": NEXT[1][0], "base": GIFTS, "is_gap": False}]
    assert (undecided["base"]["verdict"], undecided["base"]["known_by"]) == ("undecided", "spelling")
    assert (fresh["written"], "base" in fresh) == ("signe", False)


def read(out: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))["rows"]
    return rows
