"""The reminders: written by a command, sent by a real server, to the people who must see to a text."""

from datetime import timedelta
from email.message import EmailMessage
from itertools import chain
from pathlib import Path

import pytest
from sqlmodel import select

from models import LegalText, Message, Reminder, User
from tests.fixtures.databases import Database
from tests.fixtures.mail import SmtpServer
from tests.web.browser import Browser
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from tests.web.ministry import BILL, Ministry
from web.clock import utc_now

DAY = ("remind", "--on", "2026-12-01")


@pytest.fixture
def overdue(ministry: Ministry) -> LegalText:
    """Give a law of Alice's that should have been published on the day before."""
    bill = ministry.open(on="2026-10-05", responsible_id=ministry.people.alice.id)
    with ministry.session() as session:
        for person in (ministry.people.charlie, ministry.people.director):
            session.get_one(User, person.id).active = False
    return ministry.bring(bill, "promulgate", "2026-10-31", dahir="1-26-95")


@pytest.fixture
def by_smtp(make_app: MakeApp, database: Database, smtp_server: SmtpServer) -> Terminal:
    mail = {"mode": "smtp", "host": smtp_server.host, "port": smtp_server.port, "sender": "navette@ministere.test"}
    return Terminal(make_app(DATABASE_URL=database.url, MAIL=mail))


@pytest.fixture
def to_folder(make_app: MakeApp, database: Database) -> Terminal:
    return Terminal(make_app(DATABASE_URL=database.url))


def mail_to(server: SmtpServer, address: str) -> EmailMessage:
    found = [message for message in server.messages if address in message["To"]]
    assert len(found) == 1, [message["To"] for message in server.messages]
    return found[0]


@pytest.mark.usefixtures("overdue")
def test_the_manager_is_told_once_of_what_is_overdue(by_smtp: Terminal, smtp_server: SmtpServer) -> None:
    first = by_smtp.run(*DAY)
    again = by_smtp.run(*DAY)

    assert "2 rappel(s) écrits dans 2 courriel(s).\n2 courriel(s) partis, 0 en attente, 0 non partis." in first.output
    assert "0 rappel(s) écrits dans 0 courriel(s).\n0 courriel(s) partis, 0 en attente, 0 non partis." in again.output
    assert sorted(chain.from_iterable(smtp_server.rcpt)) == ["alice@ministere.test", "head@ministere.test"]
    mail = mail_to(smtp_server, "head@ministere.test")
    plain = mail.get_body(("plain",))
    assert plain is not None
    content = plain.get_content()
    assert "1 délai légal dépassé" in mail["Subject"]
    assert mail["From"] == "Navette <navette@ministere.test>"
    assert "30 novembre 2026" in content
    assert "http://127.0.0.1:8000/texts/" in content.replace("\n", "")


@pytest.mark.usefixtures("overdue")
def test_the_links_of_a_mail_lead_to_the_text(by_smtp: Terminal, smtp_server: SmtpServer, head: Browser) -> None:
    by_smtp.run(*DAY)

    html = mail_to(smtp_server, "head@ministere.test").get_body(("html",))
    assert html is not None
    path = html.get_content().split('href="http://127.0.0.1:8000')[1].split('"')[0]

    assert head.get(path).h1.text == BILL


@pytest.mark.usefixtures("overdue")
def test_a_rehearsal_writes_and_sends_nothing(to_folder: Terminal, ministry: Ministry, tmp_path: Path) -> None:
    output = to_folder.run(*DAY, "--dry-run").output

    assert "À : alice@ministere.test" in output
    assert "À : head@ministere.test" in output
    assert "Objet : [1 délai légal dépassé]" in output
    assert output.endswith("2 courriel(s) partiraient ; rien n'a été écrit.\n")
    assert (ministry.count(Message), ministry.count(Reminder)) == (0, 0)
    assert list((tmp_path / "var").glob("mail/*")) == []


@pytest.mark.usefixtures("overdue")
def test_without_a_server_mails_are_files(to_folder: Terminal, tmp_path: Path) -> None:
    to_folder.run(*DAY)

    assert len(list((tmp_path / "var" / "mail").iterdir())) == 2


