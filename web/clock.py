"""The one place where the moment is read."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Give the present moment."""
    return datetime.now(UTC)
