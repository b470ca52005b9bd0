"""Some hundred histories made properly through the product, on a small database: what the copies are stamped from.

Every date is a real one of the history, never shifted afterwards, so that a copy's row stays what its steps fold to.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from sqlmodel import select

from bench.product import (
    AT,
    DAY,
    EMAIL,
    PASSWORD,
    Calendar,
    Deadline,
    Engine,
    LegalText,
    Milestone,
    PartialDate,
    Role,
    Session,
    User,
    hash_password,
    is_open,
    open_text,
    procedures,
    take_over,
)

# Signs that no title holds and that folding for search leaves alone: a copy's own words take their place.
TITLE_FR, TITLE_AR = "xqtitlefr", "xqtitlear"
# The year and the rank in the series, in the order of decrees and in that of every other act.
OF_DECREE, OF_OTHERS = "77-7777", "7777-77"
PEOPLE = 12
_KINDS = ("projet_de_loi", "decret", "arrete", "decret_simple", "arrete", "decret_simple", "decret")
# Of those due this week, every other one is a bill whose study of impact the law wants within two months.
_LEGAL = "projet_de_loi"
_BODIES = ("Ministère de l’Intérieur", "Ministère de la Santé", "Haut-Commissariat au Plan")
# The longest ladder of reminders begins 30 days ahead: a clock due later than this asks for nothing.
_QUIET = DAY + timedelta(days=100)
_QUIET_DAYS = 700
_ASKED_SOON = 6
_DRAFTING = ("send_for_consultation", "close_consultation", "record_public_consultation", "note")


@dataclass(frozen=True)
class Source:
    """A history to stamp, and what decides how often."""

    id: UUID
    is_open: bool
    # How many of its clocks are near or passed, and whether they are one that is due this week.
    pressing: int
    is_due: bool


def add_people(session: Session) -> list[User]:
    """Add the head of the division and those who are responsible for texts; the head signs in with PASSWORD."""
    word = hash_password(PASSWORD)
    people = [User(email=EMAIL, name="Salma Cheffe", role=Role.HEAD, password_hash=word, created_at=AT)]
    people += [
        User(email=f"agent{rank}@bench.example.ma", name=f"Agent {rank:02}", role=Role.DRAFTER, password_hash="-",
             created_at=AT + timedelta(seconds=rank))
        for rank in range(1, PEOPLE)
    ]  # fmt: skip
    session.add_all(people)
    session.commit()
    return people


def make_sources(engine: Engine, count: int, *, drafting_only: bool = False) -> list[Source]:
    """Make `count` histories on an empty, migrated database; with `drafting_only`, decrees being drafted alone."""
    chance = random.Random(1956)  # noqa: S311 - the same histories in every run
    with Session(engine, expire_on_commit=False) as session:
        head = add_people(session)[0]
        made = []
        for rank in range(count):
            drafting = drafting_only or rank % 3 == 0
            soon = drafting and rank % 12 == 0
            kind = "decret" if drafting_only else _LEGAL if soon and rank % 24 == 0 else _KINDS[rank % len(_KINDS)]
            milestones = _milestones(session, kind, head, chance, drafting=drafting, soon=soon)
            made.append(_write(session, kind, head, milestones).id)
        session.commit()
        return [_source(session, text_id) for text_id in made]


def _write(session: Session, kind: str, head: User, milestones: list[Milestone]) -> LegalText:
    number = f"2-{OF_DECREE}" if kind.startswith("decret") else OF_OTHERS
    text = LegalText(procedure=kind, procedure_version="", title_fr=f"Texte {TITLE_FR}", title_ar=TITLE_AR,
                     number=number, responsible_id=head.id, created_at=AT)  # fmt: skip
    open_text(session, text, by=head, on=milestones[0].on, at=AT, calendar=Calendar())
    take_over(session, text, milestones, by=head, at=AT, calendar=Calendar())
    return text


def _milestones(
    session: Session, kind: str, head: User, chance: random.Random, *, drafting: bool, soon: bool
) -> list[Milestone]:
    spine = _spine(session, kind, head)
    by_law = soon and kind == _LEGAL
    asked = _opinions(chance, soon=soon and not by_law)
    told: list[tuple[str, dict[str, object]]] = [spine[0], *asked[: 3 if drafting else 2]]
    if drafting:
        told += [(name, {"note": "Réunion de travail"} if name == "note" else {}) for name in _DRAFTING]
        told += [("note", {"note": "Point d’étape"})] * chance.randrange(2, 4)
    else:
        told += spine[1 : chance.randrange(len(spine) // 3, len(spine) * 3 // 2)]
    day = DAY - timedelta(days=chance.randrange(150, 2500))
    known, found = procedures()[kind].moves, []
    for name, facts in (each for each in told if each[0] in known):  # short procedures ask no opinions
        found.append(Milestone((name,), PartialDate.of(day), facts))
        day = min(day + timedelta(days=chance.randrange(1, 9)), DAY - timedelta(days=1))
    if by_law:
        ordered = (DAY + timedelta(days=chance.randrange(_ASKED_SOON))).replace(month=DAY.month - 2)
        found.append(Milestone(("order_impact_study",), PartialDate.of(ordered), {}))
    return found


def _opinions(chance: random.Random, *, soon: bool) -> list[tuple[str, dict[str, object]]]:
    found = []
    for rank, body in enumerate(_BODIES):
        due: date = _QUIET + timedelta(days=chance.randrange(_QUIET_DAYS))
        if soon and rank == 0:
            due = DAY + timedelta(days=chance.randrange(_ASKED_SOON))
        found.append(("ask_opinion", {"body": body, "answer_by": due.isoformat()}))
    return found


@cache
def _paths() -> dict[str, list[tuple[str, dict[str, object]]]]:
    return {}


def _spine(session: Session, kind: str, head: User) -> list[tuple[str, dict[str, object]]]:
    """Ask the product for the shortest legal path of a kind from its opening to its end; nothing of it is kept."""
    if kind not in _paths():
        with session.begin_nested() as kept:
            text = LegalText(procedure=kind, procedure_version="", title_fr="x", created_at=AT)
            open_text(session, text, by=head, on=None, at=AT, calendar=Calendar())
            end = Milestone(("enter_on_publication",))
            found = take_over(session, text, [end], by=head, at=AT, calendar=Calendar())
            _paths()[kind] = [(step.move, dict(step.facts)) for step in found.situation.done[1:]]
            kept.rollback()
    return _paths()[kind]


def _source(session: Session, text_id: UUID) -> Source:
    text = session.get_one(LegalText, text_id)
    due = select(Deadline.due_on).where(Deadline.text_id == text_id, Deadline.status == "running")
    pressing = [day for day in session.exec(due) if day is not None and day < _QUIET]
    is_due = len(pressing) == 1 and DAY <= pressing[0] < DAY + timedelta(days=_ASKED_SOON)
    return Source(text_id, is_open(text.procedure, text.state), len(pressing), is_due)
