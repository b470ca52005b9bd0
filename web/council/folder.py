"""The minister's folder: the papers of every text on an agenda, asked for at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import current_app, url_for

from documents.catalogue import KINDS
from documents.language import LANGUAGES
from workflow.council.texts import Expected

# The view that makes many papers as one job; without it no folder is offered.
PAPER_JOBS = "paper_jobs.ask"
# What a minister reads of each text before the Council, in this order.
PAPERS = ("fiche_conseil", "note_presentation", "fiche_suivi")


@dataclass(frozen=True)
class Folder:
    """What one press asks for: these papers of these texts, in these languages, for the Council of that day."""

    address: str
    council_on: date
    texts: list[UUID]
    kinds: list[tuple[str, str]]
    languages: tuple[str, ...] = LANGUAGES


def folder_of(listed: Sequence[Expected], council_on: date) -> Folder | None:
    """Give the folder of an agenda; None where there is no text, no such paper, or nothing to make them with.

    A paper is in it once it is in the catalogue and the procedure of one of the texts offers it.
    """
    offered = {code for each in listed for code in each.now.procedure.papers}
    kinds = [(code, KINDS[code].label_fr) for code in PAPERS if code in KINDS and code in offered]
    if PAPER_JOBS not in current_app.view_functions or not kinds:
        return None
    return Folder(url_for(PAPER_JOBS), council_on, [each.text.id for each in listed], kinds)
