"""A text replaced, repealed or amended by another one of the system: each page leads to the other."""

import pytest

from models import LegalText
from tests.workflow.builders import ON_SQLITE, TO_PUBLISHED, Ministry, undated
from workflow.relations.ties import ties

pytestmark = ON_SQLITE
IN_FORCE = [*TO_PUBLISHED, *undated("enter_on_publication")]


def seen(ministry: Ministry, text: LegalText) -> list[tuple[str, str]]:
    return [(tie.label, tie.name) for tie in ties(ministry.session, text)]


@pytest.mark.parametrize("named", ["loi n° 58-25", "Projet de loi de procédure civile"])
def test_a_bill_replaced_under_a_new_number_and_its_successor_lead_to_each_other(
    ministry: Ministry, named: str
) -> None:
    old = ministry.open(title_fr="Premier projet", number="02-23")
    new = ministry.open(title_fr="Projet de loi de procédure civile", number="58-25")

    ministry.move(old, "replace", "2026-11-20", successor=named)

    assert seen(ministry, old) == [("Remplacé par", "Projet de loi de procédure civile")]
    assert seen(ministry, new) == [("Remplace", "Premier projet")]


def test_a_successor_that_is_not_there_yet_is_cited_and_found_on_the_day_it_is(ministry: Ministry) -> None:
    old = ministry.open(title_fr="Premier projet", number="86-15")
    ministry.move(old, "replace", "2026-11-20", successor="loi n° 35-24")
    assert seen(ministry, old) == [("Remplacé par", "loi n° 35-24")]

    new = ministry.open(title_fr="Second projet", number="35-24")

    assert seen(ministry, old) == [("Remplacé par", "Second projet")]
    assert seen(ministry, new) == [("Remplace", "Premier projet")]


def test_a_law_is_amended_twice_by_one_text_and_repealed_by_another(ministry: Ministry) -> None:
    law = ministry.open("projet_de_loi", *IN_FORCE, title_fr="Loi ancienne", number="103-13")
    for number in ("10-20", "11-22"):
        ministry.open(title_fr=f"Loi {number}", number=number)

    for _time in range(2):
        ministry.move(law, "record_amendment", successor="loi n° 10-20")
    ministry.move(law, "repeal", successor="loi n° 11-22")

    assert seen(ministry, law) == [("Modifiée par", "Loi 10-20"), ("Abrogée par", "Loi 11-22")]
