"""All that papers may say of one text, gathered once, as things stood on one day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from documents.cited_acts import CitedAct, cited_acts
from models import LegalText, PartialDate, Register, SignedKind, User
from workflow.articles.structure import Draft
from workflow.calendar.words import day_fr
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Done, Situation
from workflow.history.items import Item
from workflow.history.steps import steps_of
from workflow.language.official_numbers import in_arabic, in_french
from workflow.names.offices import MINISTER, SECRETARY_GENERAL
from workflow.names.periods import DIRECTION, DIVISION, MINISTRY, Names, Signatory, read_names
from workflow.pieces.drafts import adopted_drafts, open_drafts
from workflow.procedure.model import Procedure
from workflow.registers.reading import past_items
from workflow.relations import ties
from workflow.relations.implementing_texts import Application, application
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
    article: str = ""
    # The other text, where the database has it.
    act: CitedAct | None = None


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
    responsible_email: str = ""
    names: Names = field(default_factory=Names)
    # The items of its registers, in their order.
    items: tuple[Item, ...] = ()
    # The newest reading of its draft in each language, but for a confidential one, which any reader could open.
    drafts: Mapping[str, Draft] = field(default_factory=dict)
    # By Chamber, the text that it adopted last and passed on to the other one, in each language that the file holds.
    adopted: Mapping[str, Mapping[str, Draft]] = field(default_factory=dict)
    application: Application = field(default_factory=lambda: Application(()))
    # What the paper is about, for a kind that is made about a body, a meeting or a chamber.
    about: str = ""

    def items_in(self, register: Register) -> tuple[Item, ...]:
        """Give the items of a register."""
        return tuple(item for item in self.items if item.register == register)

    def signatory(self, kind: SignedKind, office: str = MINISTER) -> Signatory | None:
        """Give who signs such a document for an office on the day of the case; None where nobody is known."""
        return self.names.signatory_on(kind, office, self.on)


def gather(
    session: Session, text: LegalText, *, on: date, calendar: Calendar, letterhead: Letterhead, about: str = ""
) -> Case:
    """Gather what is known of `text` as it stood at the end of `on`; raise NotYetOpened.

    The letterhead given is that of config.toml; names of that day take its place where they are known. The ties and
    the financial flag, which no step tells, are those of today.
    """
    steps = steps_of(session, text.id)
    then = past_standing(text, steps, on=on, calendar=calendar)
    if then is None:
        raise NotYetOpened(f"Le dossier n’était pas encore ouvert le {day_fr(on)}.")
    writers = {step.number: step.by_id for step in steps}
    people = _people(session, {*writers.values(), then.responsible_id})
    owner = people.get(then.responsible_id)
    names, tied = read_names(session), ties.ties(session, text)
    cited = [tie.other for tie in tied if tie.other and not tie.incoming]
    acts = cited_acts(session, cited, citing=text, on=on, calendar=calendar)
    return Case(
        text=text, procedure=then.procedure, situation=then.situation, title_fr=in_french(then.title_fr),
        title_ar=in_arabic(then.title_ar),
        number=then.number, sentence=then.sentence, sentence_ar=then.sentence_ar, holder=then.holder,
        holder_ar=then.holder_ar, held_since=then.held_since, clocks=then.clocks, moves=tuple(then.moves),
        steps=tuple(Recorded(done, _name(people.get(writers[done.number]))) for done in then.situation.done),
        responsible=_name(owner), responsible_email=owner.email if owner else "",
        ties=tuple(_tie(tie, acts) for tie in tied), application=application(tied, today=on),
        names=names, letterhead=_in_force(names, on, letterhead),
        items=tuple(past_items(session, text, steps, on).values()),
        drafts=open_drafts(session, then.situation.done),
        adopted=adopted_drafts(session, text.id, then.situation.done, steps=steps),
        on=on, about=about,
    )  # fmt: skip


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


def _people(session: Session, wanted: set[UUID | None]) -> Mapping[UUID | None, User]:
    return {person.id: person for person in session.exec(select(User).where(col(User.id).in_(wanted - {None})))}


def _name(person: User | None) -> str | None:
    return person.name if person else None


def _tie(tie: ties.Tie, acts: Mapping[UUID, CitedAct]) -> Tie:
    citation = in_french(tie.name if tie.incoming else tie.relation.citation)
    act = acts.get(tie.other.id) if tie.other else None
    kind, article = tie.relation.kind, tie.relation.article
    return Tie(tie.label, citation, kind, incoming=tie.incoming, article=article, act=act)
