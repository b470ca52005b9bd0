"""From a page to its lines: cells of a row are parted by tabs, whether the page is text or HTML."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from workflow.importing.page.headings import FAMILIES, group_of_title, is_heading
from workflow.importing.page.wording import fold, tidy

if TYPE_CHECKING:
    from bs4 import Tag

_HTML = re.compile(r"<\s*(?:!doctype\s+html|html|body|table|tr|div|p|ul|h[1-6])\b[^>]*>", re.IGNORECASE)
_BLOCKS = ("p", "div", "li", "ul", "ol", "table", "section", "article", "header", "footer", "blockquote", "dt", "dd")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "caption")
_UNSEEN = ("script", "style", "template", "noscript", "head")
_FIRST_WORD = re.compile(r"(?:[«–(] ?)?\S+(?: [»:;!?]+)?")
_SHORT_LINE = 120
_LONGEST_LINE = 10_000
_WIDEST_FOLDING = 120
_SOME_FOLDS = 3


def lines_of(text: str) -> list[str]:
    """Split a page into tidy lines; empty ones are kept, as they part paragraphs.

    A line of thousands of words is no row, and would only take time.
    """
    flat = _flatten(text) if _HTML.search(text) else text
    lines = (line if len(line) <= _LONGEST_LINE else "" for line in tidy(flat).split("\n"))
    return _unfolded([re.sub(r" *[\t|]+ *", "\t", line).strip(" ") for line in lines])


def _unfolded(lines: list[str]) -> list[str]:
    """Undo the folding of a text at a fixed width, as mail does: a line stopped where the next word had no room."""
    width = max(map(len, lines))
    if width > _WIDEST_FOLDING:
        return lines
    follows = [False, *(_follows(line, before, width) for before, line in pairwise(lines))]
    if sum(follow and line[0].islower() for follow, line in zip(follows, lines, strict=True)) < _SOME_FOLDS:
        return lines
    joined: list[str] = []
    for follow, line in zip(follows, lines, strict=True):
        if follow:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _follows(line: str, before: str, width: int) -> bool:
    if not line or not before or "\t" in line + before:
        return False
    word = _FIRST_WORD.match(line)
    has_room = word is not None and len(before) + 1 + len(word[0]) <= width
    return not (has_room or is_heading(line) or group_of_title(line))


def _flatten(html: str) -> str:
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
    for block in soup.find_all((*_BLOCKS, *_HEADINGS, "tr", "td", "th")):
        block.insert_before(NavigableString("\n"))
        block.insert_after(NavigableString("\n"))
    return soup.get_text()


def _rows(table: "Tag") -> Iterable[str]:
    """Word each row on a line, repeating the cells that span several rows."""
    if caption := table.find("caption"):
        yield caption.get_text(" ", strip=True)
    spanning: dict[int, tuple[str, int]] = {}
    for row in table.find_all("tr"):
        cells: list[str] = []
        for cell in row.find_all(("td", "th")):
            _repeat(spanning, cells)
            text = " ".join(cell.get_text(" ").split())
            rest = _span(cell) - 1
            if rest > 0:
                spanning[len(cells)] = (text, rest)
            cells.append(text)
        _repeat(spanning, cells)
        yield "\t".join(cells)


def _repeat(spanning: dict[int, tuple[str, int]], cells: list[str]) -> None:
    while len(cells) in spanning:
        text, rest = spanning.pop(len(cells))
        if rest > 1:
            spanning[len(cells)] = (text, rest - 1)
        cells.append(text)


def _span(cell: "Tag") -> int:
    written = str(cell.get("rowspan", "1")).strip()
    return int(written) if written.isdecimal() else 1


def announced_in(lines: Iterable[str]) -> dict[str, int]:
    """Read the counts a page announces, such as "(7) Décrets et projets de décrets" or "Projets de loi : 6"."""
    counts: dict[str, dict[str, int]] = {}
    short = [fold(line) for line in lines if len(line) <= _SHORT_LINE]
    for family in FAMILIES.values():
        before = re.compile(rf"(?<![\w.,°-])\(?(\d{{1,3}})\)?\s+({family.counted_as})(?![\w-])")
        after = re.compile(rf"(?P<label>{family.counted_as})\s*[:\-(]\s*\(?(?P<count>\d{{1,3}})\)?\s*:?")
        for line in short:
            for count, label in before.findall(line):
                counts.setdefault(family.code, {}).setdefault(label, int(count))
            if match := after.fullmatch(line):
                counts.setdefault(family.code, {}).setdefault(match["label"], int(match["count"]))
    return {family: _total(by_label) for family, by_label in counts.items()}


def _total(by_label: dict[str, int]) -> int:
    """Prefer the count over all the family to the sum of its parts."""
    whole = [count for label, count in by_label.items() if " et " in label]
    return whole[0] if whole else sum(by_label.values())
