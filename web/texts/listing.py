"""The rows of the list of texts, told from what the register keeps on each; and their groups."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from models import LegalText
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Section
from workflow.rulebook.files import procedure_of, sections
from workflow.sentences.path import days_since
from workflow.sentences.sentence import holder


@dataclass(frozen=True)
class Row:
    """One text of the list; `holder` is empty once its way has ended, `days` counts how long it has been there."""

    text: LegalText
    sentence: str
    holder: str
    days: int | None
    days_left: int | None


def rows_of(texts: Sequence[LegalText], *, today: date) -> list[Row]:
    """Tell these texts from their rows alone: what their steps come to was written there with the last one."""
    return [_row(text, procedure_of(text), today) for text in texts]


def _row(text: LegalText, procedure: Procedure, today: date) -> Row:
    state = procedure.states.get(text.state)  # none where the files no longer have it, which `flask check` says
    return Row(
        text=text,
        sentence=text.sentence_fr,
        holder="" if state is None or state.is_end else holder(procedure, text.state, text.chamber),
        days=days_since(text.held_since, today),
        days_left=(text.next_due_on - today).days if text.next_due_on else None,
    )


def groups_of(rows: Iterable[Row]) -> list[tuple[Section, list[Row]]]:
    """Group rows that are in the order of the table by the section kept with them."""
    known = {section.code: section for section in sections()}
    other = Section(code="", label_fr="Autres textes", label_ar="نصوص أخرى")
    return [(known.get(key, other), list(group)) for key, group in groupby(rows, lambda row: row.text.section)]
