"""What failed, on one page: why, since when, and the button that tries it again."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask import Flask

from models import (
    Document,
    DocumentStatus,
    DraftReading,
    LegalText,
    Message,
    MessageStatus,
    PaperJob,
    Role,
)
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.web.pieces.conftest import Registry
from tests.web.queries import queries
from tests.workflow.pieces.made_files import word
from web.serving import jobs
from web.serving.last_runs import note_reminders
from workflow.language.typography import shortened
from workflow.register.pieces import Told

PAGE = "/administration/failures"
NOTHING = "Rien n’a échoué : les courriels partent, les papiers demandés sont produits, les projets joints sont lus."
DRAFT = word("Article premier", "La présente loi fixe les règles.", "Article 2", "Elle entre en vigueur demain.")


def mails(ministry: Ministry, *statuses: MessageStatus, written: datetime | None = None) -> list[Message]:
    at = written or ministry.clock.at
    found = [
        Message(
            key=f"{status}-{place}", person_id=ministry.people.alice.id, address="old@ministere.test", plain="x",
            subject=f"Échéance {place}", html="x", status=status, error="Boîte <pleine>.", attempts=3,
            created_at=at + timedelta(seconds=place), next_try_at=at,
        )
        for place, status in enumerate(statuses)
    ]  # fmt: skip
    ministry.add(*found)
    return found


def paper(ministry: Ministry, text: LegalText, job: PaperJob | None = None) -> Document:
    found = Document(
        text_id=text.id, kind="note_interne", number=1 if job is None else 2, situation_on=ministry.clock.at.date(),
        wanted_at=ministry.clock.at, status=DocumentStatus.FAILED, error="Le disque était plein.",
        job_id=job.id if job else None,
    )  # fmt: skip
    ministry.add(found)
    return found


def job(ministry: Ministry) -> PaperJob:
    found = PaperJob(label="Conseil du 17 mars", asked=3, by_id=ministry.people.head.id, at=ministry.clock.at)
    ministry.add(found)
    return found


def broken(file: bytes) -> bytes:
    """Cut short what a Word file says."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as whole, ZipFile(out, "w") as cut:
        for name in whole.namelist():
            cut.writestr(name, whole.read(name)[: 200 if name == "word/document.xml" else None])
    return out.getvalue()


def row(page: Page, section: str) -> str:
    (found,) = page.all(f"section[aria-labelledby={section}] tbody tr")
    return found


def test_nothing_failed(head: Browser) -> None:
    page = head.get(PAGE)

    assert page.all(".lede") == [NOTHING]
    assert page.soup.select("main form") == []


@pytest.mark.parametrize("role", Role)
def test_it_is_for_those_who_lead_and_who_administer(app: Flask, ministry: Ministry, role: Role) -> None:
    browser = Browser(app)
    browser.enter(ministry.people.with_role(role))
    leads = role in {Role.HEAD, Role.DIRECTOR, Role.SECRETARY_GENERAL, Role.ADMINISTRATOR}

    browser.get(PAGE, status=200 if leads else 403)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_mails_given_up_are_tried_again_all_at_once_at_the_address_of_today(head: Browser, ministry: Ministry) -> None:
    found = mails(ministry, *[MessageStatus.FAILED] * 25, MessageStatus.SENT)
    page = head.get(PAGE)
    assert page.all("#mails bdi") == ["25"]
    assert len(page.all("section[aria-labelledby=mails] tbody tr")) == 20
    assert "Boîte <pleine>." in page.text

    page = head.press(page, "Réessayer tous les courriels abandonnés")

    assert page.notes == ["25 courriels sont de nouveau en attente ; ils partiront dans les minutes qui viennent."]
    assert page.all(".lede") == [NOTHING]
    again = [ministry.read(Message, each.id) for each in found]
    assert {(each.status, each.attempts, each.error, each.address) for each in again[:-1]} == {
        ("waiting", 0, "", "alice@ministere.test")
    }
    assert (again[-1].status, again[-1].address) == ("sent", "old@ministere.test")


