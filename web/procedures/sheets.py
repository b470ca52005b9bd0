"""The procedures as sheets to read and print: a picture, states, moves, roles, deadlines and legal bases."""

from flask import Blueprint, Response, abort, render_template, request
from flask.typing import ResponseReturnValue

from web.procedures.picture import draw, role_fr, role_letters
from web.request import requires
from workflow.conditions.registry import conditions_fr
from workflow.people.permissions import Right
from workflow.procedure.model import Procedure
from workflow.rulebook.diagram import Sheet, law_fr, length_fr
from workflow.rulebook.files import procedures

bp = Blueprint("procedure_pages", __name__, url_prefix="/procedures")


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """List the kinds of text."""
    return render_template("procedures/index.html", known=procedures())


@bp.get("/<kind>")
@requires(Right.READ_TEXTS)
def show(kind: str) -> ResponseReturnValue:
    """Show one version of a procedure as a sheet."""
    procedure = _find(kind)
    return render_template(
        "procedures/show.html",
        procedure=procedure,
        sheet=Sheet(procedure),
        letters=role_letters(procedure),
        role=role_fr,
        length=length_fr,
        law=law_fr,
        conditions=conditions_fr,
    )


@bp.get("/<kind>.svg")
@requires(Right.READ_TEXTS)
def picture(kind: str) -> ResponseReturnValue:
    """Give the picture of one version of a procedure."""
    return Response(draw(kind, _find(kind).version), mimetype="image/svg+xml")


def _find(kind: str) -> Procedure:
    """Give the version that the address names, the newest when it names none."""
    newest = procedures().get(kind) or abort(404)
    version = request.args.get("version", newest.version)
    return newest.siblings.get(version) or abort(404)
