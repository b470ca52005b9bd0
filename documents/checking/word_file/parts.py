"""What a Word file may be made of: only what is named here passes, so that nothing new has to be foreseen."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from documents.checking.faults import EMBEDDED, MACROS, ODD_IMAGE, WHOLE, Fault

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
MAIN = f"{_WORD}document.main+xml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
# Parts whose tags are filled, and how people call them; the body has no name of its own.
FILLED = {MAIN: "", f"{_WORD}header+xml": "en-tête", f"{_WORD}footer+xml": "pied de page"}
# Parts with words in which a tag would not be filled, or not safely.
UNFILLED = {
    f"{_WORD}footnotes+xml": "note de bas de page",
    f"{_WORD}endnotes+xml": "note de fin",
    f"{_WORD}comments+xml": "commentaire",
    f"{_WORD}document.glossary+xml": "blocs de construction",
    CORE: "propriétés du document",
}
_XML = frozenset((
    *FILLED, *UNFILLED, RELATIONSHIPS, "application/xml", "text/xml",
    *(f"{_WORD}{name}+xml" for name in (
        "styles", "numbering", "settings", "webSettings", "fontTable", "commentsExtended", "commentsIds",
        "commentsExtensible", "people",
    )),
    *(f"{_OFFICE}{name}+xml" for name in ("theme", "extended-properties", "custom-properties", "customXmlProperties")),
    "application/vnd.ms-word.stylesWithEffects+xml", "application/vnd.ms-office.classificationlabels+xml",
))  # fmt: skip
_IMAGES = {
    "image/png": b"\x89PNG\r\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/jpg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
}
_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_DOTX = "Le document est un modèle de Word (.dotx) : enregistrez-le au format .docx."
_FONTS = "Le document contient des polices incorporées : enregistrez-le sans."
_REFUSED_FR = (
    (re.compile(r"macro|vba|activex|\.control", re.IGNORECASE), MACROS),
    (re.compile(r"template\.main|dotx", re.IGNORECASE), _DOTX),
    (re.compile(r"ole|embed|package|chart|diagram|\.bin|xlsx", re.IGNORECASE), EMBEDDED),
    (re.compile(r"svg|emf|wmf|tiff|bmp|image", re.IGNORECASE), ODD_IMAGE),
    (re.compile(r"font|odttf", re.IGNORECASE), _FONTS),
)  # fmt: skip
_ELSE_FR = "Le document contient un élément qui n’est pas admis : « {name} »."
_INCOMPLETE = "Ce n’est pas un document Word (.docx) lisible : « {name} » y manque ou y est mal écrit."
_ENTITIES = "Le document contient des déclarations qui ne sont pas admises : « {name} »."
_ENCODING = "Une partie du document n’est pas écrite en UTF-8 : « {name} »."

_DECLARATION = re.compile(r"\A\ufeff?<\?xml\b[^>]*?\?>")
_ENCODED = re.compile(r"encoding\s*=\s*[\"']([^\"']*)[\"']")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=False)


class Content:
    """The parts of a file, their kinds, those that are XML read, and what is wrong with them."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        """Read what is admitted; the rest is told in `faults`."""
        self.parts = parts
        self.faults: list[Fault] = []
        self.types: dict[str, str] = {}
        self.trees: dict[str, etree._Element] = {}
        types = self._parsed(_TYPES) if _TYPES in parts else None
        if types is None:
            self._refuse(_INCOMPLETE.format(name=_TYPES))
            return
        self._read_types(types)
        for name in parts:
            if name != _TYPES:
                self._admit(name)

    def named(self, kinds: dict[str, str]) -> Iterator[tuple[str, etree._Element]]:
        """Give how people call each part of those kinds, and its tree."""
        for name, tree in self.trees.items():
            if self.types.get(name) in kinds:
                yield kinds[self.types[name]], tree

    def _refuse(self, words: str, category: str = "file") -> None:
        fault = Fault(WHOLE, words, "content" if category == "content" else "file")
        if fault not in self.faults:
            self.faults.append(fault)

    def _read_types(self, types: etree._Element) -> None:
        by_ending = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in types.iter(f"{_TYPES_SPACE}Default")
        }
        by_name = {
            each.get("PartName", "").removeprefix("/").lower(): each.get("ContentType", "")
            for each in types.iter(f"{_TYPES_SPACE}Override")
        }
        for name in self.parts:
            ending = name.rpartition(".")[2].lower()
            self.types[name] = by_name.get(name.lower()) or by_ending.get(ending, "")
        # A kind that no part has is announced by Word all the same: only macros are never announced for nothing.
        for kind in {*by_name.values(), *by_ending.values()}:
            if "macro" in kind.lower() or "vba" in kind.lower():
                self._refuse(_REFUSED_FR[0][1], "content")

    def _admit(self, name: str) -> None:
        kind = self.types[name]
        if kind in _IMAGES and self.parts[name].startswith(_IMAGES[kind]):
            return
        if kind not in _XML or re.search(r"vba|activex|embeddings|\.bin$", name, re.IGNORECASE):
            self._refuse(_why_refused(kind, name), "content")
            return
        tree = self._parsed(name)
        if tree is not None:
            self.trees[name] = tree

    def _parsed(self, name: str) -> etree._Element | None:
        """Read a part as XML that is nothing but elements and words."""
        try:
            words = self.parts[name].decode("utf-8")
        except UnicodeDecodeError:
            self._refuse(_ENCODING.format(name=name))
            return None
        declared = _DECLARATION.match(words)
        encoding = _ENCODED.search(declared[0]) if declared else None
        if encoding and encoding[1].lower() not in ("utf-8", "utf8"):
            self._refuse(_ENCODING.format(name=name))
            return None
        # Word itself marks the data of its add-ins by instructions; no paper reads them.
        rest = words[declared.end() :] if declared else words.removeprefix("\ufeff")
        if "<!DOCTYPE" in rest or "<!ENTITY" in rest or ("<?" in rest and not name.startswith("customXml/")):
            self._refuse(_ENTITIES.format(name=name))
            return None
        try:
            return etree.fromstring(self.parts[name], _PARSER)
        except (etree.XMLSyntaxError, ValueError):
            self._refuse(_INCOMPLETE.format(name=name))
            return None


def _why_refused(kind: str, name: str) -> str:
    for found, words in _REFUSED_FR:
        if found.search(f"{kind} {name}"):
            return words
    return _ELSE_FR.format(name=name)


def target_of(source: str, target: str) -> str:
    """Give the name of the part that a relationship of `source` (a .rels part) leads to."""
    target = unquote(target)
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    folder = posixpath.dirname(posixpath.dirname(source))
    return posixpath.normpath(posixpath.join(folder, target))
