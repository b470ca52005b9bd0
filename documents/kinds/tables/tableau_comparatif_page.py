"""How a comparative table is set: landscape, a header on each page, struck and added words told without colour."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as Page
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from documents.directions import set_directions
from documents.engine.archive import packed
from documents.engine.values import KEPT, held
from documents.language import CODES, Language
from documents.page.grids import width
from documents.page.house_style import base
from documents.page.roles import ROLES, in_language
from workflow.articles.wording import Fate, Piece
from workflow.language.legible import without_overrides

# Widths in twentieths of a point: what becomes of a part takes less room than its words.
_FATE_WIDTH, _FATES_WIDTH = 1_900, 2_500
_TWO = 3  # columns of a table of two versions
_STYLES = {Fate.STRUCK: "MotSupprime", Fate.ADDED: "MotAjoute"}
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SHORT_ROW, _FEW_PARAGRAPHS = 600, 10  # letters and paragraphs of a column: about half a page at most
_HYPHEN = re.compile(r"(?<=\d)[-\u2011](?=\d)")
_FIELD = '<w:fldSimple w:instr="{}"><w:r><w:rPr>{}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


@dataclass(frozen=True)
class Look:
    """The language of the page and what stands around the table: name, text, date and counts, legend, word for page."""

    language: Language
    name: str
    text: str
    under: str
    legend: str
    page: str

    @property
    def arabic(self) -> bool:
        """Whether the page is read from right to left."""
        return self.language == "ar"


@dataclass(frozen=True)
class Column:
    """A part in one version: its label, and its paragraphs of words that stay, go or come."""

    label: Piece
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Part:
    """A row: a column for each version and what becomes of the part; or, for a division, one line across."""

    columns: tuple[Column, ...] = ()
    fates: tuple[str, ...] = ()
    across: str = ""


def draw(look: Look, columns: Sequence[str], parts: Iterable[Part], *, at: datetime, author: str) -> bytes:
    """Draw the page; the last of `columns` is the narrow one, of what becomes of each part."""
    page = base(look.language, landscape=True)
    _draw_footer(page, look)
    _set_properties(page, look, at, author)
    body = page.element.body
    heads = (("heading 1", look.name), ("Sous-titre", look.text), ("Note", look.under), ("Note", look.legend))
    for style, words in heads:
        body.insert(len(body) - 1, _parsed(_paragraph(look, style, _run(look, words))))
    body.insert(len(body) - 1, _parsed(_table(look, columns, parts, round(width(page).twips))))
    # Word asks for a paragraph after a table; a low one makes no page of its own.
    body.insert(len(body) - 1, _parsed(_paragraph(look, "Intervalle", "")))
    return packed(page)


def _draw_footer(page: Page, look: Look) -> None:
    given = page.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - fields have no API
    tab = f"<w:r><w:rPr>{_settings(look, '')}</w:rPr><w:tab/></w:r>"
    parts = (tab, _run(look, f"{look.page} "), _field(look, "PAGE"), _run(look, " / "), _field(look, "NUMPAGES"))
    given.getparent().replace(given, _parsed(_paragraph(look, "footer", "".join(parts))))


def _set_properties(page: Page, look: Look, at: datetime, author: str) -> None:
    about = page.core_properties
    about.title, about.subject, about.author = f"{look.name} – {look.text}"[:255], look.name, author[:255]
    about.last_modified_by, about.comments = author[:255], ""
    about.created = about.modified = at.replace(tzinfo=None)
    about.language = CODES[look.language]


def _table(look: Look, columns: Sequence[str], parts: Iterable[Part], across: int) -> str:
    share = (across - (_FATE_WIDTH if len(columns) == _TWO else _FATES_WIDTH)) // (len(columns) - 1)
    widths = [*[share] * (len(columns) - 1), across - share * (len(columns) - 1)]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    header = "".join(
        _cell(each, _paragraph(look, "Tableau-entête", _run(look, words)))
        for each, words in zip(widths, columns, strict=True)
    )
    rows = "".join(_row(look, part, widths) for part in parts)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableauColonnes"/>{"<w:bidiVisual/>" if look.arabic else ""}'
        f'<w:tblW w:w="{across}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        f'w:noVBand="0"/><w:tblCaption w:val={quoteattr(look.name)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{rows}</w:tbl>"
    )


def _row(look: Look, part: Part, widths: Sequence[int]) -> str:
    """Set a row; one longer than half a page may go on on the next page, since an article may be longer than a page."""
    if part.across:
        words = _paragraph(look, "Tableau-groupe", _run(look, part.across))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(sum(widths), words, span=len(widths))}</w:tr>"
    told = [_column(look, column) for column in part.columns]
    lines = [line for fate in part.fates for line in fate.split("\n")]
    told.append("".join(_paragraph(look, "Tableau-cellule", _run(look, line)) for line in lines))
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if all(map(_is_short, part.columns)) else ""
    return f"<w:tr>{whole}{''.join(map(_cell, widths, told))}</w:tr>"


def _is_short(column: Column) -> bool:
    letters = sum(len(piece.words) for pieces in column.paragraphs for piece in pieces)
    return letters <= _SHORT_ROW and len(column.paragraphs) <= _FEW_PARAGRAPHS


def _column(look: Look, column: Column) -> str:
    paragraphs = [
        _paragraph(look, "Tableau-cellule", "".join(_marked(look, piece) for piece in _apart(pieces)))
        for pieces in column.paragraphs
    ]
    if column.label.words:
        # Not kept with the next paragraph: that would keep its whole row with the row after it.
        paragraphs.insert(0, _paragraph(look, "Tableau-libellé", _marked(look, column.label)))
    return "".join(paragraphs) or _paragraph(look, "Tableau-cellule", "")


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Put a space after struck words that ended a paragraph, where others now follow them."""
    for place, piece in enumerate(pieces):
        joined = piece.fate is Fate.STRUCK and place + 1 < len(pieces) and not piece.words.endswith((" ", "’", "'"))
        yield Piece(piece.fate, f"{piece.words} ") if joined else piece


