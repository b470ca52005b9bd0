"""The colleagues to whom a text may be given, as forms offer them."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from flask_babel import gettext as _

from models import User
from workflow.calendar.words import day_short_fr
from workflow.people.leave import Leave


def offered(people: Iterable[User], leaves: Mapping[UUID, Leave]) -> list[tuple[str, str]]:
    """Give the key and the name of each one, with the end of their absence for those who are away."""
    return [(str(one.id), _named(one.name, leaves.get(one.id))) for one in people]


def _named(name: str, leave: Leave | None) -> str:
    if leave is None:
        return name
    return str(_("%(name)s (absence jusqu’au %(day)s)", name=name, day=day_short_fr(leave.until_on)))
