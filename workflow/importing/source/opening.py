"""From the bytes of a file to its text: a row, a paragraph or a block on each line, cells parted by tabs."""

from workflow.importing.page.markup import flatten, is_html
from workflow.importing.source.advice import FOREIGN, OTHER_ARCHIVE, TOO_LONG
from workflow.importing.source.decoding import decode
from workflow.importing.table import UnreadableTable

LARGEST = 25_000_000
MOST_LINES = 20_000
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
    if source.startswith(_ZIP):
        raise UnreadableTable(f"« {name} » est une archive, et non une page. {OTHER_ARCHIVE}")
    text = _plain(decode(source, name))
    if sum(map(bool, map(str.strip, text.split("\n")))) > MOST_LINES:
        raise UnreadableTable(f"« {name} » a plus de {MOST_LINES} lignes. {TOO_LONG}")
    return text


def _plain(text: str) -> str:
    if is_html(text):
        return flatten(text)
    return text.replace("|", "\t")
