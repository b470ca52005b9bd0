"""What bore which name on a day, who held which office, and who signed: looked up in the rows that are in force."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from sqlmodel import Session, col, select

from models import Delegation, NameKind, NamePeriod, OfficeHolder, SignedKind
from models.names import NEVER_DELEGATED
from workflow.names.offices import OFFICES, Quality


@dataclass(frozen=True)
class Named:
    """Something of the ministry's own whose name changes."""

    label_fr: str
    kind: NameKind


MINISTRY, DIRECTION, DIVISION = "ministry", "direction", "division"
NAMED: Mapping[str, Named] = {
    MINISTRY: Named("Ministère", NameKind.MINISTRY),
    DIRECTION: Named("Direction", NameKind.UNIT),
    DIVISION: Named("Division", NameKind.UNIT),
}
SIGNED_FR: Mapping[SignedKind, str] = {
    SignedKind.LETTER: "lettres",
    SignedKind.SLIP: "bordereaux d’envoi",
    SignedKind.NOTE: "notes",
    SignedKind.MINUTES: "comptes rendus et procès-verbaux",
    SignedKind.COPY: "copies certifiées conformes",
    SignedKind.DECREE: "décrets",
    SignedKind.REGULATORY_ORDER: "arrêtés réglementaires",
}
DELEGABLE = tuple(kind for kind in SignedKind if kind not in NEVER_DELEGATED)


class Period(Protocol):
    """What holds from a day on, until another one that is not included."""

    from_on: date
    until_on: date | None


_Period = TypeVar("_Period", bound=Period)


@dataclass(frozen=True)
class Signatory:
    """Who signs, as it is written above and below the place of the signature; no formula for the holder in person."""

    formula_fr: str
    formula_ar: str
    quality_fr: str
    quality_ar: str
    name_fr: str
    name_ar: str


@dataclass(frozen=True)
class Names:
    """The rows in force, oldest first."""

    periods: Sequence[NamePeriod] = ()
    holders: Sequence[OfficeHolder] = ()
    delegations: Sequence[Delegation] = ()

    def name_on(self, code: str, day: date) -> NamePeriod | None:
        """Give the name that something bore on `day`; None where no row says it."""
        return on_day((period for period in self.periods if period.code == code), day)

    def ministry_on(self, day: date) -> NamePeriod | None:
        """Give the name of the ministry on `day`; None where no row says it."""
        return self.name_on(MINISTRY, day)

    def holder_on(self, office: str, day: date) -> OfficeHolder | None:
        """Give who held an office on `day`; None where no row says it."""
        return on_day((holder for holder in self.holders if holder.office == office), day)

    def quality_on(self, office: str, day: date) -> Quality | None:
        """Give how the holder of an office was called on `day`; None where nobody is known."""
        holder = self.holder_on(office, day)
        return OFFICES[office].quality(holder.gender, interim=holder.interim) if holder else None

    def delegation_on(self, kind: SignedKind, office: str, day: date) -> Delegation | None:
        """Give the delegation by which such a document could be signed for an office on `day`, the oldest of several.

        None for a décret and a regulatory arrêté, which nobody signs for another (décret n° 2-22-81, art. 7 ff.).
        """
        if kind in NEVER_DELEGATED:
            return None
        return on_day((one for one in self.delegations if one.office == office and kind in one.kinds.split()), day)

    def signatory_on(self, kind: SignedKind, office: str, day: date) -> Signatory | None:
        """Give who signs such a document for an office on `day`: a delegate where one may, else the holder.

        None where the holder is not known: the formula of delegation agrees with the holder's gender.
        """
        holder, quality = self.holder_on(office, day), self.quality_on(office, day)
        if holder is None or quality is None:
            return None
        delegate = self.delegation_on(kind, office, day)
        if delegate is None:
            return Signatory("", "", quality.signed_fr, quality.signed_ar, holder.name_fr, holder.name_ar)
        return Signatory(
            quality.delegation_fr, quality.delegation_ar,
            delegate.quality_fr, delegate.quality_ar, delegate.name_fr, delegate.name_ar,
        )  # fmt: skip


def read_names(session: Session) -> Names:
    """Read the rows in force."""
    periods = select(NamePeriod).where(col(NamePeriod.withdrawn_at).is_(None)).order_by(col(NamePeriod.from_on))
    holders = select(OfficeHolder).where(col(OfficeHolder.withdrawn_at).is_(None)).order_by(col(OfficeHolder.from_on))
    given = select(Delegation).where(col(Delegation.withdrawn_at).is_(None))
    return Names(
        session.exec(periods).all(),
        session.exec(holders).all(),
        session.exec(given.order_by(col(Delegation.from_on), col(Delegation.name_fr))).all(),
    )


def on_day(periods: Iterable[_Period], day: date) -> _Period | None:
    """Give the first of these that holds on `day`."""
    return next((one for one in periods if one.from_on <= day and (one.until_on is None or day < one.until_on)), None)


def overlaps(one: Period, other: Period) -> bool:
    """Whether two of these have a day in common."""
    return one.from_on < (other.until_on or date.max) and other.from_on < (one.until_on or date.max)
