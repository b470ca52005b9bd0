from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from models import Message, MessageStatus, Role, User
from tests.fixtures.mail import SmtpServer
from workflow.mail.batch import CLAIM
from workflow.mail.sending import BATCH, Summary, retry, send_waiting
from workflow.mail.transports import Folder, Send, Smtp, Transport, Unreachable

MADE = datetime(2026, 11, 24, 8, tzinfo=UTC)
SENDER = "navette@ministere.test"
ON_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


@pytest.fixture
def alice(session: Session) -> Message:
    return write(session, "alice")


@pytest.fixture
def bob(session: Session) -> Message:
    return write(session, "bob")


@pytest.fixture
def smtp(smtp_server: SmtpServer) -> Smtp:
    return Smtp(host=smtp_server.host, port=smtp_server.port)


def write(session: Session, name: str, *, subject: str = "[1 échéance dépassée] Navette") -> Message:
    person = User(email=f"{name}@navette.test", name=name, role=Role.DRAFTER, password_hash="", created_at=MADE)
    session.add(person)
    session.flush()
    message = Message(
        key=name, person_id=person.id, address=person.email, subject=subject, plain="À faire : éclair\n",
        html='<p lang="fr">À faire : éclair</p>', created_at=MADE, next_try_at=MADE,
    )  # fmt: skip
    session.add(message)
    session.commit()
    return message


def send(session: Session, transport: Transport, at: datetime = MADE) -> Summary:
    summary = send_waiting(session, transport, sender=SENDER, at=at, commit=session.commit)
    session.expire_all()
    return summary


def test_a_mail_arrives_with_both_parts(session: Session, smtp: Smtp, smtp_server: SmtpServer, alice: Message) -> None:
    assert send(session, smtp) == Summary(sent=1)

    (mail,) = smtp_server.messages
    assert smtp_server.rcpt == [["alice@navette.test"]]
    assert {name: str(mail[name]) for name in ("From", "To", "Subject", "Message-ID", "Auto-Submitted")} == {
        "From": f"Navette <{SENDER}>",
        "To": "alice@navette.test",
        "Subject": "[1 échéance dépassée] Navette",
        "Message-ID": f"<{alice.id}@ministere.test>",
        "Auto-Submitted": "auto-generated",
    }
    assert mail["Date"].datetime == MADE
    assert mail.get_content_type() == "multipart/alternative"
    parts = [(part.get_content_type(), part.get_content().strip()) for part in mail.iter_parts()]
    assert parts == [("text/plain", alice.plain.strip()), ("text/html", alice.html)]
    assert (alice.status, alice.sent_at, alice.attempts, alice.error) == ("sent", MADE, 1, "")


def test_what_is_sent_is_not_sent_again(session: Session, smtp: Smtp, smtp_server: SmtpServer, alice: Message) -> None:
    send(session, smtp)

    assert send(session, smtp, MADE + timedelta(days=1)) == Summary()
    assert not retry(session, alice, at=MADE)
    assert len(smtp_server.messages) == 1


def test_what_is_to_leave_later_waits(session: Session, smtp: Smtp, alice: Message) -> None:
    assert send(session, smtp, MADE - timedelta(seconds=1)) == Summary()
    assert alice.status == MessageStatus.WAITING


@pytest.mark.usefixtures("alice")
def test_a_bad_address_never_stops_the_others(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, bob: Message
) -> None:
    write(session, "charlie")
    smtp_server.refused = {"bob@navette.test"}

    assert send(session, smtp) == Summary(sent=2, failed=1)
    assert bob.status == MessageStatus.FAILED
    assert bob.error == "Le serveur refuse l’adresse du destinataire (550 : 5.1.1 No such mailbox)."
    assert send(session, smtp, MADE + timedelta(days=9)) == Summary()


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    "address", ["bob", "bob@x\r\nBcc: eve@x", "bob@x, eve@x", "böb@navette.test", "bob..b@x", "@", ""]
)
def test_an_address_that_is_none_never_stops_the_others(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, *, bob: Message, address: str
) -> None:
    bob.address = address
    session.commit()

    assert send(session, smtp) == Summary(sent=1, failed=1)
    assert bob.error == "L’adresse du destinataire n’est pas une adresse de courriel."
    assert smtp_server.rcpt == [["alice@navette.test"]]


def test_a_temporary_refusal_is_tried_again_then_given_up(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, bob: Message
) -> None:
    write(session, "alice")  # whose mail is taken: it is not the state of the server
    smtp_server.delayed = {"bob@navette.test"}
    at, waits = MADE, []
    while send(session, smtp, at).waiting:
        assert send(session, smtp, bob.next_try_at - timedelta(seconds=1)) == Summary()
        waits.append(bob.next_try_at - at)
        at = bob.next_try_at

    assert waits == [timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12)]
    assert (bob.status, bob.attempts) == (MessageStatus.FAILED, 5)
    assert bob.error.startswith("Abandonné après 5 essais. Le serveur refuse l’adresse du destinataire (451 :")


def test_a_failed_message_leaves_when_retried_to_the_address_of_today(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, bob: Message
) -> None:
    smtp_server.refused = {"bob@navette.test"}
    send(session, smtp)
    session.get_one(User, bob.person_id).email = "robert@navette.test"

    assert retry(session, bob, at=MADE + timedelta(hours=1))
    assert (bob.status, bob.attempts, bob.error) == (MessageStatus.WAITING, 0, "")
    session.commit()
    assert send(session, smtp, MADE + timedelta(hours=1)) == Summary(sent=1)
    assert smtp_server.rcpt == [["robert@navette.test"]]


