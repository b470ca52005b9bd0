"""The rows of the list of texts, told from what the register keeps on each; and their groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from models import LegalText
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Section
from workflow.reports.next_limits import NextLimit
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import days_since
from workflow.sentences.sentence import holder


@dataclass(frozen=True)
class Row:
    """One text of the list; `holder` is empty once its way has ended, `days` counts how long it has been there.

    `limit` is the one to name: the law's once it has passed, else the next one.
    """

    text: LegalText
    sentence: str
    holder: str
    days: int | None
    limit: NextLimit | None


def rows_of(texts: Sequence[LegalText], limits: Mapping[UUID, NextLimit], *, today: date) -> list[Row]:
    """Tell these texts from their rows, where what their steps come to was written, and the limits to name of them."""
    return [_row(text, procedure_of(text), limits.get(text.id), today) for text in texts]


def _row(text: LegalText, procedure: Procedure, limit: NextLimit | None, today: date) -> Row:
    state = procedure.states.get(text.state)  # none where the files no longer have it, which `flask check` says
    return Row(
        text=text,
        sentence=text.sentence_fr,
        holder="" if state is None or state.is_end else holder(procedure, text.state, text.chamber),
        days=days_since(text.held_since, today),
        limit=limit,
    )


def groups_of(rows: Iterable[Row]) -> list[tuple[Section, list[Row]]]:
    """Group rows that are in the order of the table by the section kept with them."""
    known = {section.code: section for section in sections()}
    other = Section(code="", label_fr="Autres textes", label_ar="نصوص أخرى")
    return [(known.get(key, other), list(group)) for key, group in groupby(rows, lambda row: row.text.section)]