def test_one_mail_is_tried_again(head: Browser, ministry: Ministry) -> None:
    mails(ministry, MessageStatus.FAILED)

    page = head.press(head.get(PAGE), "Réessayer : Échéance 0")

    assert (page.url, page.all(".lede")) == (PAGE, [NOTHING])


@pytest.mark.parametrize(("waited", "told"), [(timedelta(hours=1), 0), (timedelta(hours=3), 1)])
def test_a_mail_that_waits_too_long_is_told(head: Browser, ministry: Ministry, waited: timedelta, told: int) -> None:
    mails(ministry, MessageStatus.WAITING, written=ministry.clock.at - waited)

    assert len(head.get(PAGE).all("section[aria-labelledby=late] tbody tr")) == told


def test_a_mail_that_waits_is_put_first_in_line_and_one_that_has_left_stays(head: Browser, ministry: Ministry) -> None:
    (late,) = mails(ministry, MessageStatus.WAITING, written=ministry.clock.at - timedelta(hours=3))
    page = head.get(PAGE)
    ministry.clock.wait(timedelta(minutes=1))

    tried = head.press(page, "Essayer maintenant : Échéance 0")

    assert tried.notes == ["Le courriel est de nouveau en attente ; il partira dans les minutes qui viennent."]
    again = ministry.read(Message, late.id)
    assert (again.next_try_at, again.attempts, again.error) == (ministry.clock.at, 0, "")
    assert "Aucun essai n’a échoué" in row(tried, "late")
    with ministry.session() as session:
        session.get_one(Message, late.id).status = MessageStatus.SENT
    assert head.press(page, "Essayer maintenant : Échéance 0").notes == [
        "Ce courriel est déjà parti, ou part à l’instant."
    ]


