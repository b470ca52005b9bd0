"""What a Word file says of itself, written whole: nothing of the template's own properties is kept."""

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from workflow.language.typography import typeset

# The longest that Word and python-docx take.
_LONGEST = 255
_CORE = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator>"
    "<cp:keywords>{keywords}</cp:keywords><cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
    "<dc:language>{language}</dc:language><dc:identifier>{identifier}</dc:identifier>"
    "<cp:version>{version}</cp:version></cp:coreProperties>"
)


@dataclass(frozen=True)
class Properties:
    """What a Word file says of itself; `at` is aware, and written in UTC to the second."""

    title: str
    subject: str
    author: str
    keywords: str
    at: datetime
    identifier: str = ""
    version: str = ""
    language: str = "fr-MA"

    @property
    def written_at(self) -> str:
        """The moment as Word files write it: "2018-03-20T10:30:00Z"."""
        return f"{self.at.astimezone(UTC).isoformat()[:19]}Z"


def core_xml(properties: Properties) -> bytes:
    """Write the part that holds the core properties."""
    words = {
        "title": typeset(properties.title),
        "subject": typeset(properties.subject),
        "keywords": typeset(properties.keywords),
        "author": properties.author,
        "language": properties.language,
        "identifier": properties.identifier,
        "version": properties.version,
        "at": properties.written_at,
    }
    return _CORE.format(**{name: escape(said[:_LONGEST], quote=False) for name, said in words.items()}).encode()
