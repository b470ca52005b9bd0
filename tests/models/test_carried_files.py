"""Papers, pieces and templates carried into a database of the other kind: their bytes as they were."""

import pytest
from sqlalchemy import select
from sqlmodel import Session, SQLModel

from models import PieceSent, Role, StoredFile, TemplateService
from models.safekeeping.carrying import carry, sums
from tests.fixtures.databases import NewPlace, with_tables
from tests.workflow.builders import AT, CALENDAR, PIECES, Ministry, undated
from workflow.pieces.extraction import Examined
from workflow.pieces.file_types import TYPES
from workflow.register.pieces import Told, attach
from workflow.register.templates import Checked, Sent, keep_template, put_in_service
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

CONTENTS = [bytes(range(256)) * 4000, b"\0", b"%PDF-1.4"]
TEMPLATE = b"a template"


@pytest.mark.parametrize(("kind", "other"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_files_go_to_a_database_of_the_other_kind(new_place: NewPlace, kind: str, other: str) -> None:
    source, target = with_tables(new_place(kind)), with_tables(new_place(other))
    with Session(source, expire_on_commit=False) as session:
        ministry = Ministry(session)
        bill = ministry.open("projet_de_loi", *undated("assign_drafter", "submit_for_validation"))
        ministry.fire(bill, "validate", facts={"pieces": PIECES})
        for content in CONTENTS:
            file = Examined(content, TYPES["pdf"], "projet.pdf", "Allocation", is_read=True)
            by = ministry.person(Role.HEAD)
            attach(session, bill, file, Told("draft_ar"), by=by, at=AT, calendar=CALENDAR)
        ministry.move(bill, "send_to_sgg")
        sent, head = Sent("note_interne", "fr", TEMPLATE, "note.docx"), ministry.person(Role.HEAD)
        template = keep_template(session, sent, [("paragraphe 1", "…", "tag")], by=head, at=AT)
        put_in_service(session, template, Checked(template.sha256, ()), seen=0, by=head, at=AT)
        session.commit()

    with source.connect() as read, target.begin() as write:
        carried = carry(read, write)

    with target.connect() as connection:
        assert sums(connection) == carried
        kept = connection.execute(select(SQLModel.metadata.tables[StoredFile.__tablename__].c.content)).scalars()
        assert sorted(kept) == sorted([*CONTENTS, TEMPLATE])
        assert carried[PieceSent.__tablename__].rows == len(CONTENTS)
        assert carried[TemplateService.__tablename__].rows == 1
    assert list(faults(procedures(), target, CALENDAR)) == []
    for engine in (source, target):
        engine.dispose()
