"""The first page: one sentence, one row an action, one click to the page that does it; for each role, its own."""

import pytest
from flask import Flask

from models import LegalText, Message, MessageStatus, Role
from tests.web.browser import Browser
from tests.web.council.agenda import listed
from tests.web.ministry import Ministry
from tests.web.page import Page, attribute, words
from tests.web.queries import queries

# The day is Tuesday 1 December 2026: two months from these days end the Wednesday before, that day, the Tuesday after.
LATE, TODAY, NEXT, LATER = "2026-09-25", "2026-10-01", "2026-10-08", "2026-10-20"
LIGHT = 40_000


def with_study(
    ministry: Ministry, ordered_on: str, title: str = "Projet de loi relatif au travail social"
) -> LegalText:
    """Open a bill for the drafter, of which an impact study was ordered on a day: the law gives two months for it."""
    text = ministry.open(title, on="2026-08-03", title_ar="مشروع")
    ministry.move(text, "assign_drafter")
    return ministry.move(text, "order_impact_study", ordered_on)


def groups(page: Page) -> dict[str, int]:
    """Give how many rows stand under each heading, and check that it says so."""
    found = {}
    for section in page.soup.select("section:has(.todo)"):
        heading, rows = section.select_one("h2"), section.select(".todo > li")
        assert heading is not None
        name, count = words(heading).rsplit(" ", 1)
        assert int(count) == len(rows)
        found[name] = len(rows)
    return found


def said(page: Page) -> str:
    return " ".join(words(page.h1).split())


@pytest.mark.parametrize(
    ("ordered", "sentence"),
    [
        ([], "Rien ne vous attend."),
        ([LATE], "Une action vous attend : un délai légal est dépassé."),
        ([TODAY], "Une action vous attend : une échéance tombe d’ici dimanche."),
        ([NEXT], "Une action vous attend : une échéance tombe la semaine prochaine."),
        ([LATE, NEXT],
         "Deux actions vous attendent : un délai légal est dépassé, une échéance tombe la semaine prochaine."),
        ([LATE, LATER, LATER],
         "Trois actions vous attendent : un délai légal est dépassé, deux échéances tombent plus tard."),
        ([NEXT, LATER], "Deux actions vous attendent : une échéance tombe la semaine prochaine, une plus tard."),
        ([LATE, LATE, TODAY, TODAY, TODAY],
         "Cinq actions vous attendent : deux délais légaux sont dépassés, trois échéances tombent d’ici dimanche."),
        ([LATE, TODAY, NEXT, LATER],
         ("Quatre actions vous attendent : un délai légal est dépassé, une échéance tombe d’ici dimanche, "
          "une la semaine prochaine, une plus tard.")),
        ([LATE] * 17, "17 actions vous attendent : 17 délais légaux sont dépassés."),
        ([LATE] * 21, "Plus de 20 actions vous attendent ; parmi les 20 premières : 20 délais légaux sont dépassés."),
    ],
)  # fmt: skip
def test_the_heading_is_made_of_the_counts_of_the_rows(
    ministry: Ministry, drafter: Browser, ordered: list[str], sentence: str
) -> None:
    for day in ordered:
        with_study(ministry, day)

    page = drafter.get("/")

    assert said(page) == sentence
    assert sum(groups(page).values()) == min(len(ordered), 20)


def test_each_clause_leads_to_its_rows(ministry: Ministry, drafter: Browser) -> None:
    for day in (LATE, TODAY, NEXT, LATER):
        with_study(ministry, day)
    page = drafter.get("/")

    assert [attribute(link, "href") for link in page.soup.select("h1 a")] == ["#late", "#week", "#next", "#later"]
    assert groups(page) == {"Délai légal dépassé": 1, "Cette semaine": 1, "La semaine prochaine": 1, "Plus tard": 1}


def test_a_row_tells_when_what_and_why_and_leads_to_the_move_in_one_click(ministry: Ministry, drafter: Browser) -> None:
    text = with_study(ministry, LATE)

    page = drafter.get("/")

    assert page.all(".todo .when") == ["délai légal dépassé de 6 jours mer. 25 nov."]
    assert page.all(".todo .what p") == [
        "Réaliser l’étude d’impact : projet de loi relatif au travail social.",
        "2 mois à compter du 25 septembre 2026 (décret n° 2-17-585, art. 6).",
    ]
    move = drafter.follow(page, "Enregistrer la remise de l’étude d’impact")
    assert move.url == f"/texts/{text.id}/moves/deliver_impact_study"


def test_a_marker_of_practice_is_never_red(ministry: Ministry, head: Browser) -> None:
    text = ministry.open(responsible_id=ministry.people.head.id)
    ministry.bring(text, "adopt_in_council", "2026-02-05")

    page = head.get("/")

    assert said(page) == "Une action vous attend, sans délai légal."
    assert groups(page) == {"Sans délai légal": 1}
    assert page.all(".todos") == []
    assert page.all(".of-late") == []
    assert page.all(".todo .sub") == ["Repère interne : aucun texte ne fixe cette durée."]


def test_one_button_at_most_is_solid_and_it_is_the_first(ministry: Ministry, head: Browser) -> None:
    for day in (NEXT, LATE, TODAY):
        with_study(ministry, day)
    listed(ministry, "Projet de décret")

    buttons = head.get("/").soup.select(".todo .btn")

    assert ["btn-go" in button["class"] for button in buttons] == [True, False, False, False]


