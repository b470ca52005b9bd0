"""New texts, their particulars, and who is responsible for them."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlmodel import Session

from models import LegalText, PartialDate, Priority, User
from web.forms.dates import DateParts
from web.forms.text import AssignForm, NewTextForm, TextForm
from web.moves.moved_meanwhile import CAME_SECOND, find_again
from web.request import calendar, db, find_going_on, now, person, reads_first, requires, settings, today, writing
from web.texts.same_text import Alike, is_one_of, just_opened, look_alike
from workflow.conditions.plausible_dates import opening_doubt, opening_refusal
from workflow.history.fold import fold
from workflow.history.particulars import Owner, Particulars, normal_number
from workflow.history.steps import Recorded, steps_of
from workflow.mail.entrusted_notice import tell_entrusted
from workflow.people.leave import leaves_on
from workflow.people.permissions import Right
from workflow.people.recipients import responsible_people
from workflow.procedure.vocabulary import form_doubt
from workflow.register.moves import open_text
from workflow.register.particulars import assign_text, edit_text, last_at_work
from workflow.rulebook.files import procedure_of

bp = Blueprint("drafting", __name__)


@bp.route("/texts/new", methods=["GET", "POST"])
@requires(Right.WRITE_TEXTS)
@reads_first
def new() -> ResponseReturnValue:
    """Open a new text."""
    form, on = NewTextForm(), _opening_date()
    form.offer(responsible_people(db()), leaves_on(db(), on=today()))
    if not form.is_submitted():
        form.propose(person())
        return _new_page(form, DateParts.at("on", today()))
    if not form.validate() or on.error:
        return _new_page(form, on), 422
    there = just_opened(db())
    alike, is_old_file = look_alike(form.procedure.data, form.particulars()), bool(request.form.get("then"))
    doubt = None if is_old_file else opening_doubt(on.value, today())
    confirmed = [doubt] if doubt in request.form.getlist("confirmed") else []
    if alike.is_to_be_shown or (doubt and not confirmed):
        return _new_page(form, on, alike, doubt), 422
    text = _open(form, _opened_on(on, is_old_file=is_old_file), set(there), confirmed)
    if text is None:
        return _new_page(form, on, look_alike(form.procedure.data, form.particulars())), 422
    flash(_("Le texte est ouvert."))
    _doubt_number(text)
    return redirect(url_for("take_over.show" if is_old_file else "texts.show", text_id=text.id), 303)


def _open(form: NewTextForm, on: PartialDate | None, there: set[UUID], confirmed: list[str]) -> LegalText | None:
    """Open the text that was typed; None where one like it was opened since it was compared with those `there`.

    So two people who open one text at once, or one who presses twice, open one file; few texts are compared again here,
    where others wait.
    """
    days = calendar()
    with writing() as session:
        new = [text for key, text in just_opened(session).items() if key not in there]
        if is_one_of(form.procedure.data, form.particulars(), new):
            return None
        text = _typed(form)
        opened = open_text(session, text, by=person(), on=on, at=now(), calendar=days, confirmed=confirmed)
        _record(session, text, opened.step)
    return text


def _opened_on(on: DateParts, *, is_old_file: bool) -> PartialDate | None:
    # Nobody opened an old file on the day that is proposed for a new one.
    return None if is_old_file and on.choice == today().isoformat() else on.value


def _opening_date() -> DateParts:
    on = DateParts.read("on").not_after(today())
    return replace(on, error=on.error or opening_refusal(on.value) or "")


def _new_page(form: NewTextForm, on: DateParts, alike: Alike | None = None, doubt: str | None = None) -> str:
    return render_template("texts/new.html", form=form, on=on, alike=alike, doubt=doubt)


def _typed(form: NewTextForm) -> LegalText:
    new = form.particulars()
    return LegalText(
        procedure=form.procedure.data, procedure_version="", title_fr=new.title_fr, title_ar=new.title_ar,
        number=normal_number(new.number) if new.number else None, responsible_id=new.responsible_id,
        financial_impact=new.financial_impact, social_matter=new.social_matter, priority=new.priority, created_at=now(),
    )  # fmt: skip


@bp.route("/texts/<uuid:text_id>/edit", methods=["GET", "POST"])
@requires(Right.WRITE_TEXTS)
@reads_first
def edit(text_id: UUID) -> ResponseReturnValue:
    """Change a text's particulars; never its state."""
    text = find_going_on(text_id)
    form = TextForm(obj=text)
    form.offer(responsible_people(db()), leaves_on(db(), on=today()), now=_responsible(text))
    if not form.is_submitted():
        form.responsible.data = str(text.responsible_id or "")
        form.urgent.data = text.priority == Priority.URGENT
        return _edit_page(form, text)
    seen = request.form.get("seen", "")
    if not form.validate():
        return _edit_page(form, text, seen), 422
    if (alike := _alike(form.particulars(), text)).is_to_be_shown:
        return _edit_page(form, text, seen, alike=alike), 422
    try:
        text = _edited(text, form.particulars(), seen)
    except CAME_SECOND:
        text = find_again(text_id)
        return _edit_page(form, text, reasons=[_CHANGED, *form.differences(text)]), 409
    flash(_("La fiche est à jour."))
    _doubt_number(text)
    return redirect(url_for("texts.show", text_id=text.id), 303)


