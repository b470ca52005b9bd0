"""What the screens of templates show: a kind of paper in a language, its versions, which one serves and since when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import abort
from sqlmodel import Session, col, select

from documents.language import IN_FR, Language
from documents.templates import OWNED, Template, content_of, factory, languages_of, owned
from models import PaperTemplate, TemplateService, User
from workflow.register.templates import services, versions


@dataclass(frozen=True)
class Owned:
    """The templates of a kind of paper in a language; number 0 is the one that comes with Navette."""

    kind: str
    language: Language
    versions: Sequence[PaperTemplate]
    services: Sequence[TemplateService]
    people: Mapping[UUID, str]

    @property
    def label(self) -> str:
        """Name the paper, as in "Note interne"."""
        return owned(self.kind).label_fr

    @property
    def title(self) -> str:
        """Name the paper and its language."""
        return f"{self.label}, {IN_FR[self.language]}"

    @property
    def last(self) -> TemplateService | None:
        """The last change of what is in service."""
        return self.services[0] if self.services else None

    @property
    def seen(self) -> int:
        """The number of the last change of what is in service."""
        return self.last.number if self.last else 0

    @property
    def serving(self) -> int:
        """The number of the version in service."""
        return self.number_of(self.last) if self.last else 0

    def number_of(self, service: TemplateService) -> int:
        """Give the number of the version that a change put in service."""
        return next((each.number for each in self.versions if each.id == service.template_id), 0)

    def name_of(self, number: int) -> str:
        """Name a version inside a sentence."""
        return f"la version\u00a0{number}" if number else "le modèle d’origine"

    def title_of(self, number: int) -> str:
        """Name a version under the name of its paper."""
        return self.name_of(number).partition(" ")[2]

    def find(self, number: int) -> PaperTemplate:
        """Give a version of staff's, or answer that it is not found."""
        return next((each for each in self.versions if each.number == number), None) or abort(404)

    def template(self, session: Session, number: int) -> Template:
        """Give a version with its bytes; raise BadTemplate where they are lost."""
        return content_of(session, self.find(number)) if number else factory(self.kind, self.language)

    def state(self, version: PaperTemplate) -> str:
        """Say in one word what a version is today: serving, retired, faulty, or a draft."""
        if version.number == self.serving:
            return "serving"
        if any(each.template_id == version.id for each in self.services):
            return "retired"
        return "faulty" if version.faults else "draft"


def find_owned(session: Session, kind: str, language: str) -> Owned:
    """Give the templates of a kind and a language, or answer that there are none such."""
    told = next((each for each in languages_of(kind) if each == language), None) or abort(404)
    found, changes = versions(session, kind, language), services(session, kind, language)
    return Owned(kind, told, found, changes, _people(session, [*found, *changes]))


def every_owned(session: Session) -> list[Owned]:
    """Give the templates of every kind of paper, in each of its languages."""
    return [find_owned(session, kind, language) for kind in OWNED for language in languages_of(kind)]


def _people(session: Session, rows: Iterable[PaperTemplate | TemplateService]) -> Mapping[UUID, str]:
    wanted = {row.by_id for row in rows if row.by_id}
    return dict(session.exec(select(User.id, User.name).where(col(User.id).in_(wanted))).all()) if wanted else {}
