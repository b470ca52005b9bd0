"""The articles of a text on screen: read, in both languages, put in order."""

import pytest
from flask import Flask

from tests.web.articles.conftest import Office
from tests.web.browser import Browser
from tests.web.ministry import Ministry, People
from tests.web.page import attribute
from tests.web.queries import queries
from tests.workflow.articles.twelve import arabic, arabic_file, french, french_file
from tests.workflow.builders import PIECES
from tests.workflow.pieces.made_files import word
from web.articles.ordering import AT_ONCE

DIRECTIONS = {"fr": "ltr", "ar": "rtl"}


def test_the_page_of_a_text_says_what_was_read(drafter: Browser, drafts: Office) -> None:
    page = drafter.get(f"/texts/{drafts.text.id}")

    assert page.all("#articles .two-lines li") == [
        "Texte français, version 1 12 articles Lire le texte français",
        "Texte arabe, version 1 12 articles Lire le texte arabe",
    ]
    assert drafter.follow(page, "Lire le texte arabe").h1.text == "Les articles du texte"


def test_a_text_without_a_draft_has_no_articles(drafter: Browser, office: Office) -> None:
    assert drafter.get(f"/texts/{office.text.id}").all("#articles") == []
    drafter.get(office.address, status=404)


@pytest.mark.parametrize(("language", "written"), [("fr", french()), ("ar", arabic())])
def test_a_draft_is_read_in_its_own_direction(
    drafter: Browser, drafts: Office, language: str, written: list[str]
) -> None:
    page = drafter.get(f"{drafts.address}?v={drafts.key(language)}")

    law = page.one("article.law")
    assert (attribute(law, "lang"), attribute(law, "dir")) == (language, DIRECTIONS[language])
    assert len(page.all("article.law h3")) == 12
    assert len(page.all(".contents .division")) == 2
    assert page.all("article.law h3")[3] == written[9]
    assert page.all(".to-check") == []


def test_what_is_doubtful_stands_first_with_its_line_and_why(drafter: Browser, office: Office) -> None:
    office.attach("draft_fr", word(*french()[:5], "Article 3", "Un mot."))

    page = drafter.get(office.address)

    assert page.all(".to-check li") == ["Ligne 4 : « Article 3 » – L’article 2 manque avant celui-ci."]
    assert drafter.get(f"/texts/{office.text.id}").all("#articles .tag") == ["1 point à vérifier"]


def test_both_languages_face_each_other(drafter: Browser, drafts: Office) -> None:
    page = drafter.get(f"{drafts.address}/facing")

    assert "Les deux textes ont le même nombre d’articles : 12." in page.text
    rows = page.all(".laid")
    assert len(rows) == 15
    assert rows[3] == f"Article 2 {french()[6]} المادة 2 {arabic()[6]}"
    assert page.all(".absent") == []


def test_another_count_of_articles_is_said(drafter: Browser, drafts: Office) -> None:
    drafts.attach("draft_fr", word(*french()[:-2]))

    page = drafter.get(f"{drafts.address}/facing")

    assert page.all(".warn-note") == [
        "Le texte français compte 11 articles, le texte arabe 12 : les deux versions doivent en avoir le même nombre."
    ]
    assert page.all(".absent") == ["Ne figure pas dans le texte français"]
    assert drafter.get(f"/texts/{drafts.text.id}").all("#articles .warn-note") == [
        "Les textes français et arabe n’ont pas le même nombre d’articles."
    ]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_line_is_put_right(drafter: Browser, drafts: Office, language: str) -> None:
    form = drafter.follow(drafter.get(f"{drafts.address}?v={drafts.key(language)}"), "Mettre en ordre")

    page = drafter.press(form, "Enregistrer la mise en ordre", {"part-3": "paragraph"})

    assert len(page.all("article.law h3")) == 11
    assert "mise en ordre par Drafter, 11 articles" in page.text
    assert page.all(".to-check li")[0].endswith("L’article 2 manque avant celui-ci.")


def test_what_cannot_be_is_said_beside_its_line_and_nothing_typed_is_lost(drafter: Browser, drafts: Office) -> None:
    form = drafter.get(f"{drafts.address}/order?v={drafts.key('fr')}")

    typed = {"part-0": "paragraph", "part-3": "left_out", "number-4": "zéro"}
    page = drafter.press(form, "Enregistrer la mise en ordre", typed, status=422)

    assert page.all("td .wrong") == [
        "Aucun article ne se trouve juste avant cette ligne.",
        "Le numéro « zéro » ne se lit pas : écrivez par exemple « 4 » ou « 4 bis ».",
    ]
    assert {name: page.value(name) for name in typed} == typed
    assert [each.number for each in drafts.drafts()] == [1, 1]


