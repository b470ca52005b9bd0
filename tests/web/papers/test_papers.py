"""Papers made and downloaded, and the table of legislative production as of any day."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from uuid import uuid4

import docx
import pytest
from docx.document import Document as Word
from flask import Flask
from werkzeug.test import TestResponse

from models import Document, DocumentStatus, LegalText, StoredFile
from tests.fixtures.databases import Database
from tests.fixtures.demonstration import NOW
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page, attribute
from tests.web.queries import queries
from tests.workflow.builders import File, moved
from web.serving import jobs
from workflow.register.papers import want_again


def word(response: TestResponse) -> Word:
    assert response.content_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return docx.Document(BytesIO(response.data))


def words_of(document: Word) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([paragraph.text for paragraph in document.paragraphs] + cells)


def papers(page: Page) -> list[str]:
    return page.all("#papers .two-lines li")


def first_link(page: Page) -> str:
    """Give the address of the paper that was made last."""
    return attribute(page.soup.select("#papers .two-lines li > a")[0], "href")


@pytest.mark.parametrize("label", ["Note interne", "Bordereau d’envoi au SGG", "Fiche de suivi"])
def test_each_paper_is_made_on_demand_and_opens_in_word(head: Browser, bill: LegalText, label: str) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), label)

    assert page.notes == [f"Le papier est prêt : « {label} »."]
    assert papers(page) == [f"{label} v1 situation au 1er déc. 2026 · modèle d’origine Ouvrir dans Word"]
    response = head.download(page.link("Ouvrir dans Word"))
    assert ".docx" in response.headers["Content-Disposition"]
    assert "violence" in words_of(word(response))


def test_the_slip_to_the_sgg_is_offered_until_the_council_has_dealt_with_it(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    def offered() -> list[str]:
        return head.get(f"/texts/{bill.id}").all(".make button")

    assert "Bordereau d’envoi au SGG" in offered()

    ministry.bring(bill, "refer_to_committee", "2026-11-20", chamber="representants")

    assert "Bordereau d’envoi au SGG" not in offered()


def test_a_paper_keeps_its_bytes_when_the_text_goes_on(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    page = head.press(head.get(f"/texts/{bill.id}"), "Fiche de suivi")
    first = page.link("Ouvrir dans Word")
    before = head.download(first).data
    ministry.clock.wait(timedelta(days=1))
    ministry.move(bill, "assign_drafter", "2026-12-01")

    page = head.press(head.get(f"/texts/{bill.id}"), "Fiche de suivi")

    assert head.download(first).data == before
    assert [line[:17] for line in papers(page)] == ["Fiche de suivi v2", "Fiche de suivi v1"]
    told = File.opened("projet_de_loi", moved("assign_drafter")).told
    assert told in words_of(word(head.download(first_link(page))))


def test_a_reader_downloads_but_does_not_make(
    browser: Browser, head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    browser.enter(ministry.people.reader)

    page = browser.get(f"/texts/{bill.id}")

    assert page.all("#papers button") == []
    assert word(browser.download(page.link("Ouvrir dans Word")))


def test_a_kind_that_does_not_exist_is_not_found(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    head.get("/account")

    for kind in ("tableau", "nothing", "", "\x00"):
        head.post(f"/texts/{bill.id}/papers", {"kind": kind}, status=404)

    assert ministry.count(Document) == 0
    head.get(f"/papers/{uuid4()}", status=404)


def test_a_paper_that_cannot_be_made_says_so_and_undoes_nothing(
    head: Browser, ministry: Ministry, bill: LegalText
) -> None:
    earlier = Document(
        text_id=bill.id, kind="note_interne", number=1, situation_on=date(2001, 1, 1), wanted_at=ministry.clock.at
    )
    ministry.add(earlier)
    ministry.move(bill, "assign_drafter", "2026-10-12")
    page = head.get(f"/texts/{bill.id}/moves/submit_for_validation")

    page = head.press(page, page.record, on_day="20", on_month="11", on_year="2026")

    assert page.notes == [ministry.told(bill)]
    first, second = sorted(papers(page))
    failed = ministry.read(Document, earlier.id)
    assert failed.status == DocumentStatus.FAILED
    assert first == f"Note interne v1 non produit {failed.error} Réessayer"
    assert second.startswith("Note interne v2 situation au")


def test_a_fault_outside_the_paper_is_said_in_words(
    head: Browser, bill: LegalText, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object, **_named: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("web.papers.production.make_paper", broken)

    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")

    assert page.notes == ["Le papier n’a pas encore pu être produit : un nouvel essai se fera dans quelques minutes."]


def test_papers_of_a_struck_step_are_marked(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    ministry.move(bill, "assign_drafter", "2026-10-12")
    page = head.get(f"/texts/{bill.id}/moves/submit_for_validation")
    head.press(page, page.record, on_day="20", on_month="11", on_year="2026")

    page = head.get(f"/texts/{bill.id}/steps/3/correct")
    page = head.press(page, "Enregistrer la correction", how="strike", reason="Pas encore.")

    assert papers(page)[0].startswith("Note interne v1 étape barrée situation au")


def test_a_paper_that_failed_is_tried_again(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    failed = Document(
        text_id=bill.id, kind="note_interne", number=1, situation_on=date(2026, 11, 30), wanted_at=ministry.clock.at,
        status=DocumentStatus.FAILED, error="Le disque était plein.",
    )  # fmt: skip
    ministry.add(failed)
    page = head.get(f"/texts/{bill.id}")
    assert papers(page) == ["Note interne v1 non produit Le disque était plein. Réessayer"]

    page = head.press(page, "Réessayer")

    assert page.notes == ["Le papier est prêt : « Note interne »."]
    assert papers(page) == ["Note interne v1 situation au 30 nov. 2026 · modèle d’origine Ouvrir dans Word"]
    with ministry.session() as session:
        want_again(session, failed, by=ministry.people.head)  # as a page read before it was made would ask
    assert ministry.read(Document, failed.id).status == DocumentStatus.MADE
    head.post(f"/papers/{failed.id}/retry")
    assert ministry.count(StoredFile) == 2  # the paper, and the template that made it


def test_a_paper_that_a_crash_left_is_made_later(app: Flask, ministry: Ministry, bill: LegalText) -> None:
    wanted = [
        Document(text_id=bill.id, kind=kind, number=1, situation_on=date(2026, 11, 30), wanted_at=at)
        for kind, at in (("note_interne", NOW - timedelta(minutes=2)), ("nothing", NOW - timedelta(minutes=3)))
    ]
    ministry.add(*wanted)

    for expected in (2, 0):
        with app.app_context():
            engine, settings = app.extensions["navette.engine"], app.extensions["navette.settings"]
            assert jobs.make_papers(engine, settings, clock=ministry.clock) == expected

    assert [ministry.read(Document, each.id).status for each in wanted] == ["made", "failed"]


def test_a_paper_asked_for_without_end_is_refused(head: Browser, ministry: Ministry, bill: LegalText) -> None:
    last = Document(
        text_id=bill.id, kind="note_interne", number=50, situation_on=date(2026, 11, 30), wanted_at=NOW,
        status=DocumentStatus.FAILED,
    )  # fmt: skip
    ministry.add(last)

    page = head.press(head.get(f"/texts/{bill.id}"), "Note interne")

    assert page.notes == ["Ce papier a déjà 50 versions pour ce texte : ouvrez la dernière."]
    assert ministry.count(Document) == 1
    assert head.press(page, "Fiche de suivi").notes == ["Le papier est prêt : « Fiche de suivi »."]


class TestTheTable:
    @pytest.fixture
    def database(self, demonstration: Database) -> Database:
        return demonstration

    @pytest.fixture
    def reader(self, browser: Browser) -> Browser:
        browser.sign_in("lectrice@demo.navette.ma")
        return browser

    def test_it_shows_a_past_day_as_the_ministry_published_it(self, reader: Browser) -> None:
        page = reader.get("/table?on=2015-12-31")

        assert "Situation au 31 décembre 2015" in page.text
        assert page.all("h2.group") == [
            "Projets de loi 6", "Projets de décrets 3", "Décrets 4", "Projets d’arrêtés 3", "Arrêtés 6",
        ]  # fmt: skip
        assert [page.value(f"on_{part}") for part in ("day", "month", "year")] == ["31", "12", "2015"]

    def test_it_shows_today_when_no_day_is_asked(self, reader: Browser) -> None:
        page = reader.get("/table")

        assert "Situation au 1er décembre 2026" in page.text
        assert page.all("h2.group")[:2] == ["Projets de loi 1", "Lois 5"]

    def test_another_day_is_asked_in_three_parts(self, reader: Browser) -> None:
        page = reader.press(reader.get("/table"), "Voir", on_day="31", on_month="12", on_year="2015")
        assert "Situation au 31 décembre 2015" in page.text

        page = reader.press(page, "Voir", on_day="", on_month="", on_year="2016")
        assert "Situation au 31 décembre 2016" in page.text

    def test_a_year_that_no_calendar_has_is_said(self, reader: Browser) -> None:
        assert "Cette date n’existe pas" in reader.get(f"/table?on_year={'9' * 11}", status=422).text

    @pytest.mark.parametrize("on", ["2026-12-02", "2027-01", "2027", "9999-12-31"])
    def test_a_day_to_come_is_refused(self, reader: Browser, on: str) -> None:
        for form in ("", "csv", "docx"):
            page = reader.get(f"/table?on={on}&format={form}", status=422)

            said = "Cette date est à venir, et nul ne sait où en seront les textes ; voici la situation d’aujourd’hui."
            assert page.reasons == [said]
            assert "Situation au 1er décembre 2026" in page.text

    def test_a_year_that_is_not_over_is_read_today(self, reader: Browser) -> None:
        assert "Situation au 1er décembre 2026" in reader.get("/table?on=2026").text

    @pytest.mark.parametrize("on", ["2015-02-30", "2015-13", "hier", "²", "\x00", "0000", "12015"])
    def test_a_day_that_does_not_exist_is_said(self, reader: Browser, on: str) -> None:
        page = reader.get(f"/table?on={on}", status=422)

        assert page.reasons == ["Cette date n’existe pas dans le calendrier ; voici la situation d’aujourd’hui."]
        assert "Situation au 1er décembre 2026" in page.text

    @pytest.mark.parametrize("form", ["", "docx", "csv"])
    def test_no_file_of_another_day_is_given_in_its_place(self, reader: Browser, form: str) -> None:
        reader.get(f"/table?on=2025-02-31&format={form}", status=422)

        page = reader.get(f"/table?on_year=99999&format={form}", status=422)

        assert page.reasons[0].startswith("Cette date n’existe pas dans le calendrier")
        assert page.value("on_year") == "99999"

    def test_a_day_before_any_text_is_empty(self, reader: Browser) -> None:
        for on in ("1950", "0001-01-01"):
            assert "Aucun texte n’était ouvert à cette date." in reader.get(f"/table?on={on}").text

    def test_it_opens_in_word(self, reader: Browser) -> None:
        page = reader.get("/table?on=2015-12-31")

        response = reader.download(page.link("Ouvrir dans Word"))

        assert "2015-12-31" in response.headers["Content-Disposition"]
        assert BILL in words_of(word(response))

    def test_it_opens_in_a_spreadsheet(self, reader: Browser) -> None:
        page = reader.get("/table?on=2015-12-31")

        response = reader.download(page.link("Tableur"))

        rows = list(csv.reader(StringIO(response.data.decode("utf-8-sig")), delimiter=";"))
        assert response.mimetype == "text/csv"
        assert rows[0][:4] == ["Rubrique", "Numéro", "Objet", "État"]
        assert len(rows) == 23
        assert rows[2][2] == BILL

    def test_two_queries_are_enough_for_the_rows(self, app: Flask, reader: Browser) -> None:
        with queries(app) as sent:
            reader.get("/table")

        assert sum("FROM legal_text" in statement for statement in sent) == 1
        assert sum("FROM step" in statement for statement in sent) == 1


def test_papers_are_kept_apart_from_lists(app: Flask, head: Browser, ministry: Ministry, bill: LegalText) -> None:
    head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    assert ministry.count(StoredFile) == 2

    with queries(app) as sent:
        head.get(f"/texts/{bill.id}")

    assert not any("stored_file" in statement for statement in sent)
