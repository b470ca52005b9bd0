"""The ministry's page: A4, its margins, and a style in each language for each role a paragraph can have."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import cast
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Page
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Length
from docx.styles.style import ParagraphStyle

from documents.language import CODES, Language
from documents.page.roles import FRENCH, OF_ACTS, ROLES, Role, twin
from documents.page.table_styles import CHARACTERS, RULE, TABLES

FONT = "Times New Roman"
FONT_AR = "Sakkal Majalla"

_BASE = Path(__file__).parent / "base"
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document.rels",
    "word/fontTable.xml": "font_table.xml",
    "word/theme/theme1.xml": "theme.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LANDSCAPE_MARGIN = Cm(2)


def base(language: Language = "fr", *, landscape: bool = False, act: bool = False) -> Page:
    """Give an empty page of the house, in A4; an Arabic one is read from right to left.

    The headings of an `act` look as those of the Bulletin officiel.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, file in _PARTS.items():
            archive.writestr(name, (_BASE / file).read_bytes())
        archive.writestr("word/styles.xml", _styles(FRENCH | OF_ACTS if act else FRENCH))
    page = Document(BytesIO(packed.getvalue()))
    if landscape:
        section = page.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, _LANDSCAPE_MARGIN)
    if language == "ar":
        page.sections[0]._sectPr.append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx has no API for it
    for role in ROLES.values():
        if role.far:
            style = next(each for each in page.styles if each.style_id == role.code)
            stop = Length(width(page) - Cm(role.short))
            cast("ParagraphStyle", style).paragraph_format.tab_stops.add_tab_stop(stop, WD_TAB_ALIGNMENT.RIGHT)
    return page


def width(page: Page) -> Length:
    """Give the width between the margins."""
    section = page.sections[0]
    return Length((section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0))


def _styles(french: Mapping[str, Role]) -> str:
    roles = "".join(_style(role) for each in french.values() for role in (each, twin(each)))
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {_SPACE}><w:docDefaults><w:rPrDefault>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT_AR}"/>'
        '<w:sz w:val="24"/><w:szCs w:val="28"/><w:lang w:val="fr-MA" w:eastAsia="fr-MA" w:bidi="ar-MA"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>{roles}{CHARACTERS}{TABLES}</w:styles>"
    )


def _style(role: Role) -> str:
    normal = role.name == "Normal"
    head = "" if normal else f'<w:basedOn w:val="{role.parent or "Normal"}"/><w:next w:val="{_next(role)}"/>'
    custom = "" if normal or (role.name[0].islower() and not role.arabic) else ' w:customStyle="1"'
    default = ' w:default="1"' if normal else ""
    return (
        f'<w:style w:type="paragraph" w:styleId={quoteattr(role.code)}{default}{custom}>'
        f"<w:name w:val={quoteattr(role.name)}/>{head}<w:qFormat/>"
        f"<w:pPr>{_paragraph(role)}</w:pPr><w:rPr>{_run(role)}</w:rPr></w:style>"
    )


def _next(role: Role) -> str:
    return ROLES["Corps arabe" if role.arabic else "Corps"].code if role.outline is not None else role.code


def _paragraph(role: Role) -> str:
    # In the order the format asks for. Never "right" in an Arabic paragraph, where Word reads it as left.
    rule = f'<w:pBdr><w:{role.rule} w:val="single" w:sz="4" w:space="{role.room}" w:color="{RULE}"/></w:pBdr>'
    align = "" if role.align == "left" else f'<w:jc w:val="{role.align}"/>'
    return "".join((
        "<w:keepNext/>" if role.keep_next else "",
        "<w:keepLines/>" if role.outline is not None else "",
        "<w:widowControl/>",
        role.more,
        rule if role.rule else "",
        "<w:bidi/>" if role.arabic else "",
        f'<w:spacing w:before="{role.before}" w:after="{role.after}" {_line(role)}/>',
        f'<w:ind w:left="{role.left}"/>' if role.left else "",
        align,
        f'<w:outlineLvl w:val="{role.outline}"/>' if role.outline is not None else "",
    ))  # fmt: skip


def _line(role: Role) -> str:
    exact = role.line if role.fixed else role.exact if role.arabic else 0
    return f'w:line="{exact or role.line}" w:lineRule="{"exact" if exact else "auto"}"'


def _run(role: Role) -> str:
    return "".join((
        f'<w:rFonts w:cs="{FONT_AR}"/>' if role.arabic else "",
        "<w:b/><w:bCs/>" if role.bold else "",
        f'<w:color w:val="{role.colour}"/>' if role.colour else "",
        f'<w:sz w:val="{round((role.latin or role.size) * 2)}"/><w:szCs w:val="{round(role.size * 2)}"/>',
        # A style cannot say `w:rtl`, the schema leaves it to runs: `paragraphs.tag_language` says it there.
        f'<w:lang w:bidi="{CODES["ar"]}"/>' if role.arabic else "",
    ))  # fmt: skip
