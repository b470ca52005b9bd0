"""Paragraphs in the styles of the house, each run in its language."""

import re

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as Page
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.house_style import ROLES
from workflow.language.typography import typeset

FRENCH = "fr-MA"
ARABIC = "ar-MA"
_TAGS = re.compile(r"(\{[{%].*?[}%]\})")


class Arabic(str):
    """Words in Arabic, or a tag that gives some."""

    __slots__ = ()


def run(paragraph: Paragraph, words: str, *, arabic: bool = False, style: str | None = None) -> None:
    """Add words to a paragraph: what stands between the tags is set here, what the tags print when they are filled."""
    literals = (part if part.startswith("{") else typeset(part) for part in _TAGS.split(words))
    tag_language(paragraph.add_run("".join(literals), style=style), arabic=arabic)


def write(container: BlockItemContainer | Page, words: str, style: str = "Corps", *, label: str = "") -> Paragraph:
    """Add a paragraph of that style, after a label in bold if there is one."""
    paragraph = container.add_paragraph(style=style)
    if label:
        run(paragraph, label, style="Libellé")
    run(paragraph, words, arabic=ROLES[style].arabic)
    return paragraph


def tag(container: BlockItemContainer | Page, words: str) -> None:
    """Add a paragraph that only holds a tag and goes away with it: "if …", "endif", "for …"."""
    container.add_paragraph(f"{{%p {words} %}}")


def tag_language(run: Run, *, arabic: bool) -> None:
    """Say which language a run is in; an Arabic one also runs from right to left."""
    if arabic:
        # Without it Arabic keeps the font, size and weight of Latin letters, and its punctuation changes sides.
        run.font.rtl = True
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi" if arabic else "w:val"), ARABIC if arabic else FRENCH)
    run._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx has no API for it
