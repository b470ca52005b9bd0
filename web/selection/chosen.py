"""The texts that a person chose in the list: kept in the database from page to page, and for half a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete
from sqlmodel import Session, SQLModel, col, select

from models import ChosenText, LegalText, User, insert_into
from workflow.people.permissions import Right, may, visible_texts
from workflow.rulebook.files import sections

# So many texts may be chosen together.
MOST = 500
# What was chosen yesterday would be acted on unseen: a choice is kept as long as one stays signed in.
_LASTS = timedelta(hours=12)
_TABLE = SQLModel.metadata.tables["chosen_text"]


@dataclass(frozen=True)
class Choice:
    """What is chosen, beside the texts that a page of the list shows; `total` where the length of the list is known."""

    kept: Collection[UUID]
    shown: Sequence[UUID]
    total: int | None
    # So that a page says it as it is.
    most: int = MOST

    @property
    def elsewhere(self) -> int:
        """How many texts are chosen that the page does not show."""
        return len(set(self.kept) - set(self.shown))

    @property
    def words_shown(self) -> str:
        """Name the texts that the page shows, in one field: those not ticked are not chosen any more."""
        return named(self.shown)


def named(texts: Sequence[UUID]) -> str:
    """Write texts in one field of a form."""
    return ",".join(text.hex for text in texts)


# Written once, for every page of the list asks it.
_CHOSEN = (
    select(col(ChosenText.text_id))
    .join(LegalText, col(LegalText.id) == col(ChosenText.text_id))
    .where(col(ChosenText.person_id) == bindparam("person"), col(ChosenText.at) > bindparam("since"))
    .where(col(LegalText.merged_into_id).is_(None))
)


def chosen_ids(session: Session, by: User, *, at: datetime) -> set[UUID]:
    """Give the texts that this person chose and may read; files reunited with others meanwhile are left out."""
    if not may(by, Right.READ_TEXTS):
        return set()
    return set(session.execute(_CHOSEN, {"person": by.id, "since": at - _LASTS}).scalars())


def chosen_texts(session: Session, by: User, *, at: datetime, is_locked: bool = False) -> list[LegalText]:
    """Give these texts in the order of the table; where `is_locked`, nobody moves them until the caller commits."""
    query = visible_texts(by).join(ChosenText, col(ChosenText.text_id) == col(LegalText.id))
    query = query.where(*_kept(by, at), col(LegalText.merged_into_id).is_(None)).order_by(col(LegalText.id))
    found = session.exec(query.with_for_update(of=LegalText) if is_locked else query).all()
    rank = {section.code: rank for rank, section in enumerate(sections())}
    return sorted(found, key=lambda text: (rank.get(text.section, len(rank)), text.created_at, text.id))


def choose(session: Session, by: User, wanted: Sequence[UUID], *, at: datetime) -> int:
    """Let these texts be the ones chosen, the first `MOST` of them; give how many there are. The caller commits.

    Texts that this person may not read, or that are reunited with others, are left out.
    """
    known = visible_texts(by).with_only_columns(col(LegalText.id)).where(col(LegalText.merged_into_id).is_(None))
    found = set(session.execute(known.where(col(LegalText.id).in_(wanted))).scalars())
    rows = [{"person_id": by.id, "text_id": key, "at": at} for key in dict.fromkeys(wanted) if key in found][:MOST]
    forget(session, by)
    if rows:
        insert = insert_into(_TABLE, session.get_bind().dialect.name)
        session.connection().execute(insert.on_conflict_do_nothing(), rows)
    return len(rows)


def forget(session: Session, by: User) -> None:
    """Let no text be chosen any more; the caller commits."""
    session.exec(delete(ChosenText).where(col(ChosenText.person_id) == by.id))


def changed(kept: Collection[UUID], shown: Collection[UUID], ticked: Sequence[UUID]) -> list[UUID]:
    """Give what is chosen once a page was left: what it did not show stays, what it showed is as it was ticked."""
    return [*(key for key in kept if key not in set(shown)), *ticked]


def _kept(by: User, at: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(ChosenText.person_id) == by.id, col(ChosenText.at) > at - _LASTS
