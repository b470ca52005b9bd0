"""A tie to another text: which one, and what it does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, StringField, ValidationError
from wtforms.validators import InputRequired, Length

from models import LegalText, RelationKind
from web.forms.dates import DateParts
from web.forms.words import legible, line
from workflow.relations.citations import CITATION
from workflow.relations.ties import Wanted, label

_ARTICLE = 100
_WORDS = 300
_INCOMING = "-by"
CITED = "cited"


@dataclass(frozen=True)
class Search:
    """What the person looks for, as it stands in the address: what the text is to the other one, and its words."""

    text: LegalText
    tie: str
    words: str
    ties: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, text: LegalText) -> "Search":
        """Read the address; a tie that is not known is the first one."""
        ways = product((False, True), RelationKind)
        ties = {kind + _INCOMING * way: label(text, kind, incoming=way) for way, kind in ways}
        tie = request.args.get("tie", "")
        return cls(text, tie if tie in ties else next(iter(ties)), line(request.args.get("q"))[:_WORDS], ties)

    @property
    def kind(self) -> RelationKind:
        """What one text does to the other."""
        return RelationKind(self.tie.removesuffix(_INCOMING))

    @property
    def is_incoming(self) -> bool:
        """Whether the other text does it to this one."""
        return self.tie.endswith(_INCOMING)

    @property
    def label(self) -> str:
        """The tie in words."""
        return self.ties[self.tie]


class DesignateForm(FlaskForm):
    """Which of the texts found is meant."""

    text = RadioField(_l("Quel texte ?"), [InputRequired(_l("Choisissez un des textes trouvés."))])

    def offer(self, found: Sequence[LegalText], _words: str = "") -> None:
        """Offer the texts found; the only one is chosen already."""
        self.text.choices = [(str(text.id), text.title_fr) for text in found]
        if len(found) == 1 and not self.is_submitted():
            self.text.data = str(found[0].id)

    def chosen(self, found: Iterable[LegalText]) -> LegalText | None:
        """Give the text that was chosen, None for a citation."""
        return next((text for text in found if str(text.id) == self.text.data), None)


class RelationForm(DesignateForm):
    """Which text, or the words that cite it; and for a text of application, from which article and by when."""

    citation = StringField(
        _l("Citation"),
        [legible, Length(max=CITATION, message=_l("Cinq cents caractères au plus."))],
        filters=[line],
        description=_l(
            "Comme on l’écrit : « loi n° 05-81 », « décret fixant la composition de la commission ». "
            "Un numéro suffit pour que le lien se fasse le jour où le texte sera dans Navette."
        ),
    )
    article = StringField(
        _l("Article"),
        [legible, Length(max=_ARTICLE, message=_l("Cent caractères au plus."))],
        filters=[line],
        description=_l("Le ou les articles en cause, par exemple « 12 » ou « 10, 11 et 13 »."),
    )
    owed = BooleanField(
        _l("Prévu par le texte à appliquer"), default=True, description=_l("Il compte dans le taux d’application.")
    )

    def offer(self, found: Sequence[LegalText], words: str = "") -> None:
        """Offer the texts found, and to cite in the words of the search one that is not among them."""
        super().offer(found)
        if not self.is_submitted():
            self.citation.data = words
        self.text.choices.append((CITED, _l("Aucun de ceux-ci : le citer seulement")))
        if not found:
            self.text.data = CITED

    def validate_citation(self, field: StringField) -> None:
        """Ask for the words of a citation when no text is chosen."""
        if self.text.data == CITED and not field.data:
            raise ValidationError(_("Écrivez comment le texte est cité."))

    def wanted(self, search: Search, found: Iterable[LegalText], due: DateParts) -> Wanted:
        """Give the tie that was typed; a day that a text is expected for means that it is owed."""
        other = self.chosen(found)
        return Wanted(
            kind=search.kind,
            incoming=search.is_incoming,
            other=other,
            citation="" if other else self.citation.data,
            article=self.article.data,
            owed=self.owed.data or due.value is not None,
            due_on=due.value.last_day if due.value else None,
        )
