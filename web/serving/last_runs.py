"""When the daily reminders last ran on this machine: a file in the folder of data, whose hour tells it."""

import os
from datetime import UTC, datetime
from pathlib import Path

from web.private_files import make_private_folder, private

_REMINDERS = "last_reminders"


def note_reminders(var: Path, at: datetime) -> None:
    """Note that the reminders of the day were written at this moment."""
    with private():
        make_private_folder(var)
        path = var / _REMINDERS
        path.touch()
        os.utime(path, (at.timestamp(), at.timestamp()))


def last_reminders(var: Path) -> datetime | None:
    """Give the moment when the reminders last ran; None where it is not known."""
    try:
        return datetime.fromtimestamp((var / _REMINDERS).stat().st_mtime, UTC)
    except OSError:
        return None
