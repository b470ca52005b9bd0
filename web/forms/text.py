"""A text's own particulars, and who is responsible for it."""

from collections.abc import Mapping
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from models import LIMITS, LegalText, Priority, User
from web.forms.colleagues import offered
from web.forms.official_number import question, read_number
from web.forms.words import legible, line
from workflow.history.fold import Situation
from workflow.history.particulars import Owner, Particulars
from workflow.people.leave import Leave
from workflow.rulebook.files import procedures

_NAME = 200


def _choices(people: list[User], leaves: Mapping[UUID, Leave], now: User | None) -> list[tuple[str, str]]:
    choices = offered(people, leaves)
    if now and str(now.id) not in dict(choices):
        choices.append((str(now.id), _("%(name)s (n’est plus en fonction : à remplacer)", name=now.name)))
    return choices


class TextForm(FlaskForm):
    """What is known of a text besides its steps."""

    title_fr = TextAreaField(
        _l("Intitulé en français"),
        [
            DataRequired(_l("Donnez l’intitulé.")),
            legible,
            Length(max=LIMITS["title_fr"], message=_l("Mille caractères au plus.")),
        ],
        filters=[line],
        description=_l("Tel qu’il figure sur le projet, par exemple « Projet de loi relatif à … »."),
    )
    title_ar = TextAreaField(
        _l("Intitulé en arabe"),
        [legible, Length(max=LIMITS["title_ar"], message=_l("Mille caractères au plus."))],
        filters=[line],
        description=_l("Nécessaire avant la transmission au SGG : c’est la version arabe qui fait foi."),
    )
    number = StringField(
        _l("Numéro"),
        [legible, Length(max=LIMITS["number"], message=_l("Vingt caractères au plus."))],
        filters=[line],
        description=_l(
            "Seulement s’il est déjà attribué par le SGG. Le numéro d’un texte modifié n’a pas sa place ici."
        ),
    )
    responsible = SelectField(
        _l("Responsable"), description=_l("Les rappels d’échéance de ce texte lui seront envoyés.")
    )
    financial_impact = BooleanField(
        _l("Incidence financière"), description=_l("Le visa des Finances sera demandé avec le dossier.")
    )
    social_matter = BooleanField(
        _l("Matière sociale"),
        description=_l(
            "Pour un projet de loi : Chambre des conseillers suggérée en premier (Constitution, art. 78) "
            "et majorité absolue au vote définitif (art. 84)."
        ),
    )

    urgent = BooleanField(
        _l("Urgent"),
        description=_l("Le mot figure dans la liste des textes ; aucun délai n’en dépend."),
    )

    def validate_number(self, field: StringField) -> None:
        """Ask about a number that looks reversed."""
        field.data = line(read_number(field.name))
        if asked_back := question(field.name, field.data):
            raise ValidationError(asked_back)

    def offer(self, people: list[User], leaves: Mapping[UUID, Leave], now: User | None = None) -> None:
        """Offer the people who can be responsible, and the one who is `now`, were it somebody who has left."""
        self.responsible.choices = [("", _l("Personne pour l’instant")), *_choices(people, leaves, now)]

    def particulars(self) -> Particulars:
        """Give what was typed."""
        return Particulars(
            title_fr=self.title_fr.data,
            title_ar=self.title_ar.data,
            number=self.number.data,
            responsible_id=UUID(self.responsible.data) if self.responsible.data else None,
            financial_impact=self.financial_impact.data,
            social_matter=self.social_matter.data,
            priority=Priority.URGENT if self.urgent.data else Priority.NORMAL,
        )

    def differences(self, text: LegalText) -> list[str]:
        """Tell what the text says now, where it is not what was typed."""
        names = dict(self.responsible.choices)
        said = {self.title_fr: text.title_fr, self.title_ar: text.title_ar, self.number: text.number or ""}
        now: list[tuple[Field, object, str]] = [(field, words, words) for field, words in said.items()]
        now.append((self.responsible, str(text.responsible_id or ""), names.get(str(text.responsible_id or ""), "")))
        ticked = (text.financial_impact, text.social_matter, text.priority == Priority.URGENT)
        for field, is_so in zip((self.financial_impact, self.social_matter, self.urgent), ticked, strict=True):
            now.append((field, is_so, _("oui") if is_so else _("non")))
        return [f"{field.label.text} : « {words} »" for field, value, words in now if field.data != value]


class NewTextForm(TextForm):
    """A new text: its kind is chosen once."""

    procedure = RadioField(
        _l("Nature du texte"),
        [InputRequired(_l("Choisissez la nature du texte."))],
        description=_l("Elle décide du parcours et des délais ; votre hiérarchie peut la changer ensuite."),
    )

    def offer(self, people: list[User], leaves: Mapping[UUID, Leave], now: User | None = None) -> None:
        """Offer the people, and the kinds of text."""
        super().offer(people, leaves, now)
        self.procedure.choices = [(kind, procedure.label.fr) for kind, procedure in procedures().items()]

    def propose(self, opener: User) -> None:
        """Make whoever opens the text responsible for it unless somebody else is chosen, where that may be."""
        known = [value for value, _name in self.responsible.choices]
        self.responsible.data = str(opener.id) if str(opener.id) in known else ""


class AssignForm(FlaskForm):
    """Who is responsible."""

    responsible = SelectField(_l("Responsable du texte"))
    ministry = StringField(
        _l("Département dont le texte relève, s’il n’est plus le nôtre"),
        [legible, Length(max=_NAME, message=_l("Deux cents caractères au plus."))],
        filters=[line],
        description=_l("L’intitulé du département, tel qu’il est aujourd’hui ; l’histoire gardera celui d’avant."),
    )
    seen = HiddenField()
    seen_ministry = HiddenField(filters=[line])

    def mark(self, text: LegalText, situation: Situation) -> None:
        """Remember who answers for the text on this page."""
        self.seen.data, self.seen_ministry.data = str(text.responsible_id or ""), situation.told("ministry") or ""

    def show(self, text: LegalText, situation: Situation, concerned: User | None) -> None:
        """Show who is responsible already, else propose the one who last worked on a text that is still nobody's."""
        self.mark(text, situation)
        self.ministry.data = situation.told("ministry")
        proposed = concerned.id if concerned and not (text.responsible_id or self.ministry.data) else None
        self.responsible.data = str(text.responsible_id or proposed or "")
        if proposed:
            self.responsible.description = _("Proposition : a enregistré la dernière étape de ce texte.")

    @property
    def owner(self) -> Owner:
        """Give the person and the ministry that answer for the text from now on."""
        return Owner(UUID(self.responsible.data) if self.responsible.data else None, self.ministry.data)

    @property
    def seen_owner(self) -> Owner:
        """Give who answered for the text when the page was made; a person unknown is nobody's."""
        try:
            person = UUID(self.seen.data) if self.seen.data else None
        except ValueError:
            person = UUID(int=0)
        return Owner(person, self.seen_ministry.data or "")

    def offer(self, people: list[User], leaves: Mapping[UUID, Leave], now: User | None = None) -> None:
        """Offer the people who can be responsible, and the one who is `now`, were it somebody who has left."""
        self.responsible.choices = [("", _l("Personne")), *_choices(people, leaves, now)]
