"""Which template fills a paper: the one that staff put in service, else the one that comes with Navette."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from documents.catalogue import KINDS
from documents.checking.dictionary import Schema
from documents.dictionary import FILTERS
from documents.engine.compiled import SMALL, in_service
from documents.engine.faults import BadTemplate
from documents.engine.filling import fill
from documents.engine.properties import Properties
from documents.kind import Kind
from documents.kinds.follow_up.tableau import TABLEAU
from documents.language import Language
from models import PaperTemplate, StoredFile
from workflow.register.templates import serving_template

# The kinds of paper whose templates staff may own.
OWNED = (*KINDS, TABLEAU.code)
_LOST = "Le modèle en service (version {number}) n’est plus dans la base, ou n’est plus celui qui a été envoyé."
_UNFILLED = "Le modèle en service (version {number}) ne peut pas être rempli : {why}"


@dataclass(frozen=True)
class Template:
    """The bytes that fill a paper; `number` is the version of staff's, none for the one that comes with Navette."""

    content: bytes
    number: int | None = None

    def file_name(self, kind: str, language: str) -> str:
        """Name its file in ASCII: "modele_note_interne_fr_v3.docx", "modele_note_interne_fr_origine.docx"."""
        return f"modele_{kind}_{language}_{f'v{self.number}' if self.number else 'origine'}.docx"

    def fill(
        self, fields: Mapping[str, object], properties: Properties, *, level: int = SMALL, remarks: Sequence[str] = (),
        pictures: Mapping[bytes, bytes] | None = None,
    ) -> bytes:  # fmt: skip
        """Fill it, with `remarks` as comments on its first words and `pictures` in place of its own.

        Raises BadTemplate, which names the version: another one is never used in its place.
        """
        try:
            return fill(in_service(self.content), fields, properties, level=level, remarks=remarks, pictures=pictures)
        except BadTemplate as fault:
            if self.number is None:
                raise
            raise BadTemplate(_UNFILLED.format(number=self.number, why=fault)) from fault


def owned(kind: str) -> Kind[Any]:
    """Give one of the kinds of `OWNED`; raise KeyError for another."""
    return TABLEAU if kind == TABLEAU.code else KINDS[kind]


def dictionary(kind: str, language: str = "fr") -> Schema:
    """Give the dictionary of one of the kinds of `OWNED`, for a paper in that language; raise KeyError for another."""
    return Schema(kind, owned(kind).fields, language, FILTERS)


def languages_of(kind: str) -> tuple[Language, ...]:
    """Give the languages in which a kind of paper is made."""
    return owned(kind).languages if kind in OWNED else ()


def factory(kind: str, language: str) -> Template:
    """Give the template that comes with Navette; raise KeyError for an unknown kind or language."""
    for each in languages_of(kind):
        if each == language:
            return Template(owned(kind).template(each))
    raise KeyError(kind, language)


def template_for(session: Session, kind: str, language: str) -> Template:
    """Give the template in service; raise BadTemplate where its bytes are lost, rather than take another one."""
    serving = serving_template(session, kind, language)
    return content_of(session, serving) if serving else factory(kind, language)


def content_of(session: Session, version: PaperTemplate) -> Template:
    """Give a version with its bytes; raise BadTemplate where they are lost."""
    file = session.get(StoredFile, version.sha256)
    if file is None or not file.is_intact:
        raise BadTemplate(_LOST.format(number=version.number))
    return Template(file.content, version.number)
