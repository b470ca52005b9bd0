"""Dates that cannot both be right are refused until somebody says why they stand."""

import pytest

from tests.workflow.builders import TO_FINAL, TO_SGG, File, moved, sure, undated
from workflow.calendar.hijri import printed_doubt

PRINTER = undated("send_to_printer")
WHY = "Les deux dates sont imprimées ainsi."


def promulgated(on: str) -> File:
    return File.opened("projet_de_loi", *TO_FINAL, *undated("send_to_government"), moved("promulgate", on), *PRINTER)


@pytest.mark.parametrize(("on", "refused"), [("2018-02-21", True), ("2018-02-22", False), ("2018-02", False)])
def test_a_publication_before_the_promulgation_asks_why(on: str, *, refused: bool) -> None:
    file = promulgated("2018-02-22")

    assert bool(file.refusals("publish", on, bo_number="6655")) == refused
    assert bool(file.refusals("publish", on, bo_number="6655", note=WHY)) == refused
    confirmed = sure(file.proposed("publish", on, {"bo_number": "6655", "confirmed": True}))
    assert bool(file.refusals("publish", on, **confirmed)) == refused
    assert file.refusals("publish", on, **confirmed, note=WHY) == []


def test_a_publication_before_the_signature_asks_why() -> None:
    signed = [*undated("send_to_signature"), moved("sign", "2018-02-22"), *PRINTER]
    file = File.opened("arrete", *TO_SGG, *signed)

    found = file.refusals("publish", "2018-02-01", bo_number="6655")

    assert len(found) == 1
    assert "précède celle d’une étape qui vient avant (22 févr. 2018)" in found[0]
    told = {"bo_number": "6655", "note": WHY, "confirmed": True}
    assert file.refusals("publish", "2018-02-01", **sure(file.proposed("publish", "2018-02-01", told))) == []


@pytest.mark.parametrize(
    ("hijri", "refused"),
    [("6 joumada II 1439", False), ("5 rejeb 1439", True), ("hier", True), (None, False)],
)
def test_a_printed_hijri_date_that_is_another_day_asks_why(hijri: str | None, *, refused: bool) -> None:
    file = File.opened("projet_de_loi", *TO_FINAL, *undated("send_to_government"))
    facts = {"dahir": "1-18-19"} | ({"hijri": hijri} if hijri else {})

    found = file.refusals("promulgate", "2018-02-22", **facts)

    assert bool(found) == refused
    assert all(reason.endswith("Si c’est exact, confirmez-le.") for reason in found)
    assert file.refusals("promulgate", "2018-02-22", **sure(file.proposed("promulgate", "2018-02-22", facts))) == []


def test_a_hijri_date_says_nothing_against_a_month() -> None:
    assert promulgated("2018-02").refusals("publish", "2018-03", hijri="5 rejeb 1439") == []
    assert printed_doubt("5 rejeb 1439", None) is None
