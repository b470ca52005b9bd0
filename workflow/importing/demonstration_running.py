"""The running texts of the demonstration: invented, placed from the day of loading, with their papers and mails."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from sqlmodel import Session

from models import LegalText, User
from workflow.calendar.time_zone import legal_day, start_of
from workflow.calendar.working_days import Calendar
from workflow.history.steps import Recorded
from workflow.importing.demonstration_days import Days
from workflow.importing.demonstration_telling import Office, Telling
from workflow.mail.entrusted_notice import tell_entrusted
from workflow.mail.reminders import write_reminders
from workflow.mail.sending import send_waiting
from workflow.mail.transports import Rejected, Send
from workflow.pieces.extraction import Examined, examine

_FACTS = Path(__file__).with_name("demonstration_running.toml")
_FILES = Path(__file__).with_name("demonstration_files")
_LARGEST_MB = 1
_SENDER = "navette@demo.navette.ma"
# Of the mails that have left, this one met a mailbox that nobody opened.
_UNKNOWN = "juriste"
_REFUSED = "L’adresse est refusée : 550 5.1.1 boîte inconnue (démonstration)."

_Json: TypeAlias = dict[str, Any]
_Given: TypeAlias = list[tuple[LegalText, Recorded]]


@dataclass(frozen=True)
class _NoServer:
    """Takes every mail without letting one leave, and refuses an address for good as the server of a ministry would."""

    unknown: str

    @contextmanager
    def open(self) -> Iterator[Send]:
        yield self._send

    def _send(self, mail: EmailMessage) -> None:
        if self.unknown in str(mail["To"]):
            raise Rejected(_REFUSED, permanent=True)


def running_people(password_hash: str, at: datetime) -> list[User]:
    """Give the accounts that only the running texts have, not yet written."""
    return [User(**row, password_hash=password_hash, created_at=at) for row in _facts()["people"]]


def running_titles() -> set[str]:
    """Give the French titles under which the running texts are opened."""
    return {row["title_fr"] for row in _facts()["texts"]}


def load_running(
    session: Session, people: Sequence[User], *, at: datetime, calendar: Calendar, base_url: str
) -> int:  # fmt: skip
    """Tell the running texts as of the legal day of `at`, and write their mails; give how many texts there are.

    All of it goes through the doors that people use, so conditions and doubts hold; the same day gives the same
    content. Papers are left as wanted; the caller commits.
    """
    days = Days(legal_day(at), calendar)
    office = Office(session, {person.email.partition("@")[0]: person for person in people}, _read_files(), days)
    given: _Given = []
    for row in _facts()["texts"]:
        given.extend(_tell(office, row))
    _write_mails(office, given, at=at, base_url=base_url)
    return len(_facts()["texts"])


def _tell(office: Office, row: _Json) -> _Given:
    """Tell one text, in the order of its days; give it with the steps that entrust it to somebody."""
    owner = office.people[row["responsible"]].id if "responsible" in row else None
    text = LegalText(
        procedure=row["kind"], procedure_version="", title_fr=row["title_fr"], title_ar=row["title_ar"],
        financial_impact=row.get("financial_impact", False), social_matter=row.get("social_matter", False),
        responsible_id=owner, created_at=start_of(office.days.today),
    )  # fmt: skip
    opened, *others = _days_of_way(row)
    telling = Telling(office, text)
    telling.open(opened)
    moves = [(name, on, _told_of(row, name, again)) for (name, again), on in zip(_way(row), others, strict=False)]
    told = sorted([*moves, *row.get("steps", [])], key=lambda step: office.days.day(step[1]))
    steps = [telling.tell(*step) for step in told]
    return [(text, step) for step in steps if step]


def _days_of_way(row: _Json) -> list[int | str]:
    origin = row.get("from")
    return [f"{origin} {on:+d}" if origin and isinstance(on, int) else on for on in row["days"]]


def _way(row: _Json) -> Iterator[tuple[str, int]]:
    """Give the moves of the way of its kind, each with how often it was made before."""
    made: dict[str, int] = {}
    for name in _facts()["ways"][row["kind"]]:
        yield name, made.get(name, 0)
        made[name] = made.get(name, 0) + 1


def _told_of(row: _Json, name: str, again: int) -> Mapping[str, Any]:
    """Give what a move of the way tells: the Council, the sitting and the number of the text, and what its row adds."""
    told: _Json = dict(row.get("facts", {}).get(name, {}))
    if name in ("distribute", "list_on_agenda"):
        told["council_on"] = row["council"]
    if name == "register_at_sgg" and "number" in row:
        told["number"] = row["number"]
    if name == "list_for_plenary":
        told["sitting_on"] = row["sittings"][again]
    return told


def _write_mails(office: Office, given: _Given, *, at: datetime, base_url: str) -> None:
    """Tell people of the texts that they were given, which has left but once, and write the reminders that wait."""
    session, days = office.session, office.days
    for text, step in given:
        tell_entrusted(session, text, step, by=office.people["cheffe"], at=step.at, base_url=base_url)
    session.flush()
    sent_at = max(step.at for _text, step in given) + timedelta(minutes=1)
    unknown = _NoServer(office.people[_UNKNOWN].email)
    send_waiting(session, unknown, sender=_SENDER, at=sent_at, commit=session.flush)
    # On a day when nobody works, those of the working day before wait.
    day = days.day(0)
    written_at = min(start_of(day) + timedelta(hours=7), at)
    write_reminders(session, on=day, at=written_at, calendar=days.calendar, base_url=base_url)


@cache
def _facts() -> _Json:
    return tomllib.loads(_FACTS.read_text("utf-8"))


@cache
def _read_files() -> dict[str, Examined]:
    """Look at the files to attach, each in a process of its own, at the same time."""
    paths = sorted(_FILES.iterdir())
    with ThreadPoolExecutor() as at_once:
        found = at_once.map(lambda path: examine(path.read_bytes(), path.name, largest_mb=_LARGEST_MB), paths)
        return {path.name: file for path, file in zip(paths, found, strict=True)}
