"""A view of the list of texts: its name, and whom it is for."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from models import SavedView, User
from web.forms.words import line_field
from workflow.language.folding import norm
from workflow.people.permissions import Right, may

_NAME = 60


class ViewForm(FlaskForm):
    """The name of a view, whether the list opens on it, and whether everybody has it."""

    name = line_field(_l("Nom de la vue"), _NAME, missing=_l("Donnez un nom à la vue."))
    is_default = BooleanField(_l("Ouvrir la liste sur cette vue"))
    is_shared = BooleanField(_l("Proposer cette vue à tout le monde"))
    # The other views of the same person.
    others: Sequence[SavedView] = ()

    def validate_name(self, field: StringField) -> None:
        """Refuse the name of another view of the same person, however it is written."""
        if norm(field.data) in {norm(other.name) for other in self.others}:
            raise ValidationError(_("Vous avez déjà une vue de ce nom : choisissez-en un autre."))

    def write(self, view: SavedView, by: User) -> None:
        """Write on a view what was typed; who may no longer share views can take back those they shared."""
        may_share = view.is_shared or may(by, Right.SHARE_VIEWS)
        view.name, view.is_default = self.name.data, self.is_default.data
        view.is_shared = self.is_shared.data and may_share
