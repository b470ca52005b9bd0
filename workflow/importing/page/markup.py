"""From a page of HTML to its text: cells of a row are parted by tabs, items of a list start with a bullet."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import Tag

_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|body|table|tr|div|p|ul|h[1-6])\b[^>]*>", re.IGNORECASE)
_BLOCKS = ("p", "div", "li", "ul", "ol", "table", "section", "article", "header", "footer", "blockquote", "dt", "dd")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption")
_UNSEEN = ("script", "style", "template", "noscript", "head")


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML."""
    return bool(_HTML.search(text))


def flatten(html: str) -> str:
    """Give the text of a page of HTML, a block or a row of a table on each line."""
    from bs4 import BeautifulSoup, NavigableString  # noqa: PLC0415 - a twelfth of the start, for pages saved as HTML

    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup.find_all(_UNSEEN):
        unseen.decompose()
    for piece in soup.find_all(string=True):
        piece.replace_with(NavigableString(re.sub(r"\s+", " ", piece) if type(piece) is NavigableString else " "))
    for table in soup.find_all("table"):
        if not table.find("table"):
            table.replace_with(NavigableString("\n\n" + "\n".join(_rows(table)) + "\n\n"))
    for line_end in soup.find_all("br"):
        line_end.replace_with(NavigableString("\n"))
    for item in soup.find_all("li"):
        _mark(item)
    for block in soup.find_all((*_BLOCKS, *_HEADINGS, "tr", "td", "th")):
        block.insert_before(NavigableString("\n"))
        block.insert_after(NavigableString("\n"))
    return soup.get_text()


def _mark(item: "Tag") -> None:
    """Start an item with a bullet, in its first block: a bullet alone on its line would mark nothing."""
    words = next((piece for piece in item.find_all(string=True) if piece.strip()), None)
    if words:
        words.insert_before("• ")


def _rows(table: "Tag") -> Iterable[str]:
    """Word each row on a line, repeating the cells that span several rows and leaving room for the wide ones."""
    if caption := table.find("caption"):
        yield caption.get_text(" ", strip=True)
    spanning: dict[int, tuple[str, int]] = {}
    for row in table.find_all("tr"):
        cells: list[str] = []
        written = row.find_all(("td", "th"))
        for cell in written:
            _repeat(spanning, cells)
            text = " ".join(cell.get_text(" ").split())
            rest = _span(cell, "rowspan") - 1
            if rest > 0:
                spanning[len(cells)] = (text, rest)
            cells.append(text)
            cells += [""] * (_span(cell, "colspan") - 1 if len(written) > 1 else 0)
        _repeat(spanning, cells)
        yield "\t".join(cells)


def _repeat(spanning: dict[int, tuple[str, int]], cells: list[str]) -> None:
    while len(cells) in spanning:
        text, rest = spanning.pop(len(cells))
        if rest > 1:
            spanning[len(cells)] = (text, rest - 1)
        cells.append(text)


def _span(cell: "Tag", name: str) -> int:
    written = str(cell.get(name, "1")).strip()
    return min(int(written), 1000) if written.isdecimal() else 1
