"""Papers declared final and signed, and given as PDF."""

import logging
from dataclasses import replace

import pytest
from flask import Flask

from documents import catalogue
from documents import pdf as office
from documents.case import Case
from documents.kind import Fields
from documents.language import Language
from documents.missing import missing
from models import Document, LegalText, keep_bytes
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.web.papers.desk import Desk, as_written, commented, hrefs, rewritten
from tests.workflow.behind import other_bytes, tamper
from tests.workflow.pieces.made_files import pdf, word
from workflow.history.signatures import still_expected

OFFICE = pytest.mark.skipif(not office.is_installed(), reason="needs LibreOffice")
SCAN = (pdf("signé"), "scan.pdf")
DAY = {"on_day": "30", "on_month": "11", "on_year": "2026"}


@pytest.fixture
def desk(head: Browser, ministry: Ministry, bill: LegalText) -> Desk:
    return Desk(head, ministry, bill)


@pytest.fixture
def order(head: Browser, ministry: Ministry) -> Desk:
    """Give the desk of an order that two ministers have to sign."""
    text = ministry.bring(ministry.open("Arrêté à plusieurs", "arrete_conjoint"), "send_to_signature")
    ministry.move(text, "name_signatories", signatories="Ministre A\nministry_of_justice")
    return Desk(head, ministry, text)


def awaited(desk: Desk) -> list[str]:
    with desk.ministry.desk() as workflow:
        return list(still_expected(workflow.standing(workflow.session.get_one(LegalText, desk.text.id)).situation))


def sign(desk: Desk, typed: dict[str, str] | None = None, *, page: Page | None = None, status: int = 200) -> Page:
    page = page or desk.browser.get(hrefs(desk.page(), "Joindre la version signée")[0])
    files = [] if page.named("kept") else [SCAN]
    return desk.browser.upload(page, "Joindre", "file", *files, typed=typed, status=status)