@pytest.mark.usefixtures("overdue")
def test_a_day_with_nothing_due_tells_nobody(to_folder: Terminal) -> None:
    output = to_folder.run("remind", "--on", "2026-09-01").output

    assert output.startswith("0 rappel(s) écrits")
    to_folder.run("remind", "--on", "demain", status=2)


@pytest.mark.usefixtures("overdue")
def test_what_cannot_leave_waits_and_leaves_later(
    by_smtp: Terminal, smtp_server: SmtpServer, ministry: Ministry, head: Browser
) -> None:
    smtp_server.stop()

    result = by_smtp.run(*DAY, status=1)

    assert "0 courriel(s) partis" in result.output
    assert "Error: " in result.output
    page = head.get("/messages?status=waiting")
    assert page.all("tbody .tag") == ["en attente", "en attente"]
    assert len(page.all("tbody td p")) == 2

    smtp_server.start()
    with ministry.session() as session:
        for message in session.exec(select(Message)):
            message.next_try_at = ministry.clock.at.replace(year=2020)
    assert by_smtp.run("send").output == "2 courriel(s) partis, 0 en attente, 0 non partis.\n"
    assert len(smtp_server.messages) == 2


@pytest.mark.usefixtures("overdue")
def test_an_address_refused_for_good_is_seen_and_tried_again(
    by_smtp: Terminal, smtp_server: SmtpServer, head: Browser
) -> None:
    smtp_server.refused = {"alice@ministere.test"}
    result = by_smtp.run(*DAY, status=1)
    assert "1 courriel(s) partis, 0 en attente, 1 non partis." in result.output
    assert "des courriels n'ont pas pu partir" in result.output
    assert "0 courriel(s) partis, 0 en attente, 1 non partis." in by_smtp.run("send", status=1).output
    smtp_server.refused = set()

    page = head.get("/messages?status=failed")
    subject = page.all("tbody td:first-child a")[0]
    head.press(head.follow(page, subject), "Essayer de nouveau")

    # The application's clock is ahead of the machine's, or behind: what waits leaves when its moment has come.
    assert head.get("/messages?status=failed").all("tbody tr") == []
    assert head.get("/messages?status=waiting").all("tbody td:nth-child(2)") == ["alice@ministere.test"]


@pytest.mark.usefixtures("overdue")
def test_whoever_an_account_makes_a_manager_is_told_of_what_is_overdue(to_folder: Terminal, ministry: Ministry) -> None:
    to_folder.run(*DAY)

    to_folder.run("add-person", "new@ministere.test", "--name", "New", "--role", "director", "--password", "une phrase")
    assert to_folder.run(*DAY).output.startswith("1 rappel(s) écrits dans 1 courriel(s).")
    to_folder.run("close-account", ministry.people.director.email, "--reopen")
    assert to_folder.run(*DAY).output.startswith("1 rappel(s) écrits dans 1 courriel(s).")
    to_folder.run("set-role", ministry.people.bob.email, "director")
    assert to_folder.run(*DAY).output.startswith("1 rappel(s) écrits dans 1 courriel(s).")
    assert to_folder.run(*DAY).output.startswith("0 rappel(s) écrits")


def test_every_batch_is_counted_and_what_waits_too_long_is_said(
    by_smtp: Terminal, smtp_server: SmtpServer, ministry: Ministry
) -> None:
    now = utc_now()
    for rank in range(45):
        written = now - timedelta(minutes=3 * rank)
        ministry.add(
            Message(
                key=f"correction:{rank}", person_id=ministry.people.alice.id, address=f"{rank}@ministere.test",
                subject="Étape corrigée", plain="", html="", created_at=written, next_try_at=now,
            )
        )  # fmt: skip
    smtp_server.answers = {"mail": "550 5.7.1 Sender refused"}
    refused = by_smtp.run("send", status=1).output
    assert "0 courriel(s) partis, 45 en attente, dont 5 depuis plus de deux heures, 0 non partis." in refused
    assert "Le serveur refuse l’expéditeur, dans les réglages (550 : 5.7.1 Sender refused)." in refused

    smtp_server.answers = {}
    smtp_server.delayed = {"44@ministere.test"}
    with ministry.session() as session:
        for message in session.exec(select(Message)):
            message.next_try_at = now
    waits = "44 courriel(s) partis, 1 en attente, dont 1 depuis plus de deux heures, 0 non partis.\n"
    assert by_smtp.run("send", status=1).output == waits
