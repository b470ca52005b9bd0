"""The texts of application that a draft calls for: proposed, ticked, noted."""

import pytest
from flask import Flask
from sqlmodel import select

from models import Relation
from tests.web.articles.conftest import Office
from tests.web.browser import Browser, Value
from tests.web.ministry import Ministry, People
from tests.web.page import Page, attribute

SENTENCE = "Les conditions d’hygiène sont fixées par voie réglementaire."


def noted(ministry: Ministry) -> list[tuple[str, str, bool, str]]:
    with ministry.session() as session:
        rows = session.exec(select(Relation)).all()
        return [(row.article, row.citation, row.owed, str(row.due_on or "")) for row in rows]


def day(name: str, number: str, month: str = "3") -> dict[str, Value]:
    """Give a day of 2027 as it is typed."""
    return {f"{name}_day": number, f"{name}_month": month, f"{name}_year": "2027"}


def name_of(page: Page, prefix: str) -> str:
    """Give the name of the field of the first proposal that begins so."""
    return attribute(page.soup.select(f"[name^={prefix}]")[0], "name")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_the_text_calls_for_is_proposed_and_nothing_is_noted(
    drafter: Browser, ministry: Ministry, drafts: Office, language: str
) -> None:
    page = drafter.get(f"{drafts.address}/owed?v={drafts.key(language)}")

    quote = page.one("blockquote")
    assert attribute(quote, "dir") == {"fr": "ltr", "ar": "rtl"}[language]
    assert quote.text == {"fr": SENTENCE, "ar": "تحدد شروط النظافة بنص تنظيمي."}[language]
    assert page.all(".owing .tag") == ["Texte réglementaire"]
    assert noted(ministry) == []


def test_what_is_ticked_is_noted_in_the_words_and_for_the_day_that_are_typed(
    drafter: Browser, ministry: Ministry, drafts: Office
) -> None:
    form = drafter.get(f"{drafts.address}/owed?v={drafts.key('fr')}")
    citation, due = name_of(form, "citation"), name_of(form, "due").removesuffix("_day")
    typed: dict[str, Value] = {
        name_of(form, "owe"): True,
        citation: "Arrêté sur l’hygiène",
        f"{due}_day": "1",
        f"{due}_month": "3",
        f"{due}_year": "2027",
    }

    page = drafter.press(form, "Noter les textes cochés", typed)

    assert noted(ministry) == [("6", "Arrêté sur l’hygiène", True, "2027-03-01")]
    assert page.notes == ["Un texte d’application est noté comme prévu."]
    assert "article 6 : Arrêté sur l’hygiène, attendu pour le 1er mars 2027" in page.text


def test_nothing_ticked_is_nothing_noted(drafter: Browser, ministry: Ministry, drafts: Office) -> None:
    page = drafter.press(drafter.get(f"{drafts.address}/owed"), "Noter les textes cochés", status=422)

    assert page.reasons == ["Cochez au moins un texte, ou revenez à la page du texte."]
    assert noted(ministry) == []


def test_what_is_wrong_stands_beside_its_field_and_what_is_typed_stays(
    drafter: Browser, ministry: Ministry, drafts: Office
) -> None:
    form = drafter.get(f"{drafts.address}/owed")
    due = name_of(form, "due").removesuffix("_day")
    typed: dict[str, Value] = {
        name_of(form, "owe"): True,
        name_of(form, "citation"): "",
        f"{due}_day": "31",
        f"{due}_month": "2",
        f"{due}_year": "2027",
    }

    page = drafter.press(form, "Noter les textes cochés", typed, status=422)

    assert page.all(".wrong") == [
        "Écrivez comment ce texte est désigné.",
        "Cette date n’existe pas dans le calendrier.",
    ]
    assert page.value(f"{due}_day") == "31"
    assert noted(ministry) == []


def test_what_is_noted_is_proposed_no_more(drafter: Browser, ministry: Ministry, drafts: Office) -> None:
    form = drafter.get(f"{drafts.address}/owed")
    page = drafter.press(form, "Noter les textes cochés", {name_of(form, "owe"): True})
    assert page.all("blockquote") == []

    drafter.press(form, "Noter les textes cochés", {name_of(form, "owe"): True}, status=422)
    assert len(noted(ministry)) == 1


def test_readers_see_proposals_and_note_nothing(app: Flask, people: People, drafts: Office) -> None:
    reader = Browser(app)
    reader.enter(people.reader)

    page = reader.get(f"{drafts.address}/owed")

    assert len(page.all("blockquote")) == 1
    assert page.soup.select("main form") == []
    reader.post(f"{drafts.address}/owed", status=403)
