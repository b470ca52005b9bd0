"""What the cells of a register say in French, on a page and in a table, and how its items are counted."""

from typing import Any

from models import PartialDate
from workflow.language.articles import bare
from workflow.procedure.institutions import name_fr
from workflow.procedure.registers import Column, RegisterBook
from workflow.procedure.vocabulary import Vocabulary

# Words that begin with one of these are of no number: "en attente", "sans suite".
_UNCHANGED = ("à ", "avec ", "en ", "sans ")


def shown_fr(column: Column, value: Any, vocabulary: Vocabulary) -> str:  # noqa: ANN401 - JSON
    """Say the value of a cell; nothing for an empty one."""
    if value in (None, ""):
        return ""
    if column.type == "choice":
        return next((each.fr for each in column.choices if each.value == value), str(value))
    if column.type == "chamber":
        return bare(vocabulary.chambers[value].fr) if value in vocabulary.chambers else str(value)
    return typed_fr(column, value)


def typed_fr(column: Column, value: Any) -> str:  # noqa: ANN401 - JSON
    """Give the value of a cell as one types it: a choice by its code, a day as 05/03/2026, a body by its name."""
    if value in (None, ""):
        return ""
    if column.type == "day":
        return "/".join(reversed(str(PartialDate.parse(value)).split("-")))
    return name_fr(str(value)) if column.type == "body" else str(value)


def counted_fr(register: RegisterBook, total: int, opened: int) -> str:
    """Count items: "20 observations : 3 avec suite, 17 sans suite"; the total alone where nothing is awaited."""
    said = f"{total} {_plural(register.item_fr, total)}"
    if not total or not register.may_wait:
        return said
    parts = ((total - opened, register.settled_fr), (opened, register.open_fr))
    return f"{said} : {', '.join(f'{count} {_plural(words, count)}' for count, words in parts if count)}"


def _plural(words: str, count: int) -> str:
    return words if count < len("ab") or words.startswith(_UNCHANGED) else f"{words}s"
