"""The procedures as sheets to read and print: phase by phase, in pictures, and in Word."""

from io import BytesIO

from flask import Blueprint, Response, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue

from documents.produce import WORD, make_review, review_name
from web.procedures.families import count_of_kinds, families
from web.procedures.picture import draw, draw_phase
from web.procedures.told import page_of
from web.request import db, letterhead, now, person, requires, today
from workflow.overview.usual_times import read_usual_times
from workflow.people.permissions import Right
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures

bp = Blueprint("procedure_pages", __name__, url_prefix="/procedures")


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """List the kinds of text by family, each with how many texts are of it."""
    return render_template("procedures/index.html", families=families(db(), by=person()))


@bp.get("/<kind>")
@requires(Right.READ_TEXTS)
def show(kind: str) -> ResponseReturnValue:
    """Show one version of a procedure, phase by phase."""
    procedure = _find(kind)
    count = count_of_kinds(db(), [kind], by=person())[kind]
    return render_template(
        "procedures/show.html", count=count, usual_times=read_usual_times(db(), []), **page_of(procedure)
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


@bp.get("/<kind>/<phase>.svg")
@requires(Right.READ_TEXTS)
def phase_picture(kind: str, phase: str) -> ResponseReturnValue:
    """Give the picture of one phase of a version of a procedure."""
    drawn = draw_phase(kind, _find(kind).version, phase) or abort(404)
    return Response(drawn, mimetype="image/svg+xml")


def _find(kind: str) -> Procedure:
    """Give the version that the address names, the newest when it names none."""
    newest = procedures().get(kind) or abort(404)
    version = request.args.get("version", newest.version)
    return newest.siblings.get(version) or abort(404)
