"""Titles and names read as they are written, whatever door they come by."""

from collections.abc import Mapping

import pytest
from sqlmodel import Session, select

from models import LegalText, User
from tests.web.browser import Browser, Value
from tests.web.console import Terminal
from tests.web.ministry import BILL, Ministry
from tests.web.moving import ON, record
from workflow.errors import Refused

SEEN, HIDDEN = (
    "Projet de décret relatif aux crèches",
    "\ufeffProjet\u00a0de dé\u00adcret re\u200blatif\u2069 aux crèches\u200f",
)
BLANK, TURNED, LOST = "\u200b\u00a0\u2060 ", "Projet \u202eed tercéd", "Projet de l\x92eau"
TURNS, LOSES = "inverse le sens de lecture", "Un caractère illisible se trouve après « Projet de l »"
PASSWORD = ("--role", "drafter", "--password", "une phrase assez longue")


def titles(ministry: Ministry) -> list[str]:
    with Session(ministry.engine) as session:
        return list(session.exec(select(LegalText.title_fr)))


@pytest.mark.parametrize(("title", "reason"), [(BLANK, "Donnez l’intitulé."), (TURNED, TURNS), (LOST, LOSES)])
def test_a_title_that_misleads_is_refused_in_its_form(
    head: Browser, ministry: Ministry, title: str, reason: str
) -> None:
    page = head.press(head.get("/texts/new"), "Ouvrir", procedure="decret", title_fr=title, status=422)
    assert any(reason in told for told in page.reasons)
    assert titles(ministry) == []

    text = ministry.open()
    page = head.press(head.get(f"/texts/{text.id}/edit"), "Enregistrer la fiche", title_fr=title, status=422)
    assert any(reason in told for told in page.reasons)
    assert titles(ministry) == [BILL]


def test_what_nobody_sees_is_taken_from_a_title(head: Browser, ministry: Ministry) -> None:
    head.press(
        head.get("/texts/new"), "Ouvrir", procedure="decret", title_fr=HIDDEN, title_ar="\u200fمشروع\u202c مرسوم\ufeff"
    )

    text = _only(ministry)
    assert (text.title_fr, text.title_ar) == (SEEN, "مشروع مرسوم")


def test_a_move_keeps_what_is_read(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    record(head, bill, "retitle", {**ON, "title_ar": "مشروع", "title_fr": HIDDEN})

    assert titles(ministry) == [SEEN]


@pytest.mark.parametrize("typed", [{"title_fr": TURNED}, {"title_fr": LOST}, {"note": TURNED}])
def test_a_move_refuses_what_misleads(
    head: Browser, ministry: Ministry, bill: LegalText, typed: Mapping[str, Value]
) -> None:
    record(head, bill, "retitle", {**ON, "title_ar": "مشروع", **typed}, status=422)

    assert titles(ministry) == [BILL]


@pytest.mark.parametrize("title", [BLANK, TURNED, LOST, ""])
def test_no_door_of_the_workflow_lets_such_a_title_in(ministry: Ministry, title: str) -> None:
    with pytest.raises(Refused):
        ministry.open(title)

    assert titles(ministry) == []


@pytest.mark.parametrize("name", [BLANK, TURNED, "A\x92B", ""])
def test_a_name_that_misleads_opens_no_account(terminal: Terminal, ministry: Ministry, name: str) -> None:
    before = ministry.count(User)

    output = terminal.run("add-person", "x@y.test", "--name", name, *PASSWORD, status=1).output

    assert output.startswith("Error: ")
    assert ministry.count(User) == before


def test_a_person_s_name_and_address_are_kept_in_one_spelling(terminal: Terminal, ministry: Ministry) -> None:
    terminal.run("add-person", " Zineb.A@Social.GOV.ma", "--name", "\ufeffZineb\u00a0 Alaoui\u200b", *PASSWORD)

    with Session(ministry.engine) as session:
        person = session.exec(select(User).where(User.email == "zineb.a@social.gov.ma")).one()
    assert person.name == "Zineb Alaoui"


def _only(ministry: Ministry) -> LegalText:
    with Session(ministry.engine, expire_on_commit=False) as session:
        return session.exec(select(LegalText)).one()
