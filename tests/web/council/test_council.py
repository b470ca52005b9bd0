"""The page of the Council, and the page of one Council."""

import pytest
from flask import Flask

from models import HolidayOverride, LegalText
from tests.web.browser import Browser
from tests.web.council.agenda import IN_NINE, IN_SIXTEEN, LAST, NEXT, at_sgg, distributed, listed
from tests.web.ministry import Ministry
from tests.web.page import Page
from tests.web.queries import queries

both_databases = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


def councils(page: Page) -> list[str]:
    return page.all(".councils h3")


def titles(page: Page, section: str) -> list[str]:
    return page.all(f"section[aria-labelledby={section}] tbody td:first-child a")


def test_the_council_is_empty_and_says_what_will_be_there(head: Browser) -> None:
    page = head.get("/council")

    assert page.all("h1")[0] == "Prochain Conseil : jeudi 3 décembre 2026 dans 2 jours"
    assert page.all(".lead-in")[0] == "Aucun texte du ministère n’y est inscrit."
    assert councils(page) == [
        f"Jeudi {day} jour d’usage, non confirmé"
        for day in ("3 décembre 2026", "10 décembre 2026", "17 décembre 2026", "24 décembre 2026", "31 décembre 2026",
                    "7 janvier 2027")
    ]  # fmt: skip
    assert page.all("[aria-current=true]") == ["Conseil"]
    assert page.all("section[aria-labelledby=past] p")[0].startswith("Aucune décision du Conseil")


def test_each_text_stands_before_its_council(head: Browser, ministry: Ministry) -> None:
    listed(ministry, "Inscrit", NEXT)
    distributed(ministry, "Distribué", "2026-11-27")
    at_sgg(ministry, "À distribuer")

    page = head.get("/council")

    assert page.all(".lead-in")[0] == (
        "1 texte du ministère y est inscrit. 2 autres textes peuvent encore passer en Conseil ; le plus pressé est à "
        "distribuer au plus tard le lundi 7 décembre 2026."
    )
    assert councils(page)[:3] == [
        "Jeudi 3 décembre 2026 des textes y sont inscrits",
        "Jeudi 10 décembre 2026 jour d’usage, non confirmé",
        "Jeudi 17 décembre 2026 jour d’usage, non confirmé ; à distribuer au plus tard le lundi 7 décembre 2026",
    ]
    assert page.all(".councils tbody td:first-child a") == ["Inscrit", "Distribué", "À distribuer"]
    assert page.all(".councils td:nth-child(2)") == [
        "Distribué le 9 novembre 2026", "Distribué le 27 novembre 2026",
        "À distribuer au plus tard le lundi 7 déc. 2026 dans 6 jours",
    ]  # fmt: skip


@pytest.mark.usefixtures("bill")
def test_texts_in_preparation_are_left_to_their_list(head: Browser) -> None:
    page = head.get("/council")

    assert page.all(".councils tbody tr") == []
    assert head.get(page.link("les voir")).all("a.title") != []


def test_one_council_groups_its_texts_by_how_they_can_be_there(head: Browser, ministry: Ministry) -> None:
    listed(ministry, "Inscrit", IN_NINE)
    distributed(ministry, "Distribué à temps", "2026-11-30")
    distributed(ministry, "Distribué tard", "2026-12-01")
    at_sgg(ministry, "À distribuer")

    page = head.get(f"/council/{IN_NINE}")

    assert titles(page, "listed") == ["Inscrit"]
    assert titles(page, "in-time") == ["Distribué à temps"]
    assert titles(page, "shortened") == ["Distribué tard", "À distribuer"]
    assert "débat préalable tenu ; échéance constitutionnelle ou légale ; " in page.all("#shortened + p")[0]
    assert "Dernier jour utile de distribution : lundi 30 novembre 2026, passé." in page.all(".lead-in")[0]


def test_a_shorter_delay_is_said_with_its_reason_once_the_agenda_tells_it(head: Browser, ministry: Ministry) -> None:
    text = distributed(ministry, "Pressé", "2026-11-27")
    distributed(ministry, "Distribué tard", "2026-11-30")
    at_sgg(ministry, "À distribuer")
    ministry.move(text, "list_on_agenda", "2026-11-30", council_on=NEXT, shortened="urgency")

    assert head.get(f"/council/{NEXT}").all("td:nth-child(2)") == [
        "Distribué le 27 novembre 2026, délai abrégé : urgence particulière",
        "Distribué le 30 novembre 2026, 3 jours avant ce Conseil",
        "Était à distribuer au plus tard le lundi 23 nov. 2026",
    ]


def test_a_council_named_on_a_tuesday_is_one(head: Browser, ministry: Ministry) -> None:
    listed(ministry, "Inscrit un mardi", "2026-12-08")

    assert councils(head.get("/council"))[1] == (
        "Mardi 8 décembre 2026 des textes y sont inscrits, hors du jour d’usage"
    )
    assert titles(head.get("/council/2026-12-08"), "listed") == ["Inscrit un mardi"]
    assert head.get("/council/2026-12-15").all(".lead-in")[0].startswith("Aucun Conseil n’est connu ce jour-là.")


def test_a_day_off_is_said_and_gathers_no_text(head: Browser, ministry: Ministry) -> None:
    feast = HolidayOverride(day=ministry.clock.at.date().replace(day=17), label_fr="Fête", label_ar="عيد", worked=False)
    ministry.add(feast)
    at_sgg(ministry, "À distribuer")

    page = head.get("/council")

    assert councils(page)[2] == "Jeudi 17 décembre 2026 jour férié (Fête) : la séance serait à une autre date"
    assert titles(head.get(f"/council/{IN_SIXTEEN}"), "in-time") == []
    assert titles(head.get("/council/2026-12-24"), "in-time") == ["À distribuer"]