def _edited(read: LegalText, typed: Particulars, seen: str) -> LegalText:
    days = calendar()
    with writing() as session:
        text = session.get_one(LegalText, read.id)
        _record(session, text, edit_text(session, text, typed, by=person(), seen=seen, at=now(), calendar=days))
    return text


def _alike(typed: Particulars, text: LegalText) -> Alike:
    """Look for texts alike where a title or the number is to become another one."""
    before = Particulars.of(text)
    named = (typed.title_fr, typed.title_ar, typed.number) != (before.title_fr, before.title_ar, before.number)
    return look_alike(text.procedure, typed, but=text.id) if named else Alike(())


def _edit_page(
    form: TextForm, text: LegalText, seen: str = "", *, reasons: Sequence[str] = (), alike: Alike | None = None
) -> str:
    seen = seen or Particulars.of(text).seal
    return render_template("texts/edit.html", form=form, text=text, seen=seen, reasons=reasons, alike=alike)


_CHANGED = (
    "Une autre personne a modifié la fiche pendant que cette page était ouverte. Votre saisie n’est pas enregistrée, "
    "mais elle est conservée ci-dessous : relisez-la, puis envoyez de nouveau. La fiche dit maintenant :"
)
_ENTRUSTED = "Une autre personne vient de confier ce texte : relisez, puis envoyez de nouveau."


@bp.route("/texts/<uuid:text_id>/assign", methods=["GET", "POST"])
@requires(Right.ASSIGN_TEXTS)
@reads_first
def assign(text_id: UUID) -> ResponseReturnValue:
    """Say who is responsible for a text."""
    text = find_going_on(text_id)
    form = AssignForm()
    people = responsible_people(db())
    form.offer(people, leaves_on(db(), on=today()), now=_responsible(text))
    if not form.is_submitted():
        steps = steps_of(db(), text.id)
        form.show(text, fold(procedure_of(text), steps), last_at_work(steps, people))
        return render_template("texts/assign.html", form=form, text=text)
    if not form.validate():
        return render_template("texts/assign.html", form=form, text=text), 422
    try:
        _assign(text, form.owner, form.seen_owner)
    except CAME_SECOND:
        text = find_again(text_id)
        form.mark(text, fold(procedure_of(text), steps_of(db(), text.id)))
        form.responsible.errors = [_(_ENTRUSTED)]
        return render_template("texts/assign.html", form=form, text=text), 409
    flash(_("Le texte est confié."))
    return redirect(url_for("texts.show", text_id=text.id), 303)


def _assign(read: LegalText, owner: Owner, seen: Owner) -> None:
    days = calendar()
    with writing() as session:
        text = session.get_one(LegalText, read.id)
        _record(session, text, assign_text(session, text, owner, by=person(), seen=seen, at=now(), calendar=days))


def _record(session: Session, text: LegalText, step: Recorded | None) -> None:
    """Commit what was written, with the mail to whoever is given the text by it."""
    tell_entrusted(session, text, step, by=person(), at=now(), base_url=settings().base_url)
    session.commit()


def _responsible(text: LegalText) -> User | None:
    return db().get(User, text.responsible_id) if text.responsible_id else None


def _doubt_number(text: LegalText) -> None:
    if text.number and (doubt := form_doubt(text.number, procedure_of(text).number)):
        flash(doubt)