def test_a_version_is_declared_final_by_a_person_at_a_moment(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    desk.send(rewritten(desk.make()))

    page = desk.declare(2)

    assert page.notes == ["C’est la version finale : Note interne, en français, version 2."]
    said = f"déclarée finale par {ministry.people.head.name}, 1er déc. 2026 à 09:00"
    assert [said in row for row in desk.rows(page)] == [False, True, False]
    assert [row.split()[2] for row in desk.rows(page)] == ["modifiée", "finale", "situation"]
    page = desk.declare(3)
    assert [row.split()[2] for row in desk.rows(page)] == ["finale", "situation", "situation"]
    assert f"{said} (une autre l’a été depuis)" in desk.rows(page)[1]
    assert "finale" in desk.browser.get(f"/texts/{desk.text.id}").all("#papers .two-lines li")[0]


@pytest.mark.parametrize(
    ("count", "words", "said"),
    [
        (1, "À compléter : la date", "un commentaire de Navette y signale encore"),
        (3, "À compléter : la date", "3 commentaires de Navette y signalent encore"),
        (2, "يستكمل: التاريخ", "2 commentaires de Navette y signalent encore"),
    ],
)
def test_a_paper_that_asks_to_be_completed_is_not_final(desk: Desk, count: int, words: str, said: str) -> None:
    desk.send(commented(as_written(desk.make()), count, words=words))

    page = desk.declare(2, status=422)

    assert said in page.reasons[0]
    assert [each.final_at for each in desk.kept()] == [None, None]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_paper_that_navette_could_not_fill_is_not_final(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    note = catalogue.KINDS["note_interne"]

    def without_subject(case: Case, language: Language) -> Fields:
        return note.context(case, language) | {"objet": missing("l’objet", "الموضوع")}

    monkeypatch.setitem(catalogue.KINDS, "note_interne", replace(note, context=without_subject))
    desk.make(language=language)

    assert "un commentaire de Navette y signale encore" in desk.declare(1, status=422).reasons[0]


@pytest.mark.parametrize(
    ("author", "words"), [("Youssef", "À compléter : la date"), ("Navette", "Formulation provisoire : à vérifier")]
)
def test_other_comments_stop_nobody(desk: Desk, author: str, words: str) -> None:
    desk.send(commented(as_written(desk.make()), 2, author=author, words=words))

    assert desk.declare(2).notes == ["C’est la version finale : Note interne, en français, version 2."]


def test_a_version_declared_final_twice_is_said(desk: Desk) -> None:
    desk.make()
    page = desk.page()
    desk.declare(1)

    page = desk.browser.press(page, "Déclarer finale : version 1", status=422)

    assert page.reasons == ["La version 1 est déjà la version finale."]


def test_lost_bytes_are_not_declared_final(app: Flask, desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.make()
    page = desk.page()
    engine = app.extensions["navette.engine"]
    tamper(engine, other_bytes(engine))

    with caplog.at_level(logging.ERROR):
        refused = desk.browser.press(page, "Déclarer finale : version 1", status=500)

    assert refused.h1.text == "Ce papier n’est plus celui qui a été produit"


def test_from_the_paper_made_to_the_scan_that_closes_a_signature(order: Desk) -> None:
    made = order.make("note_interne")
    version = order.kept()[-1].number
    page = order.send(rewritten(made))
    assert page.notes == [f"C’est enregistré : Note interne, en français, version {version + 1}."]
    order.declare(version + 1)

    page = sign(order, {"signatory": "ministry_of_justice", **DAY})

    assert page.notes == [f"La version signée est jointe : Note interne, en français, version {version + 1}."]
    assert awaited(order) == ["Ministre A"]
    assert "version 2 finale signée modifiée à la main" in order.rows(page)[0]
    (scan,) = hrefs(page, "version signée")
    assert order.browser.download(scan).data == SCAN[0]
    told = [step.move for step in order.ministry.steps(order.text)][-2:]
    assert told == ["collect_signature", "attach_piece"]
    assert "Version signée numérisée" in order.browser.get(f"/texts/{order.text.id}/pieces").text


def test_a_scan_may_be_attached_that_closes_no_signature(desk: Desk) -> None:
    desk.make()
    desk.declare(1)

    page = sign(desk)

    assert page.notes == ["La version signée est jointe : Note interne, en français, version 1."]
    assert len(hrefs(page, "version signée")) == 1


def test_what_was_chosen_and_typed_stays_where_the_form_is_refused(order: Desk) -> None:
    order.make()
    order.declare(order.kept()[-1].number)

    page = sign(order, {"signatory": "Ministre A"}, status=422)
    assert page.all(".wrong") == ["Donnez le jour de la signature."]
    assert "scan.pdf" in page.text
    page = sign(order, {**DAY, "on_year": "2099"}, page=page, status=422)
    assert page.all(".wrong") == ["Cette date est dans l’avenir."]
    assert (page.value("signatory"), page.value("on_year")) == ("Ministre A", "2099")
    assert awaited(order) == ["Ministre A", "ministry_of_justice"]
    page = sign(order, DAY, page=page)

    assert awaited(order) == ["ministry_of_justice"]
    assert len(hrefs(page, "version signée")) == 1


def test_a_step_recorded_meanwhile_is_said_and_nothing_is_lost(order: Desk, ministry: Ministry) -> None:
    order.make()
    order.declare(order.kept()[-1].number)
    page = order.browser.get(hrefs(order.page(), "Joindre la version signée")[0])
    ministry.move(order.text, "expect_signature", signatory="Ministre A", expected_on="2026-12-20")

    page = sign(order, {"signatory": "Ministre A", **DAY}, page=page, status=409)

    assert page.reasons == [
        "Quelqu’un a enregistré autre chose dans ce dossier au même moment : vérifiez, puis envoyez de nouveau."
    ]
    sign(order, page=page)
    assert awaited(order) == ["ministry_of_justice"]


def test_a_word_file_is_no_scan(desk: Desk) -> None:
    desk.make()
    desk.declare(1)
    page = desk.browser.get(hrefs(desk.page(), "Joindre la version signée")[0])

    page = desk.browser.upload(page, "Joindre", "file", (word("a"), "a.docx"), status=422)

    assert page.reasons == ["La version signée est un PDF ou une image ; ce fichier est un document Word."]


def test_the_pdf_that_was_given_of_a_paper_is_no_scan_of_it_signed(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    desk.declare(1)
    final = desk.kept()[0].id
    with ministry.session() as session:
        session.get_one(Document, final).pdf_sha256 = keep_bytes(session, SCAN[0])
    page = sign(desk, status=422)

    assert page.reasons == ["Ce fichier est le PDF que Navette a donné de ce papier : il ne porte aucune signature."]
    assert desk.kept()[0].signed_version_id is None


def test_a_scan_whose_step_is_struck_is_not_shown(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    desk.declare(1)
    sign(desk)
    page = desk.browser.get(f"/texts/{desk.text.id}/steps/{len(ministry.steps(desk.text))}/correct")
    desk.browser.press(page, "Enregistrer la correction", reason="Pas le bon fichier.")

    assert hrefs(desk.page(), "version signée") == []


@OFFICE
def test_a_pdf_is_made_once_and_kept(desk: Desk, ministry: Ministry) -> None:
    desk.make()
    (link,) = hrefs(desk.page(), "PDF")

    response = desk.browser.download(link)

    kept = desk.kept()[0].pdf_sha256
    assert response.mimetype == "application/pdf"
    assert response.data.startswith(b"%PDF-")
    assert "_note_interne_fr_v1.pdf" in response.headers["Content-Disposition"]
    assert desk.browser.download(link).data == response.data
    assert (kept is not None, desk.kept()[0].pdf_sha256) == (True, kept)
    assert ministry.count(Document) == 1


def test_where_libreoffice_is_not_installed_the_page_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.make()
    monkeypatch.setenv("PATH", "/nowhere")

    page = desk.page()

    assert "PDF : LibreOffice n’est pas installé sur le serveur." in page.text
    assert hrefs(page, "PDF") == []
    page = desk.browser.get(f"/papers/{desk.kept()[0].id}/pdf", status=503)
    assert "LibreOffice n’est pas installé sur le serveur." in page.text