def test_whoever_comes_second_is_told(alice: Browser, bob: Browser, drafts: Office) -> None:
    address = f"{drafts.address}/order?v={drafts.key('fr')}"
    form = bob.get(address)
    alice.press(alice.get(address), "Enregistrer la mise en ordre", {"part-3": "paragraph"})

    page = bob.press(form, "Enregistrer la mise en ordre", {"part-5": "paragraph"}, status=422)

    assert page.reasons == [
        "Une autre personne vient de mettre cette version en ordre : relisez les lignes ci-dessous."
    ]


@pytest.mark.parametrize("typed", [{}, {"number-3": "2"}, {"number-3": " 2 "}])
def test_nothing_changed_is_nothing_kept(drafter: Browser, drafts: Office, typed: dict[str, str]) -> None:
    form = drafter.get(f"{drafts.address}/order?v={drafts.key('fr')}")
    assert form.value("number-3") == "Article 2"

    page = drafter.press(form, "Enregistrer la mise en ordre", typed, status=422)

    assert page.reasons == ["Rien n’a été changé : indiquez au moins une ligne à mettre en ordre."]


def test_a_long_draft_is_put_in_order_part_by_part(drafter: Browser, office: Office) -> None:
    office.attach("draft_fr", word("Projet de loi", *(f"Article {n}. – Mots {n}." for n in range(1, 2 * AT_ONCE))))

    form = drafter.follow(drafter.get(f"{office.address}/order"), "Lignes suivantes")
    page = drafter.press(form, "Enregistrer la mise en ordre", {f"part-{AT_ONCE}": "paragraph"})

    assert len(form.all("tbody tr")) == AT_ONCE
    assert len(page.all("article.law h3")) == 2 * AT_ONCE - 2


def test_what_cannot_be_of_a_line_that_is_not_shown_is_said_above(drafter: Browser, office: Office) -> None:
    articles = [f"Article {n}. – Mots {n}." for n in range(1, AT_ONCE)]
    office.attach("draft_fr", word("Projet de loi", *articles, "Un alinéa de plus.", "Un autre."))

    form = drafter.get(f"{office.address}/order")
    sent = {f"part-{AT_ONCE - 1}": "chapitre", f"number-{AT_ONCE - 1}": "I"}
    page = drafter.press(form, "Enregistrer la mise en ordre", sent, status=422)

    assert page.reasons == [
        f"Ligne {AT_ONCE + number} : Aucun article ne se trouve juste avant cette ligne." for number in (1, 2)
    ]


def test_readers_read_and_confidential_drafts_are_not_there(app: Flask, people: People, office: Office) -> None:
    office.attach("draft_ar", arabic_file())
    office.attach("draft_fr", french_file(), confidential=True)
    reader = Browser(app)
    reader.enter(people.reader)

    page = reader.get(office.address)

    assert "Mettre en ordre" not in page.text
    reader.get(f"{office.address}?v={office.key('fr')}", status=404)
    reader.get(f"{office.address}/facing", status=404)
    reader.get(f"{office.address}/order", status=403)


@pytest.mark.parametrize("page", ["", "/facing", "/compare", "/order", "/owed"])
def test_no_page_asks_a_query_for_each_article_or_version(
    app: Flask, drafter: Browser, versions: Office, page: str
) -> None:
    def count() -> int:
        with queries(app) as sent:
            drafter.get(f"{versions.address}{page}")
        return len(sent)

    few = count()
    pieces = {each.language: each.piece.id for each in versions.drafts()}
    for number in range(3):
        lines = [*french(), *(f"Article {n}. – Mots {number}." for n in range(13, 40))]
        versions.attach("", word(*lines), of=pieces["fr"])
    assert count() == few


def test_each_version_says_where_it_came_from_and_went(drafter: Browser, ministry: Ministry) -> None:
    office = Office(ministry, ministry.open(on="2026-10-05", title_ar="مشروع قانون"))
    piece = office.attach("draft_fr", french_file())
    for name, facts in (("assign_drafter", {}), ("submit_for_validation", {}), ("validate", {"pieces": PIECES})):
        ministry.move(office.text, name, "2026-10-19", **facts)
    ministry.move(office.text, "send_to_sgg", "2026-10-20")
    office.attach("", french_file(second=True), of=piece, from_whom="Chambre des représentants")

    assert drafter.get(office.address).all("#v option") == [
        "Projet en français, version 2 – de la part de : Chambre des représentants",
        "Projet en français, version 1 – 20 oct. 2026 : Le projet a été introduit dans la procédure d’approbation.",
    ]
