"""Templates of papers: seen, sent, checked, and put in service."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from documents.checking.faults import Fault
from documents.checking.template import check_template
from documents.checking.word_file.package import LARGEST_FILE
from documents.engine.faults import BadTemplate
from documents.tags import WAYS_FR, entries, filters_fr
from documents.templates import dictionary
from web.forms.template import ServiceForm, UploadForm
from web.paper_templates.shown import Owned, every_owned, find_owned
from web.request import db, now, person, reads_first, requires, takes_files, writing
from workflow.errors import Refused
from workflow.people.permissions import Right
from workflow.pieces.file_types import TYPES
from workflow.pieces.names import safe_name
from workflow.register.templates import Checked, Sent, keep_template, put_in_service, restore_factory

bp = Blueprint("paper_templates", __name__, url_prefix="/templates")

# What is beside the file in what is sent.
_BESIDE = 100_000
# A file at fault in these is not kept: it is no Word file, or it holds what could do harm to who opens it.
_NOT_KEPT = frozenset({"file", "content", "field_code"})
_MEANWHILE = "Une autre personne vient d’enregistrer une version ou un changement : relisez la page, puis recommencez."


@bp.get("")
@requires(Right.MANAGE_TEMPLATES)
def index() -> ResponseReturnValue:
    """Show which template fills each kind of paper, in each of its languages."""
    return render_template("paper_templates/index.html", owned=every_owned(db()))


@bp.get("/<kind>/<language>")
@requires(Right.MANAGE_TEMPLATES)
def show(kind: str, language: str) -> ResponseReturnValue:
    """Show the templates of one kind of paper, and ask for a new one."""
    return _page(find_owned(db(), kind, language), UploadForm())


@bp.get("/<kind>/<language>/fields")
@requires(Right.MANAGE_TEMPLATES)
def fields(kind: str, language: str) -> ResponseReturnValue:
    """Show what the templates of a kind of paper may use, each with the tag to copy."""
    owned, schema = find_owned(db(), kind, language), dictionary(kind, language)
    return render_template(
        "paper_templates/fields.html",
        owned=owned,
        entries=entries(schema),
        filters=filters_fr(schema),
        ways=WAYS_FR,
    )


@bp.post("/<kind>/<language>")
@requires(Right.MANAGE_TEMPLATES)
@takes_files(lambda: LARGEST_FILE, margin=_BESIDE)
@reads_first
def send(kind: str, language: str) -> ResponseReturnValue:
    """Check a file and keep it as a draft, with its faults if they are only faults of writing."""
    owned, form = find_owned(db(), kind, language), UploadForm()
    if not form.read():
        return _page(owned, form), 422
    faults = check_template(form.content, dictionary(kind, language))
    if any(fault.category in _NOT_KEPT for fault in faults):
        return _page(owned, form, faults), 422
    sent = Sent(kind, language, form.content, safe_name(form.file_name, TYPES["docx"]), form.comment.data or "")
    try:
        with writing() as session:
            version = keep_template(session, sent, _told(faults), by=person(), at=now())
            session.commit()
    except Refused as refused:
        form.file.errors = refused.reasons
        return _page(owned, form), 422
    except IntegrityError:
        form.file.errors = [_MEANWHILE]
        return _page(owned, form), 409
    return redirect(url_for(".version", kind=kind, language=language, number=version.number), 303)


@bp.get("/<kind>/<language>/<int:number>")
@requires(Right.MANAGE_TEMPLATES)
def version(kind: str, language: str, number: int) -> ResponseReturnValue:
    """Show one version: what the check found, and what can be done with it."""
    owned = find_owned(db(), kind, language)
    version = owned.find(number) if number else None
    return render_template("paper_templates/version.html", owned=owned, number=number, version=version)


@bp.route("/<kind>/<language>/<int:number>/service", methods=["GET", "POST"])
@requires(Right.MANAGE_TEMPLATES)
@reads_first
def serve(kind: str, language: str, number: int) -> ResponseReturnValue:
    """Say what changes when a version is put in service, then do it, once it has passed the check again."""
    owned, form = find_owned(db(), kind, language), ServiceForm()
    if number and owned.find(number).faults:
        abort(404)
    if request.method == "GET":
        form.seen.data = owned.seen
        return _confirm(owned, number, form)
    if not form.validate():
        return _confirm(owned, number, form), 422
    faults = _check_again(owned, number)
    if faults:
        return _confirm(owned, number, form, faults=faults), 422
    try:
        _put(owned, number, form)
    except Refused as refused:
        return _confirm(owned, number, form, reasons=refused.reasons), 409
    except IntegrityError:
        return _confirm(owned, number, form, reasons=[_MEANWHILE]), 409
    flash(_("C’est fait : %(name)s est en service.", name=owned.name_of(number)))
    return redirect(url_for(".show", kind=kind, language=language), 303)


def _put(owned: Owned, number: int, form: ServiceForm) -> None:
    said = {"seen": form.seen.data, "by": person(), "at": now(), "comment": form.comment.data or ""}
    with writing() as session:
        if number:
            version = owned.find(number)
            put_in_service(session, version, Checked(version.sha256, ()), **said)
        else:
            restore_factory(session, owned.kind, owned.language, **said)
        session.commit()


def _check_again(owned: Owned, number: int) -> list[Fault]:
    """Check a version anew: its bytes, and what its dictionary admits today. The one of Navette needs none."""
    if not number:
        return []
    try:
        template = owned.template(db(), number)
    except BadTemplate as lost:
        return [Fault("fichier", str(lost), "file")]
    return check_template(template.content, dictionary(owned.kind, owned.language))


def _told(faults: list[Fault]) -> list[tuple[str, str, str]]:
    return [(fault.place, fault.words, fault.category) for fault in faults]


def _page(owned: Owned, form: UploadForm, faults: list[Fault] | None = None) -> str:
    return render_template("paper_templates/show.html", owned=owned, form=form, faults=_told(faults or []))


def _confirm(
    owned: Owned, number: int, form: ServiceForm, *, faults: list[Fault] | None = None, reasons: list[str] | None = None
) -> str:
    return render_template(
        "paper_templates/serve.html",
        owned=owned,
        number=number,
        form=form,
        faults=_told(faults or []),
        reasons=reasons or [],
    )
