"""From the bytes of a file to its text: a row, a paragraph or a block on each line, cells parted by tabs."""

from workflow.importing.page.markup import flatten, is_html
from workflow.importing.source.advice import FOREIGN, MOST_LINES, OTHER_ARCHIVE, TOO_LONG
from workflow.importing.source.archive import checked_names
from workflow.importing.source.decoding import decode
from workflow.importing.source.delimited import rows_of_csv
from workflow.importing.table import UnreadableTable

LARGEST = 25_000_000
_ZIP = b"PK\x03\x04"
_DIGITS_OF_SIZE = 1_000_000


def text_of(source: bytes, name: str) -> str:
    """Read a file whose kind is told from its bytes, never from its name.

    Raise UnreadableTable, in words for the person, for more than 25 MB or 20,000 lines, for a kind that is not read,
    and for a file that is broken or would not fit in memory once unpacked.
    """
    if len(source) > LARGEST:
        raise UnreadableTable(f"« {name} » dépasse {LARGEST // _DIGITS_OF_SIZE} Mo. {TOO_LONG}")
    for start, what, help_ in FOREIGN:
        if source.startswith(start):
            raise UnreadableTable(f"« {name} » est {what} : ce n'est pas lu. {help_}")
    text = _unpacked(source, name) if source.startswith(_ZIP) else _plain(decode(source, name))
    if sum(map(bool, map(str.strip, text.split("\n")))) > MOST_LINES:
        raise UnreadableTable(f"« {name} » a plus de {MOST_LINES} lignes. {TOO_LONG}")
    return text


def _unpacked(source: bytes, name: str) -> str:
    # Word and Excel files are rare: their libraries are loaded when one comes.
    from workflow.importing.source.word import text_of_document  # noqa: PLC0415
    from workflow.importing.source.workbook import text_of_workbook  # noqa: PLC0415

    names = checked_names(source, name)
    if "word/document.xml" in names:
        return text_of_document(source, name)
    if "xl/workbook.xml" in names:
        return text_of_workbook(source, name)
    raise UnreadableTable(f"« {name} » est une archive, et non un document Word ou Excel. {OTHER_ARCHIVE}")


def _plain(text: str) -> str:
    if is_html(text):
        return flatten(text)
    if rows := rows_of_csv(text):
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
    return text.replace("|", "\t")
