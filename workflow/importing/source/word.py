"""The paragraphs and tables of a Word document, in the order of the document."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from workflow.importing.source.advice import BROKEN
from workflow.importing.source.archive import BROKEN_ERRORS
from workflow.importing.table import UnreadableTable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT, _GAPS = qn("w:t"), {qn("w:tab"), qn("w:br"), qn("w:cr")}
_GONE = {qn("w:moveFrom"), qn("w:txbxContent"), qn("w:pPr")}  # text moved elsewhere, boxes, settings of tab stops


def text_of_document(source: bytes, name: str) -> str:
    """Give a line to each paragraph outside tables and to each row; raise UnreadableTable when it does not open.

    What a reviser inserted is read, what one deleted is not. A merged cell is repeated down its rows.
    """
    try:
        return "\n".join(_lines(Document(BytesIO(source)).element.body))
    except (*BROKEN_ERRORS, OpcError) as error:
        raise UnreadableTable(f"« {name} » ne s'ouvre pas comme document Word. {BROKEN}") from error


def _lines(block: "Element") -> Iterator[str]:
    for child in block:
        if child.tag == qn("w:p"):
            bullet = "• " if child.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or _is_listed(child) else ""
            words = " ".join(_words(child).split())
            yield bullet + words if words else ""
        elif child.tag == qn("w:tbl"):
            yield from ("", *_rows(child), "")
        elif child.tag == qn("w:sdt"):
            yield from (line for content in child.findall(qn("w:sdtContent")) for line in _lines(content))


def _is_listed(paragraph: "Element") -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and str(style.get(qn("w:val"))).startswith(("List", "Liste"))


def _words(element: "Element") -> str:
    if element.tag == _TEXT:
        return element.text or ""
    if element.tag in _GAPS:
        return " "
    ended = " " if element.tag in (qn("w:p"), qn("w:tc")) else ""
    return "".join(_words(child) for child in element if child.tag not in _GONE) + ended


def _rows(table: "Element") -> Iterator[str]:
    above: dict[int, str] = {}
    for row in table.iterchildren(qn("w:tr"), qn("w:sdt")):
        cells: list[str] = []
        written = [cell for cell in row.iter(qn("w:tc")) if _row_of(cell) is _first_row(row)]
        for cell in written:
            column = len(cells)
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            follows = merged is not None and merged.get(qn("w:val")) != "restart"
            above[column] = above.get(column, "") if follows else " ".join(_words(cell).split())
            cells += [above[column]] + [""] * (_width(cell) - 1 if len(written) > 1 else 0)
        yield "\t".join(cells)


def _first_row(row: "Element") -> "Element | None":
    return row if row.tag == qn("w:tr") else next(row.iter(qn("w:tr")), None)


def _row_of(cell: "Element") -> "Element | None":
    return next(cell.iterancestors(qn("w:tr")), None)


def _width(cell: "Element") -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    written = str(span.get(qn("w:val"))) if span is not None else "1"
    return min(int(written), 1000) if written.isdecimal() else 1
