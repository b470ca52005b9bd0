"""A reference to the Bulletin officiel is read as it is written, and doubted where it cannot be."""

import pytest

from workflow.importing import ImportedRow, read_table

NONE = "ne se lit pas comme un numéro du Bulletin officiel : il n’est pas repris, à vérifier."


def published(where: str) -> ImportedRow:
    source = f"Intitulé\tÉtat d'avancement\nLoi n° 70-16 relative aux foires\tPubliée au {where}"
    return read_table(source.encode(), "une ligne").rows[0]


@pytest.mark.parametrize(
    ("where", "number", "on"),
    [
        ("B.O. n° 6612 du 12 octobre 2017", "6612", "2017-10-12"),
        ("B.O n°6612 du 12/10/2017", "6612", "2017-10-12"),
        ("B. O. 6612 (12 octobre 2017)", "6612", "2017-10-12"),
        ("BO numéro 6612 du 2017-10-12", "6612", "2017-10-12"),
        ("Bulletin officiel n° 7007 du 26 juillet 2021", "7007", "2021-07-26"),
        ("BO n° 5964 bis du 30 juillet 2011", "5964 bis", "2011-07-30"),
        ("BO n° 3132 du 7 novembre 1972", "3132", "1972-11-07"),
        ("BO n° 7460 du 27 novembre 2025", "7460", "2025-11-27"),
        ("BO n° 7300", "7300", None),
    ],
)
def test_a_reference_is_read_whatever_its_spelling(where: str, number: str, on: str | None) -> None:
    (step,) = published(where).milestones

    assert (step.move, step.on, step.facts) == ("publish", on, {"bo_number": number})
    assert not any("Bulletin" in warning for warning in published(where).warnings)


@pytest.mark.parametrize("number", ["99999", "661200", "12"])
def test_a_number_that_is_none_is_said_and_never_shortened(number: str) -> None:
    row = published(f"BO n° {number} du 12 octobre 2017")

    assert [step.facts for step in row.milestones] == [{}]
    assert row.warnings == (f"« BO n° {number} » {NONE}",)


@pytest.mark.parametrize(
    ("number", "on"),
    [
        ("6612", "12 octobre 2018"),
        ("7007", "26 juillet 2012"),
        ("7300", "16 mai 2023"),
        ("9999", "12 octobre 2017"),
        ("3132", "7 novembre 2012"),
        ("6612", "octobre 2016"),
    ],
)
def test_a_number_that_is_not_of_its_day_is_doubted(number: str, on: str) -> None:
    said = f"Le Bulletin officiel n° {number} ne peut guère être daté du {on} : le numéro ou la date est à vérifier."

    assert published(f"BO n° {number} du {on}").warnings == (said,)