def test_a_council_before_the_law_asks_for_no_delay(head: Browser) -> None:
    page = head.get("/council/2016-06-30")

    assert "la loi ne fixait aucun délai entre la distribution et le Conseil" in page.all(".lead-in")[0]


@both_databases
def test_results_are_awaited_then_told(head: Browser, ministry: Ministry) -> None:
    text = listed(ministry, "À décider")
    page = head.get("/council")
    assert page.all("section[aria-labelledby=awaited] li")[0].startswith("Conseil du jeudi 26 novembre 2026 1 texte")

    page = head.follow(page, "Enregistrer les résultats")
    head.press(page, "Enregistrer les résultats", {f"{text.id.hex}-move": "adopt_in_council"})

    page = head.get("/council")
    assert page.all("section[aria-labelledby=awaited]") == []
    assert page.all("section[aria-labelledby=past] li") == ["Jeudi 26 novembre 2026 1 décision"]
    assert head.get(f"/council/{LAST}").all("section[aria-labelledby=decided] td") == [
        "À décider", "Adopté", "Adopté en Conseil de gouvernement",
    ]  # fmt: skip


def test_a_decision_that_was_struck_is_not_told(head: Browser, ministry: Ministry) -> None:
    text = listed(ministry, "À décider")
    ministry.move(text, "adopt_in_council", LAST)
    number = ministry.steps(text)[-1].number
    with ministry.desk() as desk:
        desk.correct(desk.session.get_one(LegalText, text.id), number)

    page = head.get(f"/council/{LAST}")

    assert page.all("section[aria-labelledby=decided]") == []
    assert titles(page, "listed") == ["À décider"]


def test_a_decision_whose_day_was_put_right_is_of_that_council(head: Browser, ministry: Ministry) -> None:
    text = distributed(ministry, "À décider", "2026-11-09")
    ministry.move(text, "list_on_agenda", "2026-11-12")
    ministry.move(text, "adopt_in_council", "2026-11-19")
    number = ministry.steps(text)[-1].number
    with ministry.desk() as desk:
        desk.correct(desk.session.get_one(LegalText, text.id), number, amended=(LAST, {}))

    assert head.get("/council/2026-11-19").all("section[aria-labelledby=decided]") == []
    assert titles(head.get(f"/council/{LAST}"), "decided") == ["À décider"]
    assert head.get("/council").all("section[aria-labelledby=past] li") == ["Jeudi 26 novembre 2026 1 décision"]


def test_a_text_listed_without_a_day_is_not_lost(head: Browser, ministry: Ministry) -> None:
    text = distributed(ministry, "Sans date", "2026-11-09")
    ministry.move(text, "list_on_agenda", "2026-11-20")

    assert head.get("/council").all("section[aria-labelledby=undated] li") == ["Sans date"]
    assert head.get(f"/council/{LAST}/results").all(".result h2") == ["Sans date"]


def test_what_a_text_lacks_leads_to_where_it_is_mended(head: Browser, ministry: Ministry) -> None:
    text = at_sgg(ministry, "À reprendre")
    ministry.move(text, "ask_opinion", "2026-11-02", body="cese", compulsory="yes")
    ministry.move(text, "return_with_remarks", "2026-11-10")
    ministry.move(text, "record_observation", "2026-11-10", observation="Visa.")

    page = head.get("/council")

    assert page.all("td.gap a") == ["1 observation à trancher", "Avis obligatoire attendu : CESE"]
    assert page.all(".councils td:last-child") == ["ensuite : transmettre la version corrigée"]
    for label, register in (
        ("1 observation à trancher", "observations"),
        ("Avis obligatoire attendu : CESE", "consultations"),
    ):
        assert page.link(label) == f"/texts/{text.id}/registers/{register}"
        head.get(page.link(label))


@pytest.mark.parametrize("address", ["/council", f"/council/{NEXT}", f"/council/{IN_NINE}", f"/council/{LAST}/results"])
def test_pages_ask_as_little_of_the_database_for_thirty_texts(
    app: Flask, head: Browser, ministry: Ministry, address: str
) -> None:
    def fill(count: int) -> None:
        for number in range(count):
            listed(ministry, f"Inscrit {number}", NEXT)
            listed(ministry, f"À décider {number}", LAST)
            ministry.move(listed(ministry, f"Adopté {number}", LAST), "adopt_in_council", LAST)
            at_sgg(ministry, f"À distribuer {number}")

    fill(1)
    head.get(address)
    with queries(app) as few:
        head.get(address)
    fill(29)
    with queries(app) as many:
        head.get(address)

    assert len(many) == len(few)


def test_the_folder_asks_for_every_paper_of_every_text_of_the_agenda(
    app: Flask, head: Browser, ministry: Ministry
) -> None:
    reader = Browser(app)
    reader.enter(ministry.people.reader)
    texts = [listed(ministry, title, NEXT) for title in ("Premier", "Deuxième")]

    form = head.get(f"/council/{NEXT}").soup.select_one("form.folder")

    assert form
    sent = {name: [tag["value"] for tag in form.select(f"[name={name}]")] for name in ("text", "kind", "language")}
    kinds = ["fiche_conseil", "note_presentation", "fiche_suivi"]
    assert sent == {"text": [str(text.id) for text in texts], "kind": kinds, "language": ["fr", "ar"]}
    assert form["action"] == "/papers/jobs"
    assert reader.get(f"/council/{NEXT}").soup.select("form.folder") == []
