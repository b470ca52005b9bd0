"""Makes the papers that are wanted, once what wants them is committed."""

import logging

from documents.produce import produce_wanted
from models import LegalText
from web.request import calendar, db, now, settings

log = logging.getLogger(__name__)


def make_wanted(text: LegalText) -> None:
    """Make the papers that a text waits for; a fault is kept with the paper and never undoes a step."""
    try:
        produce_wanted(db(), text.id, at=now(), calendar=calendar(), letterhead=settings().letterhead)
        db().commit()
    except Exception:
        db().rollback()
        log.exception("papers could not be made")
