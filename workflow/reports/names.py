"""Checks names, holders and delegations: what the screens refuse may have come from elsewhere."""

from collections.abc import Iterator
from itertools import chain

from sqlmodel import Session

from models import Delegation, NamePeriod
from models.names import NOT_DELEGABLE
from workflow.names.offices import OFFICES
from workflow.names.periods import DELEGABLE, NAMED, overlaps, read_names
from workflow.register.names import Row, about_the_same, name_of, period_fr

_TWICE = "« {name} », {period}, a des jours communs avec « {other} », {other_period} : un seul des deux peut valoir."
_UNKNOWN = "« {name} », {period}, se rapporte à « {code} », que Navette ne connaît pas."


def name_faults(session: Session) -> Iterator[str]:
    """Say, one sentence each, which rows in force overlap, are about nothing that is known, or delegate too much."""
    names = read_names(session)
    for row in chain[Row](names.periods, names.holders, names.delegations):
        told = {"name": name_of(row), "period": period_fr(row)}
        code, known = (row.code, NAMED) if isinstance(row, NamePeriod) else (row.office, OFFICES)
        if code not in known:
            yield _UNKNOWN.format(**told, code=code)
        if isinstance(row, Delegation) and not set(row.kinds.split()) <= set(DELEGABLE):
            yield f"Délégation à « {row.name_fr} » : {NOT_DELEGABLE[:1].lower()}{NOT_DELEGABLE[1:]}"
        for other in about_the_same(names, row):
            # Each pair is told once, by the row that begins later.
            if overlaps(row, other) and (other.from_on, other.id) < (row.from_on, row.id):
                yield _TWICE.format(**told, other=name_of(other), other_period=period_fr(other))
