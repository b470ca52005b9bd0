"""A date typed in three parts, so that a month or a year alone can be given, or nothing when it is not known.

Where it is offered, one key chooses today or yesterday in their place. No script unticks a choice when another date is
typed: the page says what it showed, and what the person changed since is what was meant.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask import request
from flask_babel import gettext as _

from models import PartialDate
from workflow.history.facts import BadFact, read_partial_date

FIRST_YEAR, LAST_YEAR = 1900, 2199
# The choice of the date that is typed in parts; the others are days, written as ISO 8601 does.
TYPED = "typed"
# The field by which a page says what it showed.
SHOWN = "shown"
_EMPTY = "//"


@dataclass(frozen=True)
class DateParts:
    """What was typed, what it means, and why it cannot be kept."""

    name: str
    day: str = ""
    month: str = ""
    year: str = ""
    unknown: bool = False
    value: PartialDate | None = None
    error: str = ""
    choice: str = TYPED

    @classmethod
    def read(cls, name: str, *, required: bool = False) -> "DateParts":
        """Read the date from the form; a required one is given or said to be unknown."""
        day, month, year = (request.form.get(f"{name}_{part}", "").strip() for part in ("day", "month", "year"))
        unknown = bool(request.form.get(f"{name}_unknown"))
        sent = cls(name, day, month, year, unknown, choice=request.form.get(f"{name}_is", TYPED))
        return _understood(sent._settled(request.form.get(f"{name}_{SHOWN}", "")), required=required)

    @property
    def shown(self) -> str:
        """What a page shows of it, to be told from what is changed there."""
        return f"{self.choice} {self._parts}"

    @property
    def _parts(self) -> str:
        return f"{self.day}/{self.month}/{self.year}"

    def _settled(self, shown: str) -> "DateParts":
        """Tell which of a day chosen and a date typed is meant: the one that is not as it was `shown`."""
        choice, _space, parts = shown.partition(" ")
        if shown == self.shown and self.unknown:
            return replace(self, day="", month="", year="", choice=TYPED)
        if self.choice == TYPED or self._parts == _EMPTY:
            return self
        if choice == TYPED and parts == self._parts:
            return replace(self, day="", month="", year="")
        if choice == self.choice and parts == _EMPTY:
            return replace(self, choice=TYPED)
        return replace(self, error=_("Choisissez un des jours proposés ou donnez une autre date, pas les deux."))

    def renamed(self, name: str) -> "DateParts":
        """Show it in other fields."""
        return replace(self, name=name)

    def not_after(self, today: date) -> "DateParts":
        """Refuse a date that is still to come."""
        if self.value and self.value.first_day > today:
            return replace(self, error=_("Cette date est dans l’avenir."))
        return self

    @classmethod
    def of(cls, name: str, value: PartialDate | None) -> "DateParts":
        """Show a date that is already known."""
        if value is None:
            return cls(name)
        return cls(name, str(value.day or ""), str(value.month or ""), str(value.year), value=value)

    @classmethod
    def at(cls, name: str, day: date) -> "DateParts":
        """Offer a day that is chosen unless another one is."""
        return cls(name, value=PartialDate.of(day), choice=day.isoformat())

    def offered(self, today: date) -> list[tuple[str, str, date]]:
        """Give the days that one key chooses, each with its value and its name; the one chosen on another day stays."""
        days = {today.isoformat(): (_("aujourd’hui"), today)}
        eve = today - timedelta(days=1)
        days[eve.isoformat()] = (_("hier"), eve)
        if self.choice != TYPED and self.choice not in days and self.value:
            days[self.choice] = (_("ce jour-là"), self.value.first_day)
        return [(value, name, day) for value, (name, day) in days.items()]


def _understood(told: DateParts, *, required: bool) -> DateParts:
    """Give the date with what it means, or with why it cannot be kept."""
    if told.error:
        return told
    value, error = None, ""
    try:
        value = _chosen(told.choice) if told.choice != TYPED else read_partial_date(told.day, told.month, told.year)
    except BadFact as fault:
        error = str(fault)
    if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
        value, error = None, _("Vérifiez l’année : elle va de %(first)s à %(last)s.", first=FIRST_YEAR, last=LAST_YEAR)
    if value and told.unknown:
        error = _("Donnez la date ou cochez « date inconnue », pas les deux.")
    if required and not (value or told.unknown or error):
        error = _("Donnez la date (l’année seule suffit), ou cochez « date inconnue ».")
    return replace(told, value=value, error=error)


def _chosen(day: str) -> PartialDate:
    try:
        return PartialDate.of(date.fromisoformat(day))
    except ValueError as error:
        raise BadFact(_("Choisissez un des jours proposés, ou donnez une autre date.")) from error
