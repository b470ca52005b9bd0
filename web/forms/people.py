"""An account as it is opened, and the role of a person."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectField
from wtforms.validators import InputRequired, ValidationError

from web.forms.words import line_field
from workflow.language.addresses import normal_address
from workflow.people.permissions import ROLES_FR
from workflow.register.accounts import LONGEST


def _role() -> SelectField:
    return SelectField(
        _l("Rôle"),
        [InputRequired(_l("Choisissez son rôle."))],
        description=_l("Il décide de ce que la personne peut faire ; « Consultation » permet seulement de lire."),
    )


class RoleForm(FlaskForm):
    """What the person is in the ministry."""

    role = _role()

    def __init__(self, *, now: str = "") -> None:
        """Offer the roles, the one that the person has chosen already."""
        super().__init__(data={"role": now})
        self.role.choices = [("", "–"), *ROLES_FR.items()]


class PersonForm(RoleForm):
    """Who the person is, and what they are in the ministry."""

    name = line_field(
        _l("Nom"), LONGEST["name"], _l("Prénom et nom, tels qu’ils s’affichent sur les textes et les documents."),
        _l("Donnez le nom de la personne."),
    )  # fmt: skip
    email = line_field(
        _l("Adresse électronique"), LONGEST["email"], _l("Elle sert à se connecter, et reçoit les rappels."),
        _l("Donnez son adresse électronique."),
    )  # fmt: skip
    role = _role()  # after the others

    def validate_email(self, field: Field) -> None:
        """Refuse what is no address, beside what else is wrong."""
        try:
            normal_address(field.data)
        except ValueError as error:
            raise ValidationError(str(error)) from error
