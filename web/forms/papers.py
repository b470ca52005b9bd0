"""What is told of papers that people send back from Word, or attach once signed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField
from wtforms.validators import ValidationError

from models import Document
from web.forms.dates import DateParts
from web.papers.listing import version_name
from web.pieces.chosen import Desk, Files, read_files
from web.request import db, person, settings, today
from workflow.pieces.extraction import Examined
from workflow.procedure.institutions import name_fr

_NONE = ""
_STEP = re.compile("[0-9]{1,9}")


class _OneFile(FlaskForm):
    """A form that is sent one file, which is kept for a day where the rest has to be put right."""

    files = Files()
    file_faults: Sequence[str] = ()

    def is_filled(self) -> bool:
        """Look at the file, which may take half a minute, and check the rest."""
        db().commit()  # nothing waits meanwhile
        self.files = read_files(self._desk, largest_mb=settings().pieces.largest_mb)
        self.file_faults = list(self.files.faults)
        if not self.files.ready and not self.files.faults:
            self.file_faults = [_("Choisissez le fichier.")]
        if len(self.files.ready) > 1:
            self.file_faults = [_("Un seul fichier à la fois : décochez l’autre.")]
        return self.validate()

    @property
    def file(self) -> Examined:
        """The file, once the form is filled."""
        return self.files.ready[0].examined

    def keep(self) -> None:
        """Keep the file until the form is sent again."""
        self.files = self.files.kept(self._desk)

    def forget(self) -> None:
        """Throw away what was kept of the file."""
        self._desk.forget(self.files.ready)

    def validate(self, extra_validators: object = None) -> bool:
        """Check the fields and the file, all of them."""
        return super().validate(extra_validators) and not self.file_faults

    @property
    def _desk(self) -> Desk:
        return Desk(settings().var, person().id)


class SendBackForm(_OneFile):
    """Which version of which paper was written on by hand."""

    of = SelectField(
        _l("Version que vous avez modifiée"),
        description=_l("D’ordinaire, Navette la reconnaît ; choisissez-la seulement si elle vous le demande."),
    )

    def __init__(self, papers: Sequence[Document]) -> None:
        """Offer the versions that were made."""
        super().__init__()
        self._known = {str(each.id): each for each in papers}
        named = ((key, version_name(each)) for key, each in self._known.items())
        self.of.choices = [(_NONE, _("la reconnaître d’après le fichier")), *named]

    @property
    def chosen(self) -> Document | None:
        """The version that was chosen, if one was."""
        return self._known.get(self.of.data)

    def ask(self, reason: str, proposed: Document | None) -> None:
        """Say why the version has to be told, and propose one."""
        self.of.errors = [reason]
        if proposed:
            self.of.data = str(proposed.id)


class SignedForm(_OneFile):
    """On which day a paper was signed, and whose signature that brings."""

    signatory = SelectField(
        _l("Cette version clôt la signature de"),
        description=_l("La signature est enregistrée dans l’histoire du texte en même temps que le fichier est joint."),
    )
    seen_step = HiddenField()

    on = DateParts("on")

    def __init__(self, signatories: Sequence[str], seen_step: int) -> None:
        """Offer the authorities whose signature is still expected; `seen_step` is the last one of the history."""
        super().__init__()
        typed = self.seen_step.data
        self.offer(signatories, seen_step)
        self.seen_step.data = typed or self.seen_step.data
        self.on = DateParts.read("on").not_after(today()) if self.is_submitted() else DateParts("on")

    def offer(self, signatories: Sequence[str], seen_step: int) -> None:
        """Offer them as they are now, whatever the page showed."""
        self.signatory.choices = [(_NONE, _("aucune signature")), *((each, name_fr(each)) for each in signatories)]
        self.seen_step.data = str(seen_step)

    def validate(self, extra_validators: object = None) -> bool:
        """Check the fields, the day and the file, all of them."""
        if self.signatory.data and not (self.on.value or self.on.error):
            self.on = replace(self.on, error=_("Donnez le jour de la signature."))
        return super().validate(extra_validators) and not self.on.error

    def validate_seen_step(self, field: HiddenField) -> None:
        """Refuse what no page of ours says."""
        if not _STEP.fullmatch(field.data or ""):
            raise ValidationError(_("Rechargez la page, puis envoyez de nouveau."))
