"""What a paper is about is said in words, never by its code."""

import pytest
from flask import Flask

from models import Document, LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.queries import queries
from web.papers.abouts import about_fr
from web.papers.listing import in_papers
from workflow.calendar.time_zone import legal_day

BODY = "Conseil national des droits de l’Homme"
REMINDER = "Produire la lettre de relance : Recevoir l’avis : CNDH"


@pytest.fixture
def asked(ministry: Ministry, bill: LegalText) -> LegalText:
    """Give a bill on which an opinion was asked for, and is late."""
    ministry.move(bill, "ask_opinion", "2026-10-06", body="cndh", answer_by="2026-10-20")
    return bill


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("cese", "Conseil économique, social et environnemental"),
        ("1-cndh", f"{BODY} (n° 1)"),
        ("2-ministry-of-interior", "ministère de l’Intérieur (n° 2)"),
        ("3-agence-du-bassin", "n° 3"),
        ("4", "n° 4"),
        ("representants", "Chambre des représentants"),
        ("opinion-1", "Recevoir l’avis : CNDH"),
        ("opinion-9", "Recevoir l’avis (n° 9)"),
        ("conseil d’État", "conseil d’État"),
    ],
)
def test_each_sort_of_code_is_said_in_words(app: Flask, asked: LegalText, code: str, words: str) -> None:
    with app.test_request_context():
        assert about_fr(code, asked) == words


def test_a_body_that_people_wrote_is_said_as_they_did_and_papers_stand_in_the_order_of_their_numbers(
    app: Flask, ministry: Ministry, bill: LegalText
) -> None:
    for _number in range(9):
        ministry.move(bill, "ask_opinion", "2026-10-06", body="cndh")
    for body in ("Agence de l’eau <du Souss> & « filles »", "ministry_of_interior"):
        ministry.move(bill, "ask_opinion", "2026-10-06", body=body)
    with app.test_request_context():
        said = about_fr("10-agence-de-l-eau-du-souss-filles", bill)
    on = legal_day(ministry.clock())
    papers = [
        Document(
            kind="saisine",
            text_id=bill.id,
            number=1,
            about=about,
            situation_on=on,
            wanted_at=ministry.clock(),
        )
        for about in ("10-agence", "2-cndh", "11-ministry-of-interior", "1-cndh")
    ]

    assert said == "Agence de l’eau <du Souss> & « filles » (n° 10)"
    with app.test_request_context():
        assert [paper.versions[0].about for paper in in_papers(papers)] == [
            "1-cndh", "2-cndh", "10-agence", "11-ministry-of-interior",
        ]  # fmt: skip


def test_a_deadline_that_others_let_pass_is_recalled_from_the_page_of_the_text(head: Browser, asked: LegalText) -> None:
    page = head.press(head.get(f"/texts/{asked.id}"), REMINDER)

    assert "Le papier est prêt : « Lettre de relance »." in page.text
    assert page.all("#papers .two-lines li")[0].startswith("Lettre de relance – Recevoir l’avis : CNDH")


def test_letters_that_recall_deadlines_cost_the_page_of_the_text_no_query(
    app: Flask, head: Browser, ministry: Ministry, asked: LegalText
) -> None:
    counts = []
    for is_late in (True, False):
        with queries(app) as sent:
            assert ("lettre de relance" in head.get(f"/texts/{asked.id}").text) is is_late
        counts.append(len(sent))
        if is_late:
            ministry.move(asked, "receive_opinion", "2026-11-02", body="cndh", answer="favourable")

    assert counts[0] == counts[1]


def test_what_is_not_late_any_more_has_no_letter(head: Browser, ministry: Ministry, asked: LegalText) -> None:
    ministry.move(asked, "receive_opinion", "2026-11-02", body="cndh", answer="favourable")
    assert "lettre de relance" not in head.get(f"/texts/{asked.id}").text
