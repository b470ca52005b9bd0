"""What a Word file may lead to: its own parts, and web or mail addresses that a person must click."""

import re
from collections.abc import Iterator

from lxml import etree

from documents.checking.faults import CHUNK, EMBEDDED, FRAME, LINKED_IMAGE, MACROS, MAILING, SUBDOCUMENT, WHOLE, Fault
from documents.checking.word_file.parts import MAIN, RELATIONSHIPS, Content, target_of

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_DOCUMENT, _LINK, _TEMPLATE = f"{_OFFICE}officeDocument", f"{_OFFICE}hyperlink", f"{_OFFICE}attachedTemplate"
_INSIDE = frozenset((
    _DOCUMENT,
    *(_OFFICE + name for name in (
        "extended-properties", "custom-properties", "styles", "numbering", "settings", "webSettings", "fontTable",
        "theme", "header", "footer", "footnotes", "endnotes", "comments", "image", "customXml", "customXmlProps",
        "glossaryDocument", "hyperlink",
    )),
    f"{_PACKAGE}core-properties", f"{_PACKAGE}thumbnail",
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "http://schemas.microsoft.com/office/2011/relationships/people",
    "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
    "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
))  # fmt: skip
_CLICKED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]", re.IGNORECASE)
# Word names the ordinary template of the machine by its path, file:///C:\Users\…\Normal.dotm, in papers that nobody
# attached anything to; a path on a drive is never fetched from elsewhere. Any other one, above all on the network, is
# opened by Word with its macros.
_ORDINARY = re.compile(r"(?:file:/{3})?[A-Za-z]:[\\/](?:(?!\.\.)[^\\/:]+[\\/])*Normal\.dotm", re.IGNORECASE)

_OUTSIDE_FR = {
    "image": LINKED_IMAGE,
    "hyperlink": "Un lien ne mène pas à une adresse http, https ou mailto : « {target} ».",
    "attachedTemplate": "Un modèle extérieur est attaché au document : détachez-le (Développeur, Modèle de document).",
    "subDocument": SUBDOCUMENT,
    "frame": FRAME,
}
_KINDS_FR = {
    **_OUTSIDE_FR,
    "vbaProject": MACROS,
    "control": MACROS,
    "oleObject": EMBEDDED,
    "package": EMBEDDED,
    "aFChunk": CHUNK,
    "mailMergeSource": MAILING,
    "mailMergeHeaderSource": MAILING,
}
_LINKED_FR = "Le document est lié à un fichier extérieur : « {target} »."
_UNKNOWN_FR = "Le document contient un lien qui n’est pas admis : « {target} »."
_BROKEN_FR = "Le document est endommagé : il y manque « {target} »."
_NO_BODY_FR = "Ce n’est pas un document Word (.docx) lisible : son texte ne se trouve pas."


def link_faults(content: Content) -> Iterator[Fault]:
    """Tell each relationship that leads where no paper needs to."""
    bodies = 0
    for name, tree in content.trees.items():
        if content.types[name] == RELATIONSHIPS:
            for each in tree.iter(etree.Element):
                if each is not tree:
                    yield from _faults(content, name, each)
                    bodies += name == "_rels/.rels" and each.get("Type") == _DOCUMENT and _leads_to_body(content, each)
    if bodies != 1:
        yield Fault(WHOLE, _NO_BODY_FR, "file")


def _leads_to_body(content: Content, link: etree._Element) -> bool:
    return content.types.get(target_of("_rels/.rels", link.get("Target", ""))) == MAIN


def _faults(content: Content, source: str, link: etree._Element) -> Iterator[Fault]:
    kind, target = link.get("Type", ""), link.get("Target", "")
    short, shown = kind.rpartition("/")[2], target[:80]
    if link.get("TargetMode", "Internal") != "Internal":
        if not _may_lead_outside(kind, target):
            yield Fault(WHOLE, _OUTSIDE_FR.get(short, _LINKED_FR).format(target=shown), "content")
    elif kind not in _INSIDE:
        yield Fault(WHOLE, _KINDS_FR.get(short, _UNKNOWN_FR).format(target=shown), "content")
    elif not target.startswith("#") and target_of(source, target) not in content.parts:
        yield Fault(WHOLE, _BROKEN_FR.format(target=shown), "file")


def _may_lead_outside(kind: str, target: str) -> bool:
    if kind == _LINK:
        return bool(_CLICKED.match(target))
    return kind == _TEMPLATE and bool(_ORDINARY.fullmatch(target))
