"""The demonstration taken out of a base that goes into service: it leaves nothing, and takes nobody else's work."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, func, text
from sqlmodel import Session, SQLModel, col, select

from models import (
    DaySeal,
    Deadline,
    Document,
    LegalText,
    Message,
    MessageStatus,
    NamePeriod,
    PaperJob,
    Relation,
    RelationKind,
    Step,
    StoredFile,
    User,
    keep_bytes,
    make_engine,
)
from tests.fixtures.demonstration import NOW
from tests.web.conftest import MakeApp
from tests.web.console import Terminal
from tests.workflow.articles.twelve import french_file
from tests.workflow.names.builders import period
from web.serving import jobs
from workflow.calendar.working_days import Calendar
from workflow.importing.demonstration import DOMAIN
from workflow.pieces.drafts import drafts_of, readings_of
from workflow.pieces.extraction import examine
from workflow.register.moves import open_text
from workflow.register.paper_jobs import Occasion, Wanted, ask_for_papers
from workflow.register.pieces import Told, attach
from workflow.register.readings import put_right
from workflow.register.templates import Checked, Sent, keep_template, put_in_service, serving_template
from workflow.reports.consistency import faults
from workflow.rulebook.files import procedures

REAL = "vraie@ministere.test"
TITLE = "Décret relatif aux archives"


@pytest.fixture(params=["sqlite", "postgresql"])
def terminal(request: pytest.FixtureRequest, make_app: MakeApp, demonstrated_place: Callable[[str], str]) -> Terminal:
    """Give the demonstration with a head of division of the ministry beside it, its days sealed."""
    terminal = Terminal(make_app(DATABASE_URL=demonstrated_place(request.param)))
    terminal.run("add-person", REAL, "--name", "Mme Vraie", "--role", "head", "--password", "une phrase assez longue")
    return terminal


@pytest.fixture
def engine(terminal: Terminal) -> Iterator[Engine]:
    url = terminal.app.extensions["navette.engine"].url
    engine = make_engine(url.render_as_string(hide_password=False))
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine, expire_on_commit=False) as session:
        yield session


def person(session: Session, email: str = REAL) -> User:
    return session.exec(select(User).where(User.email == email)).one()


def open_real(session: Session, responsible: User | None = None) -> LegalText:
    by = person(session)
    text = LegalText(
        procedure="decret", procedure_version="", title_fr=TITLE, created_at=NOW,
        responsible_id=(responsible or by).id,
    )  # fmt: skip
    open_text(session, text, by=by, on=None, at=NOW, calendar=Calendar(), is_old_file=True)
    session.commit()
    return text


def rows(session: Session) -> dict[str, int]:
    tables = SQLModel.metadata.tables
    counted = {name: session.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables.items()}
    session.rollback()
    return counted


def test_it_leaves_the_ministry_its_own_and_a_base_that_is_sound(
    terminal: Terminal, engine: Engine, session: Session
) -> None:
    real = open_real(session)
    terminal.run("remind", "--on", "2017-02-01")  # markers of its texts passed within the year
    with Session(engine) as writing:
        for message in writing.exec(select(Message)):
            message.status = MessageStatus.WAITING if message.address == REAL else MessageStatus.SENT
        writing.commit()
    jobs.seal(engine, at=NOW.replace(day=3))
    before = rows(session)
    assert before["day_seal"] == 1

    output = terminal.run("remove-demonstration", answer="oui\n").output

    accounts = before["person"] - 1
    assert f"À supprimer : {accounts} compte(s), 22 texte(s), {before['step'] - 1} étape(s)," in output
    assert "Les sceaux des journées sont refaits" in output
    assert output.endswith(f"Démonstration supprimée : {accounts} compte(s), 22 texte(s).\n")
    after = rows(session)
    assert [after[name] for name in ("legal_text", "step", "person", "text_words", "day_seal")] == [1, 1, 1, 1, 1]
    gone = ("deadline", "reminder", "message", "relation", "document", "stored_file")
    assert [after[name] for name in gone] == [0, 0, 0, 0, 0, 0]
    assert all(before[name] for name in ("reminder", "message", "relation"))
    assert session.exec(select(LegalText.id)).one() == real.id
    assert session.exec(select(DaySeal.steps)).one() == 1
    session.rollback()
    assert "s'y conforme" in terminal.run("check").output
    again = "Il n'y a pas de démonstration dans cette base.\n"
    assert terminal.run("remove-demonstration").output == again


def test_what_keeps_the_history_is_there_again(terminal: Terminal, engine: Engine, session: Session) -> None:
    open_real(session)
    session.rollback()
    terminal.run("remove-demonstration", answer="oui\n")

    for statement in ("DELETE FROM step", "UPDATE step SET move = 'x'", "DELETE FROM legal_text"):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))


def test_the_names_that_its_accounts_typed_stay_as_by_nobody(terminal: Terminal, session: Session) -> None:
    theirs = session.exec(select(User.id).where(col(User.email).endswith(DOMAIN))).first()
    session.add(period("Ministère de la Mer", "2020-01-01", recorded_by_id=theirs, withdrawn_by_id=theirs))
    session.commit()

    terminal.run("remove-demonstration", answer="oui\n")

    kept = session.exec(select(NamePeriod).where(NamePeriod.fr == "Ministère de la Mer")).one()
    assert (kept.recorded_by_id, kept.withdrawn_by_id) == (None, None)


def test_the_templates_that_its_accounts_sent_stay_as_by_nobody(
    terminal: Terminal, engine: Engine, session: Session
) -> None:
    by = person(session, f"cheffe{DOMAIN}")
    sent = keep_template(session, Sent("note_interne", "fr", b"one", "note.docx"), (), by=by, at=NOW)
    put_in_service(session, sent, Checked(sent.sha256, ()), seen=0, by=by, at=NOW)
    session.commit()

    terminal.run("remove-demonstration", answer="oui\n")

    session.expire_all()
    serving = serving_template(session, "note_interne", "fr")
    assert serving
    assert (serving.number, serving.by_id) == (1, None)
    assert session.get_one(StoredFile, serving.sha256).content == b"one"
    session.rollback()
    assert list(faults(procedures(), engine, Calendar())) == []


def test_papers_signed_asked_for_together_and_given_as_pdf_leave_only_those_of_the_ministry(
    terminal: Terminal, session: Session
) -> None:
    theirs, mine = person(session, f"cheffe{DOMAIN}"), person(session)
    demonstrated, other = session.exec(select(LegalText).limit(2)).all()
    real = open_real(session)
    scan = examine(french_file(), "scan.docx", largest_mb=1)
    signed = attach(session, demonstrated, scan, Told("draft_fr"), by=theirs, at=NOW, calendar=Calendar())
    asked(session, theirs, [demonstrated], only=demonstrated)[0].signed_version_id = signed.id
    asked(session, theirs, [demonstrated, other])
    paper, _theirs = asked(session, mine, [real, demonstrated])
    paper.pdf_sha256 = keep_bytes(session, b"%PDF")
    session.commit()

    terminal.run("remove-demonstration", answer="oui\n")

    session.expire_all()
    kept = session.exec(select(Document)).one()
    assert (kept.id, session.get_one(StoredFile, kept.pdf_sha256).content) == (paper.id, b"%PDF")
    assert session.exec(select(PaperJob.by_id, PaperJob.asked)).all() == [(mine.id, 1)]
    session.rollback()


def asked(session: Session, by: User, texts: list[LegalText], only: LegalText | None = None) -> list[Document]:
    """Ask for a paper of each of these texts together."""
    wanted, occasion = [Wanted(text, "note_interne") for text in texts], Occasion(only.id if only else None)
    job = ask_for_papers(session, wanted, "Papiers", by=by, at=NOW, occasion=occasion)
    papers = {paper.text_id: paper for paper in session.exec(select(Document).where(Document.job_id == job.id))}
    return [papers[text.id] for text in texts]


def test_nothing_is_removed_unless_the_answer_is_yes(terminal: Terminal, session: Session) -> None:
    before = rows(session)

    assert terminal.run("remove-demonstration", answer="non\n", status=1).output.endswith("Rien n’a été écrit.\n")

    assert rows(session) == before


def test_texts_opened_since_with_its_accounts_are_named(terminal: Terminal, session: Session) -> None:
    by = person(session, f"cheffe{DOMAIN}")
    own = LegalText(procedure="decret", procedure_version="", title_fr=TITLE, created_at=NOW, responsible_id=by.id)
    open_text(session, own, by=by, on=None, at=NOW, calendar=Calendar(), is_old_file=True)
    session.commit()

    output = terminal.run("remove-demonstration", answer="non\n", status=1).output

    assert f"Dont 1 texte(s) ouvert(s) depuis, avec ces comptes :\n« {TITLE} »\n" in output


def entrust(session: Session) -> str:
    drafter = session.exec(select(User).where(col(User.email).endswith(DOMAIN), User.role == "drafter")).first()
    assert drafter is not None
    open_real(session, drafter)
    return f"« {TITLE} » est confié à {drafter.name}."


def tie(session: Session) -> str:
    law = session.exec(select(LegalText).where(col(LegalText.section) == "lois")).first()
    assert law is not None
    real = open_real(session)
    session.add(Relation(text_id=real.id, kind=RelationKind.BASED_ON, target_id=law.id, citation="la loi"))
    return f"« {TITLE} » se rattache à « {law.title_fr} »."


def record(session: Session) -> str:
    found = session.exec(select(LegalText, Deadline).join(Deadline)).first()
    demonstrated = found[0] if found else session.exec(select(LegalText)).first()
    assert demonstrated is not None
    session.add(
        Step(
            text_id=demonstrated.id, number=demonstrated.last_step + 1, move="edit", by_id=person(session).id, at=NOW,
        )
    )  # fmt: skip
    return f"« {demonstrated.title_fr} » : une étape enregistrée par Mme Vraie."


def merge(session: Session) -> str:
    other = session.exec(select(LegalText)).first()
    assert other is not None
    open_real(session).merged_into_id = other.id
    return f"« {TITLE} » est réuni à « {other.title_fr} »."


def name(session: Session) -> str:
    by = person(session, f"cheffe{DOMAIN}")
    real = open_real(session)
    facts = {"responsible_id": str(by.id)}
    session.add(Step(text_id=real.id, number=2, move="assign", by_id=person(session).id, at=NOW, facts=facts))
    return f"« {TITLE} » nomme, dans une étape, un compte ou un texte de la démonstration."


def put_in_order(session: Session) -> str:
    """Let an account of the demonstration put in order the articles of a draft of another's text."""
    drafter = person(session, f"cheffe{DOMAIN}")
    real, given = open_real(session), Told("draft_fr")
    file = examine(french_file(), "projet.docx", largest_mb=1)
    attach(session, real, file, given, by=person(session), at=NOW, calendar=Calendar())
    draft = drafts_of(session, real, drafter)[0]
    put_right(session, real, draft, readings_of(session, [draft])[0], by=drafter, at=NOW)
    return f"« {TITLE} » a un projet dont les articles ont été mis en ordre par {drafter.name}."


def declare_final(session: Session) -> str:
    """Let an account of the demonstration declare a paper of another's text final."""
    head, real = person(session, f"cheffe{DOMAIN}"), open_real(session)
    asked(session, person(session), [real])[0].final_by_id = head.id
    return f"« {TITLE} » a un document déclaré final par {head.name}."


@pytest.mark.parametrize("hang", [entrust, tie, record, merge, name, put_in_order, declare_final])
def test_it_is_left_where_the_work_of_others_hangs_on_it(
    terminal: Terminal, session: Session, hang: Callable[[Session], str]
) -> None:
    words = hang(session)
    session.commit()
    before = rows(session)

    output = terminal.run("remove-demonstration", status=1).output

    assert words in output
    assert "Rien n'a été supprimé" in output
    assert rows(session) == before


def test_it_is_left_where_nobody_else_has_an_account(terminal: Terminal, session: Session) -> None:
    terminal.run("close-account", REAL)
    before = rows(session)

    assert "add-person" in terminal.run("remove-demonstration", status=1).output
    assert rows(session) == before
