"""A template sent, and one put in service: as they are typed."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from documents.checking.word_file.package import LARGEST_FILE
from web.forms.words import line_field


def _comment() -> StringField:
    return line_field(_l("Commentaire"), 500, _l("Ce qui change et pourquoi, pour qui le lira dans un an."))


class UploadForm(FlaskForm):
    """The file of a template, and what is said of it."""

    file = FileField(_l("Fichier"))
    comment = _comment()

    content: bytes = b""

    def read(self) -> bool:
        """Read the file; False, with what is wrong beside each field, where it cannot be kept."""
        is_valid = self.validate()
        self.content = self.file.data.read(LARGEST_FILE + 1) if self.file.data else b""
        if not self.content:
            self.file.errors = [_("Choisissez le fichier Word (.docx) du modèle.")]
        return bool(is_valid and self.content)

    @property
    def file_name(self) -> str:
        """The name that the person's machine gives the file."""
        return (self.file.data.filename if self.file.data else "") or ""


class ServiceForm(FlaskForm):
    """Why what is in service changes; `seen` is the last change that the person saw."""

    comment = _comment()
    seen = IntegerField(validators=[InputRequired()], widget=HiddenInput())
