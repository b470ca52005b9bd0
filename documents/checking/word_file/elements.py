"""What no paper needs inside the XML of a part: pieces of other files, frames, mailings, forms that run something."""

from collections.abc import Iterator

from lxml import etree

from documents.checking.faults import (
    CHUNK,
    EMBEDDED,
    FRAME,
    LINKED_IMAGE,
    MACROS,
    MAILING,
    ODD_IMAGE,
    SUBDOCUMENT,
    WHOLE,
    Fault,
)

_REFUSED_FR = {
    "altChunk": CHUNK,
    "subDoc": SUBDOCUMENT,
    "frameset": FRAME,
    "mailMerge": MAILING,
    "object": EMBEDDED,
    "OLEObject": EMBEDDED,
    "objectEmbed": EMBEDDED,
    "objectLink": EMBEDDED,
    "control": MACROS,
    "entryMacro": MACROS,
    "exitMacro": MACROS,
    "webVideoPr": "Le document contient une vidéo en ligne : retirez-la.",
    "svgBlip": ODD_IMAGE,
    "contentPart": EMBEDDED,
    "saveThroughXslt": "Le document est lié à un fichier extérieur.",
    "attachedSchema": "Le document est lié à un fichier extérieur.",
}
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_ADDRESSES = ("src", "href", "althref", f"{_OFFICE}href", f"{_OFFICE}althref")


def element_faults(tree: etree._Element) -> Iterator[Fault]:
    """Tell once each thing of a part that no paper needs."""
    told: set[str] = set()
    for element in tree.iter(etree.Element):
        words = _why(element)
        if words and words not in told:
            told.add(words)
            yield Fault(WHOLE, words, "content")


def _why(element: etree._Element) -> str:
    name = str(element.tag)
    if name.startswith(_VML):
        # Drawings of older versions name a file on the network without a relationship.
        outside = [each for each in _ADDRESSES if not element.get(each, "#").startswith("#")]
        return LINKED_IMAGE if outside else ""
    return _REFUSED_FR.get(etree.QName(element).localname, "")
