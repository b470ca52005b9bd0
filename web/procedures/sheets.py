"""The procedures as sheets to read and print: a picture, states, moves, roles, deadlines and legal bases."""

from io import BytesIO

from flask import Blueprint, Response, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue

from documents.produce import WORD, make_review, review_name
from web.procedures.picture import draw, role_fr
from web.request import db, letterhead, now, requires, today
from workflow.conditions.registry import conditions_fr, doubts_fr
from workflow.people.permissions import Right
from workflow.procedure.model import Procedure
from workflow.rulebook.deadline_words import conditions_of
from workflow.rulebook.diagram import Sheet, law_fr, length_fr
from workflow.rulebook.files import procedures
from workflow.sentences.places import any_body_fr

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
        role=role_fr,
        length=length_fr,
        holder=any_body_fr,
        law=law_fr,
        conditions=conditions_fr,
        doubts=doubts_fr,
        depends=conditions_of,
    )


@bp.get("/<kind>.docx")
@requires(Right.READ_TEXTS)
def review(kind: str) -> ResponseReturnValue:
    """Give one version of a procedure as the paper on which people read it again."""
    procedure = _find(kind)
    content = make_review(procedure, at=now(), on=today(), letterhead=letterhead(db(), today()))
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=review_name(procedure, today()))


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
