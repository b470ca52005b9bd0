"""A date typed in three parts, so that a month or a year alone can be given, or nothing when it is not known."""

from dataclasses import dataclass, replace
from datetime import date

from flask import request
from flask_babel import gettext as _

from models import PartialDate
from workflow.history.facts import BadFact, read_partial_date

FIRST_YEAR, LAST_YEAR = 1900, 2199


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

    @classmethod
    def read(cls, name: str, *, required: bool = False) -> "DateParts":
        """Read the parts from the form; a required date is given or said to be unknown."""
        day, month, year = (request.form.get(f"{name}_{part}", "").strip() for part in ("day", "month", "year"))
        unknown = bool(request.form.get(f"{name}_unknown"))
        value, error = None, ""
        try:
            value = read_partial_date(day, month, year)
        except BadFact as fault:
            error = str(fault)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            value, error = None, _("Vérifiez l’année : elle s’écrit avec quatre chiffres, par exemple 2018.")
        if value and unknown:
            error = _("Donnez la date ou cochez « date inconnue », pas les deux.")
        if required and not (value or unknown or error):
            error = _("Donnez la date (l’année seule suffit), ou cochez « date inconnue ».")
        return cls(name, day, month, year, unknown, value, error)

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
