"""A bill whose observations are told."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from models import LegalText, Role
from tests.web.ministry import Ministry
from tests.workflow.registers.desk import items, tell
from workflow.history.items import Item
from workflow.registers.changes import Change

Tell = Callable[[str, Sequence[Change]], None]
Items = Callable[[str], dict[int, Item]]


@pytest.fixture
def told(ministry: Ministry, bill: LegalText) -> Tell:
    """Record a batch, as a drafter who came before would."""

    def record(register: str, changes: Sequence[Change]) -> None:
        with ministry.desk() as desk:
            tell(desk, desk.session.get_one(LegalText, bill.id), register, changes, role=Role.HEAD)

    return record


@pytest.fixture
def kept(ministry: Ministry, bill: LegalText) -> Items:
    """Read the items of a register as they are now."""

    def read(register: str) -> dict[int, Item]:
        with ministry.desk() as desk:
            return items(desk, desk.session.get_one(LegalText, bill.id), register)

    return read


def values(found: dict[int, Item]) -> dict[int, dict[str, Any]]:
    return {number: item.values for number, item in found.items()}
