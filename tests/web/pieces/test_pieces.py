"""Pieces of a text as they are listed, filtered and given back, and to whom."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import Engine

from models import LegalText, Role
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page_rules import HEADERS
from tests.web.pieces.conftest import Registry
from tests.web.queries import queries
from tests.workflow.behind import other_bytes, tamper
from tests.workflow.builders import PIECES
from tests.workflow.pieces.made_files import pdf, png, word
from workflow.people.permissions import HOLDERS, Right
from workflow.register.pieces import Told

ALL = "Toutes les pièces"


def of_role(app: Flask, ministry: Ministry, role: Role) -> Browser:
    browser = Browser(app)
    browser.enter(ministry.people.with_role(role))
    return browser


def test_the_page_of_a_text_shows_its_last_pieces(head: Browser, registry: Registry, bill: LegalText) -> None:
    page = head.get(f"/texts/{bill.id}")
    assert page.all("#pieces") == []
    assert page.link("Joindre une pièce") == f"/texts/{bill.id}/pieces/new"
    first = registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))
    for rank in range(5):
        registry.attach(Told("letter_in", title=f"Lettre {rank}"), (pdf(str(rank)), f"{rank}.pdf"))
    registry.attach(Told("", of=first.piece_id), (png(3), "plan 2.png"))

    page = head.get(f"/texts/{bill.id}")

    assert page.one("#pieces h2").text == "Pièces 6"
    rows = page.all("#pieces li")
    assert len(rows) == 5
    assert rows[0].replace("\xa0", " ") == "Annexe « Plan » v2 1er déc. 2026 à 09:00, Head plan 2.png"
    assert page.link(ALL) == registry.path


def test_pieces_are_grouped_by_kind_with_every_version_and_filtered(head: Browser, registry: Registry) -> None:
    first = registry.attach(Told("draft_ar"), (word("a"), "مشروع.docx"))
    registry.attach(Told("annex"), (png(), "plan.png"))
    registry.attach(Told("", of=first.piece_id), (word("b"), "مشروع 2.docx"))

    page = head.get(registry.path)

    assert page.all("h2.group") == ["Projet en arabe", "Annexe"]
    assert page.all("td a bdi") == ["مشروع 2.docx", "مشروع.docx", "plan.png"]
    assert page.all("nav.tags a") == ["toutes (3)", "projet en arabe (2)", "annexe (1)"]
    page = head.follow(page, "annexe (1)")
    assert page.all("h2.group") == ["Annexe"]
    assert page.all("nav.tags [aria-current]") == ["annexe (1)"]
    assert head.get(f"{registry.path}?kind=nonsense").all("h2.group") == ["Projet en arabe", "Annexe"]


def test_the_page_says_which_version_went_where(head: Browser, ministry: Ministry) -> None:
    registry = Registry(ministry, ministry.open(on="2026-10-05", title_ar="مشروع قانون"))
    bill = registry.text
    first = registry.attach(Told("draft_ar"), (word("a"), "projet 1.docx"))
    ministry.bring(bill, "submit_for_validation", "2026-11-02")
    ministry.move(bill, "validate", "2026-11-03", pieces=PIECES)
    registry.attach(Told("", of=first.piece_id), (word("b"), "projet 2.docx"))
    ministry.move(bill, "send_to_sgg", "2026-11-05")
    registry.attach(Told("", of=first.piece_id), (word("c"), "projet 3.docx"))

    rows = head.get(registry.path).all("tbody tr")

    assert ["Secrétariat général du gouvernement, 5 nov. 2026" in row for row in rows] == [False, True, False]


def test_a_step_that_was_struck_takes_its_version_away(head: Browser, registry: Registry, ministry: Ministry) -> None:
    first = registry.attach(Told("annex"), (png(), "plan.png"))
    second = registry.attach(Told("", of=first.piece_id), (png(3), "plan 2.png"))
    with ministry.desk() as desk:
        desk.correct(desk.session.get_one(LegalText, registry.text.id), second.told_by)

    assert head.get(registry.path).all("td a bdi") == ["plan.png"]
    head.get(f"{registry.path}/{second.id}", status=404)


def test_a_text_without_pieces_says_so(head: Browser, registry: Registry) -> None:
    assert head.get(registry.path).all(".empty") == ["Aucune pièce n’est jointe à ce texte."]


@pytest.mark.parametrize("role", list(Role))
def test_what_is_confidential_is_as_if_it_were_not_there_for_others(app: Flask, ministry: Ministry, role: Role) -> None:
    registry = Registry(ministry, ministry.open(responsible_id=None))
    secret = registry.attach(Told("opinion", title="Secret", confidential=True), (pdf("a"), "secret.pdf"))
    registry.attach(Told("annex", title="Plan"), (png(), "plan.png"))
    browser, reads = of_role(app, ministry, role), role in HOLDERS[Right.READ_CONFIDENTIAL]

    page = browser.get(registry.path)
    names = set(ZipFile(BytesIO(browser.client.get(f"{registry.path}/dossier.zip").data)).namelist())

    shown = [words in page.text for words in ("secret.pdf", "Secret", "confidentielle", "avis")]
    assert shown == [reads] * 4
    assert ("pieces/secret_v1.pdf" in names, "pieces/plan_v1.png" in names) == (reads, True)
    assert browser.client.get(f"{registry.path}/{secret.id}").status_code == (200 if reads else 404)
    if role in HOLDERS[Right.ATTACH_PIECES]:
        form = browser.get(f"{registry.path}/new")
        assert (bool(form.soup.select("#confidential")), "Secret" in form.text) == (reads, reads)
        attached = [(png(9), "b.png")], {"kind": "annex", "title": "B", "confidential": "y"}
        assert ("confidentielle" in registry.send(browser, *attached).text) == reads


def test_who_answers_for_a_text_reads_what_is_confidential(drafter: Browser, registry: Registry) -> None:
    registry.attach(Told("opinion", title="Secret", confidential=True), (pdf("a"), "secret.pdf"))

    assert "Secret" in drafter.get(registry.path).text


def test_a_reader_is_offered_no_form(app: Flask, ministry: Ministry, registry: Registry) -> None:
    registry.attach(Told("annex"), (png(), "plan.png"))
    reader = of_role(app, ministry, Role.READER)

    assert "Joindre" not in reader.get(registry.path).text
    assert "Joindre" not in reader.get(f"/texts/{registry.text.id}").text


@pytest.mark.parametrize("what", ["piece", "zip"])
def test_a_file_is_given_so_that_no_browser_opens_it_as_a_page(head: Browser, registry: Registry, what: str) -> None:
    version = registry.attach(Told("annex", confidential=True), (pdf("a"), "مشروع « 1 ».pdf"))
    paths = {"piece": str(version.id), "zip": "dossier.zip"}

    response = head.download(f"{registry.path}/{paths[what]}")

    assert response.content_type == {"piece": "application/pdf", "zip": "application/zip"}[what]
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    disposition = response.headers["Content-Disposition"]
    assert disposition.isascii()
    assert ("filename*=UTF-8''%D9%85" in disposition) == (what == "piece")


def test_bytes_that_were_changed_are_not_given(head: Browser, registry: Registry, engine: Engine) -> None:
    version = registry.attach(Told("annex"), (png(), "plan.png"))
    tamper(engine, other_bytes(engine))

    page = head.get(f"{registry.path}/{version.id}", status=500)

    assert page.h1.text == "Ce fichier n’est plus celui qui a été joint"
    names = ZipFile(BytesIO(head.client.get(f"{registry.path}/dossier.zip").data)).namelist()
    assert names == ["index.csv", "index.html"]


def test_a_version_of_another_text_is_not_found_there(head: Browser, registry: Registry, ministry: Ministry) -> None:
    version = registry.attach(Told("annex"), (png(), "plan.png"))
    other = ministry.open("Autre projet de loi")

    head.get(f"/texts/{other.id}/pieces/{version.id}", status=404)


def test_no_page_asks_more_of_the_database_for_more_pieces(
    head: Browser, registry: Registry, app: Flask, bill: LegalText
) -> None:
    asked = []
    for rank in range(1, 4):
        registry.attach(Told("annex", title=str(rank), step_number=1), (png(rank), "plan.png"))
        with queries(app) as sent:
            for path in (registry.path, f"{registry.path}/new", f"/texts/{bill.id}"):
                head.get(path)
        asked.append(len(sent))

    assert asked[0] == asked[1] == asked[2]