def _cell(width_of: int, words: str, *, span: int = 1) -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width_of}" w:type="dxa"/>{across}</w:tcPr>{words}</w:tc>'


def _paragraph(look: Look, style: str, runs: str) -> str:
    role = ROLES[in_language(style, look.language)]
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(role.code)}/></w:pPr>{runs}</w:p>"


def _marked(look: Look, piece: Piece) -> str:
    """Set words that stay, struck words, or added ones in brackets; the space after them is in no bracket."""
    words = piece.words.rstrip()
    space = piece.words[len(words) :]
    if piece.fate is Fate.SAME or not words:
        return _run(look, piece.words)
    shown = f"[{words}]" if piece.fate is Fate.ADDED else words
    return _run(look, shown, style=_STYLES[piece.fate]) + (_run(look, space) if space else "")


def _run(look: Look, words: str, *, style: str = "") -> str:
    """Set words; a hyphen between digits is Word's own, at which no line ends."""
    said = _HYPHEN.sub("\u2011", _UNWRITABLE.sub(" ", without_overrides(words)))
    run = f"<w:r><w:rPr>{_settings(look, style)}</w:rPr>{KEPT}{escape(said)}</w:t></w:r>"
    return held(set_directions(run))


def _settings(look: Look, style: str) -> str:
    given = f'<w:rStyle w:val="{style}"/>' if style else ""
    if look.arabic:
        return f'{given}<w:rtl/><w:lang w:bidi="{CODES["ar"]}"/>'
    return f'{given}<w:lang w:val="{CODES["fr"]}"/>'


def _field(look: Look, name: str) -> str:
    return _FIELD.format(name, _settings(look, ""))


def _parsed(xml: str) -> object:
    return parse_xml(re.sub(r"^(<[\w:]+)", rf"\1 {nsdecls('w')}", xml, count=1))
