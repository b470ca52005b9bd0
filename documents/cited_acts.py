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
from workflow.relations.amendments import amending
from workflow.standing.standing import Standing, past_standing


@dataclass(frozen=True)
class Amendment:
    """An act that amended another one: its titles, and the last of the days that may be its own."""

    title_fr: str
    title_ar: str
    on: date | None = None


@dataclass(frozen=True)
class CitedAct:
    """A text as an act of its kind, whether it is one yet or not; the Arabic title is empty where it is missing."""

    kind: str
    title_fr: str
    title_ar: str
    reference: ActReference
    amendments: tuple[Amendment, ...] = ()

    def amended_by(self, day: date | None) -> tuple[Amendment, ...]:
        """Give the acts that had amended it by `day`, all that are known where no day is told."""
        return tuple(each for each in self.amendments if day is None or (each.on and each.on <= day))


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


def made_by(situation: Situation) -> Done | None:
    """Give the step that made a text an act: its dahir, else its signature."""
    return situation.last("promulgation") or situation.last("signature")


def reference(noun: Noun, situation: Situation, number: str | None) -> ActReference:
    """Give a text as others cite it: by the day of its dahir, else of its signature; that of neither is not known."""
    made = made_by(situation)
    return ActReference(noun.fr, noun.ar, number, day_of(made), made.facts.get("dahir") if made else None)


def cited_acts(
    session: Session, texts: Sequence[LegalText], *, citing: LegalText, on: date, calendar: Calendar
) -> dict[UUID, CitedAct]:
    """Give by its identifier each of these texts as it stood on `on`, but for one not opened then; in two queries.

    Each comes with the acts that amended it, the text that cites them apart: what it does is not done yet.
    """
    if not texts:
        return {}
    amended = amending(session, texts)
    others = {other.id: other for each in amended.values() for other in each if other.id != citing.id}
    known = {text.id: text for text in texts} | others
    steps = histories(session, known)
    then = {
        key: standing
        for key, text in known.items()
        if (standing := past_standing(text, steps[key], on=on, calendar=calendar))
    }
    acts = {key: made for key in others if (made := _amendment(then.get(key)))}
    return {
        text.id: _cited(then[text.id], tuple(acts[each.id] for each in amended.get(text.id, ()) if each.id in acts))
        for text in texts
        if text.id in then
    }


def _cited(then: Standing, amendments: tuple[Amendment, ...]) -> CitedAct:
    told = reference(then.procedure.act, then.situation, then.number)
    return CitedAct(then.procedure.kind, in_french(then.title_fr), in_arabic(then.title_ar), told, amendments)


def _amendment(then: Standing | None) -> Amendment | None:
    """Give what amends as an act, nothing while it is a draft."""
    if then is None or not then.procedure.is_act(then.situation.state):
        return None
    made = made_by(then.situation)
    return Amendment(in_french(then.title_fr), in_arabic(then.title_ar), made.on.last_day if made and made.on else None)
