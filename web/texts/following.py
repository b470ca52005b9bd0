"""Following a text: what others record of it is then in one's daily mail."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.request import db, find_text, now, person, requires
from workflow.people.permissions import Right
from workflow.register import following

bp = Blueprint("following", __name__)

# The page lists so many, those followed last first.
_MOST = 100


@bp.get("/followed")
@requires(Right.READ_TEXTS)
def index() -> ResponseReturnValue:
    """List the texts that one follows."""
    texts = db().exec(following.followed_texts(person()).limit(_MOST)).all()
    return render_template("texts/followed.html", texts=texts)


@bp.post("/texts/<uuid:text_id>/follow")
@requires(Right.READ_TEXTS)
def follow(text_id: UUID) -> ResponseReturnValue:
    """Follow a text."""
    text = find_text(text_id)
    following.follow(db(), text.id, person(), at=now())
    db().commit()
    flash(_("Vous suivez ce texte : ce que d’autres y enregistrent sera dans votre courriel du jour."))
    return redirect(url_for("texts.show", text_id=text_id), 303)


@bp.post("/texts/<uuid:text_id>/unfollow")
@requires(Right.READ_TEXTS)
def unfollow(text_id: UUID) -> ResponseReturnValue:
    """Follow a text no more."""
    text = find_text(text_id)
    following.unfollow(db(), text.id, person())
    db().commit()
    flash(_("Vous ne suivez plus ce texte."))
    return redirect(url_for("texts.show", text_id=text_id), 303)
