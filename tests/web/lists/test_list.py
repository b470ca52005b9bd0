"""The list of texts: its groups, counters, filters, search and pages."""

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from flask import Flask

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute, words
from tests.web.queries import queries
from tests.workflow.builders import File
from web.lists.filters import FIELDS, NARROWING
from workflow.calendar.working_days import Calendar
from workflow.procedure.vocabulary import Section
from workflow.register.moves import open_text
from workflow.rulebook.files import sections

both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def titles(page: Page) -> list[str]:
    return page.all("a.title")


def groups(page: Page) -> list[str]:
    return page.all("h2.group")


def counters(page: Page) -> list[str]:
    return [words for words in page.all("nav.views > button") if words[-1].isdigit()]


@pytest.fixture
def texts(ministry: Ministry, bill: LegalText) -> Sequence[LegalText]:
    """Give a bill, a law, a decree in the making, a decree, an order in the making and an order."""
    people = ministry.people
    law = ministry.open("Loi relative aux travailleurs sociaux", number="45-18", responsible_id=people.alice.id)
    decree = ministry.open("Décret relatif au prix « Tamayuz »", "decret", number="2-14-64", responsible_id=None)
    texts = [
        bill,
        ministry.bring(law, "promulgate", "2021-07-26", dahir="1-21-95"),
        ministry.open("Projet de décret sur l’Institut", "decret", responsible_id=people.bob.id),
        ministry.bring(decree, "enter_on_publication", "2014-09-01"),
        ministry.open("Projet d’arrêté créant un comité", "arrete", title_ar="قرار بإحداث لجنة التتبع"),
        ministry.bring(ministry.open("Arrêté sur les divisions", "arrete"), "enter_on_publication"),
    ]
    return [ministry.read(LegalText, text.id) for text in texts]


@pytest.mark.usefixtures("texts")
def test_texts_stand_in_the_groups_of_the_ministry_with_their_counts(head: Browser) -> None:
    page = head.get("/texts")

    assert groups(page) == [
        "Projets de loi 1", "Lois 1", "Projets de décrets 1", "Décrets 1", "Projets d’arrêtés 1", "Arrêtés 1",
    ]  # fmt: skip
    assert counters(page) == [
        "Tous 6", "En cours 4", "Délai légal dépassé 1", "Délai légal dans la semaine 0", "Repère passé 0",
    ]  # fmt: skip


@pytest.mark.usefixtures("texts")
def test_each_counter_leads_to_the_texts_it_counts(drafter: Browser) -> None:
    page = drafter.get("/texts")

    for tag in page.soup.select("nav.views > button:has(bdi)"):
        count = tag.get_text(" ").split()[-1]
        assert len(titles(drafter.get(f"/texts?{attribute(tag, 'value')}"))) == int(count), tag


@pytest.mark.usefixtures("texts")
def test_a_row_says_where_the_text_is_with_whom_and_for_how_long(head: Browser) -> None:
    first, second, _order = head.get("/texts").all(".texts tr:has(td.text)")[:3]

    assert first == (
        "– Projet de loi relatif à la lutte contre la violence à l’égard des femmes "
        f"{File.opened('projet_de_loi', on='2026-10-05').sentence} "
        "Division de la législation depuis 57 jours – aucune D. Drafter"
    )
    assert second.startswith("45-18 Loi relative aux travailleurs sociaux")
    assert second.endswith("Publier la loi au Bulletin officiel 26 août 2021 · délai légal dépassé de 5 ans A. Alice")


def test_a_row_calls_who_holds_the_text_by_its_letters(head: Browser, ministry: Ministry) -> None:
    ministry.bring(ministry.open(), "send_to_sgg", "2026-11-20")

    held = head.get("/texts").one(".texts td.held")

    assert words(held) == "SGG depuis 11 jours"
    assert [each["title"] for each in held.select("abbr")] == ["Secrétariat général du gouvernement"]


