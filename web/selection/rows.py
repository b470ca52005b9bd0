"""The texts of the list with all that is given away of each: read in batches, no query for a single row."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlmodel import Session, col, select

from documents.listed_texts import ListedText
from models import LegalText, User
from web.lists.listing import Row, rows_of
from workflow.language.typography import capital
from workflow.reports.next_limits import next_limits
from workflow.rulebook.files import procedure_of


def listed_texts(session: Session, batches: Iterable[Sequence[LegalText]], *, today: date) -> Iterator[ListedText]:
    """Tell texts batch by batch, as the list tells them on this day."""
    names = {key: name for key, name in session.execute(select(col(User.id), col(User.name)))}  # noqa: C416 - rows
    for texts in batches:
        limits = next_limits(session, texts, on=today)
        yield from map(_listed, rows_of(texts, limits, today=today, names=names))


def _listed(row: Row) -> ListedText:
    text, limit = row.text, row.limit
    return ListedText(
        number=text.number or "", kind=capital(procedure_of(text).noun(text.state).fr),
        title_fr=" ".join(text.title_fr.split()), title_ar=" ".join(text.title_ar.split()), sentence=row.sentence,
        holder=row.holder, since=text.held_since if row.holder else None, due=limit.label_fr if limit else "",
        due_on=limit.due_on if limit else None, is_estimated=bool(limit and limit.is_estimated),
        nature=limit.rule.nature_fr if limit else "", responsible=row.responsible,
    )  # fmt: skip
