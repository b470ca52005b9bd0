"""Whoever follows a text is told, in their mail of the day, what others recorded of it: once, until they stop."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from models import Following, LegalText, Message, MessageStatus, Role, User
from tests.workflow.builders import CALENDAR, Ministry
from workflow.mail.reminders import renew_messages, write_reminders
from workflow.register.following import follow, followed_texts, unfollow

MORNING = datetime(2026, 11, 25, 8, tzinfo=UTC)
DAY = timedelta(days=1)
TITLE = "Projet de loi relatif aux aides"
URL = "https://navette.test"


@dataclass
class Desk:
    """A text that a reader follows since it was opened, on the day before `MORNING`."""

    session: Session
    ministry: Ministry
    reader: User
    text: LegalText

    def move(self, name: str, on: str | None = None, *, role: str = Role.HEAD, **facts: object) -> str:
        """Record a move an hour later, and give its line in a mail."""
        self.ministry.at += timedelta(hours=1)
        self.ministry.fire(self.text, name, role=role, on=on, facts=facts)
        return self.ministry.told(self.text)

    def mails(self, at: datetime = MORNING) -> list[Message]:
        """Write the mails of the morning `at`, and give that of the reader."""
        write_reminders(self.session, on=at.date(), at=at, calendar=CALENDAR, base_url=URL)
        query = select(Message).where(Message.person_id == self.reader.id, Message.created_at == at)
        return list(self.session.exec(query))

    def told(self, at: datetime = MORNING) -> list[str]:
        """Give the lines of the mail of that morning, which leaves; none where there is no mail."""
        mails = self.mails(at)
        lines = [line for mail in mails for line in unwrapped(mail.plain) if line.startswith("* ")]
        for mail in mails:
            mail.status = MessageStatus.SENT
        self.session.flush()
        return [line.removeprefix("* ") for line in lines]


def unwrapped(plain: str) -> list[str]:
    """Give the paragraphs of a mail, each on one line."""
    lines: list[str] = []
    for line in plain.replace("\u00a0", " ").splitlines():
        begins = not line.strip() or line.strip().startswith("* ") or not lines or not lines[-1] or URL in line
        lines = [*lines, line.strip()] if begins else [*lines[:-1], f"{lines[-1]} {line.strip()}"]
    return lines


@pytest.fixture
def desk(session: Session, ministry: Ministry) -> Desk:
    text = ministry.open(title_fr=TITLE)
    reader = ministry.person(Role.READER)
    follow(session, text.id, reader, at=ministry.at)
    return Desk(session, ministry, reader, text)


def test_a_follower_gets_one_mail_of_the_day_with_the_steps_in_words(desk: Desk) -> None:
    begun = desk.move("assign_drafter", "2026-10-12")
    noted = desk.move("note", note="Réunion tenue.")

    (mail,) = desk.mails()

    assert mail.key == f"digest:{desk.reader.id}:2026-11-25"
    assert mail.subject == "[2 étapes de textes suivis] Navette – mercredi 25 novembre 2026"
    lines = unwrapped(mail.plain)
    assert lines[lines.index("TEXTES SUIVIS ------------- ".strip()) + 2 :][:4] == [
        TITLE, f"* 12 oct. 2026 – {begun}", f"* date inconnue – {noted}", f"{URL}/texts/{desk.text.id}",
    ]  # fmt: skip
    assert TITLE in mail.html
    assert desk.mails() == [mail]


def test_a_step_is_told_once(desk: Desk) -> None:
    desk.move("note", note="Une.")
    assert len(desk.told()) == 1
    assert desk.told(MORNING + DAY) == []

    desk.ministry.at = MORNING + DAY
    said = desk.move("note", note="Deux.")
    assert desk.told(MORNING + 2 * DAY) == [f"date inconnue – {said}"]


def test_one_s_own_steps_are_not_told(desk: Desk) -> None:
    head = desk.ministry.person(Role.HEAD)
    follow(desk.session, desk.text.id, head, at=desk.ministry.at)
    desk.move("note", note="Du chef.")
    said = desk.move("note", role=Role.DIRECTOR, note="Du directeur.")
    desk.reader = head

    assert desk.told() == [f"date inconnue – {said}"]


def test_what_is_recorded_while_the_mail_is_written_is_in_the_next_one(desk: Desk) -> None:
    desk.ministry.at = MORNING - timedelta(hours=1, minutes=2)
    said = desk.move("note", note="À la dernière minute.")

    assert desk.told() == []
    assert desk.told(MORNING + DAY) == [f"date inconnue – {said}"]


def test_a_mail_that_never_left_is_told_anew(desk: Desk) -> None:
    desk.move("note", note="Une.")
    (mail,) = desk.mails()
    next_day = MORNING + DAY

    renew_messages(desk.session, on=next_day.date(), at=next_day, base_url=URL)

    (renewed,) = desk.mails(next_day)
    assert renewed.id != mail.id
    assert "Une." in renewed.plain


def test_a_mail_that_left_is_not_told_again(desk: Desk) -> None:
    desk.move("note", note="Une.")
    (mail,) = desk.mails()
    mail.status = MessageStatus.SENT
    desk.session.flush()

    assert desk.mails(MORNING + DAY) == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("struck", ["Une étape a été barrée."]),
        ("amended", ["14 oct. 2026 – Étape corrigée : La rédaction a commencé."]),
        ("restored", []),
        ("undone", ["Une correction a été annulée."]),
    ],
)
def test_a_correction_is_told_as_what_it_comes_to(desk: Desk, kind: str, said: list[str]) -> None:
    assert desk.move("assign_drafter", "2026-10-12") == "La rédaction a commencé."
    desk.told()
    desk.ministry.at = MORNING + timedelta(hours=1)
    if kind == "amended":
        desk.ministry.correct(desk.text, 2, amended=("2026-10-14", {}))
    else:
        desk.ministry.correct(desk.text, 2)
    if kind == "undone":
        assert desk.told(MORNING + DAY) == ["Une étape a été barrée."]
        desk.ministry.at += DAY
    if kind in {"undone", "restored"}:
        desk.ministry.correct(desk.text, 3)

    assert desk.told(MORNING + 2 * DAY) == said


def test_what_was_struck_before_the_mail_is_told_as_struck_alone(desk: Desk) -> None:
    desk.move("assign_drafter", "2026-10-12")
    desk.ministry.at += timedelta(hours=1)
    desk.ministry.correct(desk.text, 2)

    assert desk.told() == ["Une étape a été barrée."]


def test_whoever_stops_following_is_told_nothing_from_then_on(desk: Desk) -> None:
    desk.move("note", note="Une.")
    unfollow(desk.session, desk.text.id, desk.reader)

    assert desk.mails() == []


@pytest.mark.parametrize("status", ["supposed", "closed"])
def test_nothing_is_told_of_what_is_supposed_nor_to_a_closed_account(desk: Desk, status: str) -> None:
    if status == "supposed":
        desk.ministry.at += timedelta(hours=1)
        desk.ministry.bring(desk.text, "submit_for_validation", "2026-10-20")
        assert len(desk.told()) == 1  # the step that was told, not the one before it
    else:
        desk.move("note", note="Une.")
        desk.reader.active = False
        desk.session.flush()
        assert desk.mails() == []


def test_following_twice_is_following_once_and_texts_come_by_when_they_were_followed(desk: Desk) -> None:
    other = desk.ministry.open("decret", title_fr="Projet de décret")
    for text, minutes in ((desk.text, 1), (other, 2), (desk.text, 3)):
        follow(desk.session, text.id, desk.reader, at=desk.ministry.at + timedelta(minutes=minutes))

    rows = desk.session.exec(select(Following)).all()
    assert len(rows) == 2
    found = desk.session.exec(followed_texts(desk.reader)).all()
    assert [text.title_fr for text in found] == ["Projet de décret", TITLE]


def test_long_news_are_cut_and_counted(desk: Desk) -> None:
    for rank in range(10):
        desk.move("note", note=f"Note {rank}.")
    (mail,) = desk.mails(MORNING + DAY)

    assert mail.subject.startswith("[10 étapes de textes suivis]")
    assert "* et 2 autres étapes avant elles" in unwrapped(mail.plain)
    assert ("Note 1." in mail.plain, "Note 2." in mail.plain) == (False, True)
