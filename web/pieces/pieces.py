"""Pieces of a text: listed, attached, downloaded one by one or as the whole file."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from uuid import UUID

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    send_file,
    stream_with_context,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import Session

from documents.catalogue import KINDS
from models import LegalText
from web.errors import verdict
from web.forms.faults import SAID_BY_FIELDS
from web.forms.pieces import DescribeForm, PieceForm
from web.moves.moved_meanwhile import CAME_SECOND
from web.pieces.chosen import Desk, Files, read_files
from web.pieces.listing import read_page, steps_to_choose, version_of
from web.request import (
    calendar,
    db,
    find_going_on,
    find_text,
    now,
    person,
    reads_first,
    requires,
    settings,
    takes_pieces,
    today,
    writing,
)
from web.stored_files import kept_bytes
from workflow.errors import Refused
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.people.permissions import Right, may_read_confidential
from workflow.pieces.archive import archive_of
from workflow.pieces.kept import pieces_of
from workflow.register.pieces import attach, describe
from workflow.rulebook.files import procedure_of

bp = Blueprint("pieces", __name__, url_prefix="/texts/<uuid:text_id>/pieces")

# Whatever a file holds, a browser that shows it all the same runs nothing of it and gives it nothing of ours.
_POLICY = "sandbox; default-src 'none'"
_MOVED = ["Quelqu’un a enregistré autre chose dans ce dossier au même moment : envoyez de nouveau."]
_ALTERED = (
    "Le fichier conservé ne correspond plus à l’empreinte prise quand il a été joint : il ne vous est pas remis. "
    "Prévenez l’administrateur, qui peut le retrouver dans une sauvegarde."
)


@bp.get("")
@requires(Right.READ_TEXTS)
def index(text_id: UUID) -> ResponseReturnValue:
    """Show every piece with its versions, or those of one kind."""
    page = read_page(db(), find_text(text_id), person())
    kind = request.args.get("kind", "")
    shown = [group for group in page.groups if group.kind == kind] or page.groups
    return render_template("pieces/index.html", page=page, shown=shown, kind=kind if len(shown) == 1 else "")


@bp.route("/new", methods=["GET", "POST"])
@requires(Right.ATTACH_PIECES)
@reads_first
@takes_pieces
def new(text_id: UUID) -> ResponseReturnValue:
    """Ask for files and what they are, and attach them; those of a form that is refused are kept for a day."""
    text = find_going_on(text_id)
    form = _form(text)
    if not form.is_submitted():
        return _ask(text, form.begin(request.args.get("of", ""), request.args.get("kind", "")))
    db().commit()  # nothing waits while files are looked at
    desk = Desk(settings().var, person().id)
    form.read(read_files(desk, largest_mb=settings().pieces.largest_mb))
    reasons = SAID_BY_FIELDS if not form.validate() else _attach(text_id, form)
    if reasons:
        form.files = form.files.kept(desk)
        return _ask(text, form, reasons), 409 if reasons is _MOVED else 422
    desk.forget(form.files.ready)
    flash(_attached(form.files))
    return redirect(url_for("pieces.index", text_id=text_id), 303)


@bp.route("/<uuid:piece_id>/describe", methods=["GET", "POST"])
@requires(Right.ATTACH_PIECES)
@reads_first
def rename(text_id: UUID, piece_id: UUID) -> ResponseReturnValue:
    """Name a piece otherwise, or make it confidential."""
    text = find_going_on(text_id)
    listed = next((each for each in pieces_of(db(), text, person()) if each.piece.id == piece_id), None) or abort(404)
    form = DescribeForm(listed.piece, may_hide=may_read_confidential(person(), text))
    reasons: Sequence[str] = ()
    if form.is_submitted():
        reasons = _describe(text_id, piece_id, form) if form.validate() else SAID_BY_FIELDS
        if not reasons:
            flash(_("C’est enregistré."))
            return redirect(url_for("pieces.index", text_id=text_id), 303)
    status = 422 if reasons else 200
    return render_template("pieces/describe.html", text=text, listed=listed, form=form, reasons=reasons), status


@bp.get("/<uuid:version_id>")
@requires(Right.READ_TEXTS)
def download(text_id: UUID, version_id: UUID) -> ResponseReturnValue:
    """Give a version of a piece, as its bytes were kept; of what this person may not read, as if it were not there."""
    version = version_of(db(), find_text(text_id), person(), version_id) or abort(404)
    content = kept_bytes(version.sha256, f"version {version_id} of a piece")
    if content is None:
        return verdict(500, _("Ce fichier n’est plus celui qui a été joint"), _ALTERED)
    return _given_away(
        send_file(BytesIO(content), version.media_type, as_attachment=True, download_name=version.file_name, etag=False)
    )


@bp.get("/dossier.zip")
@requires(Right.READ_TEXTS)
def archive(text_id: UUID) -> ResponseReturnValue:
    """Give all pieces that this person may read, and all papers, as one zip that is made as it is sent."""
    text = find_text(text_id)
    papers = {code: kind.label_fr for code, kind in KINDS.items()}
    parts = archive_of(db(), text, person(), vocabulary=procedure_of(text).vocabulary, papers=papers, at=now())
    name = "_".join(filter(None, ("dossier", re.sub(r"[^0-9A-Za-z]+", "-", text.number or ""), today().isoformat())))
    told = {"Content-Disposition": f"attachment; filename={name}.zip"}
    return _given_away(Response(stream_with_context(parts), mimetype="application/zip", headers=told))


def _given_away(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _form(text: LegalText) -> PieceForm:
    procedure, steps = procedure_of(text), steps_of(db(), text.id)
    return PieceForm(
        procedure.vocabulary,
        pieces_of(db(), text, person(), steps=steps),
        steps_to_choose(procedure, fold(procedure, steps).done),
        may_hide=may_read_confidential(person(), text),
    )


def _ask(text: LegalText, form: PieceForm, reasons: Sequence[str] = ()) -> str:
    return render_template(
        "pieces/new.html", text=text, form=form, reasons=reasons, largest_mb=settings().pieces.largest_mb
    )


def _attach(text_id: UUID, form: PieceForm) -> Sequence[str]:
    """Attach all files, or none; give the reasons against it."""
    days = calendar()

    def write(session: Session, text: LegalText) -> None:
        for each in form.files.ready:
            attach(session, text, each.examined, form.told(each.examined), by=person(), at=now(), calendar=days)

    return _written(text_id, write)


def _describe(text_id: UUID, piece_id: UUID, form: DescribeForm) -> Sequence[str]:
    days, title = calendar(), form.title.data or ""

    def write(session: Session, text: LegalText) -> None:
        describe(session, text, piece_id, title=title, confidential=form.hides, by=person(), at=now(), calendar=days)

    return _written(text_id, write)


def _written(text_id: UUID, write: Callable[[Session, LegalText], None]) -> Sequence[str]:
    """Write in one transaction; give the reasons against it, with nothing written then."""
    try:
        with writing() as session:
            write(session, session.get_one(LegalText, text_id))
            session.commit()
    except Refused as refused:
        return refused.reasons
    except CAME_SECOND:
        return _MOVED
    return ()


def _attached(files: Files) -> str:
    names = ", ".join(f"« {each.examined.name} »" for each in files.ready)
    return str(_("Joint au dossier : %(names)s.", names=names))
