"""An absence as it is typed: who, from when until when, and who stands in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.validators import InputRequired

from models import Absence, PartialDate, User
from web.forms.dates import DateParts
from workflow.people.permissions import Right, may

DAYS = ("from_on", "until_on")
_FULL = _l("Donnez le jour complet : jour, mois et année.")


class AbsenceForm(FlaskForm):
    """The days of an absence, and who stands in."""

    person_id = SelectField(_l("Qui s’absente"), [InputRequired(_l("Choisissez la personne qui s’absente."))])
    stand_in_id = SelectField(
        _l("Qui supplée"),
        [InputRequired(_l("Choisissez qui supplée."))],
        description=_l("Pendant l’absence, les rappels d’échéance lui sont envoyés aussi."),
    )

    days: Mapping[str, DateParts]

    def __init__(self, people: Sequence[User], obj: Absence | None = None, *, of: User | None = None) -> None:
        """Offer these people; of one person's own absence, that person alone."""
        kept = {"person_id": str(obj.person_id), "stand_in_id": str(obj.stand_in_id)} if obj else {}
        super().__init__(data=kept)
        self.of = of
        self.person_id.choices = [("", "–"), *((str(one.id), one.name) for one in people)]
        able = [one for one in people if may(one, Right.FOLLOW_DEADLINES) and (of is None or one.id != of.id)]
        self.stand_in_id.choices = [("", "–"), *((str(one.id), one.name) for one in able)]
        if of:
            del self.person_id
        given = {name: getattr(obj, name) if obj else None for name in DAYS}
        self.days = {name: _read(name) if self.is_submitted() else _shown(name, given[name]) for name in DAYS}

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 - as WTForms has it
        """Check the choices and the days."""
        return super().validate(extra_validators) and not any(parts.error for parts in self.days.values())

    @property
    def absent_id(self) -> UUID:
        """Give who is absent, once the form is checked."""
        return self.of.id if self.of else UUID(self.person_id.data)

    def day(self, name: str) -> date:
        """Give a day that was checked; raise ValueError for one that was not given."""
        value = self.days[name].value
        if value is None:
            raise ValueError(name)
        return value.first_day

    def refuse(self, reasons: Mapping[str, str]) -> None:
        """Put each sentence beside the field that it is about."""
        for name, words in reasons.items():
            if name in self.days:
                self.days = {**self.days, name: replace(self.days[name], error=words)}
            else:
                self[name].errors = [words]


def _read(name: str) -> DateParts:
    parts = DateParts.read(name)
    is_full = parts.value is not None and parts.value.is_full
    return parts if parts.error or is_full else replace(parts, error=str(_FULL))


def _shown(name: str, day: date | None) -> DateParts:
    return DateParts.of(name, PartialDate.of(day) if day else None)
