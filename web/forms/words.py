"""Words typed in a form: on one line, without the marks that nobody sees, refused where the eye is misled."""

from wtforms import Field, Form
from wtforms.validators import ValidationError

from workflow.language.legible import illegible, one_line


def line(value: str | None) -> str:
    """Read what was typed in a field of one line; a filter of WTForms."""
    return one_line(value or "")


def legible(_form: Form, field: Field) -> None:
    """Refuse words that do not read as they are written; a validator of WTForms."""
    if wrong := illegible(field.data or ""):
        raise ValidationError(wrong)
