"""All that papers may say of one text, gathered once, as things stood on one day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText, PartialDate, SignedKind, User
from workflow.calendar.words import day_fr
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Done, Situation
from workflow.history.steps import steps_of
from workflow.names.offices import MINISTER, SECRETARY_GENERAL
from workflow.names.periods import DIRECTION, DIVISION, MINISTRY, Names, Signatory, read_names
from workflow.procedure.model import Procedure
from workflow.relations.ties import ties
from workflow.rulebook.open_moves import OpenMove
from workflow.standing.standing import past_standing


class NotYetOpened(ValueError):
    """A text of which nothing was known on the day asked for."""


@dataclass(frozen=True)
class Letterhead:
    """Who writes: the names in force on the day of the paper, and how the minister is addressed."""

    name_fr: str
    name_ar: str
    direction_fr: str
    direction_ar: str
    division_fr: str
    division_ar: str
    city_fr: str
    city_ar: str
    minister_fr: str = "Madame la Ministre"
    minister_ar: str = "السيدة الوزيرة"
    secretary_general_fr: str = "Monsieur le Secrétaire général"
    secretary_general_ar: str = "السيد الكاتب العام"


@dataclass(frozen=True)
class Recorded:
    """A step, and the name of the person who wrote it down."""

    done: Done
    by: str | None


@dataclass(frozen=True)
class Tie:
    """A relation to another text, in words."""

    label: str
    citation: str
    kind: str = ""
    # Whether the other text does it to this one.
    incoming: bool = False


@dataclass(frozen=True)
class Case:
    """One text on one day; nothing in it asks the database again."""

    text: LegalText
    procedure: Procedure
    situation: Situation
    title_fr: str
    title_ar: str
    number: str | None
    sentence: str
    sentence_ar: str
    holder: str
    holder_ar: str
    held_since: PartialDate | None
    clocks: tuple[Clock, ...]
    steps: tuple[Recorded, ...]
    moves: tuple[OpenMove, ...]
    responsible: str | None
    ties: tuple[Tie, ...]
    letterhead: Letterhead
    on: date
    # Who signs what leaves the ministry under a slip; None where nobody is known.
    signatory: Signatory | None = None


def gather(session: Session, text: LegalText, *, on: date, calendar: Calendar, letterhead: Letterhead) -> Case:
    """Gather what is known of `text` as it stood at the end of `on`; raise NotYetOpened.

    The letterhead given is that of config.toml; names of that day take its place where they are known. The ties and
    the financial flag, which no step tells, are those of today.
    """
    steps = steps_of(session, text.id)
    then = past_standing(text, steps, on=on, calendar=calendar)
    if then is None:
        raise NotYetOpened(f"Le dossier n’était pas encore ouvert le {day_fr(on)}.")
    situation = then.situation
    writers = {step.number: step.by_id for step in steps}
    responsible_id = then.responsible_id
    people = _people(session, {*writers.values(), responsible_id})
    names = read_names(session)
    return Case(
        text=text,
        procedure=then.procedure,
        situation=situation,
        title_fr=then.title_fr,
        title_ar=then.title_ar,
        number=then.number,
        sentence=then.sentence,
        sentence_ar=then.sentence_ar,
        holder=then.holder,
        holder_ar=then.holder_ar,
        held_since=then.held_since,
        clocks=then.clocks,
        steps=tuple(Recorded(done, people.get(writers[done.number])) for done in situation.done),
        moves=tuple(then.moves),
        responsible=people.get(responsible_id),
        ties=tuple(_ties(session, text)),
        letterhead=_in_force(names, on, letterhead),
        on=on,
        signatory=names.signatory_on(SignedKind.SLIP, MINISTER, on),
    )


def letterhead_on(session: Session, day: date, given: Letterhead) -> Letterhead:
    """Give the letterhead of `day`: `given`, that of config.toml, with the names and forms of address known of then."""
    return _in_force(read_names(session), day, given)


def _in_force(names: Names, day: date, given: Letterhead) -> Letterhead:
    known: dict[str, str] = {}
    for code, what in ((MINISTRY, "name"), (DIRECTION, "direction"), (DIVISION, "division")):
        if period := names.name_on(code, day):
            known |= {f"{what}_fr": period.fr, f"{what}_ar": period.ar}
    for office in (MINISTER, SECRETARY_GENERAL):
        if quality := names.quality_on(office, day):
            known |= {f"{office}_fr": quality.address_fr, f"{office}_ar": quality.address_ar}
    return replace(given, **known)


def _people(session: Session, wanted: set[UUID | None]) -> Mapping[UUID | None, str]:
    return dict(session.exec(select(User.id, User.name).where(col(User.id).in_(wanted - {None}))).all())


def _ties(session: Session, text: LegalText) -> list[Tie]:
    return [
        Tie(tie.label, tie.name if tie.incoming else tie.relation.citation, tie.relation.kind, incoming=tie.incoming)
        for tie in ties(session, text)
    ]
