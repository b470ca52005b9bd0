"""Signing in, and changing one's password."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from web.account.passwords import MAX_LENGTH, MIN_LENGTH
from workflow.language.legible import one_line


def _address(value: str | None) -> str:
    return one_line(value or "").lower()


class SignInForm(FlaskForm):
    """Address and password."""

    email = EmailField(
        _l("Adresse électronique"),
        [InputRequired(_l("Donnez votre adresse électronique.")), Length(max=254, message=_l("Adresse trop longue."))],
        filters=[_address],
    )
    password = PasswordField(
        _l("Mot de passe"),
        [
            InputRequired(_l("Donnez votre mot de passe.")),
            Length(max=MAX_LENGTH, message=_l("Mot de passe trop long.")),
        ],
    )
    next = HiddenField()


class PasswordForm(FlaskForm):
    """The old password and, twice, the new one."""

    old = PasswordField(
        _l("Mot de passe actuel"),
        [
            InputRequired(_l("Donnez votre mot de passe actuel.")),
            Length(max=MAX_LENGTH, message=_l("Mot de passe trop long.")),
        ],
    )
    new = PasswordField(
        _l("Nouveau mot de passe"),
        [
            InputRequired(_l("Choisissez un nouveau mot de passe.")),
            Length(MIN_LENGTH, message=_l("Dix caractères au moins.")),
            Length(max=MAX_LENGTH, message=_l("Deux cents caractères au plus.")),
        ],
        description=_l("Dix caractères au moins : une phrase est plus sûre et plus facile à retenir."),
    )
    again = PasswordField(
        _l("Nouveau mot de passe, une seconde fois"),
        [
            InputRequired(_l("Écrivez une seconde fois le nouveau mot de passe.")),
            EqualTo("new", message=_l("Les deux saisies diffèrent.")),
        ],
    )
