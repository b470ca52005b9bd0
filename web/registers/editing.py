"""Writing in a register of a text: an item, many rows at once, an item that is withdrawn."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.moves.moved_meanwhile import CAME_SECOND, find_again, recorded_since, who_recorded
from web.registers.finding import Filters, Found
from web.registers.lines import MOST, Line, lines_of
from web.registers.opened import Opened, open_register
from web.registers.registers import item_page
from web.registers.saving import Form, record, save, say, seen
from web.request import db, find_going_on, find_text, reads_first, requires, takes_files
from workflow.people.permissions import Right
from workflow.procedure.registers import Column, RegisterBook
from workflow.register.items import planned
from workflow.registers.changes import Change
from workflow.registers.reading import read_trail

bp = Blueprint("register_editing", __name__, url_prefix="/texts/<uuid:text_id>/registers/<register>")
# Fifty rows of three long texts in Arabic, whose letters are sent as six.
_MOST_BYTES = 8_000_000
_AWAY = "Le n° %(number)s est déjà retiré du registre."
_MOVED = "%(who)s. Rien n’est retiré : relisez l’élément, puis retirez-le si c’est encore utile."


@bp.get("/edit")
@requires(Right.WRITE_REGISTERS)
def edit(text_id: UUID, register: str) -> ResponseReturnValue:
    """Show the rows that the filters ask for, each cell ready to be typed in."""
    opened = open_register(db(), find_going_on(text_id), register)
    found = Found(opened, opened.items, Filters.read()).shown
    at = request.args.get("at", 0, type=int)
    place = next((place for place, item in enumerate(found) if item.number == at), None)
    number = request.args.get("page", 1, type=int) if place is None else place // MOST + 1
    number = max(1, min(number, -(-len(found) // MOST)))
    lines = lines_of(opened, found[(number - 1) * MOST : number * MOST], columns_of(opened.book))
    return _rows_page(opened, lines, (), number=number, pages=-(-len(found) // MOST))


@bp.post("/edit")
@requires(Right.WRITE_REGISTERS)
@reads_first
@takes_files(lambda: _MOST_BYTES)
def save_rows(text_id: UUID, register: str) -> ResponseReturnValue:
    """Record what was typed in many rows, by one step."""

    def done(opened: Opened) -> str:
        onward = request.form.get("onward", type=int)
        columns = request.args.get("columns", "")
        asked = Filters.read().kept
        if onward:
            return opened.address("register_editing.edit", columns=columns or None, page=onward, **asked)
        return opened.address(**asked)

    return save(text_id, register, Form(_rows_page, done))


@bp.get("/new")
@requires(Right.WRITE_REGISTERS)
def new(text_id: UUID, register: str) -> ResponseReturnValue:
    """Ask for an item."""
    opened = open_register(db(), find_going_on(text_id), register)
    return _new_page(opened, lines_of(opened, [None]), ())


@bp.post("/new")
@requires(Right.WRITE_REGISTERS)
@reads_first
def add(text_id: UUID, register: str) -> ResponseReturnValue:
    """Record an item."""

    def done(opened: Opened) -> str:
        return opened.address("register_editing.new" if "another" in request.form else "registers.show")

    return save(text_id, register, Form(_new_page, done))


@bp.post("/<int:number>")
@requires(Right.WRITE_REGISTERS)
@reads_first
def change(text_id: UUID, register: str, number: int) -> ResponseReturnValue:
    """Record what was typed in the form of one item."""

    def page(opened: Opened, lines: list[Line], notes: Sequence[str]) -> str:
        return item_page(opened, number, lines[0] if lines else None, notes=notes)

    return save(text_id, register, Form(page, Opened.address))


@bp.post("/<int:number>/withdraw")
@requires(Right.WRITE_REGISTERS)
@reads_first
def withdraw(text_id: UUID, register: str, number: int) -> ResponseReturnValue:
    """Take an item away, with the reason; what was said of it stays to be read."""
    opened, reason = open_register(db(), find_text(text_id), register), request.form.get("withdrawn", "")
    if number not in opened.items and read_trail(db(), opened.text, opened.steps, (opened.book.code.value, number)):
        flash(_(_AWAY, number=number))
        return redirect(opened.address("registers.item", number=number), 303)
    if seen() != opened.text.last_step:
        return item_page(opened, number, reason=reason, notes=[_moved(opened)]), 409
    wanted = [Change(1, number, withdrawn=reason)]
    batch = planned(db(), opened.now, opened.book.code.value, wanted, steps=opened.steps)
    if batch.faults:
        return item_page(opened, number, reason=reason, notes=[fault.words for fault in batch.faults]), 422
    try:
        say(opened, record(opened, wanted, seen()))
    except CAME_SECOND:
        flash(_moved(open_register(db(), find_again(text_id), register)))
        return redirect(opened.address("registers.item", number=number), 303)
    return redirect(opened.address(), 303)


def _moved(opened: Opened) -> str:
    return str(_(_MOVED, who=who_recorded(recorded_since(opened.text))))


def columns_of(book: RegisterBook) -> list[Column]:
    """Give the columns that one types in: those of the answers where a register has some, all where they are asked."""
    answers = {name for action in book.actions[1:] for name in action.own}
    is_all = request.args.get("columns") == "all" or not answers
    return [column for column in book.columns if is_all or column.name in answers]


def _rows_page(opened: Opened, lines: list[Line], notes: Sequence[str], *, number: int = 1, pages: int = 1) -> str:
    columns = columns_of(opened.book)
    return render_template(
        "registers/edit.html", opened=opened, lines=lines, notes=notes, columns=columns,
        said=[column for column in opened.book.columns if column not in columns], filters=Filters.read(),
        number=number, pages=pages,
    )  # fmt: skip


def _new_page(opened: Opened, lines: list[Line], notes: Sequence[str]) -> str:
    return render_template("registers/new.html", opened=opened, line=lines[0], notes=notes)
