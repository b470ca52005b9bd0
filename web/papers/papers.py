"""Papers asked for, made and downloaded; and the table of legislative production as of a day."""

from dataclasses import replace
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

from documents.catalogue import KINDS
from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import Language
from documents.produce import WORD, make_table, table_name
from documents.table import as_csv
from documents.templates import template_for
from models import Document, DocumentStatus, LegalText, PartialDate
from web.errors import verdict
from web.forms.dates import DateParts
from web.papers.asked import last_made, read_asked
from web.papers.kept import answer_altered, find_version, paper_bytes
from web.papers.listing import papers_of
from web.papers.page import show_papers
from web.papers.production import make_wanted
from web.request import calendar, db, find, find_text, letterhead, now, person, requires, today
from workflow.errors import Refused
from workflow.history.facts import read_partial_date
from workflow.people.permissions import Right
from workflow.register.papers import ask_for_paper, want_again
from workflow.reports.production import ProductionTable, production_table, rows_as_of

bp = Blueprint("papers", __name__)


@bp.get("/texts/<uuid:text_id>/papers")
@requires(Right.READ_TEXTS)
def index(text_id: UUID) -> ResponseReturnValue:
    """Show every paper of a text with its versions."""
    return show_papers(find_text(text_id))


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
    """Give the address of the page from which a paper was asked for: that of all papers, or that of the text."""
    if request.form.get("from") == "papers":
        return url_for(".index", text_id=text_id)
    return url_for("texts.show", text_id=text_id, _anchor="papers")


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
    on = _read_day()
    day = min(on.value.last_day, today()) if on.value and not on.error else today()
    kind = "" if on.error else request.args.get("format", "")
    if kind == "csv":
        lines = stream_with_context(as_csv(rows_as_of(db(), on=day, calendar=calendar())))
        told = {"Content-Disposition": f"attachment; filename={table_name(day, 'csv')}"}
        return Response(lines, mimetype="text/csv", headers=told)
    production = production_table(db(), on=day, calendar=calendar())
    if kind == "docx":
        return _word(production, "ar" if request.args.get("language") == "ar" else "fr")
    return render_template("papers/table.html", on=on, day=day, production=production), 422 if on.error else 200


def _word(production: ProductionTable, language: Language) -> ResponseReturnValue:
    on = production.on
    try:
        template = template_for(db(), TABLEAU.code, language)
        content = make_table(
            production, at=now(), letterhead=letterhead(db(), on), language=language, template=template
        )
    except BadTemplate as fault:
        return verdict(500, _("Le tableau n’a pas pu être produit"), str(fault))
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=table_name(on, "docx", language))


def _read_day() -> DateParts:
    parts = {part: request.args.get(f"on_{part}", "").strip() for part in ("day", "month", "year")}
    given = request.args.get("on", "")
    try:
        if given:
            return _not_to_come(DateParts.of("on", PartialDate.parse(given)))
        value = read_partial_date(**parts)
    except ValueError:
        wrong = _("Cette date n’existe pas dans le calendrier ; voici la situation d’aujourd’hui.")
        return DateParts("on", parts["day"], parts["month"], parts["year"], error=wrong)
    return _not_to_come(DateParts("on", parts["day"], parts["month"], parts["year"], value=value))


def _not_to_come(on: DateParts) -> DateParts:
    if on.value is None or on.value.first_day <= today():
        return on
    wrong = _("Cette date est à venir, et nul ne sait où en seront les textes ; voici la situation d’aujourd’hui.")
    return replace(on, error=wrong)
