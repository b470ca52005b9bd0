"""Files of templates given back: any version, the one that made a paper, and papers made on trial."""

from io import BytesIO
from uuid import UUID

from flask import Blueprint, abort, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from documents.case import gather
from documents.engine.faults import BadTemplate
from documents.kinds.follow_up.tableau import TABLEAU
from documents.produce import WORD
from documents.templates import Template
from documents.trial import Trial, Tried
from models import Document, LegalText
from web.errors import verdict
from web.forms.words import line
from web.lists.counting import count_texts
from web.lists.filters import Filters
from web.lists.finding import Listing
from web.paper_templates.shown import Owned, find_owned
from web.request import calendar, db, find, find_text, letterhead, now, person, requires, settings, today
from web.stored_files import kept_bytes
from workflow.language.folding import norm
from workflow.people.permissions import Right
from workflow.reports.production import production_table

bp = Blueprint("template_files", __name__)

_MOST = 20
_WORDS = 200


@bp.get("/templates/<kind>/<language>/<int:number>/file")
@requires(Right.MANAGE_TEMPLATES)
def download(kind: str, language: str, number: int) -> ResponseReturnValue:
    """Give the file of a version, as it was sent; 0 is the one that comes with Navette."""
    try:
        template = find_owned(db(), kind, language).template(db(), number)
    except BadTemplate as lost:
        return verdict(500, _("Ce modèle n’est plus celui qui a été envoyé"), str(lost))
    return _word(template.content, template.file_name(kind, language))


@bp.get("/papers/<uuid:document_id>/template")
@requires(Right.READ_TEXTS)
def of_paper(document_id: UUID) -> ResponseReturnValue:
    """Give the exact template that made a paper, whatever serves today."""
    document = find(Document, document_id)
    find_text(document.text_id)
    if document.template_sha256 is None:
        abort(404)
    content = kept_bytes(document.template_sha256, f"the template of paper {document_id}")
    if content is None:
        return verdict(500, _("Ce modèle n’est plus celui qui a fait le papier"), _("Prévenez l’administrateur."))
    name = Template(b"", document.template_number).file_name(document.kind, document.language)
    return _word(content, name)


@bp.get("/templates/<kind>/<language>/<int:number>/trial")
@requires(Right.MANAGE_TEMPLATES)
def trial(kind: str, language: str, number: int) -> ResponseReturnValue:
    """Look for a text, then try a version on it: the paper is given, marked as a trial, and not kept."""
    owned, words = find_owned(db(), kind, language), line(request.args.get("q"))[:_WORDS]
    if number and owned.find(number).faults:
        abort(404)
    fault = ""
    if kind == TABLEAU.code or "text" in request.args:
        try:
            tried = _tried(owned, number)
            return _word(tried.content, tried.name)
        except BadTemplate as bad:
            fault = str(bad)
    found = _look_for(words)
    shown = {"owned": owned, "number": number, "words": words, "found": found, "most": _MOST, "fault": fault}
    return render_template("paper_templates/trial.html", **shown), 422 if fault else 200


def _tried(owned: Owned, number: int) -> Tried:
    trial = Trial(owned.template(db(), number), owned.kind, owned.language, now())
    if owned.kind == TABLEAU.code:
        table = production_table(db(), on=today(), calendar=calendar())
        return trial.on_table(table, letterhead(db(), today()))
    text = find_text(_asked())
    case = gather(db(), text, on=today(), calendar=calendar(), letterhead=settings().letterhead)
    return trial.on_text(case)


def _asked() -> UUID:
    try:
        return UUID(request.args["text"])
    except ValueError:
        abort(404)


def _look_for(words: str) -> list[LegalText]:
    if not norm(words):
        return []
    whole = count_texts(db(), by=person(), today=today())
    return Listing(db(), Filters(q=words), whole, by=person(), today=today()).page(_MOST)[0]


def _word(content: bytes, name: str) -> ResponseReturnValue:
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=name)
