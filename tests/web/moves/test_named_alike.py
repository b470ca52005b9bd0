"""A number or a title that a move gives, and that another text has already, is shown before anything is recorded."""

from typing import NamedTuple

import pytest

from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry
from tests.web.moving import ON, record
from tests.workflow.builders import Move, moved

KNOWN = "Projet de loi relatif aux bourses des étudiants"
OTHER = "Projet de loi relatif à la protection du littoral"
ALREADY = "Ce texte est peut-être déjà dans Navette"


class Naming(NamedTuple):
    kind: str
    after: str
    name: str
    typed: dict[str, Value]


NAMINGS = [
    Naming("projet_de_loi", "adopt_in_council", "deposit", {"number": "18.26", "chamber": "representants"}),
    Naming("projet_de_loi", "send_to_sgg", "register_at_sgg", {"number": "18-26"}),
    Naming("projet_de_loi", "send_to_sgg", "renumber", {"number": "18-26"}),
    Naming("projet_de_loi", "send_to_sgg", "retitle", {"title_fr": KNOWN}),
    Naming("projet_de_loi", "send_to_government", "promulgate", {"number": "18-26", "dahir": "1-26-3"}),
    Naming("decret_simple", "send_to_signature", "sign", {"number": "2-26-12"}),
]


def known_text(ministry: Ministry, kind: str) -> None:
    ministry.open(KNOWN, kind, number="2-26-12" if kind == "decret_simple" else "18-26")


@pytest.mark.parametrize("naming", NAMINGS, ids=lambda naming: naming.name)
def test_a_known_name_is_shown_then_recorded_all_the_same(head: Browser, ministry: Ministry, naming: Naming) -> None:
    known_text(ministry, naming.kind)
    text = ministry.bring(ministry.open(OTHER, naming.kind), naming.after)
    steps = len(ministry.steps(text))

    page = record(head, text, naming.name, {**ON, **naming.typed}, status=422)

    assert ALREADY in page.text
    assert KNOWN in page.text
    assert len(ministry.steps(text)) == steps

    head.press(page, "Enregistrer quand même")
    assert ministry.steps(text)[-1].move == naming.name


@pytest.mark.parametrize("naming", NAMINGS, ids=lambda naming: naming.name)
def test_a_name_that_no_other_text_has_is_recorded_at_once(head: Browser, ministry: Ministry, naming: Naming) -> None:
    text = ministry.bring(ministry.open(OTHER, naming.kind), naming.after)

    record(head, text, naming.name, {**ON, **naming.typed})

    assert ministry.steps(text)[-1].move == naming.name


def test_another_number_typed_instead_is_looked_for_again(head: Browser, ministry: Ministry) -> None:
    known_text(ministry, "projet_de_loi")
    ministry.open("Projet de loi relatif aux ports", number="19-26")
    text = ministry.bring(ministry.open(OTHER), "send_to_sgg")

    page = record(head, text, "renumber", {**ON, "number": "18-26"}, status=422)
    page = head.press(page, "Enregistrer quand même", {"number": "19-26"}, status=422)

    assert "Projet de loi relatif aux ports" in page.text
    assert KNOWN not in page.text


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (moved("deposit", number="18-26", chamber="representants"),
         "Le Chef du gouvernement a déposé le projet au bureau de la Chambre des représentants, sous le n° 18-26."),
        (moved("promulgate", number="18-26", dahir="1-26-3"),
         "La loi n° 18-26 a été promulguée par le dahir n° 1-26-3."),
    ],
)  # fmt: skip
def test_the_history_tells_the_number_that_was_given(ministry: Ministry, move: Move, words: str) -> None:
    name, _on, facts = move
    text = ministry.bring(ministry.open(OTHER), "adopt_in_council" if name == "deposit" else "send_to_government")

    ministry.move(text, name, **facts)

    assert ministry.told(text) == words
