"""Writes names, holders and delegations; nothing is written over: what stood before stays, with who took it back."""

from datetime import date, datetime

from sqlmodel import Session, col, select

from models import Delegation, NamePeriod, OfficeHolder, User
from workflow.calendar.words import day_fr
from workflow.errors import Unfit
from workflow.names.periods import DELEGABLE, Names, on_day, overlaps, read_names

Row = NamePeriod | OfficeHolder | Delegation

_ORDER = "La fin vient après le début : le dernier jour n’est pas compris dans la période."
_NAMED = "« {name} » est déjà enregistré {period} : corrigez ou terminez d’abord cette période."
_NO_HOLDER = "Dites d’abord qui exerce cette fonction à cette date : la formule de délégation s’accorde avec son genre."
_NO_KINDS = "Choisissez au moins une nature de document."
_CHANGED = "Une autre personne vient de corriger cette ligne : relisez la page, puis recommencez."


def write_name(
    session: Session, row: Row, *, by: User, at: datetime, instead_of: Row | None = None, ending: bool = False
) -> Row:
    """Write a row, in the place of another one where it corrects it; the caller commits.

    The one that it corrects is withdrawn by the same person at the same moment. With `ending`, what held until today of
    the same name or office ends on the day that this row begins. Raise Unfit where it ends before it
    begins, has a day in common with another row about the same, delegates nothing or for a holder who is not known, and
    where somebody else corrected the other row meanwhile: then nothing is to be committed. The table itself refuses to
    delegate what nobody delegates.
    """
    _hold(session)
    if instead_of is not None:
        withdraw_name(session, instead_of, by=by, at=at)
    if ending and (there := current(read_names(session), row)) and there.from_on < row.from_on:
        withdraw_name(session, there, by=by, at=at)
        session.add(_ended(there, row.from_on, by, at))
        session.flush()
    if reasons := _reasons(read_names(session), row):
        raise Unfit(reasons)
    row.recorded_by_id, row.recorded_at = by.id, at
    session.add(row)
    session.flush()
    return row


def current(names: Names, row: Row) -> Row | None:
    """Give what holds until today of the same name or office; of delegations, to the same person."""
    return next((other for other in about_the_same(names, row) if other.until_on is None), None)


def _ended(row: Row, on: date, by: User, at: datetime) -> Row:
    kept = row.model_dump(exclude={"id", "withdrawn_by_id", "withdrawn_at"})
    return type(row)(**kept | {"until_on": on, "recorded_by_id": by.id, "recorded_at": at})


def withdraw_name(session: Session, row: Row, *, by: User, at: datetime) -> None:
    """Take a row back: it holds on no day any more, and stays to be read; raise Unfit where that was done already."""
    _hold(session)
    session.refresh(row)
    if row.withdrawn_at is not None:
        raise Unfit({"": _CHANGED})
    row.withdrawn_by_id, row.withdrawn_at = by.id, at
    session.add(row)
    session.flush()


def withdrawn(session: Session) -> list[Row]:
    """Give the rows that were corrected or taken back, the latest first."""
    found: list[Row] = [
        *session.exec(select(NamePeriod).where(col(NamePeriod.withdrawn_at).is_not(None))),
        *session.exec(select(OfficeHolder).where(col(OfficeHolder.withdrawn_at).is_not(None))),
        *session.exec(select(Delegation).where(col(Delegation.withdrawn_at).is_not(None))),
    ]
    return sorted(found, key=lambda row: (row.withdrawn_at or row.recorded_at, row.from_on), reverse=True)


def _hold(session: Session) -> None:
    """Let nobody else write names meanwhile: two periods typed at once would overlap; SQLite has one writer anyway."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        tables = ", ".join(str(table.__tablename__) for table in (NamePeriod, OfficeHolder, Delegation))
        connection.exec_driver_sql(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


def _reasons(names: Names, row: Row) -> dict[str, str]:
    if row.until_on and row.until_on <= row.from_on:
        return {"until_on": _ORDER}
    if isinstance(row, Delegation) and (reasons := _of_delegation(names, row)):
        return reasons
    there = next((other for other in about_the_same(names, row) if overlaps(row, other)), None)
    return {"from_on": _NAMED.format(name=name_of(there), period=period_fr(there))} if there else {}


def _of_delegation(names: Names, row: Delegation) -> dict[str, str]:
    kinds = set(row.kinds.split())
    if not kinds or not kinds <= set(DELEGABLE):
        return {"kinds": _NO_KINDS}
    is_held = on_day((holder for holder in names.holders if holder.office == row.office), row.from_on)
    return {} if is_held else {"office": _NO_HOLDER}


def about_the_same(names: Names, row: Row) -> list[Row]:
    """List the rows in force that may not hold on a day when `row` does."""
    if isinstance(row, NamePeriod):
        return [other for other in names.periods if other.code == row.code]
    if isinstance(row, OfficeHolder):
        return [other for other in names.holders if other.office == row.office]
    return [other for other in names.delegations if (other.office, other.name_fr) == (row.office, row.name_fr)]


def name_of(row: Row) -> str:
    """Give the French name that a row is about."""
    return row.fr if isinstance(row, NamePeriod) else row.name_fr


def period_fr(row: Row) -> str:
    """Word a period: "depuis le 7 octobre 2021", "du 3 janvier 2012 au 5 avril 2017 (non compris)"."""
    if row.until_on is None:
        return f"depuis le {day_fr(row.from_on)}"
    return f"du {day_fr(row.from_on)} au {day_fr(row.until_on)} (non compris)"
