"""Paragraphs in the styles of the house, each run in its language."""

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as Page
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.language import CODES, TAGS, Language, language_of, language_of_words
from documents.page.roles import in_language
from workflow.language.typography import typeset


def run(paragraph: Paragraph, words: str, language: Language, *, style: str | None = None) -> None:
    """Add words to a paragraph: what stands between the tags is set here, what the tags print when they are filled."""
    literals = (part if part.startswith("{") else typeset(part) for part in TAGS.split(words))
    tag_language(paragraph.add_run("".join(literals), style=style), language)


def write(
    container: BlockItemContainer | Page, words: str, style: str = "Corps", *, label: str = "", keep: bool = False
) -> Paragraph:
    """Add a paragraph of that style, after a label in bold if there is one; `keep` holds it with what follows.

    Arabic words take the Arabic twin of the style. Raises MixedLanguages for words of the language of no page here.
    """
    language = language_of_words(words, language_of(container))
    paragraph = container.add_paragraph(style=in_language(style, language))
    if label:
        run(paragraph, label, language_of_words(label, language), style="Libellé")
    run(paragraph, words, language)
    if keep:
        paragraph.paragraph_format.keep_with_next = True
    return paragraph


def tag(container: BlockItemContainer | Page, words: str) -> None:
    """Add a paragraph that only holds a tag and goes away with it: "if …", "endif", "for …"."""
    container.add_paragraph(f"{{%p {words} %}}")


def tag_language(run: Run, language: Language) -> None:
    """Say which language a run is in; an Arabic one also runs from right to left."""
    if language == "ar":
        # Without it Arabic keeps the font, size and weight of Latin letters, and its punctuation changes sides.
        run.font.rtl = True
    mark = OxmlElement("w:lang")
    mark.set(qn("w:bidi" if language == "ar" else "w:val"), CODES[language])
    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001 - python-docx has no API for it
