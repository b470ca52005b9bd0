"""The registers of a text in a line each, for its page."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, func, select

from models import ItemStatus, RegisterItem
from workflow.procedure.registers import RegisterBook, registers
from workflow.registers.shown import counted_fr


@dataclass(frozen=True)
class Summary:
    """A register and how many items it has; `opened` are those of which something is expected."""

    book: RegisterBook
    total: int
    opened: int

    @property
    def counted(self) -> str:
        """Say how many items there are: "20 observations : 3 avec suite, 17 sans suite"."""
        return counted_fr(self.book, self.total, self.opened)


def summaries(session: Session, text_id: UUID) -> list[Summary]:
    """Count the items of every register of a text, in one query."""
    query = (
        select(RegisterItem.kind, RegisterItem.status, func.count())
        .where(RegisterItem.text_id == text_id)
        .group_by(col(RegisterItem.kind), col(RegisterItem.status))
    )
    total, opened = Counter[str](), Counter[str]()
    for kind, status, count in session.exec(query):
        total[kind] += count
        opened[kind] += count if status == ItemStatus.OPEN else 0
    return [Summary(book, total[code], opened[code]) for code, book in registers().items()]
