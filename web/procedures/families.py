"""The kinds of text by family, as the table of legislative production groups acts, and the texts under way."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col

from models import LegalText, User
from web.lists.counting import count_up_to
from workflow.people.permissions import visible_texts
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures, sections

# Texts of one kind are counted up to so many.
MOST = 1000


@dataclass(frozen=True)
class Family:
    """Kinds of text of which the acts stand in one section of the table, each with its number of texts under way.

    One more than `MOST` stands for any greater number.
    """

    label_fr: str
    kinds: list[tuple[Procedure, int]]


def families(session: Session, *, by: User) -> list[Family]:
    """Give the families in the order of the table, with how many texts under way the list shows to this person."""
    counted = count_of_kinds(session, procedures(), by=by)
    found = []
    for section in sections():
        kinds = [(one, counted[one.kind]) for one in procedures().values() if one.sections["act"] == section.code]
        if kinds:
            found.append(Family(section.label_fr, kinds))
    return found


def count_of_kinds(session: Session, kinds: Iterable[str], *, by: User) -> dict[str, int]:
    """Count the texts of each kind that are under way, in one query; it reads no further than `MOST` of each.

    It asks for the sections of the kind, because its index has them before whether the way has ended.
    """
    listed = visible_texts(by).where(col(LegalText.ended).is_(False))
    parts = {
        kind: listed.where(
            col(LegalText.procedure) == kind, col(LegalText.section).in_(procedures()[kind].sections.values())
        )
        for kind in kinds
    }
    return count_up_to(session, MOST, parts)
