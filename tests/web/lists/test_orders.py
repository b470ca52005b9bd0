"""The list in other orders, its chips, and what stands folded under its sections."""

from collections.abc import Sequence

import pytest
from flask import Flask

from models import LegalText
from tests.web.browser import Browser
from tests.web.lists.test_list import both_databases, fill, groups, titles
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute
from tests.web.queries import queries

NUMBERS = ("103-13", "12-26", None, "27-26")
ORDERS = {
    "number": ["103-13", "12-26", "27-26", "sans numéro"],
    "-number": ["27-26", "12-26", "103-13", "sans numéro"],
    "title": ["103-13", "12-26", "27-26", "sans numéro"],
    "-title": ["sans numéro", "27-26", "12-26", "103-13"],
    "held": ["27-26", "sans numéro", "12-26", "103-13"],
    "-held": ["103-13", "12-26", "sans numéro", "27-26"],
    "due": ["27-26", "12-26", "103-13", "sans numéro"],
    "-due": ["12-26", "27-26", "103-13", "sans numéro"],
    "responsible": ["12-26", "103-13", "27-26", "sans numéro"],
    "": ["103-13", "12-26", "sans numéro", "27-26"],
    "-opened": ["27-26", "sans numéro", "12-26", "103-13"],
    "nonsense": ["103-13", "12-26", "sans numéro", "27-26"],
}


@pytest.fixture
def bills(ministry: Ministry) -> Sequence[LegalText]:
    """Give four bills: two of them wait for their report, due three months after they were referred."""
    people = ministry.people
    who = (people.bob.id, people.alice.id, None, people.charlie.id)
    days = ("2026-10-20", "2026-10-15", "2026-10-12", "2026-09-01")
    made = [
        ministry.open(number or "sans numéro", number=number, responsible_id=person, on=day)
        for number, person, day in zip(NUMBERS, who, days, strict=True)
    ]
    ministry.bring(made[1], "refer_to_ad_hoc_commission", "2026-10-16")
    ministry.bring(made[3], "refer_to_ad_hoc_commission", "2026-09-10")
    return made


def read_all(browser: Browser, path: str) -> list[str]:
    page = browser.get(path)
    read = titles(page)
    while page.soup.find("button", string="Textes suivants"):
        page = browser.press(page, "Textes suivants")
        read += titles(page)
    return read


