"""Words typed in a form: on one line, without the marks that nobody sees, refused where the eye is misled."""

from flask_babel import lazy_gettext as _l
from wtforms import Field, Form, StringField
from wtforms.validators import DataRequired, Length, ValidationError

from workflow.language.legible import illegible, one_line

_TOO_LONG = _l("C’est trop long : %(max)d caractères au plus.")


def line_field(label: str, most: int, hint: str = "", missing: str = "") -> StringField:
    """Make a field of one line of at most so many letters; one that must be filled says what is `missing`."""
    checks = [legible, Length(max=most, message=_TOO_LONG)]
    return StringField(label, [DataRequired(missing), *checks] if missing else checks, [line], description=hint)


def line(value: str | None) -> str:
    """Read what was typed in a field of one line; a filter of WTForms."""
    return one_line(value or "")


def legible(_form: Form, field: Field) -> None:
    """Refuse words that do not read as they are written; a validator of WTForms."""
    if wrong := illegible(field.data or ""):
        raise ValidationError(wrong)
