"""Wakes the jobs in the running application: in every worker, but only the one that holds the lock works."""

import fcntl
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine

from web.clock import utc_now
from web.config import Settings
from web.private_files import make_private_folder
from web.serving import jobs
from workflow.calendar.time_zone import CASABLANCA, legal_day

log = logging.getLogger(__name__)

_LOCK = "scheduler.lock"
_SEND_EVERY_SECONDS = 60
# Papers asked for together begin to be made this soon, and go on this soon in another process when one dies.
_MAKE_EVERY_SECONDS = 2
_LAST_HOUR = 18
# Past each hour, for the day that was over an hour before.
_SEAL_MINUTE = 10
# Once a day, in its first hour; past each hour, so that a night when nothing ran is caught up.
_RECKON_MINUTE = 20


class Leader:
    """The lock that one process holds while it lives; the system frees it when the process dies."""

    def __init__(self, path: Path) -> None:
        """Open the lock file, shared by every worker of this machine."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def is_me(self) -> bool:
        """Whether this process has the lock, or can take it now; the lock's file tells when it last asked."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        os.utime(self._file)
        return True


def last_pass(var: Path) -> datetime | None:
    """Give the moment when the process that leads last set to work on the data in `var`; None when none leads.

    Raise OSError where its lock cannot be asked.
    """
    try:
        with (var / _LOCK).open("rb") as file:
            # Shared, so that two who look do not take each other for the leader.
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return None
    except BlockingIOError:
        return datetime.fromtimestamp((var / _LOCK).stat().st_mtime, UTC)
    return None


def is_served(var: Path) -> bool:
    """Whether a server works on the data in `var`: one of its workers leads, from its first minute on."""
    return last_pass(var) is not None


def start(engine: Engine, settings: Settings) -> BackgroundScheduler:
    """Start the scheduler of this worker; nothing is kept in it, so nothing is lost with it."""
    make_private_folder(settings.var)
    leader = Leader(settings.var / _LOCK)
    leader.is_me()  # one worker leads from the start, not from the first minute on
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    # A wake that finds the one before still at work is skipped: that is meant, and no warning.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    scheduler = BackgroundScheduler(
        timezone=CASABLANCA, job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
    )
    hour, minute = settings.reminders.hour, settings.reminders.minute
    if settings.reminders.enabled:
        # Again every hour of the day: what is written already is not written twice, a missed morning is caught up.
        hours = f"{hour}-{max(hour, _LAST_HOUR)}"
        scheduler.add_job(_remind, "cron", [leader, engine, settings], hour=hours, minute=minute)
    scheduler.add_job(_send, "interval", [leader, engine, settings], seconds=_SEND_EVERY_SECONDS)
    scheduler.add_job(_make, "interval", [leader, engine, settings], seconds=_MAKE_EVERY_SECONDS)
    scheduler.add_job(_seal, "cron", [leader, engine], minute=_SEAL_MINUTE)
    scheduler.add_job(_reckon, "cron", [leader, engine], minute=_RECKON_MINUTE)
    scheduler.start()
    return scheduler


def _remind(leader: Leader, engine: Engine, settings: Settings) -> None:
    if leader.is_me():
        jobs.remind(engine, settings, at=utc_now())


def _send(leader: Leader, engine: Engine, settings: Settings) -> None:
    if leader.is_me():
        jobs.send(engine, settings, clock=utc_now)


def _make(leader: Leader, engine: Engine, settings: Settings) -> None:
    if leader.is_me():
        jobs.make_papers(engine, settings, clock=utc_now)


def _seal(leader: Leader, engine: Engine) -> None:
    if leader.is_me():
        jobs.seal(engine, at=utc_now())


def _reckon(leader: Leader, engine: Engine) -> None:
    if leader.is_me():
        jobs.reckon_times(engine, on=legal_day(utc_now()), again=False)