def test_every_button_leads_to_a_page_that_answers(ministry: Ministry, head: Browser) -> None:
    people = ministry.people
    with_study(ministry, LATE)
    listed(ministry, "Projet de décret relatif à la carte")
    ministry.open("Projet d’arrêté", "arrete", responsible_id=None)
    decree = ministry.open("Projet de décret", "decret", on="2026-09-01", title_ar="مشروع")
    ministry.move(decree, "assign_drafter")
    ministry.move(decree, "ask_opinion", "2026-10-02", body="CNDH", answer_by="2026-11-10")
    ministry.move(decree, "record_observation", "2026-11-20", observation="Article flou.")
    ministry.move(decree, "submit_for_validation", "2026-11-23")
    ministry.add(
        Message(key="1", person_id=people.head.id, address="a@b.ma", subject="x", plain="x", html="x",
                status=MessageStatus.FAILED, created_at=ministry.clock.at, next_try_at=ministry.clock.at)
    )  # fmt: skip

    page = head.get("/")

    assert set(page.all(".todo .btn")) == {
        "Enregistrer la remise de l’étude d’impact", "Saisir les résultats", "Confier ce texte", "Préparer la relance",
        "Arbitrer l’observation", "Compléter le dossier", "Voir les courriels",
    }  # fmt: skip
    for link in page.soup.select(".todo a"):
        head.get(attribute(link, "href"))
    reminder = head.follow(page, "Préparer la relance")
    assert [words(option) for option in reminder.soup.select("#kind option[selected]")] == [
        "Lettre de relance – Recevoir l’avis : CNDH"
    ]


@pytest.mark.parametrize(
    ("role", "rows"),
    [
        (Role.DRAFTER, 1), (Role.HEAD, 2), (Role.DIRECTOR, 2), (Role.SECRETARY_GENERAL, 2), (Role.CABINET, 2),
        (Role.READER, 0), (Role.ADMINISTRATOR, 0),
    ],
)  # fmt: skip
def test_everybody_sees_their_own_work(ministry: Ministry, browser: Browser, role: Role, rows: int) -> None:
    with_study(ministry, LATE)
    other = ministry.open("Projet de loi d’un autre", on="2026-08-03", responsible_id=ministry.people.alice.id)
    ministry.move(other, "assign_drafter")
    ministry.move(other, "order_impact_study", LATE)
    browser.enter(ministry.people.with_role(role))

    page = browser.get("/")

    assert len(page.all(".todo > li")) == rows
    if not rows:
        assert page.link("Voir les textes") == "/texts"


def test_whoever_only_reads_is_told_why_nothing_waits(ministry: Ministry, browser: Browser) -> None:
    browser.enter(ministry.people.reader)

    assert browser.get("/").all(".lede") == ["Votre fonction permet de tout consulter et ne demande aucune action."]


def test_the_day_is_told_in_both_calendars(drafter: Browser) -> None:
    assert drafter.get("/").all(".on-day") == ["Mardi 1er décembre 2026 · 21 joumada II 1448 (estimé)"]


@pytest.mark.parametrize(("waiting", "folded"), [(6, 0), (7, 0), (8, 2), (9, 3)])
def test_what_no_law_presses_is_folded_after_six_rows(
    ministry: Ministry, head: Browser, waiting: int, folded: int
) -> None:
    for _each in range(waiting):
        ministry.open("Projet d’arrêté", "arrete", responsible_id=None)

    page = head.get("/")

    assert groups(page) == {"Sans délai légal": waiting}
    assert page.all(".rest > summary") == ([f"{folded} autres, sans délai légal"] if folded else [])
    assert len(page.all(".rest .todo > li")) == folded
    assert len(page.all("details .btn-go")) == 0


def test_what_is_not_listed_is_a_link_to_the_list(ministry: Ministry, drafter: Browser, head: Browser) -> None:
    for _each in range(21):
        with_study(ministry, LATE)

    assert drafter.get("/").link("voir les textes concernés") == "/texts?responsible=me"
    assert head.get("/").link("voir les textes concernés") == "/texts?due=late"


def test_the_texts_of_a_person_are_counted_while_they_go_on(ministry: Ministry, drafter: Browser) -> None:
    texts = [with_study(ministry, LATER) for _each in range(2)]
    assert drafter.get("/").link("2 textes en cours sont à votre charge") == "/texts?responsible=me&over=no"

    ministry.move(texts[0], "abandon", "2026-11-30", reason="Sans objet.")

    assert drafter.get("/").link("Un texte en cours est à votre charge") == "/texts?responsible=me&over=no"


def test_the_page_costs_the_same_whatever_the_number_of_texts(app: Flask, ministry: Ministry, drafter: Browser) -> None:
    counts, opened = [], 0
    for wanted in (1, 3, 30):
        for _each in range(wanted - opened):
            with_study(ministry, LATE)
        opened = wanted
        with queries(app) as sent:
            page = drafter.get("/")
        counts.append(len(sent))

    assert len(set(counts)) == 1
    assert len(page.soup.encode()) <= LIGHT
