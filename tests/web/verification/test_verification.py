"""Whoever holds a paper may verify it, and learns nothing of its text; readers of texts learn where it comes from."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from flask import Flask
from sqlmodel import select

from documents.templates import factory
from models import Document, LegalText, SignInFailure, StoredFile, keep_bytes
from tests.web.browser import Browser
from tests.web.ministry import BILL, Ministry
from tests.web.page import Page
from web.account.passwords import WINDOW
from web.verification.guesses import _MOST

STILL, MOVED = "Le texte en est toujours au même point.", "Le texte a avancé : le document ne dit plus sa situation"
UNKNOWN = "Aucun document produit ne porte ce code."


@pytest.fixture
def paper(head: Browser, ministry: Ministry, bill: LegalText) -> Document:
    head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    return papers(ministry)[-1]


@pytest.fixture
def stranger(app: Flask) -> Browser:
    return Browser(app)


def the_text(ministry: Ministry) -> LegalText:
    """Give the text of the papers, as it stands."""
    with ministry.session() as session:
        return session.exec(select(LegalText)).one()


def papers(ministry: Ministry) -> list[Document]:
    with ministry.session() as session:
        return list(session.exec(select(Document).order_by(Document.number)))  # type: ignore[arg-type]


def content_of(ministry: Ministry, paper: Document) -> bytes:
    with ministry.session() as session:
        return session.get_one(StoredFile, paper.sha256).content


def verify(browser: Browser, paper: Document, *, status: int = 200) -> Page:
    return browser.get(f"/v/{paper.code}", status=status)


def test_a_stranger_learns_what_the_paper_is_and_nothing_of_its_text(
    stranger: Browser, ministry: Ministry, paper: Document, bill: LegalText
) -> None:
    page = verify(stranger, paper)

    code = f"{paper.code[:4]}-{paper.code[4:8]}-{paper.code[8:]}"
    for told in ("Ce code est celui d’un document produit par le ministère.",
                 "Note interne, en français, version 1 (non finale)",
                 "1er déc. 2026", "وزارة التضامن والإدماج الاجتماعي والأسرة", STILL, str(paper.sha256)):  # fmt: skip
        assert told in page.text, told
    assert code in page.text.replace("\u2011", "-")
    for kept in (BILL, ministry.people.head.name, str(bill.id), "Modèle", "modèle", bill.sentence_fr):
        assert kept not in str(page.soup), kept


def test_who_may_read_texts_is_told_where_it_comes_from(
    head: Browser, ministry: Ministry, paper: Document, bill: LegalText
) -> None:
    page = verify(head, paper)

    assert page.link(BILL) == f"/texts/{bill.id}"
    template = head.download(page.link("modèle d’origine"))
    assert template.data == factory("note_interne", "fr").content
    assert f"par {ministry.people.head.name}, 1er déc. 2026" in page.text
    assert "la situation telle qu’elle était le 1er décembre 2026" in page.text
    assert "Où en est le texte aujourd’hui" not in page.text


def test_a_paper_says_whether_the_text_has_moved_since(
    stranger: Browser, head: Browser, ministry: Ministry, paper: Document
) -> None:
    bill = the_text(ministry)
    assert MOVED not in verify(stranger, paper).text

    ministry.clock.wait(timedelta(minutes=1))
    ministry.bring(bill, "assign_drafter", "2026-11-19")

    assert MOVED in verify(stranger, paper).text
    with ministry.session() as session:
        now = session.get_one(LegalText, bill.id).sentence_fr
    assert f"Où en est le texte aujourd’hui {now}" in verify(head, paper).text.replace("\n", " ")


def test_a_paper_says_that_it_is_not_the_last_nor_the_final_one(
    stranger: Browser, head: Browser, ministry: Ministry, paper: Document
) -> None:
    bill = the_text(ministry)
    assert "Une version plus récente existe." not in verify(stranger, paper).text
    head.press(head.get(f"/texts/{bill.id}"), "Note interne")
    with ministry.session() as session:
        session.get_one(Document, paper.id).final_at = ministry.clock.at
        session.exec(select(Document).where(Document.number == 2)).one().edited_from = 1
    first, second = papers(ministry)

    told = verify(stranger, first).text

    assert "Une version plus récente existe." in told
    assert "version 1 (finale)" in told
    assert "produit par le ministère, puis complété à la main et rendu." in verify(stranger, second).text


@pytest.mark.parametrize("way", [str.lower, lambda code: f" {code[:4]}-{code[4:8]} {code[8:]} "])
def test_a_code_may_be_typed_by_hand(stranger: Browser, paper: Document, way: object) -> None:
    page = stranger.get("/v/")

    found = stranger.press(page, "Vérifier", code=way(paper.code))  # type: ignore[operator]

    assert str(paper.sha256) in found.text


def test_an_unknown_code_is_told_in_the_same_words_whatever_it_is(
    stranger: Browser, ministry: Ministry, paper: Document
) -> None:
    with ministry.session() as session:
        session.get_one(Document, paper.id).status = "failed"

    pages = [stranger.get(f"/v/{code}", status=404) for code in (paper.code, "ZZZZZZZZZZZZ", "é", "7" * 300)]

    assert [UNKNOWN in page.text for page in pages] == [True] * 4
    assert len({page.text for page in pages}) == 1


def test_whoever_guesses_too_often_is_sent_away_for_a_while(
    stranger: Browser, ministry: Ministry, paper: Document
) -> None:
    ministry.add(*(SignInFailure(key="code:127.0.0.1", at=ministry.clock.at) for _ in range(_MOST - 1)))
    stranger.get("/v/ZZZZZZZZZZZZ", status=404)

    assert verify(stranger, paper, status=429).h1.text == "Trop d’essais"

    ministry.clock.wait(WINDOW)
    assert STILL in verify(stranger, paper).text


@pytest.mark.parametrize("end", [b"", b"x"])
def test_a_file_is_compared_and_not_kept(stranger: Browser, ministry: Ministry, paper: Document, end: bytes) -> None:
    said = "Ce fichier n’est pas celui qui a été produit" if end else "Ce fichier est bien celui qui a été produit."
    sent = content_of(ministry, paper) + end
    verify(stranger, paper)

    answer = stranger.client.post(
        f"/v/{paper.code}", data={"csrf_token": stranger.token, "file": (BytesIO(sent), "note.docx")}
    )

    assert answer.status_code == 200
    assert said in Page(answer).text
    with ministry.session() as session:
        kept = session.get(StoredFile, sha256(sent).hexdigest())
    assert (kept is None) == bool(end)


def test_the_pdf_that_was_given_of_a_paper_is_that_paper(
    stranger: Browser, ministry: Ministry, paper: Document
) -> None:
    with ministry.session() as session:
        session.get_one(Document, paper.id).pdf_sha256 = keep_bytes(session, b"%PDF-1.6 of the paper")
        session.commit()
    verify(stranger, paper)

    def said(sent: bytes) -> str:
        data = {"csrf_token": stranger.token, "file": (BytesIO(sent), "note.pdf")}
        return Page(stranger.client.post(f"/v/{paper.code}", data=data)).text

    assert "Ce fichier est bien celui qui a été produit." in said(b"%PDF-1.6 of the paper")
    assert "Ce fichier n’est pas celui qui a été produit" in said(b"%PDF-1.6 of another paper")


def test_no_file_is_asked_for_again(stranger: Browser, paper: Document) -> None:
    page = stranger.press(verify(stranger, paper), "Comparer", status=422)

    assert "Choisissez d’abord un fichier." in page.text


def test_a_large_file_may_be_compared_and_a_larger_one_is_refused(stranger: Browser, paper: Document) -> None:
    verify(stranger, paper)

    def sent(size: int) -> int:
        # Written by hand: the client would leave a file open.
        fields = (("csrf_token", stranger.token.encode()), ('file"; filename="a.docx', bytes(size)))
        parts = [f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + told + b"\r\n"
                 for name, told in fields]  # fmt: skip
        body = b"".join(parts) + b"--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return stranger.client.post(f"/v/{paper.code}", data=body, content_type=kind).status_code

    assert (sent(24_000_000), sent(27_000_000)) == (200, 413)


def test_no_machine_keeps_nor_lists_the_page(stranger: Browser, paper: Document) -> None:
    for path in ("/v/", f"/v/{paper.code}", "/v/ZZZZZZZZZZZZ"):
        headers = stranger.client.get(path).headers
        assert (headers["Cache-Control"], headers["X-Robots-Tag"]) == ("no-store", "noindex"), path


def test_a_paper_of_a_struck_step_says_so(
    stranger: Browser, head: Browser, ministry: Ministry, paper: Document
) -> None:
    bill = the_text(ministry)
    ministry.bring(bill, "assign_drafter", "2026-11-19")
    step_id = ministry.steps(bill)[-1].id
    with ministry.session() as session:
        session.get_one(Document, paper.id).step_id = step_id
    said = "L’étape dont il découle a été annulée depuis"
    assert said not in verify(stranger, paper).text
    assert "une étape annulée depuis" not in verify(head, paper).text

    number = ministry.steps(bill)[-1].number
    with ministry.desk() as desk:
        desk.correct(desk.session.get_one(LegalText, bill.id), number)

    assert said in verify(stranger, paper).text
    assert "une étape annulée depuis" in verify(head, paper).text
