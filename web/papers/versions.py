"""Versions of papers: sent back from Word, declared final, given as PDF."""

from collections.abc import Sequence
from io import BytesIO
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from documents.pdf import NoPdf, as_pdf
from models import Document, LegalText, keep_bytes
from web.errors import verdict
from web.forms.faults import SAID_BY_FIELDS
from web.forms.papers import SendBackForm
from web.moves.moved_meanwhile import CAME_SECOND
from web.papers.kept import answer_altered, find_version, paper_bytes
from web.papers.listing import papers_of, version_name
from web.papers.page import show_papers
from web.papers.recognition import recognise
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
    writing,
)
from web.stored_files import kept_bytes
from workflow.errors import Refused
from workflow.people.permissions import Right
from workflow.pieces.extraction import examine
from workflow.register.paper_versions import declare_final, send_back

bp = Blueprint("paper_versions", __name__)

MOVED = ("Quelqu’un a enregistré autre chose dans ce dossier au même moment : vérifiez, puis envoyez de nouveau.",)


@bp.route("/texts/<uuid:text_id>/papers/send-back", methods=["GET", "POST"])
@requires(Right.MAKE_PAPERS)
@reads_first
@takes_pieces
def send(text_id: UUID) -> ResponseReturnValue:
    """Ask for a paper that was written on in Word, find which one it is, and keep it as its next version."""
    text = find_going_on(text_id)
    papers = papers_of(db(), text)
    form = SendBackForm([each for each in papers if each.sha256])
    if not form.is_submitted():
        return _ask(text, form)
    reasons = _send(text, form, papers) if form.is_filled() else SAID_BY_FIELDS
    if reasons:
        form.keep()
        return _ask(text, form, reasons), 409 if reasons is MOVED else 422
    form.forget()
    return redirect(url_for("papers.index", text_id=text_id), 303)


@bp.post("/papers/<uuid:document_id>/final")
@requires(Right.MAKE_PAPERS)
@reads_first
def final(document_id: UUID) -> ResponseReturnValue:
    """Declare that a version of a paper is the final one."""
    document = find_version(document_id)
    content = paper_bytes(document) if document.sha256 else b""
    if content is None:
        return answer_altered()
    try:
        _declare_final(document, content)
    except Refused as refused:
        return show_papers(find_text(document.text_id), reasons=refused.reasons), 422
    flash(_("C’est la version finale : %(name)s.", name=version_name(document)))
    return redirect(url_for("papers.index", text_id=document.text_id), 303)


@bp.get("/papers/<uuid:document_id>/pdf")
@requires(Right.READ_TEXTS)
def pdf(document_id: UUID) -> ResponseReturnValue:
    """Give a version of a paper as a PDF, made the first time that somebody asks for it."""
    document = find_version(document_id)
    content = kept_bytes(document.pdf_sha256, f"the PDF of paper {document_id}") if document.pdf_sha256 else None
    if content is None:
        word = paper_bytes(document)
        if word is None:
            return answer_altered()
        try:
            content = _made_pdf(document, word)
        except NoPdf as fault:
            return verdict(503, _("Ce papier n’est pas donné en PDF"), str(fault))
    name = f"{document.file_name.removesuffix('.docx')}.pdf"
    return send_file(BytesIO(content), "application/pdf", as_attachment=True, download_name=name)


def _ask(text: LegalText, form: SendBackForm, reasons: Sequence[str] = ()) -> str:
    return render_template(
        "papers/send_back.html", text=text, form=form, reasons=reasons, largest_mb=settings().pieces.largest_mb
    )


def _send(text: LegalText, form: SendBackForm, papers: Sequence[Document]) -> Sequence[str]:
    """Keep the file as the next version of the paper that it comes from; give the reasons against it."""
    found = recognise(db(), text, form.file, papers, chosen=form.chosen, by=person())
    if found.source is None:
        form.ask(found.reason, found.proposed)
        return SAID_BY_FIELDS
    try:
        with writing() as session:
            text, source = session.get_one(LegalText, text.id), session.get_one(Document, found.source.id)
            sent = send_back(session, text, source, form.file, by=person(), at=now())
            session.commit()
    except Refused as refused:
        return refused.reasons
    except CAME_SECOND:
        return MOVED
    flash(_("C’est enregistré : %(name)s.", name=version_name(sent)))
    return ()


def _declare_final(document: Document, content: bytes) -> None:
    db().commit()  # nothing waits while the file is looked at
    largest_mb = max(settings().pieces.largest_mb, len(content) // 1_000_000 + 1)  # what is kept was taken once
    file = examine(content, document.file_name, largest_mb=largest_mb) if content else None
    with writing() as session:
        text, version = session.get_one(LegalText, document.text_id), session.get_one(Document, document.id)
        declare_final(session, text, version, file, by=person(), at=now(), calendar=calendar())
        session.commit()


def _made_pdf(document: Document, word: bytes) -> bytes:
    """Make the PDF of a version and keep it; the database waits for neither."""
    db().commit()
    content = as_pdf(word)
    with writing() as session:
        session.get_one(Document, document.id).pdf_sha256 = keep_bytes(session, content)
        session.commit()
    return content
