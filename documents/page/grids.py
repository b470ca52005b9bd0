"""Tables as the house sets them: a header row that repeats, rows never cut, fixed widths, a name for readers."""

from collections.abc import Sequence

from docx.blkcntnr import BlockItemContainer
from docx.document import Document as Page
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length
from docx.table import Table, _Cell, _Row

from documents.language import Language, language_of
from documents.page.house_style import width as width  # noqa: PLC0414 - those who set tables ask for it here
from documents.page.paragraphs import tag, write

CELL = "Tableau-cellule"
HEADER = "Tableau-entête"
LABEL = "Tableau-libellé"
GROUP = "Tableau-groupe"
# Tables with a line between their rows, and between their columns as well.
RULED, COLUMNS = "Tableau", "Tableau colonnes"
# Arabic letters are larger.
_LABELS: dict[Language, Length] = {"fr": Cm(4.2), "ar": Cm(4.8)}


def ruled(page: Page, about: str, columns: Sequence[tuple[str, float]], *, style: str = RULED) -> Table:
    """Add a table that has only its header row so far; columns are labels and centimetres."""
    made = grid(page, about, [Cm(centimetres) for _label, centimetres in columns], style=style)
    header = add_row(made)
    for cell, (label, _width) in zip(cells(header), columns, strict=True):
        lines(cell, HEADER, (label,))
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no API for it
    return made


def fill_rows(made: Table, each: str, words: Sequence[str]) -> None:
    """Add the row that is repeated for `each`, such as "piece in pieces"."""
    tag_row(made, f"for {each}")
    row(made, words)
    tag_row(made, "endfor")


def table_or(
    page: Page, about: str, columns: Sequence[tuple[str, float]], *, each: str, words: Sequence[str], none: str
) -> None:
    """Add a table of what is repeated for `each`, such as "piece in pieces"; of an empty list, the sentence `none`."""
    tag(page, f"if {each.partition(' in ')[2]}")
    fill_rows(ruled(page, about, columns), each, words)
    tag(page, "else")
    write(page, none)
    tag(page, "endif")


def fill_long_rows(made: Table, each: str, words: Sequence[str], *, is_long: str) -> None:
    """Add the row that is repeated for `each`; one of which the field `is_long` is true may go on on the next page."""
    tag_row(made, f"for {each}")
    tag_row(made, f"if {is_long}")
    row(made, words, may_go_on=True)
    tag_row(made, "else")
    row(made, words)
    tag_row(made, "endif")
    tag_row(made, "endfor")


def tag_row(made: Table, words: str) -> None:
    """Add a row that only holds a tag and goes away with it."""
    cells(add_row(made))[0].text = f"{{%tr {words} %}}"


def row(made: Table, words: Sequence[str], *, may_go_on: bool = False) -> None:
    """Add a row; one that may be longer than what is left of a page may go on on the next one."""
    added = add_row(made)
    for cell, text in zip(cells(added), words, strict=True):
        lines(cell, CELL, (text,))
    if may_go_on:
        for whole in added._tr.xpath("w:trPr/w:cantSplit"):  # noqa: SLF001 - python-docx has no API for it
            whole.getparent().remove(whole)


def group_row(made: Table, words: str) -> None:
    """Add a row across all columns that names the rows after it."""
    across = cells(add_row(made))
    lines(across[0].merge(across[-1]), GROUP, (words,))


def pairs(page: Page, about: str, rows: Sequence[tuple[str, str]]) -> None:
    """Add a list of labels and what each is worth."""
    first_width = _LABELS[language_of(page)]
    made = grid(page, about, (first_width, Length(width(page) - first_width)))
    for label, words in rows:
        first, second = cells(add_row(made))
        lines(first, LABEL, (label,))
        lines(second, CELL, (words,))


def grid(
    page: Page, about: str, widths: Sequence[Length], *, style: str = "Grille", within: BlockItemContainer | None = None
) -> Table:
    """Add a table without rows, in the body of the page or `within` its foot."""
    made: Table = (within or page._body).add_table(0, len(widths), width(page))  # noqa: SLF001 - for both alike
    made.style = style
    made.autofit = False
    if language_of(page) == "ar":
        made.table_direction = WD_TABLE_DIRECTION.RTL
    for column, each in zip(made.columns, widths, strict=True):
        column.width = each
    properties = made._tbl.tblPr  # noqa: SLF001 - python-docx has no API for width and name
    total = OxmlElement("w:tblW")
    total.set(qn("w:type"), "dxa")
    total.set(qn("w:w"), str(round(sum(each.twips for each in widths))))
    for given in properties.xpath("w:tblW"):
        properties.replace(given, total)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), about)
    properties.append(caption)
    return made


def add_row(made: Table) -> _Row:
    """Add an empty row that no page cuts in two."""
    added: _Row = made.add_row()  # type: ignore[no-untyped-call]
    added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no API for it
    return added


def cells(row: _Row) -> list[_Cell]:
    """Give the cells of a row."""
    return list(row.cells)


def lines(cell: _Cell, style: str, words: Sequence[str]) -> None:
    """Write each of `words` as a paragraph of the cell."""
    cell._tc.clear_content()  # type: ignore[no-untyped-call]  # noqa: SLF001 - a new cell already holds a paragraph of no style
    for text in words:
        write(cell, text, style)