def test_no_line_begins_with_half_a_punctuation_mark(head: Browser, ministry: Ministry) -> None:
    text = ministry.bring(ministry.open(), "refer_to_ad_hoc_commission", "2026-11-20")

    assert "\u202f; " in str(head.get(f"/texts/{text.id}").soup.select_one(".sentence"))
    assert "des trous\u202f; une date" in head.get(f"/texts/{text.id}/take-over").response.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "decret"}, [2, 3]),
        ({"state": "promulgue"}, [1]),
        ({"phase": "preparation"}, [0, 2, 4]),
        ({"phase": "preparation", "kind": "arrete"}, [4]),
        ({"responsible": "me"}, [0, 4, 5]),
        ({"responsible": "none"}, [3]),
        ({"due": "late"}, [1]),
        ({"due": "soon"}, []),
        ({"section": "lois"}, [1]),
        ({"section": "decrets,arretes"}, [3, 5]),
        ({"section": "propositions_de_loi"}, []),
        ({"section": "decrets,zzz"}, [3]),
        ({"q": "VIOLENCE femmes"}, [0]),
        ({"q": "egard"}, [0]),
        ({"q": "décret"}, [2, 3]),
        ({"q": "45.18"}, [1]),
        ({"q": "n° 2.14.64"}, [3]),
        ({"q": "décret n°2-14-64"}, [3]),
        ({"q": "14-64"}, [3]),
        ({"q": "5-18"}, []),  # a number is found from its beginning
        ({"q": "lois"}, [0, 1]),
        ({"q": "decrets instituts"}, [2]),
        ({"q": "prix"}, [3]),
        ({"q": "travailleur social"}, []),
        ({"q": "travailleur"}, [1]),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
        ({"q": "«"}, [3]),
        ({"q": "Tama_uz"}, []),
        ({"q": "Tamayuz"}, [3]),
        ({"q": "احداث"}, [4]),
        ({"q": "اللجنة"}, [4]),
        ({"q": "لجنه التتبع"}, [4]),
        ({"q": "100 %"}, []),
        ({"q": "nowhere"}, []),
    ],
)
def test_the_list_is_narrowed_to_what_is_asked(
    drafter: Browser, texts: Sequence[LegalText], asked: dict[str, str], found: list[int]
) -> None:
    page = drafter.get(f"/texts?{urlencode(asked)}")

    assert titles(page) == [texts[place].title_fr for place in found]
    if not found:
        assert "Aucun texte ne correspond." in page.text
        assert len(titles(drafter.press(page, "Voir tous les textes"))) == 6


@both_databases
def test_a_text_is_found_by_the_number_of_its_bulletin(drafter: Browser, ministry: Ministry) -> None:
    law = ministry.open("Loi relative aux travailleurs sociaux")
    ministry.bring(law, "publish", "2020-03-23", bo_number="6867 bis")

    for found in ("6867", "6867 bis", "BO n° 6867", "bulletin officiel 6867 bis", "B.O. 6867 travailleurs"):
        assert titles(drafter.get(f"/texts?{urlencode({'q': found})}")) == [law.title_fr]
    for other in ("867", "6868", "6867 ter", "BO 6867 institut"):
        assert titles(drafter.get(f"/texts?{urlencode({'q': other})}")) == []


def test_filters_are_kept_as_they_were_chosen(drafter: Browser, texts: Sequence[LegalText]) -> None:
    bob = str(texts[2].responsible_id)

    asked = {"kind": "decret", "phase": "preparation", "q": "institut", "responsible": bob}
    page = drafter.press(drafter.get("/texts"), "Filtrer", asked)

    assert titles(page) == [texts[2].title_fr]
    form = page.one("div.filters")
    chosen = [attribute(tag, "value") for tag in form.select("option[selected]")]
    assert chosen == ["decret", "preparation", bob]
    assert attribute(page.one("#q"), "value") == "institut"
    assert len(titles(drafter.press(page, "Tout voir"))) == 6


def test_the_search_of_every_page_finds_texts(drafter: Browser, texts: Sequence[LegalText]) -> None:
    assert attribute(drafter.get("/account").one("form.find"), "action") == "/texts"
    assert titles(drafter.get("/texts?q=tamayuz")) == [texts[3].title_fr]


def test_an_empty_ministry_is_told_how_to_begin(head: Browser) -> None:
    page = head.get("/texts")

    assert "Aucun texte pour l’instant." in page.text
    assert page.link("Nouveau texte") == "/texts/new"


