"""What failed, on one page, each with the button that tries it again."""

from dataclasses import dataclass
from datetime import date, datetime

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from documents.catalogue import KINDS
from models import Message
from web.request import calendar, db, now, person, requires, settings, today
from web.serving.last_runs import last_reminders
from workflow.calendar.time_zone import legal_day
from workflow.people.permissions import Right
from workflow.reports.failures import (
    FailedJob,
    FailedPaper,
    Some,
    UnreadDraft,
    drafts_unread,
    mails_given_up,
    mails_late,
    papers_failed,
)
from workflow.reports.missed_work import last_sealed, morning_before, unsealed_since

bp = Blueprint("failures", __name__, url_prefix="/administration/failures")


@dataclass(frozen=True)
class Runs:
    """When the daily work was last done, and the day since which it is missed, if it is."""

    reminded_at: datetime | None
    missed_on: date | None
    sealed_on: date | None
    unsealed_on: date | None


@dataclass(frozen=True)
class Failures:
    """All that failed and may be tried again."""

    given_up: Some[Message]
    late: Some[Message]
    papers: Some[FailedPaper]
    jobs: Some[FailedJob]
    drafts: Some[UnreadDraft]
    runs: Runs

    @property
    def count(self) -> int:
        """How many there are, each list counted to a thousand."""
        lists = (self.given_up, self.late, self.papers, self.jobs, self.drafts)
        missed = (self.runs.missed_on, self.runs.unsealed_on)
        return sum(each.count for each in lists) + sum(each is not None for each in missed)


@bp.get("")
@requires(Right.READ_MESSAGES)
def index() -> ResponseReturnValue:
    """Show what failed: mails, papers, readings of drafts, and the daily work."""
    return render_template("administration/failures.html", found=read_failures(), kinds=KINDS)


def tried_from(elsewhere: str) -> str:
    """Give the address of the page from which something was tried again: this one where its form says so."""
    return url_for("failures.index") if request.form.get("from") == "failures" else elsewhere


def read_failures() -> Failures:
    """Read what failed, in a number of queries that does not depend on how much did."""
    papers, jobs = papers_failed(db())
    return Failures(
        mails_given_up(db()), mails_late(db(), at=now()), papers, jobs, drafts_unread(db(), person()), _runs()
    )


def _runs() -> Runs:
    reminded, morning = last_reminders(settings().var), morning_before(today(), calendar())
    is_missed = settings().reminders.enabled and reminded is not None and legal_day(reminded) < morning
    return Runs(
        reminded, morning if is_missed else None, last_sealed(db()),
        unsealed_since(db(), at=now(), calendar=calendar()),
    )  # fmt: skip
