"""The columns of a table: what each holds is told by its header, wherever it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.importing.page import arabic
from workflow.importing.page.headings import group_of_title, is_numbered, is_operative
from workflow.importing.page.parting import split
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import days_in

_HEADER = re.compile(
    r"(?:n[°o]?\s+)?(?:objet|intitule|titre|texte|libelle|designation)s?\b.{0,40}"
    r"\b(?:etat|situation|statut|avancement|stade)s?\b.{0,30}"
)
# The first pattern that fits names the column. They read folded text.
_NAMES = (
    ("kind", r"(?:nature|type|categorie|genre)s?(?: d[ue].{0,30})?"),
    ("number", rf"n\s?[°o](?: .{{0,30}})?|numeros?(?: .{{0,30}})?|ref(?:erence)?s?\.?|{arabic.NUMBER_COLUMN}"),
    ("title", rf"(?:objet|intitule|titre|texte|libelle|designation|projet)s?\b.{{0,60}}|{arabic.TITLE_COLUMN}"),
    (
        "situation",
        (
            r"(?:etat|situation|statut|stade|avancement|suite|phase|etape|position|degre|niveau)s?\b.{0,60}"
            rf"|{arabic.SITUATION_COLUMN}"
        ),
    ),
    ("date", rf"dates?(?: d[eu] (?:la |l'|le )?(?:situation|etat|statut|stade|etape))?|{arabic.DATE_COLUMN}"),
    ("note", rf"(?:observation|remarque|commentaire|note)s?|{arabic.NOTE_COLUMN}"),
)
_RANK = re.compile(r"\d{1,4}[.)]?")
_SHORT = 80


@dataclass(frozen=True)
class RowCells:
    """The cells of a row by what they are; `note` joins what other columns say, each after the name of its column."""

    title: str
    status: str
    note: str
    number: str


@dataclass(frozen=True)
class Columns:
    """The columns that a header names: a kind for each, and the words of the header."""

    kinds: tuple[str, ...]
    words: tuple[str, ...]

    def is_row(self, cells: Sequence[str]) -> bool:
        """Whether a row has a cell for each column, a title, and something beside it unless it starts as titles do."""
        if len(cells) != len(self.kinds):
            return False
        title = self._cell(cells, "title")
        return title.strip("-:=_ ") != "" and (
            sum(map(bool, cells)) > 1 or group_of_title(title, any_case=True) is not None
        )

    def read(self, cells: Sequence[str]) -> RowCells:
        """Take a row by its columns; a day joins a situation that has none, and any other cell is kept as a note."""
        kind, title, day = (self._cell(cells, name) for name in ("kind", "title", "date"))
        if kind and not group_of_title(title, any_case=True):
            kind, title = "", f"{kind} {title}"
        parted = split(title)
        status = " ".join(part for part in (parted.status, self._cell(cells, "situation")) if part)
        notes = [parted.note, *self._others(cells)]
        if day and status and not days_in(status):
            status = f"{status} le {day}"
        elif day and day not in status:
            notes.append(f"{self._word('date')} : {day}")
        if kind and fold(kind) not in fold(title):
            notes.append(f"{self._word('kind')} : {kind}")
        number = next(
            (cell for cell, name in zip(cells, self.kinds, strict=True) if name == "number" and _official(cell)), ""
        )
        return RowCells(parted.title, status, " ; ".join(note for note in notes if note), number)

    def _cell(self, cells: Sequence[str], kind: str) -> str:
        return cells[self.kinds.index(kind)] if kind in self.kinds else ""

    def _word(self, kind: str) -> str:
        return self.words[self.kinds.index(kind)]

    def _others(self, cells: Sequence[str]) -> list[str]:
        """Name what other columns say, each once: a cell merged over several columns is one."""
        said = {
            cell: word
            for place, (cell, kind, word) in enumerate(zip(cells, self.kinds, self.words, strict=True))
            if cell and self._is_beside(place, kind, cell)
        }
        return [f"{word} : {cell}" if word else cell for cell, word in said.items()]

    def _is_beside(self, place: int, kind: str, cell: str) -> bool:
        if kind == "number":
            return _official(cell)
        return kind in ("note", "") or self.kinds.index(kind) != place


def _official(number: str) -> bool:
    """Whether a number is more than the rank of the row."""
    return bool(number) and not _RANK.fullmatch(number)


def is_header(line: str) -> bool:
    """Whether a line names columns in one go, as a copy of a page writes them."""
    return bool(_HEADER.fullmatch(" ".join(fold(line).split())))


def columns_of(cells: Sequence[str]) -> Columns | None:
    """Read a row as the header of a table, or None: a header names the title and at least one other column."""
    if len(cells) < len(("title", "other")) or any(len(cell) > _SHORT for cell in cells):
        return None
    kinds = [_kind(cell) for cell in cells]
    if "title" not in kinds or not any(kind and kind != "title" for kind in kinds):
        return None
    if any(group_of_title(cell) and (is_numbered(cell) or is_operative(cell)) for cell in cells):
        return None
    if "situation" not in kinds and "note" in kinds:
        kinds[kinds.index("note")] = "situation"
    return Columns(tuple(kinds), tuple(cells))


def _kind(cell: str) -> str:
    folded = fold(cell).strip(" :.")
    return next((kind for kind, pattern in _NAMES if re.fullmatch(pattern, folded)), "")
