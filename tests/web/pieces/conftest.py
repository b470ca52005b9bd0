"""Somebody who attaches pieces to a bill, by its form or beforehand."""

from collections.abc import Mapping, Sequence

import pytest
from sqlmodel import col, select

from models import LegalText, Piece, PieceVersion, User
from tests.web.browser import Browser, File, Value
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.workflow.builders import CALENDAR
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import recognised
from workflow.pieces.names import safe_name
from workflow.register.pieces import Told, attach

BUTTON = "Joindre"


class Registry:
    """The pieces of one text."""

    def __init__(self, ministry: Ministry, text: LegalText) -> None:
        self.ministry, self.text = ministry, text
        self.path = f"/texts/{text.id}/pieces"

    def attach(self, told: Told, file: File, by: User | None = None) -> PieceVersion:
        """Attach a file without a form."""
        content, name = file
        found = recognised(content, name, largest_mb=25)
        examined = Examined(content, found, safe_name(name, found), "Article premier", is_read=found.has_words)
        with self.ministry.session() as session:
            text = session.get_one(LegalText, self.text.id)
            by, at = by or self.ministry.people.head, self.ministry.clock.at
            return attach(session, text, examined, told, by=by, at=at, calendar=CALENDAR)

    def send(
        self, browser: Browser, files: Sequence[File], typed: Mapping[str, Value] | None = None,
        *, page: Page | None = None, status: int = 200,
    ) -> Page:  # fmt: skip
        """Fill the form and send it with these files."""
        page = page or browser.get(f"{self.path}/new")
        return browser.upload(page, BUTTON, "file", *files, typed=typed, status=status)

    def kept(self) -> list[tuple[str, str, int, str]]:
        """Give what is attached, in order: kind, title, number of the version, name."""
        query = select(Piece, PieceVersion).where(PieceVersion.piece_id == Piece.id, Piece.text_id == self.text.id)
        with self.ministry.session() as session:
            rows = session.exec(query.order_by(col(PieceVersion.told_by))).all()
            return [(piece.kind, piece.title, version.number, version.file_name) for piece, version in rows]


@pytest.fixture
def registry(ministry: Ministry, bill: LegalText) -> Registry:
    return Registry(ministry, bill)
