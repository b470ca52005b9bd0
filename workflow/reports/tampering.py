"""Finds what was changed behind the register's back: steps, days, papers against their seals; triggers gone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import merge
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from sqlalchemy import Table, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from models import DaySeal, LegalText, in_batches
from models.append_only import missing_triggers
from workflow.calendar.words import day_fr
from workflow.history.day_heads import DayHeads, day_heads
from workflow.history.seals import Head, seal_of, seal_of_day
from workflow.history.steps import Recorded
from workflow.register.day_seals import last_seal

_STEPS: Table = SQLModel.metadata.tables["step"]
_TEXTS: Table = SQLModel.metadata.tables["legal_text"]
# Days weigh much more than rows of texts.
_FEW = 20
_AWAY = "La base n’interdit plus tout changement de ce qui est enregistré : des protections manquent ({names})."
_CHANGED = "{text} : l’étape n° {number} n’est plus celle qui a été enregistrée, ou n’est plus à sa place."

Seals = Mapping[UUID, Sequence[str]]
_Told = tuple[date, DaySeal | None, DayHeads | None]


def about(text: LegalText) -> str:
    """Name a text, at the beginning of a sentence."""
    return f"Le texte {text.id} (« {text.title_fr[:60]} »)"


def seals_of(session: Session, text_ids: Sequence[UUID]) -> Seals:
    """Read the seals of the steps of these texts, in order, in one query."""
    query = select(_STEPS.c.text_id, _STEPS.c.seal).where(_STEPS.c.text_id.in_(text_ids))
    rows = session.connection().execute(query.order_by(_STEPS.c.text_id, _STEPS.c.number))
    return {text_id: [row.seal for row in found] for text_id, found in groupby(rows, key=lambda row: row.text_id)}


def chain_faults(text: LegalText, steps: Sequence[Recorded], seals: Sequence[str]) -> Iterator[str]:
    """Say which steps of a text are not those that were sealed, which are missing, and that the last ones are."""
    before, expected = "", 1
    for step, seal in zip(steps, seals, strict=True):
        if step.number != expected:
            yield f"{about(text)} : l’étape n° {expected} manque."
        elif seal_of(step, before) != seal:
            yield _CHANGED.format(text=about(text), number=step.number)
        before, expected = seal, step.number + 1
    if expected <= text.last_step:
        yield f"{about(text)} : l’étape n° {expected} manque, et celles qui la suivaient jusqu’au n° {text.last_step}."
    elif (expected - 1, before) != (text.last_step, text.seal):
        yield f"{about(text)} : l’étape n° {expected - 1} n’est pas la dernière qui a été enregistrée."


def tampering_faults(session: Session, *, are_days_readable: bool = True) -> Iterator[str]:
    """Say, one sentence each, what else than the history of a text was tampered with; nothing when all is well."""
    if missing := missing_triggers(session.connection()):
        yield _AWAY.format(names=", ".join(missing))
    yield from _of_lost_texts(session)
    if are_days_readable:
        yield from _of_days(session)


def _of_lost_texts(session: Session) -> Iterator[str]:
    """Name each text that rows still lead to and that is not there: its steps, or whatever else a deletion left."""
    left: dict[UUID, set[str]] = {}
    for table in SQLModel.metadata.sorted_tables:
        for key in (key for key in table.foreign_keys if key.column.table is _TEXTS):
            there = select(_TEXTS.c.id).where(_TEXTS.c.id == key.parent).exists()
            query = select(key.parent).distinct().where(key.parent.is_not(None), ~there)
            for text_id in session.connection().execute(query).scalars():
                left.setdefault(text_id, set()).add(table.name)
    for text_id, tables in left.items():
        has_steps = _STEPS.name in tables
        what = "ses étapes sont encore là" if has_steps else "ses étapes aussi, mais d’autres traces restent"
        yield f"Le texte {text_id} a été supprimé ; {what}."


def _of_days(session: Session) -> Iterator[str]:
    steps, before = 0, ""
    for day, seal, found in _paired(session):
        steps += found.steps
        yield from _of_heads(session, day, _heads(seal), found.heads)
        if seal is None:
            continue
        if seal_of_day(day, seal.steps, _heads(seal), before) != seal.seal:
            yield f"Le sceau du {day_fr(day)} n’est plus celui qui a été écrit, ou celui d’un jour précédent manque."
        if seal.steps != steps:
            yield f"Le {day_fr(day)}, {seal.steps} étapes étaient scellées en tout ; {steps} sont là."
        before = seal.seal


def _paired(session: Session) -> Iterator[tuple[date, DaySeal | None, DayHeads]]:
    """Give each day until the last sealed one, with its seal and with what is there of it."""
    last = last_seal(session, date.max)
    if last is None:
        return
    sealed = (
        seal for seals in in_batches(session, select_rows(DaySeal), col(DaySeal.day), size=_FEW) for seal in seals
    )
    kept: Iterator[_Told] = ((seal.day, seal, None) for seal in sealed)
    found: Iterator[_Told] = (
        (heads.day, None, heads) for heads in day_heads(session, after=None, until=last.day + timedelta(days=1))
    )
    for day, told in groupby(merge(kept, found, key=itemgetter(0)), key=itemgetter(0)):
        rows = list(told)
        seal = next((seal for _day, seal, _heads in rows if seal), None)
        yield day, seal, next((heads for _day, _seal, heads in rows if heads), DayHeads(day, 0, {}))


def _heads(seal: DaySeal | None) -> dict[UUID, Head]:
    return {UUID(key): (number, words) for key, (number, words) in seal.heads.items()} if seal else {}


def _of_heads(session: Session, day: date, kept: Mapping[UUID, Head], found: Mapping[UUID, Head]) -> Iterator[str]:
    for text_id in sorted({text_id for text_id in {*kept, *found} if kept.get(text_id) != found.get(text_id)}):
        text = session.get(LegalText, text_id)
        named = about(text) if text else f"Le texte {text_id}, qui n’est plus là"
        if text_id in kept:
            words = f"l’étape n° {kept[text_id][0]} n’est plus la dernière de ce jour, ou n’est plus la même."
        else:
            words = f"l’étape n° {found[text_id][0]} se dit de ce jour, qui a été scellé sans elle."
        yield f"{named} : le {day_fr(day)}, {words}"
