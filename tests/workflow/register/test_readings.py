"""The articles of drafts: read as they are attached, put right by people, each reading kept."""

import pytest
from sqlalchemy import Engine
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session, select

from models import DraftReading, LegalText, PieceVersion, Role
from tests.workflow.articles.twelve import arabic_file, french, french_file
from tests.workflow.behind import tamper
from tests.workflow.builders import AT, CALENDAR, Ministry
from tests.workflow.pieces.made_files import word
from workflow.articles.arrangement import LEFT_OUT, arranged, lines_of
from workflow.articles.arrangement import Told as Line
from workflow.errors import NotAllowed, Refused
from workflow.pieces.drafts import ReadDraft, drafts_of, readings_before, readings_of
from workflow.pieces.extraction import examine
from workflow.register.pieces import Told, attach
from workflow.register.readings import put_right
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures


class Office:
    """Somebody who attaches drafts to a text, and puts them right."""

    def __init__(self, ministry: Ministry, text: LegalText) -> None:
        self.ministry, self.text, self.session = ministry, text, ministry.session

    def attach(self, given: Told, content: bytes) -> PieceVersion:
        by, file = self.ministry.person(Role.HEAD), examine(content, "projet.docx", largest_mb=1)
        return attach(self.session, self.text, file, given, by=by, at=AT, calendar=CALENDAR)

    def drafts(self, role: Role = Role.HEAD) -> list[ReadDraft]:
        return drafts_of(self.session, self.text, self.ministry.person(role))

    def leave_out_the_last(self, draft: ReadDraft, role: Role = Role.HEAD) -> None:
        before = lines_of(readings_of(self.session, [draft])[0])
        after = [*before[:-1], Line(LEFT_OUT, before[-1].words)]
        reading = arranged(draft.language, before, after)
        put_right(self.session, self.text, draft, reading, by=self.ministry.person(role), at=AT)


@pytest.fixture
def office(ministry: Ministry) -> Office:
    return Office(ministry, ministry.open("projet_de_loi"))


def test_drafts_are_read_as_they_are_attached(office: Office) -> None:
    office.attach(Told("draft_ar"), arabic_file())
    first = office.attach(Told("draft_fr"), french_file())
    office.attach(Told("", of=first.piece_id), french_file(second=True))

    told = [(each.piece.kind, each.version.number, each.language, each.articles) for each in office.drafts()]
    assert told == [("draft_ar", 1, "ar", 12), ("draft_fr", 2, "fr", 12), ("draft_fr", 1, "fr", 12)]
    keys = [[article.key for article in each.draft.articles] for each in readings_of(office.session, office.drafts())]
    twelve = [str(number) for number in range(1, 13)]
    assert keys == [twelve, ["1", "2", "3", "3 bis", *twelve[3:7], *twelve[8:]], twelve]


def test_a_draft_in_both_languages_is_read_in_each(office: Office) -> None:
    office.attach(Told("draft_fr"), word(*french()[:7], "مشروع قانون", "المادة الأولى", "يحدد هذا النص."))

    assert [(each.language, each.articles) for each in office.drafts()] == [("ar", 1), ("fr", 2)]


@pytest.mark.parametrize("kind", ["opinion", "annex"])
def test_other_pieces_are_not_read_as_drafts(office: Office, kind: str) -> None:
    office.attach(Told(kind), french_file())

    assert office.drafts() == []


def test_what_is_put_right_is_another_reading(office: Office) -> None:
    office.attach(Told("draft_fr"), french_file())
    (draft,) = office.drafts()

    office.leave_out_the_last(draft)

    (now,) = office.drafts()
    assert (now.number, now.articles, now.doubts, now.by_id) == (2, 11, 1, office.ministry.person(Role.HEAD).id)
    assert [articles for _at, _by, articles in readings_before(office.session, now)] == [11, 12]
    assert len(readings_of(office.session, [draft])[0].draft.articles) == 12


def test_two_people_at_once_do_not_undo_each_other(office: Office) -> None:
    office.attach(Told("draft_fr"), french_file())
    (draft,) = office.drafts()
    office.leave_out_the_last(draft)

    with pytest.raises(Refused, match="Une autre personne vient de mettre cette version en ordre"):
        office.leave_out_the_last(draft)


def test_readers_put_nothing_right_and_confidential_drafts_are_not_theirs(office: Office) -> None:
    office.attach(Told("draft_fr", confidential=True), french_file())
    (draft,) = office.drafts()

    assert office.drafts(Role.READER) == []
    with pytest.raises(NotAllowed):
        office.leave_out_the_last(draft, Role.READER)


@pytest.mark.parametrize("change", ["DELETE FROM draft_reading", "UPDATE draft_reading SET articles = 1"])
def test_the_database_keeps_readings(session: Session, office: Office, change: str) -> None:
    office.attach(Told("draft_fr"), french_file())

    with pytest.raises(DatabaseError, match="append-only"), session.begin_nested():
        session.connection().execute(sql(change))
    assert len(session.exec(select(DraftReading)).all()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE draft_reading SET written = '{}' WHERE number = 1", "1 {}, n’est plus celle qui a été enregistrée."),
        ("UPDATE draft_reading SET articles = 3 WHERE number = 2", "2 {}, n’est plus celle qui a été enregistrée."),
        ("DELETE FROM draft_reading WHERE number = 1", "2 {}, suit une lecture qui n’est plus dans la base."),
    ],
)
def test_a_reading_that_was_tampered_with_is_named(engine: Engine, office: Office, change: str, said: str) -> None:
    office.attach(Told("draft_fr"), french_file())
    office.leave_out_the_last(office.drafts()[0])
    office.session.commit()
    assert list(faults(procedures(), engine, CALENDAR)) == []

    tamper(engine, [change])

    named = f"Le texte {office.text.id} (« Projet de texte »)"
    told = said.format("des articles de « projet.docx », version 1")
    assert list(faults(procedures(), engine, CALENDAR)) == [f"{named} : la lecture {told}"]
