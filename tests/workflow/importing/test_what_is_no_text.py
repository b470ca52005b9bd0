"""What stands among the texts and is none of them, and numbers in no official form: named, never taken in silence."""

import pytest

from workflow.importing import read_table


@pytest.mark.parametrize(
    "title",
    [
        "Décision du ministre n° 3 relative aux stages",
        "Circulaire n° 12 relative aux congés",
        "Convention relative aux bourses",
    ],
)
def test_a_text_of_another_kind_under_a_heading_is_left_with_its_reason(title: str) -> None:
    table = read_table(f"Arrêtés\nArrêté relatif au sel\tSigné\n{title}\tSigné".encode(), "page")

    assert [row.title for row in table.rows] == ["Arrêté relatif au sel"]
    assert [(line.number, line.reason) for line in table.taken_as("left")] == [
        (3, "est d'un genre de texte qui n'est pas repris (dahir, convention, circulaire, décision…)")
    ]


@pytest.mark.parametrize(
    ("number", "is_official"),
    [("2-2-771", False), ("2-222", False), ("1-2-3-4", False), ("2-22-771", True), ("2.22.771", True), ("43-22", True)],
)
def test_a_number_in_no_official_form_is_remarked(number: str, *, is_official: bool) -> None:
    (row,) = read_table(f"Intitulé\tÉtat\nDécret n° {number} relatif au sel\tSigné".encode(), "page").rows

    said = f"« n° {number} » ne se lit pas comme un numéro officiel : il n’est pas repris, à vérifier."
    assert row.warnings == (() if is_official else (said,))
