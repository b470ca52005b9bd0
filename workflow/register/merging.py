"""Reunites two files of one text: one stays, the other closes and is read from it; and separates them again."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, User
from workflow.calendar.time_zone import legal_day
from workflow.calendar.working_days import Calendar
from workflow.errors import NotAllowed, Refused
from workflow.history.facts import REASON, Facts, too_long
from workflow.history.fold import EDIT, Situation
from workflow.history.steps import Recorded
from workflow.people.permissions import Right, may
from workflow.register.recording import lock_any, new_step, record
from workflow.relations.carried import carry_ties, give_back_ties
from workflow.relations.citations import family
from workflow.rulebook.files import procedure_of
from workflow.standing.standing import standing


@dataclass(frozen=True)
class Union:
    """Two files of one text, as they stood on the page where it was decided: the last step of each, and why."""

    closing: LegalText
    staying: LegalText
    seen_steps: tuple[int, int]
    reason: str


def merge(session: Session, union: Union, *, by: User, at: datetime, calendar: Calendar) -> None:
    """Close a file as one of another file's text; the caller commits.

    No step is moved or changed: one more step of each tells it. The ties go to the file that stays; the one that
    closes keeps its steps and papers to be read, leaves lists, counters and tables from today on, and has no deadline
    and nobody responsible any more. Raises NotAllowed, Stale, and Refused with every reason.
    """
    steps = _locked(session, union, by)
    if found := _refusals(union):
        raise Refused(found)
    carried = carry_ties(session, union.closing, union.staying)
    told = {
        "merged_into": _named(union.staying), "merged_into_id": str(union.staying.id), "ties": carried,
        "note": union.reason.strip(),
    }  # fmt: skip
    received = {"received": _named(union.closing), "received_id": str(union.closing.id), "note": union.reason.strip()}
    _tell(session, union, steps, (told, received), by=by, at=at, calendar=calendar)


def separate(session: Session, union: Union, *, by: User, at: datetime, calendar: Calendar) -> None:
    """Let a file that was reunited with another one go on by itself; the caller commits.

    It goes on from its own last step, with the ties that it had brought and that are still there. Raises NotAllowed,
    Stale, and Refused with every reason; files reunited one after the other are separated the last one first, for the
    ties of all of them are those of the file that stays.
    """
    steps = _locked(session, union, by)
    found = [] if union.closing.merged_into_id == union.staying.id else ["Ces deux dossiers ne sont pas réunis."]
    if last := union.staying.merged_into_id:
        named = _named(union.staying), _named(session.get_one(LegalText, last))
        found.append("Le dossier « {} » est lui-même réuni avec « {} » : séparez d’abord ces deux-là.".format(*named))
    if found := found + _about_reason(union.reason, "Dites pourquoi les dossiers sont séparés."):
        raise Refused(found)
    carried = next(step.facts["ties"] for step in reversed(steps[0]) if step.facts.get("merged_into"))
    give_back_ties(session, carried, union.staying, union.closing)
    told = {"merged_into": "", "merged_into_id": "", "note": union.reason.strip()}
    released = {"released": _named(union.closing), "released_id": str(union.closing.id), "note": union.reason.strip()}
    _tell(session, union, steps, (told, released), by=by, at=at, calendar=calendar)


def reunited(session: Session, text: LegalText, situation: Situation) -> tuple[LegalText | None, list[LegalText]]:
    """Give the file with which this one was reunited, if it was, and those that were reunited with it.

    One query, none for a text whose steps tell of no other file.
    """
    if not text.merged_into_id and situation.told("received_id") is None:
        return None, []
    query = select(LegalText).where((col(LegalText.merged_into_id) == text.id) | (LegalText.id == text.merged_into_id))
    found = session.exec(query.order_by(col(LegalText.created_at), col(LegalText.id))).all()
    into = next((each for each in found if each.id == text.merged_into_id), None)
    return into, [each for each in found if each.merged_into_id == text.id]


def _locked(session: Session, union: Union, by: User) -> tuple[list[Recorded], list[Recorded]]:
    """Hold both files, in one order whichever stays: two people who reunite them at once never hold each other."""
    if not may(by, Right.MERGE_TEXTS):
        raise NotAllowed("merge")
    held = {}
    files = zip((union.closing, union.staying), union.seen_steps, strict=True)
    for text, seen in sorted(files, key=lambda file: file[0].id):
        held[text.id] = lock_any(session, text, seen)
        session.refresh(text)
    return held[union.closing.id], held[union.staying.id]


def _refusals(union: Union) -> list[str]:
    found = []
    if union.closing.id == union.staying.id:
        found.append("Choisissez un autre dossier que celui-ci.")
    if union.closing.merged_into_id or union.staying.merged_into_id:
        found.append("L’un de ces dossiers est déjà réuni avec un autre.")
    if family(union.closing.procedure) != family(union.staying.procedure):
        labels = " et ".join(procedure_of(text).label.fr.lower() for text in (union.closing, union.staying))
        found.append(f"Deux natures différentes ({labels}) : changez d’abord la nature de celui qui est mal classé.")
    return found + _about_reason(union.reason, "Dites pourquoi les dossiers sont réunis.")


def _about_reason(reason: str, asked: str) -> list[str]:
    if not reason.strip():
        return [asked]
    long = too_long(reason.strip(), REASON)
    return [f"Le motif est trop long : {long}"] if long else []


def _named(text: LegalText) -> str:
    return f"{text.title_fr} (n° {text.number})" if text.number else text.title_fr


def _tell(
    session: Session,
    union: Union,
    steps: tuple[list[Recorded], list[Recorded]],
    facts: tuple[Facts, Facts],
    *,
    by: User,
    at: datetime,
    calendar: Calendar,
) -> None:
    day = legal_day(at)
    for text, known, told in zip((union.closing, union.staying), steps, facts, strict=True):
        step = new_step(text, len(known) + 1, EDIT, on=PartialDate.of(day), facts=told, by=by, at=at)
        record(session, [step], standing(text, [*known, step], on=day, calendar=calendar))
