"""Writes steps, and on the row and the clocks of a text what its steps now come to: the only writer of a state."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, SQLModel

from models import LegalText, PartialDate, User
from workflow.deadlines.kept import keep
from workflow.errors import Refused, Stale
from workflow.history.facts import Facts
from workflow.history.particulars import number_order, search_text_of
from workflow.history.seals import seal_of
from workflow.history.steps import KEPT, Recorded, steps_of
from workflow.register.kept_items import keep_items, tells_of_items
from workflow.register.words import keep_words
from workflow.standing.standing import Standing

_TEXTS: Table = SQLModel.metadata.tables["legal_text"]
_STEPS: Table = SQLModel.metadata.tables["step"]
_HOLD = select(_TEXTS.c.id).where(_TEXTS.c.id == bindparam("text")).with_for_update()
_INSERT = insert(_STEPS)
_UPDATE = update(_TEXTS).where(_TEXTS.c.id == bindparam("text"), _TEXTS.c.version == bindparam("seen"))


def new_step(
    text: LegalText,
    number: int,
    move: str,
    *,
    on: PartialDate | None,
    facts: Facts,
    by: User,
    at: datetime,
    strikes: int | None = None,
) -> Recorded:
    """Make the step `number` of a text; nothing is written yet."""
    return Recorded(
        uuid4(), text.id, number, move, on, None, facts, inferred=False, strikes=strikes, by_id=by.id, at=at
    )


def told(facts: Facts) -> Facts:
    """Leave out what nothing was answered to."""
    return {key: value for key, value in facts.items() if value not in (None, "", [])}


def owner_told(session: Session, responsible_id: UUID | None) -> Facts:
    """Give what a step tells of the person responsible, or of there being none."""
    person = session.get_one(User, responsible_id) if responsible_id else None
    return {"responsible": person.name if person else "", "responsible_id": str(person.id) if person else ""}


def lock(session: Session, text: LegalText, seen_step: int) -> list[Recorded]:
    """Give the steps of a text, which nobody else moves until the caller commits.

    Raises Stale, and Refused for a file that was reunited with another one: what happens is recorded there.
    """
    if text.merged_into_id:
        raise Refused(["Ce dossier est réuni avec un autre : enregistrez la suite dans celui qui continue."])
    return lock_any(session, text, seen_step)


def lock_any(session: Session, text: LegalText, seen_step: int) -> list[Recorded]:
    """Give the steps of a text like `lock`, be it reunited with another one."""
    connection = session.connection()
    # Two people at once: the second waits here for the first, then finds more steps than its page showed. On SQLite
    # it has waited when its transaction began.
    if connection.dialect.name != "sqlite":
        connection.execute(_HOLD, {"text": text.id})
    steps = steps_of(session, text.id)
    if len(steps) != seen_step:
        raise Stale(text.id)
    return steps


def record_opening(session: Session, step: Recorded, after: Standing) -> None:
    """Write a new text, its first step and its clocks; the caller commits. Raises Refused like `record`."""
    project(after)
    rows, seal = _sealed([step], "")
    after.text.last_step, after.text.seal = step.number, seal
    session.add(after.text)
    session.flush()
    session.connection().execute(_INSERT, rows)
    keep(session, step.text_id, after.clocks, calendar=after.calendar)
    keep_words(session, after)


def record(session: Session, steps: Sequence[Recorded], after: Standing) -> None:
    """Write new steps, and on the row, the clocks and the words of a text what they come to; the caller commits.

    Raises Refused for a title or a number too long to keep, and Stale where the row was changed since it was read. The
    row in memory follows by hand: after a savepoint that is undone, whoever goes on with it refreshes it.
    """
    text, seen = after.text, after.text.version
    rows, seal = _sealed(steps, text.seal)
    values = projection(after) | {"last_step": steps[-1].number, "seal": seal}
    changed = {name: value for name, value in values.items() if getattr(text, name) != value}
    for name, value in changed.items():
        set_committed_value(text, name, value)
    connection = session.connection()
    connection.execute(_INSERT, rows)
    row = changed | {"version": seen + 1, "text": text.id, "seen": seen}
    if connection.execute(_UPDATE, row).rowcount != 1:
        raise Stale(text.id)
    set_committed_value(text, "version", seen + 1)
    keep(session, text.id, after.clocks, calendar=after.calendar)
    keep_words(session, after)
    if any(tells_of_items(step) for step in steps):
        keep_items(session, after)


def project(after: Standing) -> None:
    """Write on the row what the steps fold to; whoever keeps the row also keeps its clocks."""
    for name, value in projection(after).items():
        setattr(after.text, name, value)


def projection(after: Standing) -> dict[str, Any]:
    """Give what the row of a text repeats of its steps, by column.

    Raises Refused for a title or a number too long to keep.
    """
    situation = after.situation
    return {
        "procedure": situation.kind,
        "procedure_version": situation.version,
        "state": situation.state,
        "phase": after.state.phase,
        "section": after.section,
        "ended": after.state.is_end,
        "merged_into_id": UUID(situation.merged_into) if situation.merged_into else None,
        "chamber": situation.chamber,
        "reading": situation.reading,
        "entered_on": situation.arrival.on,
        "title_fr": after.title_fr,
        "title_ar": after.title_ar,
        "number": after.number,
        "number_order": number_order(after.number),
        "search_text": search_text_of(after.title_fr, after.title_ar, after.number, situation),
        "responsible_id": after.responsible_id,
        "next_due_on": after.next_due_on,
        "legal_due_on": after.legal_due_on,
        "sentence_fr": after.sentence,
        "held_since": after.held_since,
        "holder": after.holder_code,
    }


def _sealed(steps: Sequence[Recorded], before: str) -> tuple[list[dict[str, Any]], str]:
    """Give the rows of the next steps of a text, each sealed with the one before it, and the seal of the last."""
    rows = []
    for step in steps:
        before = seal_of(step, before)
        rows.append({name: getattr(step, name) for name in KEPT} | {"seal": before})
    return rows, before
