"""The scan of a final paper once signed, attached with the signature that it brings."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from models import Document, LegalText
from web.forms.faults import SAID_BY_FIELDS
from web.forms.papers import SignedForm
from web.moves.moved_meanwhile import CAME_SECOND, find_again
from web.papers.kept import find_version
from web.papers.listing import version_name
from web.papers.versions import MOVED
from web.request import (
    calendar,
    db,
    find_going_on,
    now,
    person,
    reads_first,
    requires,
    settings,
    takes_pieces,
    today,
    writing,
)
from workflow.errors import Impossible, Refused
from workflow.history.numbering import COLLECT
from workflow.history.signatures import still_expected
from workflow.people.permissions import Right, may_fire
from workflow.register.paper_versions import Collected, attach_signed
from workflow.standing.reading import read_standing

bp = Blueprint("signed_papers", __name__)

_NOT_HERE = ("Aucune signature ne se recueille là où se trouve le texte : choisissez « aucune signature ».",)


@bp.route("/papers/<uuid:document_id>/signed", methods=["GET", "POST"])
@requires(Right.MAKE_PAPERS)
@reads_first
@takes_pieces
def attach(document_id: UUID) -> ResponseReturnValue:
    """Ask for the scan of a final version, and attach it; what was typed and chosen stays where it is refused."""
    document = find_version(document_id)
    text = find_going_on(document.text_id)
    form = SignedForm(*_expected(text))
    if not form.is_submitted():
        return _ask(document, text, form)
    reasons = _attach(document, form) if form.is_filled() else SAID_BY_FIELDS
    if reasons:
        form.keep()
        if reasons is MOVED:
            form.offer(*_expected(find_again(text.id)))
        return _ask(document, text, form, reasons), 409 if reasons is MOVED else 422
    form.forget()
    flash(_("La version signée est jointe : %(name)s.", name=version_name(document)))
    return redirect(url_for("papers.index", text_id=text.id), 303)


def _expected(text: LegalText) -> tuple[list[str], int]:
    """Give the authorities whose signature this person may record where the text is, and its last step."""
    now_ = read_standing(db(), text, on=today(), calendar=calendar())
    may_collect = any(each.move.name == COLLECT and may_fire(person(), each.move) for each in now_.moves)
    return list(still_expected(now_.situation)) if may_collect else [], text.last_step


def _ask(document: Document, text: LegalText, form: SignedForm, reasons: Sequence[str] = ()) -> str:
    return render_template(
        "papers/signed.html", document=document, name=version_name(document), text=text, form=form, reasons=reasons,
        largest_mb=settings().pieces.largest_mb,
    )  # fmt: skip


def _attach(document: Document, form: SignedForm) -> Sequence[str]:
    """Attach the scan and record the signature, both or neither; give the reasons against it."""
    days, signatory, on = calendar(), form.signatory.data, form.on.value
    closes = Collected(signatory, on, int(form.seen_step.data or 0)) if signatory else None
    try:
        with writing() as session:
            attach_signed(
                session, session.get_one(Document, document.id), form.file, title=version_name(document), on=on,
                closes=closes, by=person(), at=now(), calendar=days,
            )  # fmt: skip
            session.commit()
    except Refused as refused:
        return refused.reasons
    except Impossible:
        return _NOT_HERE
    except CAME_SECOND:
        return MOVED
    return ()
