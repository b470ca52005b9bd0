"""A text whose drafts of twelve articles were attached in both languages."""

from dataclasses import dataclass
from uuid import UUID

import pytest

from models import LegalText
from tests.web.ministry import Ministry
from tests.workflow.articles.twelve import arabic_file, french_file
from tests.workflow.builders import CALENDAR
from workflow.pieces.drafts import ReadDraft, drafts_of
from workflow.pieces.extraction import examine
from workflow.register.pieces import Told, attach


@dataclass
class Office:
    """Who attaches files to a text, as the page of its pieces does."""

    ministry: Ministry
    text: LegalText

    @property
    def address(self) -> str:
        """Where its articles are."""
        return f"/texts/{self.text.id}/articles"

    def attach(self, kind: str, content: bytes, *, of: UUID | None = None, **told: bool | str) -> UUID:
        """Attach a file, and give the piece."""
        file, people = examine(content, "projet.docx", largest_mb=1), self.ministry.people
        with self.ministry.session() as session:
            text, given = session.get_one(LegalText, self.text.id), Told(kind, of=of, **told)  # type: ignore[arg-type]
            at = self.ministry.clock.at
            version = attach(session, text, file, given, by=people.head, at=at, calendar=CALENDAR)
        return version.piece_id

    def drafts(self) -> list[ReadDraft]:
        """List what was read."""
        with self.ministry.session() as session:
            return drafts_of(session, session.get_one(LegalText, self.text.id), self.ministry.people.head)

    def key(self, language: str, number: int = 1) -> str:
        """Give what the address of a version names it by."""
        return next(each.key for each in self.drafts() if (each.language, each.version.number) == (language, number))


@pytest.fixture
def office(ministry: Ministry, bill: LegalText) -> Office:
    return Office(ministry, bill)


@pytest.fixture
def drafts(office: Office) -> Office:
    """Give the office once both first versions are attached."""
    office.attach("draft_ar", arabic_file())
    office.attach("draft_fr", french_file())
    return office


@pytest.fixture
def versions(drafts: Office) -> Office:
    """Give the office once both drafts have a second version."""
    pieces = {each.language: each.piece.id for each in drafts.drafts()}
    drafts.attach("", arabic_file(second=True), of=pieces["ar"])
    drafts.attach("", french_file(second=True), of=pieces["fr"])
    return drafts
