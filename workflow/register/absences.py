"""Writes who is absent, from when until when, and who stands in."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, select

from models import Absence, User
from workflow.calendar.words import day_fr
from workflow.deadlines.kept import look_again_at_texts_of
from workflow.errors import Unfit
from workflow.people.permissions import Right, may

_ORDER = "Le dernier jour ne peut pas précéder le premier."
_PAST = "Cette absence serait déjà terminée : donnez un dernier jour qui ne soit pas passé."
_TWO = "Choisissez une autre personne que celle qui s’absente."
_CANNOT = "Choisissez une personne dont le compte est ouvert et qui suit les échéances."
_CLOSED = "Le compte de cette personne est fermé."
_KNOWN = "Une absence est déjà enregistrée du {} au {} : modifiez-la plutôt."


def absences(session: Session, *, on: date, of: User | None = None) -> Sequence[Absence]:
    """List the absences that are not over on the day `on`, of one person or of everybody, the first to begin first."""
    query = select(Absence).where(Absence.until_on >= on).order_by(col(Absence.from_on), col(Absence.id))
    return session.exec(query.where(Absence.person_id == of.id) if of else query).all()


def keep_absence(session: Session, absence: Absence, *, by: User, at: datetime, on: date) -> None:
    """Write an absence, new or changed, and have the reminders look at the person's texts; the caller commits.

    `on` is today. Raise Unfit where it ends before it begins or before today, has a day in common with another one of
    the same person, or where nobody could stand in as it says: nothing is to be committed then.
    """
    with session.no_autoflush:
        person = _held(session, absence)
        if reasons := _reasons(session, absence, person, on):
            raise Unfit(reasons)
    absence.recorded_by_id, absence.recorded_at = by.id, at
    session.add(absence)
    look_again_at_texts_of(session, person)


def withdraw_absence(session: Session, absence: Absence) -> None:
    """Take back an absence: from now on its person alone is told; the caller commits."""
    session.delete(absence)
    session.flush()


def _held(session: Session, absence: Absence) -> User:
    """Read who is absent, and let nobody else write an absence of theirs meanwhile: the two could overlap."""
    query = select(User).where(User.id == absence.person_id).with_for_update()
    return session.exec(query.execution_options(populate_existing=True)).one()


def _reasons(session: Session, absence: Absence, person: User, on: date) -> dict[str, str]:
    if absence.until_on < absence.from_on:
        return {"until_on": _ORDER}
    if absence.until_on < on:
        return {"until_on": _PAST}
    if not person.active:
        return {"person_id": _CLOSED}
    if absence.stand_in_id == absence.person_id:
        return {"stand_in_id": _TWO}
    stand_in = session.get(User, absence.stand_in_id)
    if stand_in is None or not may(stand_in, Right.FOLLOW_DEADLINES):
        return {"stand_in_id": _CANNOT}
    other = _overlapping(session, absence)
    return {"from_on": _KNOWN.format(day_fr(other.from_on), day_fr(other.until_on))} if other else {}


def _overlapping(session: Session, absence: Absence) -> Absence | None:
    shared = (Absence.from_on <= absence.until_on, Absence.until_on >= absence.from_on)
    of_person = (Absence.person_id == absence.person_id, Absence.id != absence.id)
    return session.exec(select(Absence).where(*of_person, *shared)).first()
