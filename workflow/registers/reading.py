"""Reads the items of a text's registers: as they are today, on a past day, and what was done to one of them."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from models import LegalText
from workflow.history.as_of import situation_on
from workflow.history.entries import entries_of
from workflow.history.fold import Situation
from workflow.history.items import Item, ItemKey, Trace, items_of, trail
from workflow.history.steps import Recorded, with_entries
from workflow.rulebook.files import procedure_of


def read_items(session: Session, text: LegalText, situation: Situation) -> dict[ItemKey, Item]:
    """Give the items of every register of a text, by register and number; `situation` is where it stands today."""
    return items_of(situation, entries_of(session, [text.id]).get(text.id, {}))


def past_items(session: Session, text: LegalText, steps: Sequence[Recorded], on: date) -> dict[ItemKey, Item]:
    """Give the items as they were at the end of `on`, as far as is known today; `steps` is the whole history.

    What happened by that day counts, whenever it was recorded; an entry without a date, on the day of its batch.
    """
    entries = entries_of(session, [text.id]).get(text.id, {})
    situation = situation_on(procedure_of(text), with_entries(steps, entries), on)
    return items_of(situation, {}) if situation else {}


def read_trail(session: Session, text: LegalText, steps: Sequence[Recorded], about: ItemKey) -> list[Trace]:
    """Give what was done to one item, in order: who, when, and what stood before; `steps` is the whole history."""
    return trail(steps, entries_of(session, [text.id]).get(text.id, {}), *about)
