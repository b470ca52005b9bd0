"""Lists of more texts than a page, and what a search finds in the steps of a text."""

from urllib.parse import urlencode

import pytest

from tests.web.browser import Browser
from tests.web.lists.test_list import both_databases, fill, groups, titles
from tests.web.ministry import Ministry


@both_databases
def test_searched_pages_lose_no_text_and_repeat_none(drafter: Browser, ministry: Ministry) -> None:
    written = fill(ministry, 120)
    page = drafter.get("/texts?q=texte")
    read = titles(page)
    while page.soup.find("button", string="Textes suivants"):
        page = drafter.press(page, "Textes suivants")
        read += titles(page)

    assert sorted(read) == sorted(written)
    assert [title for title in read if title in written[:40]] == read[:40]


@both_databases
def test_many_texts_that_a_filter_keeps_are_counted_up_to_a_thousand(
    drafter: Browser, ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(ministry, 9)
    ministry.open("Un décret")
    monkeypatch.setattr("web.lists.finding.MOST", 2)

    assert groups(drafter.get("/texts"))[0] == "Projets de loi 4"
    for asked in ("phase=preparation", "q=texte"):
        found = groups(drafter.get(f"/texts?{asked}"))
        assert found[:3] == ["Projets de loi plus de 2", "Projets de décrets plus de 2", "Projets d’arrêtés plus de 2"]


@both_databases
def test_of_very_many_texts_those_found_are_counted_no_further_than_a_page(
    drafter: Browser, ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(ministry, 9)
    monkeypatch.setattr("web.lists.finding.PAGE", 2)
    assert groups(drafter.get("/texts?q=texte"))[:1] == ["Projets de loi 3"]

    monkeypatch.setattr("web.lists.finding._VERY_MANY", 8)

    assert groups(drafter.get("/texts"))[0] == "Projets de loi 3"
    assert groups(drafter.get("/texts?q=texte"))[0] == "Projets de loi plus de 2"


@both_databases
def test_a_filter_finds_its_texts_in_every_section_where_their_procedure_places_them(
    drafter: Browser, ministry: Ministry
) -> None:
    ministry.open("Projet de décret sur l’Institut", "decret")
    ministry.open("Projet d’arrêté créant un comité", "arrete")
    ministry.bring(ministry.open("Décret relatif au prix", "decret"), "enter_on_publication", "2014-09-01")

    for asked, found in {
        "kind=decret": ["Projet de décret sur l’Institut", "Décret relatif au prix"],
        "kind=decret&state=en_vigueur": ["Décret relatif au prix"],
        "phase=preparation": ["Projet de décret sur l’Institut", "Projet d’arrêté créant un comité"],
        "kind=arrete&phase=publication": [],
        "kind=inconnu": [],
        "state=inconnu": [],
    }.items():
        assert titles(drafter.get(f"/texts?{asked}")) == found, asked


@both_databases
def test_a_text_is_found_by_what_its_steps_tell_and_by_who_answers_for_it(drafter: Browser, ministry: Ministry) -> None:
    text = ministry.open("Loi relative aux travailleurs sociaux", responsible_id=ministry.people.bob.id)
    ministry.bring(text, "refer_to_ad_hoc_commission", "2026-11-20", note="Réunion reportée à la demande de Fès")

    for found in ("fes reportee", "reunions", "bob", "travailleur bob"):
        assert titles(drafter.get(f"/texts?{urlencode({'q': found})}")) == [text.title_fr], found
    for other in ("eportee", "alice"):
        assert titles(drafter.get(f"/texts?{urlencode({'q': other})}")) == [], other
