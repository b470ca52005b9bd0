"""Somebody at the registers of a text: what the tests of registers share."""

from collections.abc import Sequence
from typing import Any

from models import LegalText, Role
from tests.workflow.builders import CALENDAR, Ministry
from workflow.history.items import Item
from workflow.history.steps import steps_of
from workflow.register.items import record_items
from workflow.register.moves import Moved
from workflow.registers.changes import Change
from workflow.registers.reading import read_items


def new(row: int = 1, **values: Any) -> Change:  # noqa: ANN401 - JSON
    return Change(row, None, values)


def changed(item: int, row: int = 1, **values: Any) -> Change:  # noqa: ANN401 - JSON
    return Change(row, item, values)


def withdrawn(item: int, reason: str, row: int = 1) -> Change:
    return Change(row, item, withdrawn=reason)


def tell(
    ministry: Ministry,
    text: LegalText,
    register: str,
    changes: Sequence[Change],
    *,
    role: str = Role.DRAFTER,
    seen_step: int | None = None,
) -> Moved | None:
    """Record a batch, as it is told on the day of the ministry."""
    seen = text.last_step if seen_step is None else seen_step
    return record_items(
        ministry.session, text, register, changes, by=ministry.person(role), seen_step=seen, at=ministry.at,
        calendar=CALENDAR,
    )  # fmt: skip


def items(ministry: Ministry, text: LegalText, register: str) -> dict[int, Item]:
    """Read the items of a register anew, by number."""
    found = read_items(ministry.session, text, ministry.standing(text).situation)
    return {number: item for (kind, number), item in found.items() if kind == register}


def last_facts(ministry: Ministry, text: LegalText) -> dict[str, Any]:
    return steps_of(ministry.session, text.id)[-1].facts
