"""Ties between texts: looking for the other text, tying, designating, untying."""

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from models import LegalText
from web.forms.dates import DateParts
from web.forms.relation import DesignateForm, RelationForm, Search
from web.lists.counting import count_texts
from web.lists.filters import Filters
from web.lists.finding import Listing
from web.moves.moved_meanwhile import find_again
from web.request import db, find_going_on, person, reads_first, requires, today, writing
from workflow.errors import Refused
from workflow.language.folding import norm
from workflow.people.permissions import Right
from workflow.relations.ties import Tie, add, designate, remove, ties

bp = Blueprint("relations", __name__, url_prefix="/texts/<uuid:text_id>/relations")

MOST = 20
_SAME = "Une autre personne vient d’enregistrer ce lien : il n’est pas noté deux fois."


@bp.route("/new", methods=["GET", "POST"])
@requires(Right.WRITE_TEXTS)
@reads_first
def new(text_id: UUID) -> ResponseReturnValue:
    """Tie a text to another one, found or only cited."""
    search = Search.read(find_going_on(text_id))
    found, form, due = look_for(search), RelationForm(), DateParts.read("due")
    form.offer(found, search.words)
    reasons: list[str] = []
    if form.validate_on_submit() and not due.error:
        try:
            with writing() as session:
                add(session, search.text, form.wanted(search, found, due), by=person())
                session.commit()
            return done(search.text, _("Les textes sont liés."))
        except Refused as refused:
            reasons = refused.reasons
        except IntegrityError:
            search, reasons = Search.read(find_again(text_id)), [_SAME]
    given = {"search": search, "found": found, "most": MOST, "form": form, "due": due, "reasons": reasons}
    status = 409 if _SAME in reasons else 422
    return render_template("relations/new.html", **given), status if form.is_submitted() else 200


@bp.route("/<uuid:relation_id>/designate", methods=["GET", "POST"])
@requires(Right.WRITE_TEXTS)
@reads_first
def identify(text_id: UUID, relation_id: UUID) -> ResponseReturnValue:
    """Say which text of the system a citation means."""
    search = Search.read(find_going_on(text_id))
    tie, found, form = find_tie(search.text, relation_id), look_for(search), DesignateForm()
    form.offer(found)
    reasons: list[str] = []
    if form.validate_on_submit() and (other := form.chosen(found)):
        try:
            with writing() as session:
                designate(session, session.merge(tie.relation, load=False), other, by=person())
                session.commit()
            return done(search.text, _("Le texte cité est désigné."))
        except Refused as refused:
            reasons = refused.reasons
    given = {"search": search, "found": found, "most": MOST, "form": form, "tie": tie, "reasons": reasons}
    return render_template("relations/designate.html", **given), 422 if form.is_submitted() else 200


@bp.route("/<uuid:relation_id>/remove", methods=["GET", "POST"])
@requires(Right.WRITE_TEXTS)
@reads_first
def untie(text_id: UUID, relation_id: UUID) -> ResponseReturnValue:
    """Undo a tie, once the person has seen which."""
    text = find_going_on(text_id)
    tie = find_tie(text, relation_id)
    if request.method == "GET":
        return render_template("relations/remove.html", text=text, tie=tie)
    with writing() as session:
        remove(session, session.merge(tie.relation, load=False), by=person())
        session.commit()
    return done(text, _("Le lien est retiré."))


def done(text: LegalText, words: str) -> ResponseReturnValue:
    """Say what was written, and show the ties of the text."""
    flash(words)
    return redirect(url_for("texts.show", text_id=text.id, _anchor="relations"), 303)


def look_for(search: Search) -> list[LegalText]:
    """Give the first texts that answer the words; none to no words, which every text would answer."""
    if not norm(search.words):
        return []
    whole = count_texts(db(), by=person(), today=today())
    found, _next = Listing(db(), Filters(q=search.words), whole, by=person(), today=today()).page(MOST + 1)
    return [text for text in found if text.id != search.text.id][:MOST]


def find_tie(text: LegalText, relation_id: UUID) -> Tie:
    """Give a tie of this text, or answer that it is not found."""
    tie = next((tie for tie in ties(db(), text) if tie.relation.id == relation_id), None)
    if tie is None:
        abort(404)
    return tie