@both_databases
@pytest.mark.parametrize("most", [50, 1])
def test_texts_are_read_in_the_order_asked_those_that_have_nothing_to_be_ordered_by_last(
    drafter: Browser, bills: Sequence[LegalText], monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("web.lists.finding.Listing.page.__defaults__", (most,), raising=False)
    assert len(bills) == 4
    for sort, expected in ORDERS.items():
        assert read_all(drafter, f"/texts?sort={sort}") == expected, sort
        assert read_all(drafter, f"/texts?sort={sort}&q=2026") == [], sort


def test_a_head_sorts_and_turns_round_and_says_so(drafter: Browser, bills: Sequence[LegalText]) -> None:
    page = drafter.get("/texts")
    assert page.all(".texts thead th") == [
        "Choisir", "N°", "Texte et situation", "Entre les mains de", "Prochaine échéance", "Responsable",
    ]  # fmt: skip
    assert not page.soup.select("[aria-sort]")

    page = drafter.press(page, "N°")
    assert (attribute(page.one("[aria-sort]"), "aria-sort"), len(titles(page))) == ("ascending", len(bills))
    page = drafter.press(page, "N° ↑")
    assert attribute(page.one("[aria-sort]"), "aria-sort") == "descending"
    assert titles(page) == ORDERS["-number"]
    assert titles(drafter.press(page, "Par ordre d’enregistrement")) == ORDERS[""]


@both_databases
def test_what_no_index_keeps_is_sorted_only_where_there_are_few_texts(
    drafter: Browser, bills: Sequence[LegalText], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.lists.finding._VERY_MANY", len(bills) - 1)

    assert [tag.get_text(strip=True) for tag in drafter.get("/texts").soup.select(".texts thead th button")] == [
        "N°", "Entre les mains de", "Prochaine échéance",
    ]  # fmt: skip
    assert titles(drafter.get("/texts?sort=-title")) == ORDERS[""]
    assert drafter.get("/texts?q=sans&sort=number").soup.select(".texts thead th button") == []


@both_databases
def test_sections_may_be_left_aside(drafter: Browser, bills: Sequence[LegalText], ministry: Ministry) -> None:
    ministry.open("Un décret", "decret", number="2-20-1")

    page = drafter.press(drafter.get("/texts?sort=number"), "Toutes sections ensemble")

    assert groups(page) == ["Toutes sections ensemble 5"]
    assert titles(page) == ["103-13", "Un décret", "12-26", "27-26", "sans numéro"]
    assert len(groups(drafter.press(page, "Par sections"))) == 2
    assert len(bills) == 4


ENDED = "enter_on_publication"


@both_databases
def test_texts_whose_way_has_ended_stand_folded_under_their_section(
    drafter: Browser, ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.lists.finding.FOLDED", 2)
    for rank in range(3):
        ministry.bring(ministry.open(f"Décret {rank}", "decret"), ENDED, "2014-09-01")
    ministry.bring(ministry.open("Arrêté", "arrete"), ENDED, "2014-09-01")
    ministry.open("Projet d’arrêté", "arrete")
    page = drafter.get("/texts")

    assert groups(page) == ["Décrets 3", "Projets d’arrêtés 1", "Arrêtés 1"]
    assert page.all(".texts summary") == ["3 textes dont le parcours est achevé", "1 texte en vigueur"]
    assert page.all(".over a.title") == ["Décret 0", "Décret 1", "Arrêté"]
    assert page.all("td.text a.title") == ["Projet d’arrêté"]
    page = drafter.press(page, "Les voir tous")
    assert page.all("td.text a.title") == ["Décret 0", "Décret 1", "Décret 2"]
    assert chips(page) == ["Décrets", "Parcours achevé"]
    for asked in ("q=arrete", "state=en_vigueur", "over=yes"):
        assert drafter.get(f"/texts?{asked}").soup.select(".over") == [], asked


def chips(page: Page) -> list[str]:
    return [words.split(" × ")[0] for words in page.all(".chips .chip")]


def test_each_filter_is_a_chip_that_removes_it(drafter: Browser, bills: Sequence[LegalText]) -> None:
    alice = bills[1].responsible_id
    asked = {
        "q": ("12-26", "« 12-26 »"), "section": ("projets_de_loi", "Projets de loi"),
        "kind": ("projet_de_loi", "Projet de loi"), "phase": ("gouvernement", None),
        "state": ("en_commission_ad_hoc", None),
        "holder": ("ad_hoc_commission", "Chez : Commission ministérielle ad hoc"),
        "since": ("30", "Depuis plus de 30 jours"), "responsible": (str(alice), "Responsable : Alice"),
        "due": ("soon", "Délai légal dans la semaine"), "year": ("2026", "Numéros de 2026"),
        "priority": ("urgent", "Urgents"), "over": ("no", "En cours"),
    }  # fmt: skip
    for name, (value, words) in asked.items():
        page = drafter.get(f"/texts?{name}={value}&sort=number")
        if words:
            assert chips(page) == [words]
        page = drafter.press(page, "× Retirer le filtre")
        assert (page.url.endswith("/texts?sort=number"), page.soup.select(".chips")) == (True, []), name


@both_databases
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("year=2026", ["12-26", "27-26"]),
        ("year=2013", ["103-13"]),
        ("year=1", []),
        ("year=20²6", []),
        ("since=50", ["27-26"]),
        ("since=45", ["12-26", "sans numéro", "27-26"]),
        ("since=2000", []),
        ("since=x", []),
        ("holder=ad_hoc_commission", ["12-26", "27-26"]),
        ("holder=sgg", []),
        ("over=yes", []),
        ("over=no&responsible=none", ["sans numéro"]),
        ("priority=urgent", []),
    ],
)
def test_the_list_is_narrowed_to_holder_days_year_and_priority(
    drafter: Browser, bills: Sequence[LegalText], asked: str, found: list[str]
) -> None:
    assert len(bills) == 4
    assert titles(drafter.get(f"/texts?{asked}")) == found


@both_databases
def test_an_urgent_text_says_so_in_the_list(head: Browser, bills: Sequence[LegalText]) -> None:
    page = head.get(f"/texts/{bills[0].id}/edit")
    head.press(page, "Enregistrer la fiche", urgent=True)

    page = head.get("/texts?priority=urgent")
    assert (titles(page), page.all("td.text .tag")) == (["103-13"], ["urgent"])
    assert attribute(head.get(f"/texts/{bills[0].id}/edit").one("#urgent"), "checked") == ""


def test_the_queries_of_a_sorted_page_do_not_grow_with_the_rows(
    app: Flask, drafter: Browser, ministry: Ministry
) -> None:
    counts: dict[str, set[int]] = {}
    for more in (3, 6, 39):
        fill(ministry, more)
        for asked in ("sort=due&q=texte", "flat=yes&sort=number", "kind=decret&responsible=none"):
            with queries(app) as sent:
                drafter.get(f"/texts?{asked}")
            counts.setdefault(asked, set()).add(len(sent))

    # One of them reads who is away, for the whole page: beside the names of its rows, and to whom texts are given.
    assert {asked: max(found) <= 14 for asked, found in counts.items()} == dict.fromkeys(counts, True), counts


@pytest.mark.parametrize(
    ("asked", "chip"),
    [
        ("since=abc", "Depuis plus de abc jours"), ("since=99999", "Depuis plus de 99999 jours"),
        ("since=-1", "Depuis plus de -1 jours"), ("due=week", "week"), ("over=perhaps", "perhaps"),
        ("responsible=nobody", "Responsable : nobody"), ("priority=low", "low"), ("year=abcd", "Numéros de abcd"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("bills")
@pytest.mark.parametrize("rest", ["", "&flat=1", "&q=texte"])
def test_what_no_text_answers_finds_none_and_says_what_was_asked(
    head: Browser, asked: str, chip: str, rest: str
) -> None:
    page = head.get(f"/texts?{asked}{rest}")

    assert chip in page.text
    assert titles(page) == groups(page) == []
    assert "Aucun texte ne correspond." in page.text
    assert len(head.client.get(f"/texts/export.csv?{asked}{rest}").text.splitlines()) == 1
