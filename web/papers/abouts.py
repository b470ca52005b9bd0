"""What a paper is about, in words: the body, the meeting, the Chamber or the deadline that its code stands for."""

import re
from uuid import UUID

from flask import g

from models import LegalText, Register
from web.request import calendar, db, today
from workflow.procedure.institutions import institutions, name_fr
from workflow.register.kept_items import items_kept
from workflow.rulebook.files import procedure_of, shared_vocabulary
from workflow.standing.reading import read_standing

# An item of a register by its number, then the body that it names, if it names one.
_ITEM = re.compile("([0-9]+)(?:-(.+))?")


def about_fr(about: str, text: LegalText, *, whose: bool = True) -> str:
    """Say what a paper of `text` is about.

    A deadline is said with the body that lets it pass, for which the history of the text is read, once a request;
    a body that is no known institution, by the name that its register has. Neither where `whose` is false.
    """
    if chamber := shared_vocabulary().chambers.get(about):
        return chamber.short_fr
    if item := _ITEM.fullmatch(about):
        number, body = item.groups()
        known = (body or "").replace("-", "_")
        named = name_fr(known) if known in institutions() else _written(text).get(int(number)) if whose and body else ""
        return f"{named} (n° {number})" if named else f"n° {number}"
    if about in institutions():
        return name_fr(about)
    return (_deadlines(text).get(about) if whose else None) or _deadline(about, text) or name_fr(about)


def about_of(about: str, text_id: UUID) -> str:
    """Say the same of a paper of which only the identifier of its text is at hand."""
    return about_fr(about, db().get_one(LegalText, text_id))


def _written(text: LegalText) -> dict[int, str]:
    """Give the bodies consulted by their numbers in the register, as people wrote them."""
    known: dict[UUID, dict[int, str]] = g.setdefault("bodies_of_papers", {})
    if text.id not in known:
        rows = items_kept(db(), [text.id]).get(text.id, [])
        asked = [row for row in rows if row["kind"] == Register.CONSULTATIONS]
        known[text.id] = {row["number"]: name_fr(str(row["values"].get("body", ""))) for row in asked}
    return known[text.id]


def _deadlines(text: LegalText) -> dict[str, str]:
    known: dict[UUID, dict[str, str]] = g.setdefault("deadlines_of_papers", {})
    if text.id not in known:
        clocks = read_standing(db(), text, on=today(), calendar=calendar()).clocks
        known[text.id] = {clock.code: clock.label_fr for clock in clocks}
    return known[text.id]


def _deadline(about: str, text: LegalText) -> str:
    code, _dash, number = about.rpartition("-")
    rule = procedure_of(text).deadlines.get(code)
    return f"{rule.label_fr} (n° {number})" if rule else ""
