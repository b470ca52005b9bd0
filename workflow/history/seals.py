"""The seal of a step, of a day: what cannot be changed, left out or put elsewhere without showing."""

import json
from collections.abc import Mapping
from datetime import UTC, date
from hashlib import sha256
from uuid import UUID

from workflow.history.steps import Recorded

Head = tuple[int, str]

_write = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


def seal_of(step: Recorded, before: str) -> str:
    """Give the SHA-256, in hexadecimal, of all that a step says and of the seal of the step before it.

    `before` is empty for the first step of a text. What is sealed reads the same in every database: identifiers of 32
    digits, dates and the moment (UTC, to the microsecond) as ISO 8601 writes them, facts in the order of their names.
    """
    content = [
        before,
        step.text_id.hex,
        step.number,
        step.id.hex,
        step.move,
        str(step.on) if step.on else None,
        step.known_on.isoformat() if step.known_on else None,
        step.facts,
        step.inferred,
        step.strikes,
        step.by_id.hex if step.by_id else None,
        step.at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    return sha256(_write(content).encode()).hexdigest()


def seal_of_day(day: date, steps: int, heads: Mapping[UUID, Head], before: str) -> str:
    """Give the SHA-256 of what had been recorded by the end of a day, and of the seal of the day before it.

    `steps` counts all steps since the first one; `heads` gives, by text, the number and the seal of its last step of
    that day. `before` is empty for the first day.
    """
    content = [before, day.isoformat(), steps, {text_id.hex: head for text_id, head in heads.items()}]
    return sha256(_write(content).encode()).hexdigest()
