"""Papers asked for, made and downloaded; and the table of legislative production as of a day."""

from io import BytesIO
from uuid import UUID

from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from documents.catalogue import KINDS
from documents.produce import WORD
from models import Document, DocumentStatus, LegalText
from web.administration.failures import tried_from
from web.papers.asked import Asked, last_made, read_asked
from web.papers.kept import answer_altered, find_version, paper_bytes
from web.papers.listing import papers_of
from web.papers.page import show_papers
from web.papers.production import make_wanted
from web.papers.table import show_internal_table, show_table
from web.request import db, find, find_text, now, person, requires
from workflow.errors import Refused
from workflow.people.permissions import Right
from workflow.register.papers import ask_for_paper, want_again

bp = Blueprint("papers", __name__)


@bp.get("/texts/<uuid:text_id>/papers")
@requires(Right.READ_TEXTS)
def index(text_id: UUID) -> ResponseReturnValue:
    """Show every paper of a text with its versions, and the form that makes one, on the paper that a link names."""
    kind, _space, about = request.args.get("kind", "").partition(" ")
    return show_papers(find_text(text_id), asked=Asked(kind, about=about))


@bp.post("/texts/<uuid:text_id>/papers")
@requires(Right.MAKE_PAPERS)
def make(text_id: UUID) -> ResponseReturnValue:
    """Make a paper of a text as it stands; where its last version was written on by hand, ask first."""
    text = find_text(text_id)
    asked = read_asked(text) or abort(404)
    last = last_made(papers_of(db(), text), asked.key)
    if last and last.edited_from and not request.form.get("confirmed"):
        return show_papers(text, asked=asked, edited=last), 422
    try:
        document = ask_for_paper(
            db(), text, asked.kind, by=person(), at=now(), language=asked.language, about=asked.about
        )
    except Refused as refused:
        flash(" ".join(refused.reasons))
        return redirect(_back(text_id), 303)
    db().commit()
    return _make(text, document)


@bp.post("/papers/<uuid:document_id>/retry")
@requires(Right.MAKE_PAPERS)
def retry(document_id: UUID) -> ResponseReturnValue:
    """Try once more to make a paper that could not be made."""
    document = find(Document, document_id)
    text = find_text(document.text_id)
    want_again(db(), document, by=person())
    db().commit()
    return _make(text, document)


def _make(text: LegalText, document: Document) -> ResponseReturnValue:
    make_wanted(text.id)
    db().rollback()  # the paper was kept in another transaction
    db().refresh(document)
    made = document.status == DocumentStatus.MADE
    kind = KINDS[document.kind]
    label = kind.label(kind.told_in(document.language))
    later = _("Le papier n’a pas encore pu être produit : un nouvel essai se fera dans quelques minutes.")
    flash(_("Le papier est prêt : « %(label)s ».", label=label) if made else document.error or later)
    return redirect(_back(text.id), 303)


def _back(text_id: UUID) -> str:
    """Give the address of the page where a paper was asked for: all papers, what failed, or the text."""
    if request.form.get("from") == "papers":
        return url_for(".index", text_id=text_id)
    return tried_from(url_for("texts.show", text_id=text_id, _anchor="papers"))


@bp.get("/papers/<uuid:document_id>")
@requires(Right.READ_TEXTS)
def download(document_id: UUID) -> ResponseReturnValue:
    """Give a paper, as its bytes were kept."""
    document = find_version(document_id)
    content = paper_bytes(document)
    if content is None:
        return answer_altered()
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=document.file_name)


@bp.get("/table")
@requires(Right.READ_TEXTS)
def table() -> ResponseReturnValue:
    """Show the table as of a day, or give it as a file."""
    return show_table()


@bp.get("/table/internal")
@requires(Right.FOLLOW_DEADLINES)
def internal() -> ResponseReturnValue:
    """Show the table that the ministry keeps to itself, or give it as a file."""
    return show_internal_table()
