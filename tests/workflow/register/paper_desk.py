"""Somebody who works with the papers of one text."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from models import Document, DocumentStatus, LegalText, PartialDate, PieceVersion, Role, keep_bytes
from tests.workflow.builders import AT, CALENDAR, TO_SGG, Ministry, moved, undated
from tests.workflow.pieces.made_files import pdf, word
from workflow.history.signatures import still_expected
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import recognised
from workflow.register.paper_versions import Collected, attach_signed, declare_final, send_back

TO_SIGNATURE = [*TO_SGG, *undated("send_to_signature"), moved("name_signatories", signatories="Ministre A\nMinistre B")]
ON = PartialDate.parse("2026-11-20")


def file(content: bytes) -> Examined:
    return Examined(content, recognised(content, "", largest_mb=1), "a", "", is_read=False)


class Papers:
    """The papers of one text."""

    def __init__(self, ministry: Ministry, text: LegalText) -> None:
        self.ministry, self.text, self.session = ministry, text, ministry.session

    def made(self, number: int = 1, **columns: Any) -> Document:  # noqa: ANN401 - columns
        known: dict[str, Any] = {
            "text_id": self.text.id, "kind": "note_interne", "number": number, "situation_on": date(2026, 11, 1),
            "wanted_at": AT, "status": DocumentStatus.MADE, "file_name": f"2026-11-01_note_interne_fr_v{number}.docx",
        }  # fmt: skip
        paper = Document(**known | columns)
        if paper.status == DocumentStatus.MADE:
            paper.sha256 = keep_bytes(self.session, word(f"version {number}"))
        self.session.add(paper)
        self.session.flush()
        return paper

    def send(self, source: Document, words: str = "Modifié", role: str = Role.DRAFTER) -> Document:
        by = self.ministry.person(role)
        return send_back(self.session, self.text, source, file(word(words)), by=by, at=AT + timedelta(hours=1))

    def declare(
        self, paper: Document, to_complete: int | None = 0, *, role: str = Role.HEAD, hours: int = 2,
        words: str = "Final",
    ) -> None:  # fmt: skip
        by, at = self.ministry.person(role), AT + timedelta(hours=hours)
        read = replace(file(word(words)), to_complete=to_complete)
        declare_final(self.session, self.text, paper, read, by=by, at=at, calendar=CALENDAR)

    def sign(
        self, paper: Document, content: bytes = b"", closes: Collected | None = None, *, title: str = "Note",
        role: str = Role.HEAD,
    ) -> PieceVersion:  # fmt: skip
        by, scan = self.ministry.person(role), file(content or pdf("signé"))
        return attach_signed(
            self.session, paper, scan, title=title, on=ON, closes=closes, by=by, at=AT, calendar=CALENDAR
        )

    def awaited(self) -> list[str]:
        return list(still_expected(self.ministry.standing(self.text).situation))
