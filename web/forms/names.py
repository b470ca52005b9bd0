"""A name by period, the holder of an office, a delegation of signature: as they are typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField
from wtforms.validators import InputRequired, ValidationError

from models import Certainty, Delegation, Gender, NamePeriod, OfficeHolder, PartialDate
from models.names import NEVER_DELEGATED, NOT_DELEGABLE
from web.forms.dates import DateParts
from web.forms.words import line_field
from workflow.names.offices import OFFICES
from workflow.names.periods import DELEGABLE, NAMED, SIGNED_FR
from workflow.register.names import Row

_FULL = _l("Donnez le jour complet : jour, mois et année.")


def _gender(label: str) -> RadioField:
    return RadioField(label, [InputRequired(_l("Choisissez le genre : les formules s’accordent avec lui."))])


_GENDERS = ((Gender.FEMININE, _l("féminin")), (Gender.MASCULINE, _l("masculin")))
_OFFICES = tuple((code, each.label_fr) for code, each in OFFICES.items())


class RowForm(FlaskForm):
    """What every row has: from when until when it holds, and where that comes from."""

    source = line_field(_l("Source"), 300, _l("Le texte ou la page qui le dit, par exemple « décret n° 2-22-81 »."))
    # Offered for a new row where another one of the same holds until today.
    ending = BooleanField(_l("Mettre fin ce jour-là au nom, ou à la personne, en cours"), default=True)

    days: Mapping[str, DateParts]
    required: ClassVar[tuple[str, ...]] = ("from_on",)
    optional: ClassVar[tuple[str, ...]] = ("until_on",)

    # What each field of choices offers, besides the gender.
    offers: ClassVar[Mapping[str, Sequence[tuple[str, str]]]] = {}

    def __init__(self, obj: Row | None = None) -> None:
        """Show a row, or an empty form; read what was sent."""
        super().__init__(obj=obj)
        for name, choices in {"gender": _GENDERS, **self.offers}.items():
            self[name].choices = list(choices)

    def read_days(self) -> None:
        """Read the days that were sent; each is given in full."""
        read = {name: DateParts.read(name) for name in (*self.required, *self.optional)}
        self.days = {name: self._checked(parts) for name, parts in read.items()}

    def show_days(self, row: Row | None = None) -> None:
        """Show the days of a row, or none."""
        days = {name: getattr(row, name, None) for name in (*self.required, *self.optional)}
        self.days = {name: DateParts.of(name, PartialDate.of(day) if day else None) for name, day in days.items()}

    def _checked(self, parts: DateParts) -> DateParts:
        is_missing = parts.value is None and parts.name in self.required
        if not parts.error and (is_missing or (parts.value and not parts.value.is_full)):
            return replace(parts, error=str(_FULL))
        return parts

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 - as WTForms has it
        """Check the fields and the days."""
        return super().validate(extra_validators) and not any(parts.error for parts in self.days.values())

    def refuse(self, reasons: Mapping[str, str]) -> list[str]:
        """Put sentences beside the fields that they are about; give those about none."""
        for name, words in reasons.items():
            if name in self.days:
                self.days = {**self.days, name: replace(self.days[name], error=words)}
            elif name in self:
                self[name].errors = [words]
        return [words for name, words in reasons.items() if name not in self.days and name not in self]

    def row(self) -> Row:
        """Make the row that was typed."""
        raise NotImplementedError

    def _kept(self) -> dict[str, Any]:
        days: dict[str, date | None] = {
            name: parts.value.first_day if parts.value else None for name, parts in self.days.items()
        }
        return {"source": self.source.data, "certainty": Certainty.TYPED, **days}


class NameForm(RowForm):
    """A name of the ministry or of a unit."""

    offers: ClassVar[Mapping[str, Sequence[tuple[str, str]]]] = {
        "code": [(code, each.label_fr) for code, each in NAMED.items()]
    }

    code = SelectField(_l("Ce qui porte ce nom"))
    fr = line_field(
        _l("Nom en français"), 300, _l("Tel qu’il figure en tête des documents, sans article."),
        _l("Donnez le nom en français."),
    )  # fmt: skip
    ar = line_field(_l("Nom en arabe"), 300, missing=_l("Donnez le nom en arabe."))
    short_fr = line_field(_l("Forme brève en français"), 100)
    gender = _gender(_l("Genre du nom français"))
    plural = BooleanField(_l("Le nom français est au pluriel"))

    def row(self) -> NamePeriod:
        """Make the row that was typed."""
        return NamePeriod(
            code=self.code.data, kind=NAMED[self.code.data].kind, fr=self.fr.data, ar=self.ar.data,
            short_fr=self.short_fr.data, gender=self.gender.data, plural=self.plural.data, **self._kept(),
        )  # fmt: skip


class HolderForm(RowForm):
    """Who holds an office."""

    offers: ClassVar[Mapping[str, Sequence[tuple[str, str]]]] = {"office": _OFFICES}

    office = SelectField(_l("Fonction"))
    name_fr = line_field(_l("Nom en français"), 200, _l("Prénom et nom."), _l("Donnez le nom en français."))
    name_ar = line_field(_l("Nom en arabe"), 200, missing=_l("Donnez le nom en arabe."))
    gender = _gender(_l("Genre"))
    interim = BooleanField(_l("Par intérim"))

    def row(self) -> OfficeHolder:
        """Make the row that was typed."""
        return OfficeHolder(
            office=self.office.data, name_fr=self.name_fr.data, name_ar=self.name_ar.data, gender=self.gender.data,
            interim=self.interim.data, **self._kept(),
        )  # fmt: skip


class DelegationForm(RowForm):
    """Who signs for the holder of an office, and what."""

    required: ClassVar[tuple[str, ...]] = ("decision_on", "from_on")
    offers: ClassVar[Mapping[str, Sequence[tuple[str, str]]]] = {
        "office": _OFFICES,
        "kinds": [(kind, SIGNED_FR[kind]) for kind in DELEGABLE],
    }

    office = SelectField(_l("Qui délègue"))
    name_fr = line_field(_l("Nom du délégataire en français"), 200, missing=_l("Donnez le nom en français."))
    name_ar = line_field(_l("Nom du délégataire en arabe"), 200, missing=_l("Donnez le nom en arabe."))
    gender = _gender(_l("Genre du délégataire"))
    quality_fr = line_field(
        _l("Qualité en français"), 200, _l("Telle qu’elle précède la signature : « Le Secrétaire général »."),
        _l("Donnez la qualité en français."),
    )  # fmt: skip
    quality_ar = line_field(_l("Qualité en arabe"), 200, missing=_l("Donnez la qualité en arabe."))
    decision_number = line_field(
        _l("Numéro de l’arrêté de délégation"), 60, missing=_l("Donnez le numéro de l’arrêté : il est publié.")
    )
    bulletin = line_field(
        _l("Bulletin officiel"), 100, _l("Son numéro et sa date."), _l("Donnez le Bulletin officiel de l’arrêté.")
    )
    kinds = SelectMultipleField(
        _l("Documents que le délégataire peut signer"),
        description=NOT_DELEGABLE,
        validate_choice=False,
    )

    def validate_kinds(self, field: SelectMultipleField) -> None:
        """Refuse what nobody signs for another, and a delegation of nothing."""
        if NEVER_DELEGATED & set(field.data):
            raise ValidationError(NOT_DELEGABLE)
        if not field.data or not set(field.data) <= set(DELEGABLE):
            raise ValidationError(_("Choisissez au moins une nature de document."))

    def row(self) -> Delegation:
        """Make the row that was typed."""
        words = ("office", "name_fr", "name_ar", "gender", "quality_fr", "quality_ar", "decision_number", "bulletin")
        return Delegation(kinds=" ".join(self.kinds.data), **{name: self[name].data for name in words}, **self._kept())
