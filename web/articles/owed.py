"""The texts of application that a draft's own words call for: proposed, and recorded once they are confirmed."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from models import LegalText
from web.articles.choosing import Choice, choices, chosen
from web.forms.owed import OwedLine, owed_lines, typed_lines
from web.request import db, find_going_on, find_text, person, reads_first, requires, today, writing
from workflow.articles.called_texts import NAMES
from workflow.errors import Refused
from workflow.people.permissions import Right
from workflow.pieces.drafts import readings_of
from workflow.relations.implementing_texts import application
from workflow.relations.owed_texts import Proposal, owe, proposed
from workflow.relations.ties import ties

_KNOWN = "Ces textes d’application étaient déjà notés."
_ONE = "Un texte d’application est noté comme prévu."
_SEVERAL = "%(num)s textes d’application sont notés comme prévus."

bp = Blueprint("owed", __name__, url_prefix="/texts/<uuid:text_id>/articles")


@bp.get("/owed")
@requires(Right.READ_TEXTS)
def show(text_id: UUID) -> ResponseReturnValue:
    """Show what the articles call for, and what is recorded as owed already."""
    text = find_text(text_id)
    choice = chosen(choices(text))
    return _page(text, choice, owed_lines(_proposals(text, choice)))


@bp.post("/owed")
@requires(Right.WRITE_TEXTS)
@reads_first
def confirm(text_id: UUID) -> ResponseReturnValue:
    """Record those that were ticked, all or none."""
    text = find_going_on(text_id)
    choice = chosen(choices(text))
    lines = typed_lines(_proposals(text, choice))
    if not any(line.is_ticked for line in lines):
        return _page(text, choice, lines, [_("Cochez au moins un texte, ou revenez à la page du texte.")]), 422
    if not all(line.is_sound for line in lines):
        return _page(text, choice, lines), 422
    try:
        count = _owe(text, [line.confirmed for line in lines if line.is_ticked])
    except Refused as refused:
        return _page(text, choice, lines, refused.reasons), 422
    flash(ngettext(_ONE, _SEVERAL, count) if count else _(_KNOWN))
    return redirect(url_for("owed.show", text_id=text.id, v=choice.draft.key), 303)


def _owe(text: LegalText, confirmed: Sequence[Proposal]) -> int:
    """Record these texts as owed, and count those that were not recorded before."""
    with writing() as session:
        made = owe(session, session.merge(text, load=False), confirmed, by=person())
        session.commit()
        return len(made)


def _proposals(text: LegalText, choice: Choice) -> list[Proposal]:
    (reading,) = readings_of(db(), [choice.draft])
    return proposed(reading.draft, ties(db(), text))


def _page(text: LegalText, choice: Choice, lines: Sequence[OwedLine], reasons: Sequence[str] = ()) -> str:
    known = application(ties(db(), text), today=today())
    return render_template(
        "articles/owed.html", text=text, choice=choice, lines=lines, reasons=reasons, known=known, called=NAMES["fr"]
    )
