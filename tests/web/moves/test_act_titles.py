"""A draft that becomes an act is proposed its new title, which the person may change or leave out."""

import pytest

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.moving import ON, address
from tests.web.page import Page
from workflow.rulebook.files import procedures

TITLES = ("title_fr", "title_ar")
BEFORE = ("send_to_signature", "send_to_government", "publish_decision")


@pytest.fixture
def adopted(ministry: Ministry) -> LegalText:
    """Give a bill that waits for its promulgation."""
    bill = ministry.open(
        "Projet de loi relatif aux peines alternatives", title_ar="مشروع قانون يتعلق بالعقوبات البديلة"
    )
    return ministry.bring(bill, "send_to_government", "2026-11-02")


def titles(page: Page) -> list[str]:
    return [page.value(name) for name in TITLES]


def test_the_title_of_the_law_is_proposed(head: Browser, adopted: LegalText) -> None:
    page = head.get(address(adopted, "promulgate"))

    assert titles(page) == ["Loi relative aux peines alternatives", "قانون يتعلق بالعقوبات البديلة"]
    assert "Proposé d’après l’intitulé du projet" in page.text


def test_the_number_typed_in_the_same_form_goes_into_the_title(
    head: Browser, ministry: Ministry, adopted: LegalText
) -> None:
    page = head.get(address(adopted, "promulgate"))

    page = head.press(page, "Revoir les conséquences", ON, number="43.22", dahir="1-26-10")

    assert titles(page) == ["Loi n° 43-22 relative aux peines alternatives", "قانون رقم 43.22 يتعلق بالعقوبات البديلة"]
    head.press(page, page.record)
    law = ministry.read(LegalText, adopted.id)
    assert (law.title_fr, law.number) == ("Loi n° 43-22 relative aux peines alternatives", "43-22")


def test_what_the_person_writes_in_its_place_is_kept(head: Browser, ministry: Ministry, adopted: LegalText) -> None:
    page = head.get(address(adopted, "promulgate"))

    head.press(page, page.record, ON, number="43-22", dahir="1-26-10", title_fr="Loi sur les peines", title_ar="")

    law = ministry.read(LegalText, adopted.id)
    assert (law.title_fr, law.title_ar) == ("Loi sur les peines", "مشروع قانون يتعلق بالعقوبات البديلة")


def test_a_title_that_is_no_draft_s_is_left_alone(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open("Peines alternatives"), "send_to_government", "2026-11-02")

    assert titles(head.get(address(text, "promulgate"))) == ["", ""]


@pytest.mark.parametrize("kind", list(procedures()))
def test_every_kind_is_proposed_the_title_of_its_act(head: Browser, ministry: Ministry, kind: str) -> None:
    procedure = procedures()[kind]
    move = "promulgate" if "promulgate" in procedure.moves else "sign"
    before = next(name for name in BEFORE if name in procedure.moves)
    text = ministry.open(f"{procedure.draft.fr} n° 43-22 relatif aux peines".capitalize(), kind)
    ministry.bring(text, before, "2026-11-02")

    (proposed, _arabic) = titles(head.get(address(text, move)))

    agreed = "relative" if procedure.act.gender == "f" else "relatif"
    assert proposed == f"{procedure.act.fr} n° 43-22 {agreed} aux peines".capitalize()
