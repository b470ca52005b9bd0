"""The registers of a text: the table of one, the trail of an item, and what is shown as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import col, select

from documents.spreadsheets import CSV, XLSX
from models import User
from web.registers.export import file_of
from web.registers.finding import Filters, Found
from web.registers.lines import Line, lines_of
from web.registers.opened import Opened, items_on, open_register
from web.request import db, find_text, requires, today
from workflow.history.entries import CHANGE_ITEM, WITHDRAW
from workflow.history.items import Trace, Values
from workflow.people.permissions import Right
from workflow.registers.reading import read_trail
from workflow.registers.shown import shown_fr

bp = Blueprint("registers", __name__, url_prefix="/texts/<uuid:text_id>/registers/<register>")
# So many items are read on one page.
_MOST = 500


@dataclass(frozen=True)
class Told:
    """One thing done to an item, in words: each column with what it says since, and what stood before."""

    trace: Trace
    words: str
    by: str
    columns: Sequence[tuple[str, str, str]]


@bp.get("")
@requires(Right.READ_TEXTS)
def show(text_id: UUID, register: str) -> ResponseReturnValue:
    """Show the items of a register, those that the filters ask for."""
    found = _find(text_id, register)
    pages = max(1, -(-len(found.shown) // _MOST))
    page = max(1, min(request.args.get("page", 1, type=int), pages))
    return render_template(
        "registers/show.html", opened=found.opened, found=found, filters=found.filters,
        day=found.filters.day(today()), items=found.shown[(page - 1) * _MOST : page * _MOST], page=page, pages=pages,
    )  # fmt: skip


@bp.get("/export.<any(xlsx, csv):shape>")
@requires(Right.READ_TEXTS)
def export(text_id: UUID, register: str, shape: str) -> ResponseReturnValue:
    """Give the items that are shown as a workbook or as values parted by semicolons."""
    found = _find(text_id, register)
    name = f"{found.opened.book.label_fr} - {found.opened.text.title_fr[:60]}".replace("/", "-")
    content = file_of(found, shape)
    media_type = CSV if shape == "csv" else XLSX
    return send_file(content, media_type, as_attachment=True, download_name=f"{name}.{shape}")


@bp.get("/<int:number>")
@requires(Right.READ_TEXTS)
def item(text_id: UUID, register: str, number: int) -> ResponseReturnValue:
    """Show one item: what it says, what was done to it, and the form that changes it."""
    opened = open_register(db(), find_text(text_id), register)
    return item_page(opened, number)


def item_page(
    opened: Opened, number: int, line: Line | None = None, *, reason: str = "", notes: Sequence[str] = ()
) -> str:
    """Write the page of an item, with what was typed in its form where there is something."""
    found = opened.items.get(number)
    traces = read_trail(db(), opened.text, opened.steps, (opened.book.code.value, number))
    if not traces:
        abort(404)
    line = line or (lines_of(opened, [found])[0] if found else None)
    return render_template(
        "registers/item.html", opened=opened, item=found, number=number, line=line, reason=reason, notes=notes,
        told=_told(opened, traces),
    )  # fmt: skip


def _find(text_id: UUID, register: str) -> Found:
    opened, filters = open_register(db(), find_text(text_id), register), Filters.read()
    day = filters.day(today())
    return Found(opened, items_on(db(), opened, day) if day else opened.items, filters)


def _told(opened: Opened, traces: Sequence[Trace]) -> list[Told]:
    people = db().exec(select(User).where(col(User.id).in_({trace.by_id for trace in traces}))).all()
    names = {person.id: person.name for person in people}
    return [
        Told(trace, _done(opened, trace), names.get(trace.by_id, "") if trace.by_id else "", _columns(opened, trace))
        for trace in reversed(traces)
    ]


def _done(opened: Opened, trace: Trace) -> str:
    ending = "e" if opened.book.gender == "f" else ""
    action = opened.book.action_of(trace.move)
    if trace.move == WITHDRAW:
        return str(_("Retiré%(e)s : %(reason)s", e=ending, reason=trace.told.get("reason", "")))
    if trace.move == CHANGE_ITEM:
        return str(_("Modifié%(e)s", e=ending))
    if action and action.counted_fr[0]:
        return action.counted_fr[0].capitalize()
    return str(_("Enregistré%(e)s", e=ending))


def _columns(opened: Opened, trace: Trace) -> list[tuple[str, str, str]]:
    if trace.move == WITHDRAW:
        return []
    named: Values = trace.told
    said = [
        (column.label_fr, shown_fr(column, named[column.name], opened.vocabulary),
         shown_fr(column, trace.before.get(column.name), opened.vocabulary))
        for column in opened.book.columns if column.name in named
    ]  # fmt: skip
    return [(label, now, before) for label, now, before in said if now != before]
