"""The procedures as sheets to read and print: a picture, states, moves, roles, deadlines and legal bases."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from web.request import requires
from workflow.calendar import Duration, duration_fr
from workflow.deadline_rule import DeadlineRule
from workflow.diagram import diagram
from workflow.permissions import ROLES_FR, Right
from workflow.procedure_files import procedures

bp = Blueprint("procedure_pages", __name__, url_prefix="/procedures")

_SECONDS = 20


@bp.get("")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """List the kinds of text."""
    return render_template("procedures/index.html", known=procedures())


@bp.get("/<kind>")
@requires(Right.READ_TEXTS)
def show(kind: str) -> ResponseReturnValue:
    """Show one procedure as a sheet."""
    procedure = procedures().get(kind) or abort(404)
    return render_template(
        "procedures/show.html", procedure=procedure, roles=ROLES_FR, length=length, moves=procedure.moves_from
    )


@bp.get("/<kind>.svg")
@requires(Right.READ_TEXTS)
def picture(kind: str) -> ResponseReturnValue:
    """Give the picture of a procedure."""
    if kind not in procedures():
        abort(404)
    return Response(draw(kind), mimetype="image/svg+xml")


@cache
def draw(kind: str) -> bytes:
    """Draw a procedure once; raise RuntimeError when no Graphviz is there to draw it."""
    beside = Path(sys.executable).parent / "graphviz-pure"
    program = str(beside) if beside.exists() else shutil.which("dot")
    if program is None:
        raise RuntimeError("Graphviz manque : installez le paquet Python graphviz-pure, ou la commande dot.")
    source = diagram(procedures()[kind]).encode()
    return subprocess.run([program, "-Tsvg"], input=source, capture_output=True, check=True, timeout=_SECONDS).stdout  # noqa: S603 - our own graph to our own program


def length(rule: DeadlineRule) -> str:
    """Word the length of a deadline rule."""
    if rule.length:
        duration = Duration.parse(rule.length, rule.counted)
        return f"{duration_fr(duration)}{' avant' if duration.count < 0 else ''}"
    if rule.until:
        return "session ordinaire suivante"
    return "fixée par l’étape"
