"""What a paper is about is said in words, never by its code."""

import pytest
from flask import Flask

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from web.papers.abouts import about_fr

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


def test_a_deadline_that_others_let_pass_is_recalled_from_the_page_of_the_text(head: Browser, asked: LegalText) -> None:
    page = head.press(head.get(f"/texts/{asked.id}"), REMINDER)

    assert "Le papier est prêt : « Lettre de relance »." in page.text
    assert page.all("#papers td")[0].startswith("Lettre de relance – Recevoir l’avis : CNDH")


def test_what_is_not_late_any_more_has_no_letter(head: Browser, ministry: Ministry, asked: LegalText) -> None:
    ministry.move(asked, "receive_opinion", "2026-11-02", body="cndh", answer="favourable")
    assert "lettre de relance" not in head.get(f"/texts/{asked.id}").text
