"""What is decided of a day, as it is typed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import RadioField
from wtforms.validators import InputRequired

from models import PartialDate
from web.forms.dates import DateParts
from web.forms.words import line_field
from workflow.calendar.decided_days import DecidedDay, Decision
from workflow.register.days_off import LONGEST

_FULL = _l("Donnez le jour complet : jour, mois et année.")
_CHOICES = (
    (Decision.OFF, _l("il est chômé")),
    (Decision.WORKED, _l("il est travaillé, bien que le calendrier le dise férié")),
    (Decision.CALENDAR, _l("rien de particulier : le calendrier vaut de nouveau")),
)


class DayForm(FlaskForm):
    """A day, what it is, and its names where it is off."""

    decision = RadioField(_l("Ce jour-là"), [InputRequired(_l("Choisissez ce qu’il en est."))])
    label_fr = line_field(
        _l("Nom du jour chômé"), LONGEST, _l("Tel que le décompte des délais le dira, par exemple « Aïd Al Adha ».")
    )  # fmt: skip
    label_ar = line_field(_l("Son nom en arabe"), LONGEST)

    day: DateParts

    def __init__(self) -> None:
        """Read what was sent, or show what the address names."""
        if request.method == "POST":
            super().__init__()
            self.decision.choices = list(_CHOICES)
            parts = DateParts.read("day")
            is_full = parts.value is not None and parts.value.is_full
            self.day = parts if parts.error or is_full else replace(parts, error=str(_FULL))
            return
        super().__init__(data={name: request.args.get(name, "") for name in ("decision", "label_fr", "label_ar")})
        self.decision.choices = list(_CHOICES)
        self.day = DateParts.of("day", _named_day())

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 - as WTForms has it
        """Check the fields and the day."""
        return super().validate(extra_validators) and not self.day.error

    def decided(self) -> DecidedDay:
        """Give what was decided, once it is checked; raise ValueError where no day was given."""
        if self.day.value is None:
            raise ValueError
        decision = Decision(self.decision.data)
        labels = (self.label_fr.data, self.label_ar.data) if decision is Decision.OFF else ("", "")
        return DecidedDay(self.day.value.first_day, decision, *labels)

    def refuse(self, reasons: Mapping[str, str]) -> None:
        """Put each sentence beside the field that it is about."""
        for name, words in reasons.items():
            if name == "day":
                self.day = replace(self.day, error=words)
            else:
                self[name].errors = [words]


def _named_day() -> PartialDate | None:
    try:
        return PartialDate.of(date.fromisoformat(request.args.get("day", "")))
    except ValueError:
        return None
