"""Records what is done to the items of a register: one step for a batch, its entries, and what they come to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Table, insert
from sqlmodel import Session, SQLModel

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.entries import BATCH, FOLDED, Entry, entries_of
from workflow.history.items import Item, items_of, last_number
from workflow.history.steps import Recorded
from workflow.people.permissions import Right, may
from workflow.procedure.registers import registers
from workflow.register.moves import Moved
from workflow.register.recording import lock, new_step, record
from workflow.registers.batch import Batch, batch_of
from workflow.registers.changes import Change
from workflow.standing.standing import Standing, standing

_ENTRIES: Table = SQLModel.metadata.tables["register_entry"]


def record_items(
    session: Session,
    text: LegalText,
    register: str,
    changes: Sequence[Change],
    *,
    by: User,
    seen_step: int,
    at: datetime,
    calendar: Calendar,
) -> Moved | None:
    """Record what these rows want of a register by one step; None where they change nothing.

    `seen_step` is the number of the last step on the page where the rows were written. The step, its entries, the
    items, the clocks and the words are written in the caller's transaction; the caller commits. Raises Stale when the
    text has moved since, NotAllowed, and Refused with every reason, each with its row and column; KeyError for a
    register that there is none of.
    """
    if not may(by, Right.WRITE_REGISTERS):
        raise NotAllowed(BATCH)
    steps = lock(session, text, seen_step)
    before = standing(text, steps, on=legal_day(at), calendar=calendar)
    batch = planned(session, before, register, changes, steps=steps)
    if batch.faults:
        raise Refused([str(fault) for fault in batch.faults])
    if not batch.told:
        return None
    on = PartialDate.of(legal_day(at))
    step = new_step(text, len(steps) + 1, BATCH, on=on, facts=batch.facts, by=by, at=at)
    step = replace(step, entries=batch.entries if register in FOLDED else ())
    session.connection().execute(insert(_ENTRIES), [_row(step, entry) for entry in batch.entries])
    after = before.following(step)
    record(session, [step], after)
    return Moved(step, after)


def planned(
    session: Session, before: Standing, register: str, changes: Sequence[Change], *, steps: Sequence[Recorded]
) -> Batch:
    """Give what these rows would record and every fault of theirs; nothing is written.

    `steps` is the whole history of the text, `before` what it comes to today.
    """
    entries = entries_of(session, [before.text.id]).get(before.text.id, {})
    items = items_of(before.situation, entries)
    own: dict[int, Item] = {number: item for (kind, number), item in items.items() if kind == register}
    last = last_number(steps, entries, register)
    return batch_of(before, registers()[register], changes, items=own, last=last)


def _row(step: Recorded, entry: Entry) -> dict[str, object]:
    return {
        "text_id": step.text_id, "step": step.number, "rank": entry.rank, "kind": entry.register, "item": entry.item,
        "move": entry.move, "on": entry.on, "facts": entry.facts,
    }  # fmt: skip
