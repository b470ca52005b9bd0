"""Checks the registers of texts: entries against the steps that seal them, items against what both come to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models import LegalText
from workflow.history.entries import BATCH, EntriesBySteps, digest_of
from workflow.history.fold import Situation
from workflow.history.items import items_of, rows_of
from workflow.history.steps import Recorded
from workflow.reports.tampering import about

_CHANGED = "{text} : les éléments de registre de l’étape n° {number} ne sont plus ceux qui ont été enregistrés."
_ASTRAY = "{text} : des éléments de registre se disent de l’étape n° {number}, qui n’en a enregistré aucun."
_ITEMS = "{text} : ses registres ne sont pas ce que son histoire en dit : lancez « flask --app web recount »."


def entry_faults(text: LegalText, steps: Sequence[Recorded], entries: EntriesBySteps) -> Iterator[str]:
    """Say of which batches the entries are not those that were sealed, and which entries no batch recorded."""
    batches = {step.number: step for step in steps if step.move == BATCH}
    for number, step in batches.items():
        if digest_of(entries.get(number, ())) != step.facts.get("digest"):
            yield _CHANGED.format(text=about(text), number=number)
    for number in sorted(entries.keys() - batches.keys()):
        yield _ASTRAY.format(text=about(text), number=number)


def item_faults(
    text: LegalText, situation: Situation, entries: EntriesBySteps, kept: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """Say that the items kept of a text are not what its history comes to."""
    if list(kept) != rows_of(text.id, items_of(situation, entries)):
        yield _ITEMS.format(text=about(text))
