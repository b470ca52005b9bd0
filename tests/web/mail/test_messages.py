"""The mails that left, wait, or could not leave."""

from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from models import Message, MessageStatus
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page


@pytest.fixture
def messages(ministry: Ministry) -> dict[str, Message]:
    """Give Alice one message of each status."""
    return {
        status.value: write(ministry, f"Échéance {status.value}", status=status, error="Boîte <pleine>.")
        for status in MessageStatus
    }


def write(ministry: Ministry, subject: str, status: str = MessageStatus.WAITING, error: str = "") -> Message:
    ministry.clock.wait(timedelta(minutes=1))
    at = ministry.clock.at
    message = Message(
        key=subject, person_id=ministry.people.alice.id, address="alice@ministere.test", subject=subject, created_at=at,
        plain="Bonjour,\n\n  À faire : <relancer>.", html="<p>Bonjour</p>", status=status, error=error, next_try_at=at,
        sent_at=at if status == MessageStatus.SENT else None,
    )  # fmt: skip
    ministry.add(message)
    return message


def subjects(page: Page) -> list[str]:
    return page.all("tbody td:first-child a")


@pytest.mark.usefixtures("messages")
def test_messages_stand_with_their_situation_the_latest_first(head: Browser) -> None:
    page = head.follow(head.get("/administration"), "Courriels")

    assert subjects(page) == ["Échéance failed", "Échéance sent", "Échéance sending", "Échéance waiting"]
    assert page.all("tbody .tag") == ["non parti", "parti", "en attente", "en attente"]
    assert page.all("nav.tabs a") == ["Tous", "En attente 2", "Partis 1", "Non partis 1"]
    assert "Boîte <pleine>." in page.text
    assert "les courriels sont écrits dans le dossier de données" in page.text


@pytest.mark.usefixtures("messages")
def test_each_tab_holds_what_it_counts(head: Browser) -> None:
    page = head.get("/messages")

    for label in page.all("nav.tabs a")[1:]:
        assert len(subjects(head.follow(page, label))) == int(label.split()[-1]), label
    assert len(subjects(head.get("/messages?status=\x00"))) == 4


def test_a_message_is_shown_as_its_reader_sees_it(head: Browser, messages: dict[str, Message]) -> None:
    page = head.follow(head.get("/messages"), "Échéance sent")

    assert page.h1.text == "Échéance sent"
    assert page.one("pre").text == messages["sent"].plain
    assert "alice@ministere.test" in page.text
    head.get(f"/messages/{uuid4()}", status=404)


@pytest.mark.parametrize(("status", "button"), [("failed", "Essayer de nouveau"), ("waiting", "Essayer maintenant")])
def test_a_message_that_has_not_left_is_tried_again(
    head: Browser, ministry: Ministry, messages: dict[str, Message], *, status: str, button: str
) -> None:
    page = head.press(head.get(f"/messages/{messages[status].id}"), button)

    assert page.notes[0].startswith("Le courriel est de nouveau en attente")
    again = ministry.read(Message, messages[status].id)
    assert (again.status, again.error, again.next_try_at) == (MessageStatus.WAITING, "", ministry.clock.at)
    assert (page.all("nav.tabs a")[-1] == "Non partis 0") == (status == "failed")


@pytest.mark.parametrize("status", ["sent", "sending"])
def test_a_message_that_left_never_leaves_twice(
    head: Browser, ministry: Ministry, messages: dict[str, Message], status: str
) -> None:
    assert head.get(f"/messages/{messages[status].id}").all("main button") == []

    page = head.post(f"/messages/{messages[status].id}/retry")

    assert page.notes == ["Ce courriel est déjà parti, ou part à l’instant."]
    assert ministry.read(Message, messages[status].id).status == status


def test_no_message_yet(head: Browser) -> None:
    assert "Aucun courriel ici." in head.get("/messages").text


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_pages_lose_no_message_and_repeat_none(head: Browser, ministry: Ministry) -> None:
    written = [write(ministry, f"Message {rank}").subject for rank in range(60)]
    page = head.get("/messages")
    read = subjects(page)
    write(ministry, "Written meanwhile")

    page = head.follow(page, "Courriels précédents")

    assert read + subjects(page) == written[::-1]
    for cursor in ("\x00", "x", f"2026-01-01T00:00:00_{'0' * 32}", f"0001-01-01T00:00:00+23:59_{'0' * 32}"):
        head.get(f"/messages?{urlencode({'before': cursor})}")


def notes(page: Page) -> list[str]:
    return page.all(".warn-note")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_heads_see_on_the_first_page_what_could_not_leave(head: Browser, ministry: Ministry) -> None:
    assert notes(head.get("/texts")) == []
    write(ministry, "First", status=MessageStatus.FAILED)
    page = head.get("/texts")
    assert notes(page) == ["1 courriel n’a pas pu partir : la personne à qui il s’adresse n’est pas prévenue."]
    write(ministry, "Second", status=MessageStatus.FAILED)
    write(ministry, "Third")
    ministry.clock.wait(timedelta(hours=2))

    page = head.get("/texts")
    assert notes(page) == [
        "2 courriels n’ont pas pu partir : les personnes à qui ils s’adressent ne sont pas prévenues.",
        "1 courriel attend depuis plus de deux heures ; il est essayé de nouveau sans que vous ayez rien à faire.",
    ]
    assert subjects(head.follow(page, "2 courriels n’ont pas pu partir")) == ["Second", "First"]
    assert notes(head.get("/texts?due=late")) == []


def test_nobody_else_is_shown_what_could_not_leave(drafter: Browser, ministry: Ministry) -> None:
    write(ministry, "First", status=MessageStatus.FAILED)

    assert notes(drafter.get("/texts")) == []


def test_a_daily_mail_that_was_given_up_says_that_the_next_one_takes_it_in(head: Browser, ministry: Ministry) -> None:
    for subject, said in (("digest:1", True), ("correction:1", False)):
        page = head.get(f"/messages/{write(ministry, subject, status=MessageStatus.FAILED).id}")
        assert ("sera repris dans le courriel suivant" in page.text) is said
