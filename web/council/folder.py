"""The minister's folder: the papers of every text on an agenda, asked for at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from documents.catalogue import KINDS
from documents.language import LANGUAGES
from workflow.council.texts import Expected

# What a minister reads of each text before the Council, in this order.
PAPERS = ("fiche_conseil", "note_presentation", "fiche_suivi")


@dataclass(frozen=True)
class Folder:
    """What one press asks for: these papers of these texts, in these languages, for the Council of that day."""

    council_on: date
    texts: list[UUID]
    kinds: list[tuple[str, str]]
    languages: tuple[str, ...] = LANGUAGES


def folder_of(listed: Sequence[Expected], council_on: date) -> Folder | None:
    """Give the folder of an agenda: the papers that the procedure of one of its texts offers; None where none does."""
    offered = {code for each in listed for code in each.now.procedure.papers}
    kinds = [(code, KINDS[code].label_fr) for code in PAPERS if code in offered]
    return Folder(council_on, [each.text.id for each in listed], kinds) if kinds else None
