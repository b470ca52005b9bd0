"""The acts of the database that a text cites: their titles, numbers and days in both calendars, read together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from documents.grammar import ActReference
from models import LegalText, PartialDate
from workflow.calendar.hijri import DualDate, parse_fr
from workflow.calendar.working_days import Calendar
from workflow.history.fold import Done, Situation
from workflow.history.steps import histories
from workflow.language.official_numbers import in_arabic, in_french
from workflow.procedure.vocabulary import Noun
from workflow.standing.standing import past_standing


@dataclass(frozen=True)
class CitedAct:
    """A text as an act of its kind, whether it is one yet or not; the Arabic title is empty where it is missing."""

    kind: str
    title_fr: str
    title_ar: str
    reference: ActReference


def day_of(made: Done | None) -> DualDate | PartialDate | None:
    """Give the day of a step; with the Hijri date that a person typed beside it, where one did and it reads as one."""
    if made is None or made.on is None:
        return None
    printed = made.facts.get("hijri")
    if not printed or not made.on.is_full:
        return made.on
    try:
        return DualDate(parse_fr(printed), made.on.first_day, estimated=False)
    except ValueError:
        return made.on


def reference(noun: Noun, situation: Situation, number: str | None) -> ActReference:
    """Give a text as others cite it: by the day of its dahir, else of its signature; that of neither is not known."""
    made = situation.last("promulgation") or situation.last("signature")
    return ActReference(noun.fr, noun.ar, number, day_of(made), made.facts.get("dahir") if made else None)


def cited_acts(session: Session, texts: Sequence[LegalText], *, on: date, calendar: Calendar) -> dict[UUID, CitedAct]:
    """Give by its identifier each of these texts as it stood on `on`, but for one not opened then; in one query."""
    if not texts:
        return {}
    steps = histories(session, [text.id for text in texts])
    found: dict[UUID, CitedAct] = {}
    for text in texts:
        then = past_standing(text, steps[text.id], on=on, calendar=calendar)
        if then is not None:
            told = reference(then.procedure.act, then.situation, then.number)
            found[text.id] = CitedAct(then.procedure.kind, in_french(then.title_fr), in_arabic(then.title_ar), told)
    return found
