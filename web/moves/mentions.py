"""The names in the note of a move, checked before anything is recorded: each must mean one colleague."""

from flask_babel import gettext as _
from sqlmodel import Session

from models import User
from web.forms.move import MoveForm
from web.request import today
from workflow.people.mentions import Mention, mentions_in, near_names, unmistakable
from workflow.people.recipients import Staff


def ask_who_is_meant(session: Session, form: MoveForm, before: str = "") -> None:
    """Mark the note where a name in it means nobody, or several people, with what to write instead.

    The names that the note `before` its correction held were settled then, or name people who have left since.
    """
    note = str(form.facts.get("note") or "")
    if "@" not in note or "note" in form.errors:
        return
    people = list(Staff.at_work(session, on=today()).people.values())
    settled = {before[each.start : each.end] for each in mentions_in(before, people)}
    unsure = [each for each in mentions_in(note, people) if len(each.people) != 1]
    if asked := [_question(note, each, people) for each in unsure if note[each.start : each.end] not in settled]:
        form.errors["note"] = " ".join(asked)


def _question(note: str, mention: Mention, people: list[User]) -> str:
    named = note[mention.start : mention.end]
    near = sorted(mention.people or near_names(named, people), key=lambda one: one.name)
    choices = str(_(" ou ")).join(f"« {unmistakable(person, people)} »" for person in near)
    if mention.people:
        asked = _("« %(named)s » peut désigner plusieurs personnes : écrivez %(said)s.", named=named, said=choices)
    elif near:
        asked = _("Personne ne s’appelle « %(named)s » : écrivez %(choices)s ?", named=named, choices=choices)
    else:
        asked = _("Personne ne s’appelle « %(named)s » : écrivez son nom entier, ou ôtez le signe @.", named=named)
    return str(asked)
