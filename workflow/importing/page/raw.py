"""A row while it is read and once it is read, and the account of every line of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from workflow.importing.page.headings import Group, group_of_title, is_numbered, is_operative
from workflow.importing.page.notes import is_of_another_kind
from workflow.importing.page.parting import split
from workflow.importing.table import LineUse
from workflow.language.typography import capital

OTHER_KIND = "est d'un genre de texte qui n'est pas repris (dahir, convention, circulaire, décision…)"
_NO_GROUP = "ne dit pas de quel genre de texte il s'agit, et aucun titre de groupe n'est au-dessus"
LIKE_A_TITLE = "ressemble à un intitulé, mais ni numéro, ni situation, ni titre de groupe ne dit que c'en est un"


class RawRow(NamedTuple):
    """A row as read.

    `group` is what its own title names, or else that of the heading above it; `note` is what else the source writes
    beside it; `number` is that of its own column; `said_of_all` is the situation that the list gives to all its texts.
    """

    group: Group
    heading: Group | None
    title: str
    status: str
    note: str
    number: str
    said_of_all: str
    line: int


class ReadRows(NamedTuple):
    """The rows of a page, and what each of its lines was taken as."""

    rows: list[RawRow]
    uses: list[LineUse]

    @property
    def first_line(self) -> int:
        """Count the lines before the first row."""
        return next((place for place, line in enumerate(self.uses) if line.use == "title"), 0)


@dataclass
class OpenRow:
    """A row being read: closed once its cells are all known.

    `uses` are the places of its lines; `is_told_below` when a line of its own tells its situation.
    """

    heading: Group | None
    title: str
    status: str
    note: str = ""
    is_closed: bool = False
    number: str = ""
    said_of_all: str = ""
    uses: list[int] = field(default_factory=list)
    is_told_below: bool = False

    def take(self, line: str) -> str:
        """Add a line that goes on with the row, and say what it was: title or situation."""
        if self.status:
            self.status = f"{self.status} {line}"
            return "situation"
        parted = split(line)
        self.title, self.status = f"{self.title} {parted.title}".strip(), parted.status
        self.note = " ; ".join(note for note in (self.note, parted.note) if note)
        return "title" if parted.title else "situation"

    @property
    def is_foreign(self) -> bool:
        """Whether the title names a kind of text that no group holds, whatever the heading above it."""
        return group_of_title(self.title, any_case=True) is None and is_of_another_kind(self.title)

    def group(self) -> Group | None:
        """Name the group that the title names, or else that of the heading."""
        return group_of_title(self.title, any_case=True) or self.heading


def finished(rows: Sequence[OpenRow], uses: list[LineUse], *, must_show: bool) -> ReadRows:
    """Keep the rows whose group is known, and name the lines of the others among those left.

    Where nothing else announces a table (`must_show`), a title alone is kept if it bears a number or says what the text
    does, or stands in a list beside one that is kept.
    """
    kept: list[RawRow] = []
    shown = [_is_shown(row) for row in rows]
    for place, row in enumerate(rows):
        group, is_foreign = row.group(), row.is_foreign
        if group and not is_foreign and (not must_show or shown[place] or _is_beside_shown(rows, shown, place)):
            kept.append(_raw(row, group, uses[row.uses[0]].number))
            continue
        for line in row.uses:
            uses[line] = uses[line].as_a("left", OTHER_KIND if is_foreign else LIKE_A_TITLE if group else _NO_GROUP)
    return ReadRows(kept, uses)


def _is_shown(row: OpenRow) -> bool:
    return bool(row.status) or is_operative(row.title) or is_numbered(row.title)


def _is_beside_shown(rows: Sequence[OpenRow], shown: Sequence[bool], place: int) -> bool:
    after = place + 1 < len(rows) and shown[place + 1] and rows[place].uses[-1] + 1 == rows[place + 1].uses[0]
    return after or (place > 0 and shown[place - 1] and rows[place - 1].uses[-1] + 1 == rows[place].uses[0])


def _raw(row: OpenRow, group: Group, line: int) -> RawRow:
    title, status, note = (" ".join(words.split()) for words in (row.title, row.status, row.note))
    return RawRow(group, row.heading, capital(title), status, note, row.number, row.said_of_all, line)
