"""The date of a clause belongs to its own clause, whether the clause is read or not."""

import pytest

from workflow.importing import read_table


def told(situation: str) -> list[tuple[str | None, str | None]]:
    page = f"Intitulé\tÉtat d'avancement\nProjet de loi n° 01-66 relatif aux forêts\t{situation}\n"
    (row,) = read_table(page.encode(), "page.txt").rows
    return [(each.move, each.on) for each in row.milestones]


@pytest.mark.parametrize(
    ("situation", "milestones"),
    [
        (
            "Déposé à la Chambre des représentants, retiré le 4 mai 2023",
            [("deposit", None), ("withdraw", "2023-05-04")],
        ),
        ("Adopté en CG le 8 janvier 2026 puis déposé à la Chambre des représentants", [("deposit", None)]),
        ("Avis rendu le 4 août 2025 ; déposé à la Chambre des représentants", [("deposit", None)]),
        ("Déposé à la Chambre des représentants ; avis du CESE rendu le 4 août 2025", [("deposit", None)]),
        ("Adoption par le Conseil de gouvernement reportée au 11 mai 2023", [("postpone", None)]),
        ("Le 5 mai 2022, le Conseil de gouvernement a adopté le projet", [("adopt_in_council", "2022-05-05")]),
        ("Adopté par le Conseil de gouvernement, réuni le jeudi 5 mai 2022", [("adopt_in_council", "2022-05-05")]),
        ("Adopté par la Chambre des représentants, à l'unanimité, le 4 mai 2023", [("adopt_in_plenary", "2023-05-04")]),
        (
            "Adopté par la Chambre des représentants en séance plénière du 4 mai 2023",
            [("adopt_in_plenary", "2023-05-04")],
        ),
    ],
)
def test_a_date_is_that_of_its_own_clause(situation: str, milestones: list[tuple[str | None, str | None]]) -> None:
    assert told(situation) == milestones


@pytest.mark.parametrize(
    ("situation", "move"),
    [
        ("Déclaré conforme à la Constitution le 20 août 2024", "declare_conform"),
        ("Déclaré conforme sous réserve d’interprétation le 4 mai 2023", "declare_conform_with_reservations"),
        ("Déclaré conforme sous réserve des observations", "declare_conform_with_reservations"),
    ],
)
def test_a_conformity_keeps_its_reserve(situation: str, move: str) -> None:
    assert [name for name, _on in told(situation)] == [move]