def fill(ministry: Ministry, count: int) -> list[str]:
    """Open texts of the three kinds; of each six, three were written down at the same moment."""
    kinds, texts = ("projet_de_loi", "decret", "arrete"), []
    for rank in range(count):
        moment = ministry.clock.at + timedelta(seconds=rank // 6)
        kind = kinds[rank % 3]
        texts.append(LegalText(procedure=kind, procedure_version="", title_fr=f"Texte {rank:03}", created_at=moment))
    with ministry.session() as session:
        for text in texts:
            open_text(session, text, by=ministry.people.head, on=None, at=ministry.clock.at, calendar=Calendar())
    order = ("projets_de_loi", "projets_de_decrets", "projets_d_arretes")
    texts.sort(key=lambda text: (order.index(text.section), text.created_at, text.id))
    return [text.title_fr for text in texts]


@both_databases
def test_pages_lose_no_text_and_repeat_none(drafter: Browser, ministry: Ministry) -> None:
    written = fill(ministry, 120)
    page, sizes = drafter.get("/texts?phase=preparation"), []
    read = titles(page)
    sizes.append(len(read))
    assert not page.soup.find("button", string="Revenir au début")

    ministry.open("Opened meanwhile, among the first ones", created_at=ministry.clock.at)
    while page.soup.find("button", string="Textes suivants"):
        page = drafter.press(page, "Textes suivants")
        assert "phase=preparation" in page.url
        sizes.append(len(titles(page)))
        read += titles(page)

    assert sizes == [50, 50, 20]
    assert read == written
    assert groups(page)[-1] == "Projets d’arrêtés 40"
    assert len(titles(drafter.press(page, "Revenir au début"))) == 50


def test_the_number_of_queries_does_not_grow_with_the_rows(app: Flask, drafter: Browser, ministry: Ministry) -> None:
    counts = []
    for more in (3, 6, 39):  # of each kind, so that the same sections are read
        fill(ministry, more)
        with queries(app) as sent:
            drafter.get("/texts")
        counts.append(len(sent))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 12, sent


HOSTILE = [
    *("\x00", "a\x00b", "²", "٣", "-1", "9" * 30, "%", "_", "\\", "' OR 1=1 --", "<script>", "é" * 400, "{}", "__"),
    *("\U0010ffff", "0_x_y", f"0_2026-01-01T00:00:00_{'0' * 32}", f"{'9' * 20}_2026-01-01T00:00:00+00:00_{'0' * 32}"),
    *(f"0_0001-01-01T00:00:00+23:59_{'0' * 32}", f"0_9999-12-31T23:59:59-23:59_{'0' * 32}", f"²_2026-01-01_{'0' * 32}"),
]


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("flat", ["", "yes"])
@pytest.mark.parametrize("value", ["zzz", "²", ","])
@pytest.mark.parametrize("name", [name for name in NARROWING if name != "q"])
def test_no_text_answers_a_filter_that_is_not_known(drafter: Browser, name: str, value: str, flat: str) -> None:
    page = drafter.get(f"/texts?{urlencode({name: value, 'flat': flat} if flat else {name: value})}")

    assert titles(page) == []
    assert "Aucun texte ne correspond." in page.text
    (chip,) = page.all(".chips > .chip:has(button)")
    assert value in chip


@pytest.mark.usefixtures("texts")
def test_all_sections_together_count_those_of_the_sections_asked_for(drafter: Browser) -> None:
    assert groups(drafter.get("/texts?flat=yes&over=any&section=lois,decrets")) == ["Toutes sections ensemble 2"]


@both_databases
@pytest.mark.usefixtures("bill")
def test_no_filter_however_strange_is_a_fault(drafter: Browser) -> None:
    for value in HOSTILE:
        asked = dict.fromkeys((*FIELDS, "unknown"), value)
        assert drafter.client.get(f"/texts?{urlencode(asked)}").status_code == 200, value
        for name in FIELDS:
            assert drafter.client.get(f"/texts?{urlencode({name: value})}").status_code == 200, (name, value)
    assert drafter.client.get("/texts?kind=%ff%fe&q=%ff").status_code == 200
    assert drafter.get("/texts?" + urlencode({"q": '"><script>alert(1)</script>'})).soup.find("script") is None


def test_a_section_inserted_in_the_vocabulary_shifts_no_text(
    drafter: Browser, ministry: Ministry, monkeypatch: pytest.MonkeyPatch
) -> None:
    ministry.open("Un décret", "decret")
    ministry.open("Un projet de loi")
    added = Section(code="traites", label_fr="Traités", label_ar="معاهدات")
    for module in ("finding", "listing"):
        monkeypatch.setattr(f"web.lists.{module}.sections", lambda: (added, *sections()))

    page = drafter.get("/texts")

    assert page.all("h2.group") == ["Projets de loi 1", "Projets de décrets 1"]
    assert titles(page) == ["Un projet de loi", "Un décret"]
