"""What was typed in the rows of a register, recorded as one batch, or shown again with what stands against it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.moves.moved_meanwhile import CAME_SECOND, find_again, hour, own, recorded_since, who_recorded
from web.registers.lines import Line, changes_of, sent_lines, show_faults
from web.registers.opened import Items, Opened, items_seen, open_register
from web.request import calendar, db, find_text, now, person, writing
from workflow.register.items import planned, record_items
from workflow.register.moves import Moved
from workflow.registers.changes import Change, Fault


@dataclass(frozen=True)
class Form:
    """A form of rows: `page` shows them again with notes, `done` gives the address where one goes from it."""

    page: Callable[[Opened, list[Line], Sequence[str]], str]
    done: Callable[[Opened], str]


NOTHING = "Rien n’est à enregistrer : vous n’avez rien saisi que le registre ne dise déjà."


def save(text_id: UUID, register: str, form: Form) -> ResponseReturnValue:
    """Record the rows that were sent, or show them again with what is wrong.

    Where somebody recorded a step meanwhile nothing is written: the page comes back with what was typed over what
    the register says now, and its button then records it.
    """
    opened = open_register(db(), find_text(text_id), register)
    seen_step = seen()
    was_seen = items_seen(db(), opened, seen_step)
    lines = sent_lines(opened, was_seen)
    if seen_step != opened.text.last_step:
        return _stale(opened, lines, was_seen, form)
    changes, faults = read_changes(opened, lines)
    if faults:
        show_faults(lines, faults)
        return form.page(opened, lines, ()), 422
    try:
        say(opened, record(opened, changes, seen_step))
    except CAME_SECOND:
        opened = open_register(db(), find_again(text_id), register)
        return _stale(opened, sent_lines(opened, was_seen), was_seen, form)
    return redirect(form.done(opened), 303)


def seen() -> int:
    """Give the number of the last step on the page that was sent."""
    return request.form.get("seen_step", 0, type=int)


def read_changes(opened: Opened, lines: Sequence[Line]) -> tuple[list[Change], list[Fault]]:
    """Read what the rows change, with every fault: of their cells, then of what the conditions of moves say."""
    changes, faults = changes_of(opened, lines)
    wrong = {fault.row for fault in faults}
    sound = [change for change in changes if change.row not in wrong]
    batch = planned(db(), opened.now, opened.book.code.value, sound, steps=opened.steps)
    return changes, [*faults, *batch.faults]


def record(opened: Opened, changes: Sequence[Change], seen_step: int) -> Moved | None:
    """Record changes as one step, in a transaction of its own."""
    with writing() as session:
        moved = record_items(
            session, opened.text, opened.book.code.value, changes, by=person(), seen_step=seen_step, at=now(),
            calendar=calendar(),
        )  # fmt: skip
        session.commit()
    return moved


def say(opened: Opened, moved: Moved | None) -> None:
    """Say on the next page what was recorded."""
    flash(opened.book.counted_fr(moved.step.facts["counts"]) if moved else _(NOTHING))


def _stale(opened: Opened, lines: list[Line], was_seen: Items, form: Form) -> ResponseReturnValue:
    since = recorded_since(opened.text)
    if all(_is_there(opened, line, was_seen) for line in lines):
        mine = own(since)
        flash(_(_ALREADY, at=hour(mine[-1])) if mine else _(NOTHING))
        return redirect(form.done(opened), 303)
    return form.page(opened, lines, (f"{who_recorded(since)} : {opened.now.last_words}", _(_AGAIN))), 409


_ALREADY = "Ce que vous avez saisi est déjà enregistré depuis votre envoi %(at)s, une seule fois."
_AGAIN = (
    "Rien de votre saisie n’est encore enregistré, et rien n’en est perdu : elle est ci-dessous, sur ce que dit le "
    "registre à présent. Relisez, puis enregistrez."
)


def _is_there(opened: Opened, line: Line, was_seen: Items) -> bool:
    """Whether what a row asks for is in the register already: a form that was sent twice is recorded once."""
    if line.number:
        return not line.is_changed and not line.wrong
    typed = [cell for cell in line.cells if cell.typed.strip()]
    newer = [item for number, item in opened.items.items() if number not in was_seen]
    changes, _faults = changes_of(opened, [line])
    told = {name: value for change in changes for name, value in change.values.items() if value not in (None, "")}
    return not typed or any(item.values == told for item in newer)
