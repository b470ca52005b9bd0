"""All that the benches take from the product, so that a module that moves there is followed here alone."""

from datetime import UTC, date, datetime

from flask import Flask
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel

from models import Deadline, LegalText, PartialDate, Role, Step, User, make_engine, reading
from models.counts import RECOUNT
from models.schema import migrate
from models.search import REBUILD
from web import create_app
from web.account.passwords import hash_password
from web.lists.counting import count_texts
from workflow.calendar.working_days import Calendar
from workflow.history.words import found_under, mark, signs_of
from workflow.importing.demonstration import DOMAIN, PASSWORD
from workflow.language.folding import norm
from workflow.mail.due_rungs import due_rungs
from workflow.old_files.milestones import Milestone
from workflow.register.moves import fire, open_text, take_over
from workflow.rulebook.files import procedures

__all__ = [
    "AT",
    "DAY",
    "DOMAIN",
    "EMAIL",
    "PASSWORD",
    "REBUILD",
    "RECOUNT",
    "Calendar",
    "Deadline",
    "Engine",
    "Flask",
    "LegalText",
    "Milestone",
    "PartialDate",
    "Role",
    "SQLModel",
    "Session",
    "Step",
    "User",
    "application",
    "count_texts",
    "due_rungs",
    "fire",
    "found_under",
    "hash_password",
    "is_open",
    "make_engine",
    "mark",
    "migrate",
    "norm",
    "open_text",
    "procedures",
    "reading", "signs_of",
    "take_over",
]  # fmt: skip

# The day of every bench, a Tuesday: what is due around it is due whenever the bench is run.
DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
EMAIL = "cheffe@bench.example.ma"


def application(url: str, folder: str) -> Flask:
    """Make the application on the database at `url`, at the moment of the bench; its files go into `folder`."""
    told = {"DATABASE_URL": url, "VAR": folder, "WTF_CSRF_ENABLED": False, "CLOCK": lambda: AT}
    return create_app(told)


def is_open(kind: str, state: str) -> bool:
    """Whether a text of that kind still has a way to go in that state."""
    return not procedures()[kind].states[state].is_end
