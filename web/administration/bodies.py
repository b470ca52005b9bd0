"""The institutions that Navette knows, under all their names, and the bodies that it was told of and does not know."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from web.request import db, requires
from workflow.language.folding import norm
from workflow.people.permissions import Right
from workflow.procedure.institutions import Institution, institutions
from workflow.reports.unknown_bodies import MOST, unknown_bodies

bp = Blueprint("bodies", __name__, url_prefix="/administration/bodies")


@bp.get("")
@requires(Right.MANAGE_NAMES)
def index() -> ResponseReturnValue:
    """List the institutions, found by any of their names, and the unknown bodies with how often they are named."""
    wanted = request.args.get("q", "").strip()
    found = [each for each in institutions().values() if _is_found(each, norm(wanted))]
    return render_template(
        "administration/bodies.html", found=found, q=wanted, total=len(institutions()), unknown=unknown_bodies(db()),
        most=MOST,
    )  # fmt: skip


def _is_found(each: Institution, wanted: str) -> bool:
    return any(wanted in norm(words) for words in each.all_spellings)
