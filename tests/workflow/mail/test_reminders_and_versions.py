"""Reminders go by the version of the procedure that the text follows, and name of whom an opinion is expected."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from models import Deadline, Message
from tests.workflow.builders import CALENDAR, ON_SQLITE, TO_ADOPTED, TO_DEPOSITED, Ministry, moved, undated
from tests.workflow.law import length_on
from tests.workflow.mail.test_reminders import DUE_ON, People, make_text, people, run, told
from workflow.mail.due_rungs import due_rungs
from workflow.rulebook import files as procedure_files
from workflow.rulebook.files import procedures

__all__ = ["people"]  # a fixture is found by its name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    copied = shutil.copytree(procedure_files.FOLDER, tmp_path / "procedures")
    monkeypatch.setattr(procedure_files, "FOLDER", copied)
    procedures.cache_clear()
    yield copied
    procedures.cache_clear()


def write_next_version(folder: Path) -> None:
    """Let the next version of the bill's procedure know nothing of the committee's sixty days."""
    written = (folder / "projet_de_loi.toml").read_text("utf-8").replace('version = "2011"', 'version = "2030"')
    written = written.replace("valid_from = 2011-07-30", 'valid_from = 2030-01-01\nwithout = ["committee"]')
    (folder / "projet_de_loi_2030.toml").write_text(written.replace('parliament = "committee", ', ""), "utf-8")
    procedures.cache_clear()


@ON_SQLITE
def test_a_newer_version_changes_nothing_to_the_reminders_of_a_running_text(
    folder: Path, session: Session, people: People
) -> None:
    make_text(session, people)
    write_next_version(folder)
    assert "committee" not in procedures()["projet_de_loi"].deadlines

    run(session, DUE_ON)

    assert told(session) == {("Alice", DUE_ON, 0)}


@ON_SQLITE
def test_the_mail_names_the_body_whose_opinion_is_expected(session: Session) -> None:
    ministry = Ministry(session)
    ministry.person("head")
    asked = moved("ask_opinion", body="CNDH", answer_by="2026-11-20")
    ministry.open("decret", *undated("assign_drafter"), asked, responsible_id=ministry.person("drafter").id)
    assert session.exec(select(Deadline.subject)).all() == ["CNDH"]

    run(session, DUE_ON)

    (mail,) = session.exec(select(Message))
    assert "recevoir l’avis : CNDH" in mail.plain.replace("\u00a0", " ")
    assert due_rungs(session, on=DUE_ON, calendar=CALENDAR).rungs == []


@ON_SQLITE
def test_the_mail_cites_the_law_of_the_day_each_clock_counts_from(session: Session) -> None:
    ministry = Ministry(session)
    ministry.person("head")
    changed_on = length_on("committee", "2026-03-02").since
    assert changed_on
    days = [str(changed_on - timedelta(days=1)), str(changed_on)]
    for referred in days:
        in_committee = [moved("refer_to_committee", referred), *undated("schedule_in_committee")]
        drafter = ministry.person("drafter").id
        ministry.open("projet_de_loi", *TO_DEPOSITED, *in_committee, responsible_id=drafter)

    run(session, changed_on + timedelta(days=90))  # both are past, and neither by more than a year

    (mail,) = session.exec(select(Message))
    words = " ".join(mail.plain.replace("\u00a0", " ").split())
    older, newer = (part.partition(" Chez : ")[0] for part in words.split("Fondement : ")[1:])
    assert [older.strip(), newer.strip()] == [length_on("committee", day).cited_fr for day in days]
    assert older != newer


@ON_SQLITE
def test_nobody_is_told_of_a_right_that_has_ended(session: Session) -> None:
    ministry = Ministry(session)
    ministry.person("head")
    deposited = moved("deposit", chamber="conseillers")
    referred = moved("refer_to_committee", "2026-11-02")
    drafter = ministry.person("drafter").id
    ministry.open("projet_de_loi", *TO_ADOPTED, deposited, referred, responsible_id=drafter)

    run(session, date(2026, 11, 16))  # the plea of incompetence and the scheduling were due on the 9th

    assert {(due_on.isoformat(), rung) for _name, due_on, rung in told(session)} == {("2026-11-09", 0)}
