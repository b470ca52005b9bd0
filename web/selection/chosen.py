"""The texts that a person chose in the list: kept in the database from page to page, and for half a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete
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
    def was(self) -> str:
        """Name those of the page that are ticked as it is shown, in one field: what differs when it is left is kept."""
        return named([text for text in self.shown if text in self.kept])


def named(texts: Sequence[UUID]) -> str:
    """Write texts in one field of a form."""
    return ",".join(text.hex for text in texts)


# What one person chose and is still to be acted on, of texts that are not reunited with others.
_KEPT = (
    col(ChosenText.person_id) == bindparam("person"),
    col(ChosenText.at) > bindparam("since"),
    col(LegalText.merged_into_id).is_(None),
)
# Written once, for every page of the list asks it.
_CHOSEN = select(col(ChosenText.text_id)).join(LegalText, col(LegalText.id) == col(ChosenText.text_id)).where(*_KEPT)


def chosen_ids(session: Session, by: User, *, at: datetime) -> set[UUID]:
    """Give the texts that this person chose and may read; files reunited with others meanwhile are left out."""
    if not may(by, Right.READ_TEXTS):
        return set()
    return set(session.execute(_CHOSEN, _asked(by, at)).scalars())


def chosen_texts(session: Session, by: User, *, at: datetime, is_locked: bool = False) -> list[LegalText]:
    """Give these texts in the order of the table; where `is_locked`, nobody moves them until the caller commits."""
    query = visible_texts(by).join(ChosenText, col(ChosenText.text_id) == col(LegalText.id))
    query = query.where(*_KEPT).order_by(col(LegalText.id))
    found = session.exec(query.with_for_update(of=LegalText) if is_locked else query, params=_asked(by, at)).all()
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


def changed(kept: Collection[UUID], was: Collection[UUID], ticked: Sequence[UUID]) -> list[UUID]:
    """Give what is chosen once a page is left: what was unticked on it goes, what was ticked comes, the rest stays.

    `was` are those ticked as it was shown: another page may have changed the choice meanwhile.
    """
    removed = set(was) - set(ticked)
    return [*(key for key in kept if key not in removed), *(key for key in ticked if key not in set(was))]


def _asked(by: User, at: datetime) -> dict[str, object]:
    return {"person": by.id, "since": at - _LASTS}
