"""How many texts a person answers for: those under way, for a finished one is nobody's work."""

from sqlalchemy import func, select
from sqlmodel import Session, col

from models import ON_ITS_WAY, LegalText, User

# No further than this are they counted, along the index of a person's texts by state.
COUNTED = 1000


def charge(session: Session, by: User) -> int:
    """Count the texts under way for which this person answers; COUNTED and one more stand for any greater number."""
    query = select(col(LegalText.id)).where(col(LegalText.responsible_id) == by.id, ON_ITS_WAY)
    counted = select(func.count()).select_from(query.limit(COUNTED + 1).subquery())
    return int(session.execute(counted).scalar_one())
