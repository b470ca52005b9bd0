"""A table brought into a register: pasted or sent, shown beside what is there, and recorded by one step."""

import json
from typing import cast
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.kept_files import forget, keep, take
from web.moves.moved_meanwhile import CAME_SECOND, find_again, recorded_since, who_recorded
from web.private_files import Folder
from web.registers.opened import Opened, open_register
from web.registers.preview import Cells, Preview, read_beside
from web.registers.saving import record, say, seen
from web.request import (
    db,
    find_going_on,
    find_text,
    only_reads,
    person,
    reads_first,
    requires,
    sent_file,
    settings,
    takes_files,
)
from workflow.importing import UnreadableTable
from workflow.importing.source.cells import cells_of_file
from workflow.people.permissions import Right
from workflow.registers.clipboard import cells_of, pasted_of

bp = Blueprint("register_import", __name__, url_prefix="/texts/<uuid:text_id>/registers/<register>/import")

_MOST_BYTES = 10_000_000
_NOTHING = "Choisissez un fichier, ou collez le tableau avec ses titres de colonnes."
_GONE = "Ce tableau n’est plus gardé : il a été enregistré, ou envoyé il y a plus d’un jour."
_MOVED = "%(who)s. Rien n’est encore enregistré de votre tableau : voici ce qu’il donnerait à présent."
_LEFT = "Lignes refusées, à corriger ci-dessous : %(count)s."


@bp.get("")
@requires(Right.WRITE_REGISTERS)
def show(text_id: UUID, register: str) -> ResponseReturnValue:
    """Ask for a table, or show what one that was sent would bring."""
    opened = open_register(db(), find_going_on(text_id), register)
    token = request.args.get("kept", "")
    if not token:
        return _ask(opened)
    cells = _kept(token)
    return _page(opened, token, cells) if cells is not None else (_ask(opened, _GONE), 410)


@bp.post("")
@requires(Right.WRITE_REGISTERS)
@only_reads
@takes_files(lambda: _MOST_BYTES)
def send(text_id: UUID, register: str) -> ResponseReturnValue:
    """Keep a table that was pasted or sent until it is confirmed."""
    opened = open_register(db(), find_text(text_id), register)
    pasted = request.form.get("pasted", "")
    try:
        cells = _sent(pasted)
    except UnreadableTable as error:
        return _ask(opened, str(error), pasted), 422
    if not any(any(row) for row in cells):
        return _ask(opened, _(_NOTHING), pasted), 422
    return _to(opened, _keep(cells))


@bp.post("/write")
@requires(Right.WRITE_REGISTERS)
@reads_first
def write(text_id: UUID, register: str) -> ResponseReturnValue:
    """Record the rows of a table that nothing stands against; the others come back to be corrected."""
    opened, token = open_register(db(), find_text(text_id), register), request.form.get("kept", "")
    cells = _kept(token)
    if cells is None:
        flash(_(_GONE))
        return redirect(opened.address(), 303)
    if seen() != opened.text.last_step:
        return _moved(opened, token, cells)
    preview = read_beside(db(), opened, cells)
    try:
        say(opened, record(opened, preview.changes, seen()))
    except CAME_SECOND:
        return _moved(open_register(db(), find_again(text_id), register), token, cells)
    return _after(opened, token, preview)


def _moved(opened: Opened, token: str, cells: Cells) -> ResponseReturnValue:
    who = who_recorded(recorded_since(opened.text))
    return _page(opened, token, cells, str(_(_MOVED, who=who))), 409


def _after(opened: Opened, token: str, preview: Preview) -> ResponseReturnValue:
    forget(settings().var, person().id, token, Folder.REGISTERS)
    if preview.left:
        flash(_(_LEFT, count=len(preview.left) - 1))
        return _to(opened, _keep(preview.left))
    return redirect(opened.address(), 303)


def _to(opened: Opened, token: str) -> ResponseReturnValue:
    return redirect(opened.address("register_import.show", kept=token), 303)


def _sent(pasted: str) -> Cells:
    """Read the file chosen, else what was pasted."""
    if chosen := sent_file("file"):
        name, content = chosen
        return cells_of_file(content, name)
    return cells_of(pasted)


def _keep(cells: Cells) -> str:
    return keep(settings().var, person().id, json.dumps(cells, ensure_ascii=False).encode(), Folder.REGISTERS)


def _kept(token: str) -> Cells | None:
    content = take(settings().var, person().id, token, Folder.REGISTERS)
    return cast("Cells", json.loads(content)) if content else None


def _ask(opened: Opened, refused: str = "", pasted: str = "") -> str:
    return render_template("registers/import.html", opened=opened, preview=None, refused=refused, pasted=pasted)


def _page(opened: Opened, token: str, cells: Cells, note: str = "") -> str:
    preview = read_beside(db(), opened, cells)
    return render_template(
        "registers/import.html", opened=opened, preview=preview, token=token, refused=note, pasted=pasted_of(cells)
    )
