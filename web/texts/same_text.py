"""Before a title or a number is kept: the texts that are perhaps the same, shown once to whoever typed them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlmodel import Session, col, select

from models import LegalText
from web.lists.listing import Row, rows_of
from web.request import db, now, today
from workflow.history.particulars import Particulars
from workflow.reports.same_text import Found, Reason, Sought, compare, find_same

_MOST = 10
# No request takes so long from the moment when it began to read.
_RECENTLY = timedelta(minutes=1)
_REASONS = {
    Reason.NUMBER: _l("porte le même numéro"),
    Reason.TITLE: _l("porte le même intitulé"),
    Reason.SPELLING: _l("porte un numéro qui est peut-être le même"),
    Reason.NEAR: _l("porte un intitulé proche"),
}


@dataclass(frozen=True)
class Alike:
    """The texts of the base that may be the one typed, and a mark of them that the second press carries."""

    found: Sequence[Found]

    @property
    def rows(self) -> list[tuple[Row, str]]:
        """Give the first of them as the list shows them, with why they are shown."""
        shown = self.found[:_MOST]
        rows = rows_of([each.text for each in shown], {}, today=today())
        return [(row, str(_REASONS[each.reason])) for row, each in zip(rows, shown, strict=True)]

    @property
    def more(self) -> str:
        """Say how many are not shown; nothing when all are."""
        left = len(self.found) - _MOST
        return str(_("Et %(count)s autres : cherchez dans la liste.", count=left)) if left > 0 else ""

    @property
    def seal(self) -> str:
        """A mark of these texts: a press that carries it was made by somebody who was shown them, and no others."""
        return sha256(" ".join(sorted(str(each.text.id) for each in self.found)).encode()).hexdigest()[:16]

    @property
    def is_to_be_shown(self) -> bool:
        """Whether there are such texts, and the person has not seen them all."""
        return bool(self.found) and request.form.get("alike_seen") != self.seal


def look_alike(kind: str, typed: Particulars, *, but: UUID | None = None) -> Alike:
    """Look for the texts that a title and a number may already be; `but` is the text to which they belong."""
    return Alike(find_same(db(), [_sought(kind, typed)], but=but)[0])


def just_opened(session: Session) -> dict[UUID, LegalText]:
    """Give the texts opened in the last minute: what a request that began to read before may not have been shown."""
    query = select(LegalText).where(col(LegalText.created_at) >= now() - _RECENTLY)
    return {text.id: text for text in session.exec(query)}


def is_one_of(kind: str, typed: Particulars, texts: Iterable[LegalText]) -> bool:
    """Whether a title and a number may be those of one of these texts."""
    sought = _sought(kind, typed)
    return any(compare(sought, text) for text in texts)


def _sought(kind: str, typed: Particulars) -> Sought:
    return Sought(kind, tuple(filter(None, (typed.title_fr, typed.title_ar))), typed.number)
