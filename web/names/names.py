"""Names of the ministry, its offices and who signs, each from a day until another, on one screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import Session, col, select

from models import Delegation, NamePeriod, OfficeHolder, User
from web.forms.names import DelegationForm, HolderForm, NameForm, RowForm
from web.request import db, now, person, reads_first, requires, writing
from workflow.errors import Unfit
from workflow.names.offices import OFFICES
from workflow.names.periods import NAMED, SIGNED_FR, Names, read_names
from workflow.people.permissions import Right
from workflow.procedure.institutions import institutions
from workflow.register.names import Row, withdraw_name, withdrawn, write_name

bp = Blueprint("names", __name__, url_prefix="/names")

_TABLES: Mapping[str, tuple[type[Row], type[RowForm]]] = {
    "periods": (NamePeriod, NameForm),
    "holders": (OfficeHolder, HolderForm),
    "delegations": (Delegation, DelegationForm),
}
_TABLE = "<any(periods, holders, delegations):table>"


@dataclass(frozen=True)
class Group:
    """The rows about one name or office, the latest first."""

    code: str
    label: str
    rows: Sequence[Row]


@bp.get("")
@requires(Right.MANAGE_NAMES)
def index() -> ResponseReturnValue:
    """Show every name, holder and delegation, what was corrected, and the names of institutions."""
    names, past = read_names(db()), withdrawn(db())
    return render_template(
        "names/index.html", groups=_groups(names), past=past, people=_people([*_rows(names), *past]),
        labels=_labels(), signed=SIGNED_FR, known=institutions().values(),
    )  # fmt: skip


@bp.route(f"/{_TABLE}/new", methods=["GET", "POST"])
@requires(Right.MANAGE_NAMES)
@reads_first
def new(table: str) -> ResponseReturnValue:
    """Add a row, and end what is in course where the person says so."""
    form = _TABLES[table][1]()
    if not form.is_submitted():
        form.show_days()
        return _page(table, _about(form, request.args.get("of", "")))
    return _answer(table, form, None)


@bp.route(f"/{_TABLE}/<uuid:row_id>", methods=["GET", "POST"])
@requires(Right.MANAGE_NAMES)
@reads_first
def correct(table: str, row_id: UUID) -> ResponseReturnValue:
    """Correct or end a row: another one takes its place, and it stays to be read."""
    row = _find(db(), table, row_id)
    form = _TABLES[table][1](obj=row)
    if form.is_submitted():
        return _answer(table, form, row)
    form.show_days(row)
    if isinstance(form, DelegationForm) and isinstance(row, Delegation):
        form.kinds.data = row.kinds.split()
    return _page(table, form, row)


@bp.post(f"/{_TABLE}/<uuid:row_id>/withdraw")
@requires(Right.MANAGE_NAMES)
@reads_first
def withdraw(table: str, row_id: UUID) -> ResponseReturnValue:
    """Take back a row that should never have been written."""
    try:
        with writing() as session:
            withdraw_name(session, _find(session, table, row_id), by=person(), at=now())
            session.commit()
        flash(_("La ligne est retirée ; elle reste lisible sous « Ce qui a été corrigé ou retiré »."))
    except Unfit as unfit:
        flash(str(unfit))
    return redirect(url_for("names.index"), 303)


def _answer(table: str, form: RowForm, before: Row | None) -> ResponseReturnValue:
    """Record what was typed, or show it again with what is wrong with it."""
    form.read_days()
    if not form.validate():
        return _page(table, form, before), 422
    try:
        with writing() as session:
            replaced = _find(session, table, before.id) if before else None
            ending = before is None and form.ending.data
            write_name(session, form.row(), by=person(), at=now(), instead_of=replaced, ending=ending)
            session.commit()
    except Unfit as unfit:
        return _page(table, form, before, form.refuse(unfit.reasons)), 422
    flash(_("C’est enregistré."))
    return redirect(url_for("names.index"), 303)


def _page(table: str, form: RowForm, row: Row | None = None, reasons: Sequence[str] = ()) -> str:
    return render_template("names/row.html", table=table, form=form, row=row, reasons=reasons)


def _about(form: RowForm, code: str) -> RowForm:
    """Choose already what the person came to add something of."""
    field = form["code"] if "code" in form else form["office"]
    if code in dict(field.choices):
        field.data = code
    return form


def _find(session: Session, table: str, row_id: UUID) -> Row:
    row = cast("Row | None", session.get(_TABLES[table][0], row_id))
    return row or abort(404)


def _groups(names: Names) -> Mapping[str, Sequence[Group]]:
    periods = [
        Group(code, each.label_fr, [row for row in names.periods if row.code == code][::-1])
        for code, each in NAMED.items()
    ]
    holders = [
        Group(code, each.label_fr, [row for row in names.holders if row.office == code][::-1])
        for code, each in OFFICES.items()
    ]
    given = [
        Group(code, each.label_fr, rows)
        for code, each in OFFICES.items()
        if (rows := [row for row in names.delegations if row.office == code][::-1])
    ]
    return {"periods": periods, "holders": holders, "delegations": given}


def _rows(names: Names) -> list[Row]:
    return [*names.periods, *names.holders, *names.delegations]


def _labels() -> Mapping[str, str]:
    named = {code: each.label_fr for code, each in NAMED.items()}
    return named | {code: each.label_fr for code, each in OFFICES.items()}


def _people(rows: Sequence[Row]) -> Mapping[UUID | None, str]:
    wanted = {key for row in rows for key in (row.recorded_by_id, row.withdrawn_by_id) if key}
    return dict(db().exec(select(User.id, User.name).where(col(User.id).in_(wanted))).all())
