"""The list stays short and costs the same whatever the number of texts."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from models import Role
from tests.workflow.builders import ON_SQLITE, Ministry
from tests.workflow.worklist.desk import list_of, of_drafter, with_study
from workflow.worklist.scope import MOST
from workflow.worklist.worklist import ROWS


@contextmanager
def queries(session: Session) -> Iterator[list[str]]:
    """Give the statements sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        sent.append(statement)

    session.flush()
    event.listen(session.get_bind(), "before_cursor_execute", note)
    yield sent
    event.remove(session.get_bind(), "before_cursor_execute", note)


@ON_SQLITE
@pytest.mark.parametrize("role", [Role.DRAFTER, Role.HEAD, Role.READER])
def test_the_number_of_queries_never_depends_on_that_of_texts(ministry: Ministry, role: str) -> None:
    ministry.person(role)
    counts, opened = [], 0
    for wanted in (1, 3, 30):
        for _each in range(wanted - opened):
            text = of_drafter(ministry, "projet_de_loi")
            ministry.move(text, "order_impact_study", "2026-09-10")
            ministry.move(text, "ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-11-10")
            ministry.move(text, "record_observation", "2026-11-20", observation="Article flou.")
        opened = wanted
        with queries(ministry.session) as sent:
            list_of(ministry, role)
        counts.append(len(sent))

    assert counts == {Role.DRAFTER: [3] * 3, Role.HEAD: [4] * 3, Role.READER: [0] * 3}[Role(role)]


@ON_SQLITE
def test_a_list_that_is_cut_says_so(ministry: Ministry) -> None:
    for _each in range(MOST):
        with_study(ministry, "2026-09-10", responsible_id=ministry.person(Role.DRAFTER).id)
    whole = list_of(ministry)
    with_study(ministry, "2026-09-10", responsible_id=ministry.person(Role.DRAFTER).id)
    cut = list_of(ministry)

    assert (len(whole.actions), whole.is_whole) == (MOST, True)
    assert (len(cut.actions), cut.is_whole) == (MOST, False)
    assert MOST < ROWS
