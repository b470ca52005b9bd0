"""Keeps on rows what the items of the registers of a text come to, for lists and searches."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, select
from sqlmodel import Session, SQLModel

from models import insert_into
from workflow.history.entries import BATCH, EntriesBySteps, entries_of
from workflow.history.items import items_of, rows_of
from workflow.history.numbering import REGISTER_OF, RETURN
from workflow.history.steps import Recorded
from workflow.standing.standing import Standing

_ITEMS: Table = SQLModel.metadata.tables["register_item"]
_TELLING = frozenset({*REGISTER_OF, RETURN, BATCH})
Rows = list[dict[str, Any]]


def tells_of_items(step: Recorded) -> bool:
    """Whether a step may change what the registers of a text come to."""
    return step.move in _TELLING or step.strikes is not None


def keep_items(session: Session, now: Standing) -> None:
    """Write the items of a text where they are others than before; the caller commits."""
    key = now.text.id
    keep_items_of(session, now, entries_of(session, [key]).get(key, {}), items_kept(session, [key]).get(key, []))


def keep_items_of(session: Session, now: Standing, entries: EntriesBySteps, kept: Rows) -> None:
    """Write the items of a text as `keep_items` does; its entries and the rows that are kept were read already."""
    before, after = _by_item(kept), _by_item(rows_of(now.text.id, items_of(now.situation, entries)))
    connection = session.connection()
    gone: dict[str, list[int]] = {}
    for kind, number in before.keys() - after.keys():
        gone.setdefault(kind, []).append(number)
    for kind, numbers in gone.items():
        of_kind = (_ITEMS.c.text_id == now.text.id, _ITEMS.c.kind == kind)
        connection.execute(delete(_ITEMS).where(*of_kind, _ITEMS.c.number.in_(numbers)))
    if changed := [row for about, row in after.items() if before.get(about) != row]:
        connection.execute(_upsert(connection.dialect.name), changed)


@cache
def _upsert(dialect: str) -> Any:  # noqa: ANN401 - of that dialect
    insert = insert_into(_ITEMS, dialect)
    told = {name: insert.excluded[name] for name in ("values", "status", "step")}
    return insert.on_conflict_do_update(index_elements=["text_id", "kind", "number"], set_=told)


def items_kept(session: Session, text_ids: Sequence[UUID]) -> Mapping[UUID, Rows]:
    """Read the items kept of these texts, in one query: in the order of their registers and numbers."""
    query = (
        select(_ITEMS).where(_ITEMS.c.text_id.in_(text_ids)).order_by(_ITEMS.c.text_id, _ITEMS.c.kind, _ITEMS.c.number)
    )
    found: dict[UUID, Rows] = {}
    for row in session.connection().execute(query).mappings():
        found.setdefault(row["text_id"], []).append(dict(row))
    return found


def _by_item(rows: Rows) -> dict[tuple[str, int], dict[str, Any]]:
    return {(row["kind"], row["number"]): row for row in rows}
