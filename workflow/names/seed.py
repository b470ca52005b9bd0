"""The names and holders that a new database begins with, from the ministry's own texts; nothing typed is touched."""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from sqlmodel import Session, select

from models import Certainty, Delegation, Gender, NameKind, NamePeriod, OfficeHolder
from workflow.language.articles import bare
from workflow.language.typography import capital
from workflow.names.periods import MINISTRY
from workflow.procedure.institutions import FormerName, Institution, institution, institutions
from workflow.procedure.part import Part, parse

FILE = Path(__file__).parent / "seed.toml"


class Holder(Part):
    """Who held an office; `of` names the ministry whose office it is, none for those of the government."""

    office: str
    of: str = ""
    name_fr: str
    name_ar: str
    gender: Literal["m", "f"]
    from_on: date
    until_on: date | None = None
    source: str
    certainty: Literal["read", "memory"]


class Seed(Part):
    """What seed.toml says."""

    institution: str
    since: date
    holders: tuple[Holder, ...]


def sow(session: Session, ministry_fr: str, *, at: datetime) -> bool:
    """Write the seed into a database that never had a name, a holder or a delegation; say whether it did.

    The names of the ministry, and its ministers, come only where `ministry_fr`, the name in config.toml, is one of
    theirs. The caller commits. Raise BadProcedure for a seed that cannot be read.
    """
    if any(session.exec(select(table.id).limit(1)).first() for table in (NamePeriod, OfficeHolder, Delegation)):
        return False
    seed, ours = read_seed(), institution(ministry_fr)
    code = ours.code if ours else ""
    if code == seed.institution:
        session.add_all(_periods(institutions()[seed.institution], seed.since, at))
    for holder in seed.holders:
        if holder.of in {"", code}:
            session.add(OfficeHolder(**holder.model_dump(exclude={"of"}), recorded_at=at))
    session.flush()
    return True


def read_seed() -> Seed:
    """Read seed.toml; raise BadProcedure for what cannot be used."""
    return parse(Seed, tomllib.loads(FILE.read_text("utf-8")), FILE.name, "seed")


def _periods(ministry: Institution, since: date, at: datetime) -> Iterator[NamePeriod]:
    names: list[FormerName | Institution] = [*sorted(ministry.former, key=lambda name: name.until), ministry]
    for name in names:
        until = name.until if isinstance(name, FormerName) else None
        yield NamePeriod(
            code=MINISTRY, kind=NameKind.MINISTRY, fr=capital(bare(name.fr)), ar=name.ar, gender=Gender.MASCULINE,
            from_on=since, until_on=until, source=name.source, certainty=Certainty(name.certainty), recorded_at=at,
        )  # fmt: skip
        since = until or since
