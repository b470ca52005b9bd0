"""The views above the list: those everybody has, those of the person, and those that others share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import bindparam
from sqlmodel import Session, col, or_, select

from models import SavedView, User
from web.lists.counting import Counters
from web.lists.filters import Filters, filters_in, question, view_of

# So many views a person keeps, and so many shared ones are shown as tabs.
MOST = 20


@dataclass(frozen=True)
class Tab:
    """One view as it stands above the list, with how many texts it has where that is kept; `of` says whose it is."""

    label: str
    question: str
    is_current: bool
    of: str = ""
    count: int | None = None


@dataclass(frozen=True)
class Tabs:
    """What stands above the list; `query` are its filters as a view keeps them, `is_new` where no tab has them."""

    tabs: Sequence[Tab]
    query: str

    @property
    def is_new(self) -> bool:
        """Whether the filters of the list are those of no view."""
        return not any(tab.is_current for tab in self.tabs)


@dataclass(frozen=True)
class Kept:
    """A view that somebody saved, as it is offered to a person; `of` names its owner where that is somebody else."""

    name: str
    query: str
    is_default: bool
    of: str


_IS_MINE = col(SavedView.owner_id) == bindparam("person")
# Written once, for every page of the list asks it.
_VIEWS = (
    select(SavedView, col(User.name))
    .join(User, col(User.id) == col(SavedView.owner_id))
    .where(or_(_IS_MINE, col(SavedView.is_shared) & col(User.active)))
    .order_by(_IS_MINE.desc(), col(SavedView.rank), col(SavedView.name), col(SavedView.id))
    .limit(2 * MOST)
)


def views_for(session: Session, by: User) -> list[Kept]:
    """Give the views of a person in their order, then those that others share; one query."""
    return [
        Kept(view.name, view.query, view.is_default and view.owner_id == by.id, "" if view.owner_id == by.id else owner)
        for view, owner in session.execute(_VIEWS, {"person": by.id})
    ]


def tabs_of(kept: Sequence[Kept], filters: Filters, counters: Counters, *, answers: bool) -> Tabs:
    """Give the tabs of the list so filtered; `answers` says whether this person can answer for texts."""
    query = view_of(filters)
    saved = [Tab(view.name, question(filters_in(view.query)), view.query == query, view.of) for view in kept]
    return Tabs([*_of_everybody(query, counters, answers=answers), *saved], query)


def default_query(kept: Sequence[Kept]) -> str:
    """Give the filters with which the list opens for this person; nothing where it opens whole."""
    return next((view.query for view in kept if view.is_default), "")


def _of_everybody(query: str, counters: Counters, *, answers: bool) -> Iterator[Tab]:
    named: tuple[tuple[str, Filters, int | None], ...] = (
        (_("Tous"), Filters(), counters.all),
        (_("En cours"), Filters(over="no"), counters.running),
        *([(_("À ma charge"), Filters(responsible="me", over="no"), None)] if answers else []),
        (_("Délai légal dépassé"), Filters(due="late"), counters.late),
        (_("Délai légal dans la semaine"), Filters(due="soon"), counters.soon),
        (_("Repère passé"), Filters(due="marker"), counters.marker),
        (_("Au SGG depuis plus de 30 jours"), Filters(holder="sgg", since="30"), None),
    )
    for label, filters, count in named:
        yield Tab(label, question(filters), view_of(filters) == query, count=count)
