"""Cells as spreadsheets copy them."""

import pytest

from workflow.registers.clipboard import cells_of, pasted_of


@pytest.mark.parametrize(
    ("pasted", "cells"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"deux\nlignes"\t"avec ""guillemets"""', [["deux\nlignes", 'avec "guillemets"']]),
        ('"mot" puis\tsuite', [['"mot" puis', "suite"]]),
        ('"ouvert\tsuite\nautre\t', [['"ouvert', "suite"], ["autre", ""]]),
        ("\t\n", []), ("", []), ("'=1", [["=1"]]), ("'suite'", [["'suite'"]]),
    ],
)  # fmt: skip
def test_pasted_cells_are_read(pasted: str, cells: list[list[str]]) -> None:
    assert cells_of(pasted) == cells


@pytest.mark.parametrize("cell", ["a\tb", "a\r\nb", '"a"', '"a', "=1", "'=1", "''=1", "-", "", "'a", 'a"b'])
def test_what_is_written_is_read_back(cell: str) -> None:
    assert cells_of(pasted_of([["début", cell], [cell, "fin"]])) == [["début", cell], [cell, "fin"]]