def test_everything_waits_for_a_server_that_is_down(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, *, alice: Message, bob: Message
) -> None:
    smtp_server.stop()

    summary = send(session, smtp)
    assert (summary.sent, summary.failed) == (0, 0)
    assert summary.unreachable.startswith("Le serveur de messagerie ne peut pas être joint")
    for message in (alice, bob):
        assert (message.status, message.attempts, message.error) == ("waiting", 0, summary.unreachable)
    smtp_server.start()
    assert send(session, smtp, MADE + timedelta(minutes=5)) == Summary(sent=2)
    assert alice.error == ""


def test_the_account_is_used_and_its_password_never_shown(
    session: Session, smtp_server: SmtpServer, alice: Message, caplog: pytest.LogCaptureFixture
) -> None:
    good = Smtp(smtp_server.host, smtp_server.port, username="navette", password=smtp_server.password)
    bad = Smtp(smtp_server.host, smtp_server.port, username="navette", password="wrong")  # noqa: S106

    assert send(session, bad).unreachable == "Le serveur de messagerie refuse le compte ou le mot de passe de Navette."
    assert alice.status == MessageStatus.WAITING
    assert send(session, good, MADE + timedelta(minutes=5)) == Summary(sent=1)
    assert not {"wrong", smtp_server.password} & set(f"{caplog.text} {bad} {good}".replace("'", " ").split())


def test_a_server_that_does_not_encrypt_is_not_trusted(
    session: Session, smtp_server: SmtpServer, alice: Message
) -> None:
    for security in ("starttls", "tls"):
        alice.next_try_at = MADE
        session.commit()
        summary = send(session, Smtp(smtp_server.host, smtp_server.port, security, timeout=2))
        assert summary.unreachable.startswith("Le serveur de messagerie ")
    assert smtp_server.messages == []


class Dying:
    """A way out that takes a mail and dies before it can be marked."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.mails: list[EmailMessage] = []

    @contextmanager
    def open(self) -> Iterator[Send]:
        yield self.send

    def send(self, mail: EmailMessage) -> None:
        self.mails.append(mail)
        raise self.error


def test_a_message_left_by_a_crash_is_taken_again_with_the_same_identity(
    session: Session, smtp: Smtp, smtp_server: SmtpServer, alice: Message
) -> None:
    dying = Dying(KeyError("power cut"))
    with pytest.raises(KeyError):
        send(session, dying)
    session.rollback()

    assert alice.status == MessageStatus.SENDING
    assert send(session, smtp, MADE + CLAIM - timedelta(seconds=1)) == Summary()
    assert not retry(session, alice, at=MADE)
    assert send(session, smtp, MADE + CLAIM) == Summary(sent=1)
    assert smtp_server.messages[0]["Message-ID"] == dying.mails[0]["Message-ID"]


def test_a_message_that_crashes_every_sender_is_given_up(session: Session, alice: Message) -> None:
    dying = Dying(KeyError("power cut"))
    for attempt in range(5):
        with pytest.raises(KeyError):
            send(session, dying, MADE + attempt * CLAIM)
        session.rollback()

    assert send(session, dying, MADE + 5 * CLAIM) == Summary(failed=1)
    assert alice.error == "L’envoi a été interrompu à chaque essai."
    assert len(dying.mails) == 5


@pytest.mark.usefixtures("alice", "bob")
def test_a_connection_lost_half_way_is_tried_once(session: Session) -> None:
    write(session, "charlie")
    dying = Dying(Unreachable("Coupure."))

    assert send(session, dying).unreachable == "Coupure."
    assert len(dying.mails) == 1
    assert sorted((row.attempts, row.status, row.error) for row in session.exec(select(Message))) == [
        (0, "waiting", "Coupure."), (0, "waiting", "Coupure."), (1, "waiting", "Coupure."),
    ]  # fmt: skip


@ON_POSTGRESQL
def test_two_senders_at_once_send_each_message_once(
    engine: Engine, session: Session, smtp: Smtp, smtp_server: SmtpServer
) -> None:
    names = [f"person{number}" for number in range(BATCH)]
    for name in names:
        write(session, name)
    ready = Barrier(2)
    summaries: list[Summary] = []

    def work() -> None:
        with Session(engine) as own:
            ready.wait()
            summaries.append(send(own, smtp))

    workers = [Thread(target=work) for _worker in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(address for (address,) in smtp_server.rcpt) == sorted(f"{name}@navette.test" for name in names)
    assert sum(summary.sent for summary in summaries) == BATCH


def test_the_folder_holds_one_whole_file_a_message(session: Session, tmp_path: Path, alice: Message) -> None:
    folder = Folder(tmp_path / "mail")
    assert send(session, folder) == Summary(sent=1)

    (file,) = folder.path.iterdir()
    assert file.name == f"20261124T080000Z-{alice.id}.eml"
    mail = message_from_bytes(file.read_bytes(), EmailMessage, policy=policy.default)
    assert mail["Subject"] == alice.subject


def test_a_folder_that_cannot_be_written_makes_everything_wait(
    session: Session, tmp_path: Path, alice: Message
) -> None:
    (tmp_path / "mail").write_text("a file in the way")

    assert send(session, Folder(tmp_path / "mail")).unreachable == (
        "Le dossier des courriels ne peut pas être créé (ce nom est déjà pris)."
    )
    assert alice.status == MessageStatus.WAITING
