"""Being given a text is told by a mail, at once; giving it to oneself is not."""

import pytest
from sqlmodel import select

from models import LegalText, Message, User
from tests.fixtures.mail import SmtpServer
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from workflow.history.steps import steps_of
from workflow.mail.entrusted_notice import tell_entrusted
from workflow.mail.sending import Summary, send_waiting
from workflow.mail.transports import Smtp


def mails(ministry: Ministry) -> list[Message]:
    with ministry.session() as session:
        return list(session.exec(select(Message)))


def give(browser: Browser, text: LegalText, person: User) -> None:
    browser.press(browser.get(f"/texts/{text.id}/assign"), "Confier", responsible=str(person.id))


def test_who_is_given_a_text_is_told(
    head: Browser, ministry: Ministry, bill: LegalText, smtp_server: SmtpServer
) -> None:
    alice = ministry.people.alice
    give(head, bill, alice)

    with ministry.session() as session:
        transport = Smtp(smtp_server.host, smtp_server.port)
        summary = send_waiting(
            session, transport, sender="navette@ministere.test", at=ministry.clock.at, commit=session.commit
        )

    assert summary == Summary(sent=1)
    (mail,) = smtp_server.messages
    assert smtp_server.rcpt == [[alice.email]]
    assert mail["Subject"] == f"Texte confié – {BILL}"
    for part in ("plain", "html"):
        body = mail.get_body((part,))
        assert body is not None
        words = " ".join(body.get_content().split())
        assert "Head vous confie ce texte" in words
        assert BILL in words
        assert f"/texts/{bill.id}" in words
        assert "Où il en est" in words
        assert ministry.sentence(bill) in words.replace("\u00a0", " ")


def test_opening_a_text_for_somebody_else_tells_them(head: Browser, ministry: Ministry) -> None:
    typed = {"procedure": "decret", "title_fr": "Projet de décret", "responsible": str(ministry.people.alice.id)}
    head.press(head.get("/texts/new"), "Ouvrir le texte", typed)

    assert [mail.person_id for mail in mails(ministry)] == [ministry.people.alice.id]


def test_changing_the_particulars_tells_only_when_the_person_changes(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    page = head.get(f"/texts/{bill.id}/edit")
    head.press(page, "Enregistrer la fiche", social_matter=True)
    assert mails(ministry) == []

    page = head.get(f"/texts/{bill.id}/edit")
    head.press(page, "Enregistrer la fiche", responsible=str(ministry.people.bob.id))
    assert [mail.person_id for mail in mails(ministry)] == [ministry.people.bob.id]


@pytest.mark.parametrize("to", ["head", "nobody", "drafter"])
def test_nobody_is_told_of_what_they_did_or_have_already(
    head: Browser, ministry: Ministry, bill: LegalText, to: str
) -> None:
    person = {"head": ministry.people.head, "drafter": ministry.people.drafter}.get(to)
    page = head.get(f"/texts/{bill.id}/assign")

    head.press(page, "Confier", responsible=str(person.id) if person else "")

    assert mails(ministry) == []


def test_opening_for_oneself_tells_nobody(head: Browser, ministry: Ministry) -> None:
    head.press(head.get("/texts/new"), "Ouvrir le texte", procedure="decret", title_fr="Projet de décret")

    assert mails(ministry) == []


def test_one_step_tells_once(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    give(head, bill, ministry.people.alice)

    (mail,) = mails(ministry)

    assert mail.key == f"entrusted:{ministry.steps(bill)[-1].id}:{ministry.people.alice.id}"


def test_a_closed_account_is_not_written_to(ministry: Ministry, bill: LegalText) -> None:
    with ministry.session() as session:
        session.get_one(User, ministry.people.drafter.id).active = False
        session.flush()
        (step,) = steps_of(session, bill.id)
        by, at = ministry.people.head, ministry.clock.at

        assert tell_entrusted(session, bill, step, by=by, at=at, base_url="http://x") is None
