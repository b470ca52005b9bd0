"""Templates compiled once: what a paper keeps of its template lies deflated, what changes is ready to be printed.

Nothing that a template says can run: tags are fields, `if`, `for` and a few filters, read from Jinja's tree before
it is compiled, and data is only ever printed, never read as a template.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as Page
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from jinja2 import Environment, StrictUndefined, Template
from jinja2.exceptions import TemplateError

from documents.engine import source
from documents.engine.allowed import check_tags
from documents.engine.archive import Piece, packed, piece
from documents.engine.comments import Place, place_of
from documents.engine.faults import BadTemplate, in_french, misplaced
from documents.engine.literals import set_literals
from documents.engine.places import IN_ATTRIBUTE, IN_WORDS, IN_WORDS_LATER, Places
from documents.engine.values import in_attribute, in_words, in_words_later
from documents.filters import FILTERS
from documents.missing import dotted

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
# How hard kept papers are deflated.
SMALL = 6
_LARGEST = 20 * 1024 * 1024
_IN_SERVICE = 64
_PRINTED = (
    CONTENT_TYPE.WML_DOCUMENT_MAIN, CONTENT_TYPE.WML_HEADER, CONTENT_TYPE.WML_FOOTER, CONTENT_TYPE.WML_FOOTNOTES,
    CONTENT_TYPE.WML_ENDNOTES,
)  # fmt: skip


@dataclass(frozen=True)
class Live:
    """A part that is printed for each paper; `grids` and `pictures` say what must be looked at again afterwards."""

    name: str
    template: Template
    grids: bool
    pictures: bool


@dataclass(frozen=True)
class Compiled:
    """A template ready to be filled: its parts in their order, but for `core`, which each paper writes anew.

    `body` names the part of its pages; `comments` is where their comments go.
    """

    parts: tuple[Piece | Live, ...]
    core: str
    body: str
    comments: Place


class _Environment(Environment):
    def getattr(self, obj: object, attribute: str) -> object:
        """Give a field of a row: only what it holds, so that a field called "items" is no method of Python's."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _environment() -> _Environment:
    environment = _Environment(undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {**FILTERS, IN_WORDS: in_words, IN_WORDS_LATER: in_words_later, IN_ATTRIBUTE: in_attribute}
    return environment


_ENVIRONMENT = _environment()
_compiled: dict[str, Compiled] = {}


def in_service(content: bytes) -> Compiled:
    """Give a template compiled, at once where it was asked for before; raise BadTemplate."""
    digest = sha256(content).hexdigest()
    found = _compiled.get(digest)
    if found is None:
        found = compile_template(content)
        if len(_compiled) >= _IN_SERVICE:
            _compiled.clear()
        _compiled[digest] = found
    return found


def compile_template(content: bytes) -> Compiled:
    """Compile a Word file; raise BadTemplate, with what is wrong in French."""
    page = _opened(content)
    kinds = {part.partname.lstrip("/"): part.content_type for part in page.part.package.iter_parts()}
    core = next(name for name, kind in kinds.items() if kind == CONTENT_TYPE.OPC_CORE_PROPERTIES)
    body = page.part.partname.lstrip("/")
    with ZipFile(BytesIO(packed(page))) as archive:
        parts = tuple(
            _part(name, archive.read(name), printed=kinds.get(name) in _PRINTED, live=name == body)
            for name in archive.namelist()
            if name != core
        )
        return Compiled(parts, core, body, place_of(page, archive, SMALL))


def _opened(content: bytes) -> Page:
    try:
        with ZipFile(BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST:
                raise BadTemplate("Le modèle est trop volumineux.")
        page = Document(BytesIO(content))
        _name_properties(page)
        _core = page.core_properties  # adds the part to a file that has none
    except (BadZipFile, LookupError, SyntaxError) as error:
        raise BadTemplate("Le modèle n’est pas un document Word (.docx) lisible.") from error
    return page


def _name_properties(page: Page) -> None:
    """Let python-docx find the properties that LibreOffice relates by a name of its own.

    It would add a second part of the same name, and a zip with two of them is damaged for Word.
    """
    for link in page.part.package.rels.values():
        if link.reltype.endswith("/metadata/core-properties"):
            link._reltype = RELATIONSHIP_TYPE.CORE_PROPERTIES  # noqa: SLF001 - python-docx has no API for it


def _part(name: str, content: bytes, *, printed: bool, live: bool) -> Piece | Live:
    """Make one part ready; that of the pages is `live` even without tags, for it may be remarked upon."""
    if not printed:
        return piece(name, content, SMALL)
    xml = source.between_tags(
        source.patched(dotted(source.read(content))), lambda masked: set_literals(source.with_breaks(masked))
    )
    if not live and not source.TAG.search(xml):
        return piece(name, (DECLARATION + xml).encode(), SMALL)
    # Jinja tells the line of a fault: one paragraph a line.
    numbered = re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)
    try:
        return _live(name, numbered)
    except TemplateError as error:
        raise BadTemplate(in_french(error, numbered)) from error
    except (RecursionError, SyntaxError) as error:  # tags nested deeper than Python reads
        raise misplaced() from error


def _live(name: str, xml: str) -> Live:
    tree = _ENVIRONMENT.parse(xml)
    check_tags(tree)
    places = Places()
    places.settle(tree)
    template = Template.from_code(_ENVIRONMENT, _ENVIRONMENT.compile(tree, name, name), {})
    return Live(name, template, places.grids, "<wp:docPr" in xml)
