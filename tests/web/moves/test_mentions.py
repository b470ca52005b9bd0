"""A note that names a colleague is told to them by a mail, once; a name that means nobody in particular is asked."""

import pytest
from flask import Flask
from sqlmodel import select

from models import LegalText, Message, Role, User
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page

BOTH = "« @Amina Benali » ou « @Amina El Idrissi »"


@pytest.fixture(autouse=True)
def namesakes(ministry: Ministry) -> list[User]:
    """Hire two people with one first name, and one who has left."""
    at = ministry.clock.at
    told = [("Amina El Idrissi", "a.elidrissi", True), ("Amina Benali", "a.benali", True), ("Karim", "karim", False)]
    people = [
        User(email=f"{local}@ministere.test", name=name, role=Role.CABINET, password_hash="", active=active,
             created_at=at) for name, local, active in told
    ]  # fmt: skip
    ministry.add(*people)
    return people


def note(browser: Browser, text: LegalText, words: str, *, status: int = 200) -> Page:
    page = browser.get(f"/texts/{text.id}/moves/note")
    return browser.press(page, page.record, {"note": words}, status=status)


def mails(ministry: Ministry) -> list[tuple[str, str]]:
    with ministry.session() as session:
        return [(mail.address, mail.subject) for mail in session.exec(select(Message).order_by(Message.address))]


def test_whoever_a_note_names_is_written_to_once(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = note(head, bill, "@Amina Benali et @alice, à relire ; @a.benali d’abord.")

    told = f"Head vous écrit – {bill.title_fr}"
    assert mails(ministry) == [("a.benali@ministere.test", told), ("alice@ministere.test", told)]
    assert page.all(".log mark") == ["@Amina Benali", "@alice", "@a.benali"]
    with ministry.session() as session:
        mail = session.exec(select(Message)).first()
    assert mail is not None
    step = ministry.steps(bill)[-1]
    assert mail.key == f"mention:{step.id}:{mail.person_id}"
    assert f"/texts/{bill.id}/steps/{step.number}" in mail.plain
    assert "@Amina Benali et @alice, à relire" in " ".join(mail.plain.split()).replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["@head, pour mémoire", "contact@sgg.gov.ma", "à 10 h @ Rabat", "Rien."])
def test_nobody_is_written_to_for_a_note_that_names_no_colleague(
    head: Browser, ministry: Ministry, bill: LegalText, words: str
) -> None:
    note(head, bill, words)

    assert mails(ministry) == []
    assert len(ministry.steps(bill)) == 2


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("@Amina relit", f"« @Amina » peut désigner plusieurs personnes : écrivez {BOTH}."),
        ("@Aminat relit", f"Personne ne s’appelle « @Aminat » : écrivez {BOTH} ?"),
        ("@Karim relit", "Personne ne s’appelle « @Karim » : écrivez son nom entier, ou ôtez le signe @."),
    ],
)
def test_a_name_that_means_nobody_in_particular_is_asked_and_nothing_is_lost(
    head: Browser, ministry: Ministry, bill: LegalText, *, words: str, asked: str
) -> None:
    page = note(head, bill, words, status=422)

    assert page.all(".wrong") == [asked]
    assert page.value("note") == words
    assert (len(ministry.steps(bill)), mails(ministry)) == (1, [])

    head.press(page, page.record, note="@Amina El Idrissi relit")
    assert [address for address, _subject in mails(ministry)] == ["a.elidrissi@ministere.test"]


def test_the_form_says_who_will_be_written_to(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}/moves/note")
    page = head.press(page, "Revoir les conséquences", note="@Amina Benali et @head")

    assert "Courriel : à Amina Benali, que la note nomme" in page.all(".will li")
    assert "Courriel : à Head" not in page.text
    assert mails(ministry) == []


@pytest.mark.parametrize("move", ["note", "assign_drafter"])
@pytest.mark.parametrize("role", [Role.DRAFTER, Role.HEAD, Role.DIRECTOR])
def test_a_note_of_any_move_names_whatever_the_role(
    app: Flask, ministry: Ministry, bill: LegalText, *, move: str, role: Role
) -> None:
    browser = Browser(app)
    browser.enter(ministry.people.with_role(role))
    page = browser.get(f"/texts/{bill.id}/moves/{move}")
    browser.press(page, page.record, note="@Bob, à suivre")

    assert [address for address, _subject in mails(ministry)] == ["bob@ministere.test"]


def corrected(browser: Browser, text: LegalText, words: str, *, number: int = 2, status: int = 200) -> Page:
    form = browser.get(f"/texts/{text.id}/steps/{number}/correct")
    return browser.press(form, "Enregistrer la correction", {"note": words, "reason": "Oubli."}, status=status)


def told(ministry: Ministry) -> list[str]:
    return [address.partition("@")[0] for address, _subject in mails(ministry)]


def test_a_corrected_note_tells_those_that_it_did_not_name_before(
    app: Flask, head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    note(head, bill, "@alice, à relire.")
    assert told(ministry) == ["alice"]
    director = Browser(app)
    director.enter(ministry.people.director)

    corrected(director, bill, "@alice et @Bob, à relire.")
    corrected(director, bill, "À relire.", number=2)
    corrected(director, bill, "@Bob, @alice et @a.benali : à relire.")

    assert told(ministry) == ["a.benali", "alice", "bob"]
    with ministry.session() as session:
        mail = session.exec(select(Message).where(Message.address == "bob@ministere.test")).one()
    assert mail.subject == f"Director vous écrit – {bill.title_fr}"
    assert f"/texts/{bill.id}/steps/2" in mail.plain
    assert "@alice et @Bob, à relire." in " ".join(mail.plain.split()).replace("\u00a0", " ")


def test_a_step_struck_out_and_restored_names_nobody_anew(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    note(head, bill, "@alice, à relire.")
    form = head.get(f"/texts/{bill.id}/steps/2/correct")
    head.press(form, "Enregistrer la correction", how="strike", reason="Erreur.")
    head.press(head.get(f"/texts/{bill.id}/steps/3/undo"), "Annuler la correction", reason="Si, elle a eu lieu.")

    assert told(ministry) == ["alice"]


def test_a_corrected_note_asks_who_is_meant_of_its_new_names_alone(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "note", "2026-10-12", note="@Karim relit")

    page = corrected(head, bill, "@Karim et @Amina relisent", status=422)
    assert page.all(".wrong") == [f"« @Amina » peut désigner plusieurs personnes : écrivez {BOTH}."]
    assert page.value("note") == "@Karim et @Amina relisent"
    assert mails(ministry) == []

    head.press(page, "Enregistrer la correction", note="@Karim et @Amina Benali relisent")
    assert told(ministry) == ["a.benali"]
