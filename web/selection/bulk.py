"""What is done to the texts chosen, all of them at once: given to a colleague, or put on paper."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from documents.together import papers_of_texts
from models import User
from web.papers.jobs import ask_together, label_of, read_chosen
from web.request import calendar, db, now, person, reads_first, requires, settings, today, writing
from web.selection.chosen import chosen_texts, forget
from web.selection.selection import back_address, keep_ticks, selection_page
from workflow.mail.entrusted_notice import tell_all_entrusted
from workflow.people.permissions import Right
from workflow.people.recipients import responsible_people
from workflow.register.paper_jobs import Occasion
from workflow.register.particulars import entrust

bp = Blueprint("bulk", __name__, url_prefix="/texts/selection")


@bp.post("/assign")
@requires(Right.ASSIGN_TEXTS)
@reads_first
def assign() -> ResponseReturnValue:
    """Give all texts chosen to one person: one commit, one mail."""
    keep_ticks()
    given = request.form.get("to", "")
    owner = next((one for one in responsible_people(db()) if str(one.id) == given), None)
    if owner is None:
        return selection_page({"to": _("Choisissez la personne à qui confier ces textes.")}), 422
    if (count := _entrust(owner)) is None:
        return selection_page({"text": _("Cochez au moins un texte.")}), 422
    flash(_said(owner, count))
    return redirect(back_address(), 303)


def _entrust(owner: User) -> int | None:
    """Write a step in each text chosen that is not this person's yet; give how many, None where none is chosen."""
    days = calendar()
    with writing() as session:
        texts = chosen_texts(session, person(), at=now(), is_locked=True)
        told = [(text, entrust(session, text, owner.id, by=person(), at=now(), calendar=days)) for text in texts]
        steps = [(text, step) for text, step in told if step]
        tell_all_entrusted(session, steps, owner, by=person(), at=now(), base_url=settings().base_url)
        forget(session, person())
        session.commit()
    return len(steps) if texts else None


def _said(owner: User, count: int) -> str:
    if not count:
        return str(_("Ces textes étaient déjà confiés à %(name)s.", name=owner.name))
    said = ngettext(
        "%(num)s texte est confié à %(name)s", "%(num)s textes sont confiés à %(name)s", count, name=owner.name
    )
    return f"{said}." if owner.id == person().id else str(_("%(said)s, par un seul courriel.", said=said))


@bp.post("/papers")
@requires(Right.MAKE_PAPERS)
@reads_first
def ask() -> ResponseReturnValue:
    """Ask for papers of all texts chosen, of the kinds and in the languages named; they are made afterwards."""
    keep_ticks()
    texts, chosen = chosen_texts(db(), person(), at=now()), read_chosen()
    if wrong := _lacking(texts, chosen.kinds, chosen.languages):
        return selection_page(wrong), 422
    papers = papers_of_texts(db(), texts, chosen, on=today(), calendar=calendar(), letterhead=settings().letterhead)
    label, back = label_of(texts, Occasion()), url_for("selection.show")
    with writing() as session:
        return ask_together(session, papers, label, Occasion(), back=back)


def _lacking(texts: object, kinds: object, languages: object) -> dict[str, str]:
    needed = (
        ("text", texts, _("Cochez au moins un texte.")),
        ("kind", kinds, _("Choisissez un papier.")),
        ("language", languages, _("Choisissez une langue au moins.")),
    )
    return {name: words for name, given, words in needed if not given}
