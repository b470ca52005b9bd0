"""What is told of files that somebody attaches to a text."""

from collections.abc import Sequence
from pathlib import PurePath
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.validators import ValidationError

from models import Piece
from web.forms.dates import DateParts
from web.forms.words import line_field
from web.pieces.chosen import Files
from web.request import today
from workflow.language.folding import norm
from workflow.language.typography import capital
from workflow.pieces.extraction import Examined
from workflow.pieces.kept import Listed
from workflow.procedure.vocabulary import Vocabulary
from workflow.register.pieces import Told

_NONE = ""
# A text has one of each; of letters, opinions and annexes it has many, which only a title or a file's name tells apart.
_ONE_OF_A_TEXT = {"draft_ar", "draft_fr", "expose_des_motifs", "impact_study"}


def _hiding(hint: str) -> BooleanField:
    return BooleanField(_l("Confidentielle"), description=hint)


class DescribeForm(FlaskForm):
    """What a piece is called, and whether it is confidential: what is so stays so."""

    title = line_field(_l("Titre"), 300, _l("Les lignes déjà écrites de l’histoire gardent l’ancien."))
    confidential = _hiding(
        _l(
            "Seuls la direction, le cabinet et le responsable du texte la verront ; ce choix reste. Le titre que "
            "l’histoire a déjà dit y reste écrit."
        )
    )

    def __init__(self, piece: Piece, *, may_hide: bool) -> None:
        """Show a piece as it is."""
        super().__init__(data={"title": piece.title})
        if piece.confidential or not may_hide:
            del self.confidential

    @property
    def hides(self) -> bool:
        """Whether the piece is to become confidential."""
        return bool("confidential" in self and self.confidential.data)


