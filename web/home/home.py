"""The first page."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from web.request import requires
from workflow.people.permissions import Right

bp = Blueprint("home", __name__)


@bp.get("/")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """Lead to the table of texts."""
    return redirect(url_for("texts.index"))