def test_a_paper_that_was_not_made_is_made_again(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    failed = paper(ministry, bill)
    page = head.get(PAGE)
    assert row(page, "papers").startswith(f"Note interne {bill.title_fr[:60]}")
    assert "Le disque était plein." in row(page, "papers")

    page = head.press(page, f"Réessayer : Note interne, {shortened(bill.title_fr, 60)}")

    assert (page.url, page.all(".lede")) == (PAGE, [NOTHING])
    assert ministry.read(Document, failed.id).status == DocumentStatus.MADE


def test_whoever_administers_sees_a_paper_and_makes_none(app: Flask, ministry: Ministry, bill: LegalText) -> None:
    paper(ministry, bill)
    administrator = Browser(app)
    administrator.enter(ministry.people.administrator)

    page = administrator.get(PAGE)

    assert "Le disque était plein." in row(page, "papers")
    assert page.soup.select("main form") == []


def test_papers_asked_for_together_are_one_line(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    asked = job(ministry)
    failed = paper(ministry, bill, asked)
    page = head.get(PAGE)
    assert row(page, "jobs").startswith("Conseil du 17 mars 1 sur 3")
    assert page.soup.select("#papers") == []

    page = head.press(page, "Réessayer : Conseil du 17 mars")

    assert page.url == f"/papers/jobs/{asked.id}"
    assert ministry.read(Document, failed.id).status == DocumentStatus.WANTED


@pytest.fixture
def registry(ministry: Ministry, bill: LegalText) -> Registry:
    return Registry(ministry, bill)


@pytest.mark.parametrize("where", ["failures", "pieces"])
def test_a_draft_that_was_not_read_is_read_again(
    head: Browser, ministry: Ministry, registry: Registry, bill: LegalText, *, where: str
) -> None:
    version = registry.attach(Told("draft_fr"), (DRAFT, "projet.docx"))  # without what its reading gives
    assert ministry.count(DraftReading) == 0
    page = head.get(PAGE if where == "failures" else registry.path)

    page = head.press(page, f"Lire de nouveau : {version.file_name}")

    assert page.notes == ["Le fichier est lu : ses articles et ses mots se retrouvent maintenant dans le texte."]
    assert "Lire de nouveau" not in page.text
    assert "Article 2" in head.get(f"/texts/{bill.id}/articles").text
    head.post(f"{registry.path}/{version.id}/read")
    assert ministry.count(DraftReading) == 1


def test_a_file_whose_reading_gives_nothing_says_what_to_do(head: Browser, registry: Registry) -> None:
    version = registry.attach(Told("draft_fr"), (broken(DRAFT), "projet.docx"))

    page = head.press(head.get(registry.path), f"Lire de nouveau : {version.file_name}")

    assert page.notes[0].startswith("La lecture n’a rien donné de plus")


@pytest.mark.parametrize("kind", ["annex", "draft_fr"])
def test_only_drafts_are_asked_for_articles(head: Browser, registry: Registry, kind: str) -> None:
    registry.attach(Told(kind, title="Annexe"), (DRAFT, "projet.docx"))

    assert ("Lire de nouveau" in head.get(registry.path).text) is (kind == "draft_fr")


def test_a_confidential_draft_is_shown_to_those_who_may_read_it(
    head: Browser, app: Flask, ministry: Ministry, registry: Registry
) -> None:
    version = registry.attach(Told("draft_fr", confidential=True), (DRAFT, "projet.docx"))
    administrator = Browser(app)
    administrator.enter(ministry.people.administrator)

    assert version.file_name in head.get(PAGE).text
    assert administrator.get(PAGE).all(".lede") == [NOTHING]


@pytest.mark.parametrize(
    ("days", "missed"),
    # It is Tuesday 1 December: the working day before is Monday 30 November.
    [(0, False), (1, False), (2, True), (4, True)],
)
def test_reminders_that_did_not_run_the_working_day_before_are_told(
    head: Browser, app: Flask, ministry: Ministry, *, days: int, missed: bool
) -> None:
    var: Path = app.extensions["navette.settings"].var
    note_reminders(var, ministry.clock.at - timedelta(days=days))

    words = "Ceux du 30 novembre 2026 n’ont pas été écrits" in head.get(PAGE).text

    (var / "last_reminders").unlink()
    assert words is missed


def test_the_reminders_of_the_day_note_when_they_ran(app: Flask, head: Browser, ministry: Ministry) -> None:
    settings = app.extensions["navette.settings"]

    jobs.remind(ministry.engine, settings, at=ministry.clock.at)

    assert "Écrits pour la dernière fois le 1er déc. 2026 à 09:00" in head.get(PAGE).text
    (settings.var / "last_reminders").unlink()


@pytest.mark.parametrize("is_sealed", [False, True])
def test_days_that_are_over_and_not_sealed_are_told(
    head: Browser, ministry: Ministry, bill: LegalText, *, is_sealed: bool
) -> None:
    ministry.clock.wait(timedelta(days=2))
    if is_sealed:
        jobs.seal(ministry.engine, at=ministry.clock.at)

    page = head.get(PAGE)

    assert ("depuis le 1er décembre 2026 n’est pas scellé" in page.text) is not is_sealed
    assert ("Dernier jour scellé : 1er décembre 2026." in page.text) is is_sealed
    assert bill.last_step == 1


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
def test_the_page_costs_as_many_queries_whatever_failed(
    app: Flask, head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    Registry(ministry, bill).attach(Told("draft_fr"), (DRAFT, "a.docx"))
    asked = job(ministry)
    paper(ministry, bill), paper(ministry, bill, asked)
    mails(ministry, MessageStatus.FAILED)
    with queries(app) as few:
        head.get(PAGE)
    mails(ministry, *[MessageStatus.SENDING] * 5, written=ministry.clock.at - timedelta(days=1))
    Registry(ministry, bill).attach(Told("draft_fr"), (DRAFT, "b.docx"))
    with queries(app) as many:
        head.get(PAGE)

    assert len(many) <= len(few) + 1