class PieceForm(FlaskForm):
    """What the files are, and where they come from."""

    of = SelectField(
        _l("Nouvelle pièce ou autre version"),
        description=_l("Une autre version garde la nature, le titre et l’étape de sa pièce ; les précédentes restent."),
    )
    kind = SelectField(_l("Nature"))
    title = line_field(_l("Titre"), 300, _l("Ce qui distingue la pièce des autres de même nature."))
    from_whom = line_field(_l("De la part de"), 300, _l("Par exemple : « SGG », « DAJ »."))
    reference = line_field(_l("Référence"), 100, _l("Le numéro que porte la pièce."))
    step = SelectField(_l("Étape à laquelle elle se rattache"))
    confidential = _hiding(_l("Seuls la direction, le cabinet et le responsable du texte la verront ; ce choix reste."))
    # The kind and title for which another version was proposed already: what is chosen then is what is meant.
    asked = HiddenField()

    dated_on = DateParts("dated_on")
    files = Files()
    file_faults: Sequence[str] = ()

    def __init__(
        self,
        vocabulary: Vocabulary,
        known: Sequence[Listed],
        steps: Sequence[tuple[str, str]],
        *,
        may_hide: bool,
    ) -> None:
        """Offer the kinds of pieces, the pieces that are there, and the steps, as numbers with their words."""
        super().__init__()
        self.vocabulary, self.known = vocabulary, {str(each.piece.id): each for each in known}
        named = ((code, capital(kind.fr)) for code, kind in vocabulary.pieces.items())
        self.kind.choices = [(_NONE, _("Choisir…")), *named]
        self.of.choices = [
            (_NONE, _("une nouvelle pièce")),
            *((key, self._named(each)) for key, each in self.known.items()),
        ]
        self.step.choices = [(_NONE, _("aucune en particulier")), *steps]
        if not may_hide:
            del self.confidential

    def begin(self, of: str, kind: str) -> "PieceForm":
        """Choose already what the person came to attach another version of, or the kind that they were reading."""
        known = self.known.get(of)
        self.of.data = of if known else _NONE
        self.kind.data = known.piece.kind if known else kind if kind in self.vocabulary.pieces else _NONE
        if known and "confidential" in self:
            self.confidential.data = known.piece.confidential
        return self

    def read(self, files: Files) -> None:
        """Read the date, and take the files that go with what was typed."""
        self.dated_on = DateParts.read("dated_on").not_after(today())
        self.files = files

    def validate(self, extra_validators: object = None) -> bool:
        """Check the fields, the date and the files, all of them."""
        self.file_faults = [*self.files.faults, *self._of_number()]
        return super().validate(extra_validators) and not self.dated_on.error and not self.file_faults

    def _of_number(self) -> Sequence[str]:
        if not self.files.ready and not self.files.faults:
            return [_("Choisissez le fichier à joindre.")]
        if len(self.files.ready) > 1 and self.of.data:
            return [_("Une autre version est un seul fichier : décochez les autres, ou joignez-les à part.")]
        return []

    def validate_kind(self, field: SelectField) -> None:
        """Ask for a kind; of another version it is that of its piece."""
        known = self.known.get(self.of.data)
        if known is None and not field.data:
            raise ValidationError(_("Choisissez ce qu’est cette pièce."))
        if known and field.data not in {_NONE, known.piece.kind}:
            words = _(
                "La pièce dont ce serait une autre version est : %(kind)s. Pour une autre nature, choisissez "
                "« une nouvelle pièce ».",
                kind=self.vocabulary.piece(known.piece.kind).fr,
            )
            raise ValidationError(words)

    def validate_title(self, field: StringField) -> None:
        """Refuse one title for several files."""
        if field.data and len(self.files.ready) > 1:
            raise ValidationError(_("Un titre vaut pour un seul fichier : laissez-le vide, chacun gardera son nom."))

        known = self.known.get(self.of.data)
        if known and field.data and known.piece.title and norm(field.data) != norm(known.piece.title):
            raise ValidationError(_("La pièce garde son titre, « %(title)s » : laissez vide.", title=known.piece.title))

    def validate_step(self, field: SelectField) -> None:
        """Refuse another step for a piece that is there."""
        known = self.known.get(self.of.data)
        if known and field.data not in {_NONE, str(known.piece.step_number)}:
            raise ValidationError(
                _("Une autre version reste à l’étape de sa pièce : choisissez « aucune en particulier ».")
            )

    def validate_of(self, field: SelectField) -> None:
        """Propose that a file is another version of a piece of the same kind and title, once."""
        what = f"{self.kind.data} {norm(self.title.data or '')}"
        alike = [key for key, each in self.known.items() if self._is_alike(each)]
        if field.data or not alike or len(self.files.ready) > 1 or self.asked.data == what:
            return
        field.data, self.asked.data = alike[-1], what
        words = _(
            "Le dossier a déjà cette pièce : ce fichier en serait une autre version. Si c’en est une autre, choisissez "
            "« une nouvelle pièce »."
        )
        raise ValidationError(words)

    def _is_alike(self, known: Listed) -> bool:
        """Whether a new file looks like another version of this piece: of its kind and title, or name without one."""
        piece, title = known.piece, norm(self.title.data or "")
        if (piece.kind, norm(piece.title)) != (self.kind.data, title):
            return False
        names = {norm(each.file_name) for each in known.versions}
        return (
            bool(title)
            or piece.kind in _ONE_OF_A_TEXT
            or any(norm(each.examined.name) in names for each in self.files.ready)
        )

    def told(self, file: Examined) -> Told:
        """Give what is told of one of the files; of several, each bears its name as its title."""
        is_one_of_several = len(self.files.ready) > 1
        return Told(
            kind=self.kind.data, title=PurePath(file.name).stem if is_one_of_several else self.title.data or "",
            of=UUID(self.of.data) if self.of.data else None, from_whom=self.from_whom.data or "",
            reference=self.reference.data or "", dated_on=self.dated_on.value,
            step_number=int(self.step.data) if self.step.data else None,
            confidential="confidential" in self and self.confidential.data,
        )  # fmt: skip

    def _named(self, listed: Listed) -> str:
        title = f" « {listed.piece.title} »" if listed.piece.title else ""
        what, last = f"{self.vocabulary.piece(listed.piece.kind).fr}{title}", listed.versions[0]
        words = _(
            "autre version de : %(what)s (v%(number)s, %(name)s)", what=what, number=last.number, name=last.file_name
        )
        return str(words)
