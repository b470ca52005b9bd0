"""Fills Word templates that people may have written: nothing in them can run, and every fault is said in French."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx.document import Document as Page
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents.ordinals import raise_ordinals
from workflow.calendar.words import long_date
from workflow.language.typography import DOTS, dots, typeset

_TAG = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_MARKS = re.compile("[\u200b-\u200f\u2066-\u2069\u202a-\u202e]")
_FRENCH_QUOTES = re.compile("«[\\s\u00a0\u202f]*(.*?)[\\s\u00a0\u202f]*»")
_FIELD = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_HELD, _WORD_HELD = "\u2011", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGEST = 20 * 1024 * 1024
_FILTERS = ("capitalize", "join", "length", "lower", "upper")


class BadTemplate(ValueError):
    """A template that cannot be filled, with the sentence that says why."""


@dataclass(frozen=True)
class Properties:
    """What a Word file says of itself."""

    title: str
    subject: str
    author: str
    keywords: str
    at: datetime
    identifier: str = ""
    version: str = ""
    language: str = "fr-MA"


class _Template(DocxTemplate):  # type: ignore[misc]
    def patch_xml(self, src_xml: str) -> str:
        """Mend what Word's autocorrection does inside tags: hidden marks, French quotation marks."""
        unmarked = _TAG.sub(lambda tag: _MARKS.sub("", tag[0]), src_xml)
        return _TAG.sub(lambda tag: _FRENCH_QUOTES.sub(r'"\1"', tag[0]), super().patch_xml(unmarked))

    def resolve_listing(self, xml: str) -> str:
        """Write hyphens of numbers as Word's own that never break, few fonts have the character; raise ordinals."""
        return raise_ordinals(cast("str", super().resolve_listing(xml)).replace(_HELD, _WORD_HELD))


class _Environment(ImmutableSandboxedEnvironment):
    # A product of a text by a number can fill the memory.
    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> object:
        """Refuse what no paper needs."""
        raise SecurityError(operator)

    @lru_cache(maxsize=64)  # noqa: B019 the one environment lives as long as the program
    def from_string(self, source: str) -> Template:  # type: ignore[override] # all that docxtpl asks
        """Compile each template once: that costs more than to fill it."""
        return super().from_string(source)


def _environment() -> _Environment:
    environment = _Environment(autoescape=True, undefined=StrictUndefined, finalize=_printed)
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.filters |= {"date_longue": long_date, "points": dots}
    return environment


def _printed(value: object) -> object:
    if value is None:
        return DOTS
    return _HYPHEN.sub(_HELD, typeset(value)) if isinstance(value, str) else value


_ENVIRONMENT = _environment()


def fill(template: bytes, fields: Mapping[str, object], properties: Properties) -> bytes:
    """Fill a template; the same template, fields and properties always give the same bytes.

    Raises BadTemplate.
    """
    filled = _opened(template)
    try:
        filled.render(dict(fields), _ENVIRONMENT)
    except TemplateError as error:
        raise BadTemplate(_in_french(error)) from error
    except (ArithmeticError, AttributeError, IndexError, LookupError, SyntaxError, TypeError, ValueError) as error:
        raise BadTemplate("Le modèle ne peut pas être rempli : une balise y est mal placée.") from error
    _describe(filled.docx, properties)
    return packed(filled.docx)


def packed(page: Page) -> bytes:
    """Give the bytes of a page, free of the hour at which they are written."""
    saved, canonical = BytesIO(), BytesIO()
    page.save(saved)
    with ZipFile(saved) as source, ZipFile(canonical, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return canonical.getvalue()


def _opened(template: bytes) -> DocxTemplate:
    try:
        with ZipFile(BytesIO(template)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise BadTemplate("Le modèle est trop volumineux.")
        opened = _Template(BytesIO(template))
        opened.init_docx()
    except (BadZipFile, LookupError, SyntaxError) as error:
        raise BadTemplate("Le modèle n’est pas un document Word (.docx) lisible.") from error
    return opened


def _in_french(error: TemplateError) -> str:
    message = error.message or ""
    if isinstance(error, SecurityError):
        return "Le modèle contient une opération interdite : seuls les champs, « if » et « for » y ont leur place."
    if isinstance(error, UndefinedError):
        found = _FIELD.search(message)
        name = (found[1] or found[2]) if found else message
        return f"Champ inconnu : {name}"
    if isinstance(error, TemplateSyntaxError):
        lines = "".join(getattr(error, "docx_context", ())).split()
        return f"Une balise du modèle est mal écrite, près de « {' '.join(lines)[:120]} » ({message})"
    return "Le modèle ne peut pas être rempli."


def _describe(page: Page, properties: Properties) -> None:
    # Set here and not by tags of the template: those would escape an ampersand twice.
    core = page.core_properties
    core.title, core.subject, core.keywords = (
        typeset(words)[:255] for words in (properties.title, properties.subject, properties.keywords)
    )
    core.author = core.last_modified_by = properties.author[:255]
    core.language, core.identifier, core.version = properties.language, properties.identifier, properties.version
    core.comments, core.category, core.revision = "", "", 1
    core.created = core.modified = properties.at.astimezone(UTC).replace(tzinfo=None)
