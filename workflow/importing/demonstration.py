"""The demonstration: the ministry's own table, loaded through the same doors as any old file."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from models import LegalText, Message, PartialDate, RelationKind, User
from workflow.calendar.working_days import Calendar
from workflow.deadlines.kept import look_again
from workflow.history.particulars import normal_number
from workflow.importing.demonstration_running import load_running, running_people, running_titles
from workflow.mail.sending import take_back
from workflow.old_files.milestones import Milestone
from workflow.register.moves import open_text, take_over
from workflow.relations.ties import Wanted, relate

_FACTS = Path(__file__).with_name("demonstration.toml")
DOMAIN = "@demo.navette.ma"
PASSWORD = "navette-demo"  # noqa: S105 - shown on the sign-in page of a demonstration, and nowhere else


def load(
    session: Session, *, at: datetime, password_hash: str, calendar: Calendar, base_url: str | None = None
) -> int:  # fmt: skip
    """Load the accounts and the ministry's table, and with a `base_url` the running texts; give how many texts.

    The running texts stand as they would on the legal day of `at`, and their mails lead to pages under `base_url`. The
    caller commits.
    """
    facts = tomllib.loads(_FACTS.read_text("utf-8"))
    people = [
        User(**row, password_hash=password_hash, created_at=at + timedelta(microseconds=rank))
        for rank, row in enumerate(facts["people"])
    ]
    later = running_people(password_hash, at + timedelta(microseconds=len(people))) if base_url else []
    session.add_all([*people, *later])
    session.flush()
    drafters = [person for person in people if person.role == "drafter"]
    head = next(person for person in people if person.role == "head")
    for rank, row in enumerate(facts["texts"]):
        text = LegalText(
            procedure=row["kind"], procedure_version="", title_fr=row["title_fr"], title_ar=row.get("title_ar", ""),
            number=normal_number(row["number"]) if "number" in row else None,
            financial_impact=row.get("financial_impact", False), social_matter=row.get("social_matter", False),
            responsible_id=drafters[rank % len(drafters)].id, created_at=at + timedelta(microseconds=rank),
        )  # fmt: skip
        open_text(session, text, by=head, on=None, at=at, calendar=calendar, is_old_file=True)
        take_over(session, text, [_milestone(each) for each in row["milestones"]], by=head, at=at, calendar=calendar)
        _relate(session, text, row.get("relations", []))
    count = len(facts["texts"])
    if base_url:
        count += load_running(session, [*people, *later], at=at, calendar=calendar, base_url=base_url)
    return count


def given_titles() -> set[str]:
    """Give the French titles under which the texts of the demonstration are opened."""
    return {row["title_fr"] for row in tomllib.loads(_FACTS.read_text("utf-8"))["texts"]} | running_titles()


def close_accounts(session: Session) -> int:
    """Close the accounts of the demonstration, as Navette goes into service; give how many were open.

    The caller commits. What waited to be told to them is taken back: their texts are told to whoever stands in for the
    person responsible.
    """
    people = session.exec(select(User).where(col(User.email).endswith(DOMAIN), col(User.active))).all()
    for person in people:
        person.active = False
        person.session_epoch += 1
        look_again(session, person)
    take_back(session, col(Message.person_id).in_([person.id for person in people]))
    return len(people)


def _milestone(row: dict[str, Any]) -> Milestone:
    on = PartialDate.parse(row["on"]) if "on" in row else None
    return Milestone((row["move"],), on, row.get("facts", {}), row.get("known_on"), row.get("chamber"))


def _relate(session: Session, text: LegalText, relations: list[dict[str, str]]) -> None:
    for row in relations:
        relate(session, text, Wanted(RelationKind(row["kind"]), row["citation"], owed=True))
