"""A draft read again: one whose reading failed as it was attached."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import LegalText, PieceVersion
from web.administration.failures import tried_from
from web.pieces.listing import version_of
from web.request import calendar, db, find_text, now, person, reads_first, requires, settings, writing
from web.stored_files import kept_bytes
from workflow.errors import Refused
from workflow.people.permissions import Right
from workflow.pieces.extraction import Examined, examine
from workflow.register.readings import read_again

bp = Blueprint("rereading", __name__, url_prefix="/texts/<uuid:text_id>/pieces")

_ALTERED = "Le fichier conservé ne correspond plus à ce qui a été joint : il n’est pas lu."
_STILL = "La lecture n’a rien donné de plus : ouvrez le fichier dans Word, enregistrez-le, puis joignez-le de nouveau."
_READ = "Le fichier est lu : ses articles et ses mots se retrouvent maintenant dans le texte."


@bp.post("/<uuid:version_id>/read")
@requires(Right.ATTACH_PIECES)
@reads_first
def read(text_id: UUID, version_id: UUID) -> ResponseReturnValue:
    """Read again the articles and the words of a version of which nothing was read."""
    version = version_of(db(), find_text(text_id), person(), version_id) or abort(404)
    content = kept_bytes(version.sha256, f"version {version_id} of a piece")
    if content is None:
        flash(_(_ALTERED))
        return redirect(tried_from(url_for("pieces.index", text_id=text_id)), 303)
    db().commit()  # nothing waits while a file is looked at
    try:
        file = examine(content, version.file_name, largest_mb=settings().pieces.largest_mb)
        flash(_(_READ) if _keep(text_id, version, file) else _(_STILL))
    except Refused as refused:
        flash(" ".join(refused.reasons))
    return redirect(tried_from(url_for("pieces.index", text_id=text_id)), 303)


def _keep(text_id: UUID, version: PieceVersion, file: Examined) -> bool:
    days = calendar()
    with writing() as session:
        text = session.get_one(LegalText, text_id)
        is_more = read_again(session, text, version, file, by=person(), at=now(), calendar=days)
        session.commit()
    return is_more
