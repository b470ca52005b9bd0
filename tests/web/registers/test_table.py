"""The table of a register, its filters, a past day, and the trail of an item."""

from datetime import timedelta

import pytest
from flask import Flask

from models import LegalText
from tests.web.browser import Browser
from tests.web.ministry import Ministry
from tests.web.queries import queries
from tests.web.registers.conftest import Tell
from tests.workflow.registers.desk import changed, new, withdrawn
from workflow.procedure.registers import registers

SGG = "Secrétariat général du gouvernement"
THREE = [
    new(1, observation="Préciser le délai.", article="12", body="sgg", received_on="2026-11-02"),
    new(2, observation="Titre trop long.", article="Général", body="ministry_of_justice"),
    new(3, observation="Renvoi inexact.", article="2 bis", body="sgg"),
]


def numbers(browser: Browser, address: str) -> list[str]:
    return [words.split()[-1] for words in browser.get(address).all(".items tbody td:first-child a")]


@pytest.fixture
def address(bill: LegalText, told: Tell) -> str:
    told("observations", THREE)
    told("observations", [changed(1, position="kept", replied_on="2026-11-20")])
    return f"/texts/{bill.id}/registers/observations"


def test_a_register_is_counted_and_shown_in_words(drafter: Browser, address: str) -> None:
    page = drafter.get(address)

    assert page.sentence == "3 observations : 1 avec suite, 2 sans suite."
    assert page.all(".items tbody tr")[0] == (
        "Observation n° 1 Département ou institution : Secrétariat général du gouvernement Article visé : 12 "
        "Observation : Préciser le délai. Reçue le : 02/11/2026 Suite donnée : retenue Répondu le : 20/11/2026 "
        "avec suite"
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", ["1", "2", "3"]), ("status=open", ["2", "3"]), ("status=settled", ["1"]), ("article=12", ["1"]),
     (f"who={SGG}", ["1", "3"]), ("words=delai préciser", ["1"]),
     ("sort=article", ["2", "3", "1"]), ("words=delai&status=open", []), ("unknown=x", ["1", "2", "3"])],
)  # fmt: skip
def test_filters_of_the_address_choose_items(drafter: Browser, address: str, asked: str, found: list[str]) -> None:
    assert numbers(drafter, f"{address}?{asked}") == found


def test_a_filter_that_nothing_answers_says_so(drafter: Browser, address: str) -> None:
    page = drafter.get(f"{address}?words=introuvable")

    assert "Aucun résultat Le registre a 3 éléments" in page.text
    assert numbers(drafter, page.link("Tout afficher")) == ["1", "2", "3"]


def test_a_past_day_shows_the_items_of_that_day(drafter: Browser, address: str) -> None:
    page = drafter.get(f"{address}?on=2026-11-19")

    assert "Ce que disait le registre à la fin du 19 novembre 2026" in page.text
    assert page.sentence == "1 observation : 1 sans suite."
    assert not page.all(".head-actions a")
    assert "n’est pas passé" in drafter.get(f"{address}?on=2099-01-01").text


def test_an_item_tells_who_did_what_and_what_stood_before(drafter: Browser, address: str, told: Tell) -> None:
    told("observations", [changed(1, article="13")])
    told("observations", [withdrawn(1, "Doublon.")])

    page = drafter.get(f"{address}/1")

    said = [words.split("Head ")[-1] for words in page.all(".log li")]
    assert said[1:] == [
        "Article visé : 13 (auparavant : 12)", "Suite donnée : retenue Répondu le : 20/11/2026",
        f"Département ou institution : {SGG} Article visé : 12 Observation : Préciser le délai. Reçue le : 02/11/2026",
    ]  # fmt: skip
    assert "Retirée : Doublon. Head" in page.text
    assert not page.all("main form")


@pytest.mark.parametrize("register", registers())
def test_every_register_has_its_pages(drafter: Browser, bill: LegalText, register: str) -> None:
    address = f"/texts/{bill.id}/registers/{register}"

    for path in ("", "/new", "/edit", "/import"):
        drafter.get(f"{address}{path}")
    drafter.get(f"{address}/1", status=404)
    drafter.get(f"/texts/{bill.id}/registers/nothing", status=404)


def test_a_reader_is_offered_nothing_to_write(browser: Browser, ministry: Ministry, address: str) -> None:
    browser.enter(ministry.people.reader)

    assert not browser.get(address).all(".head-actions a")
    assert "Répondre" not in browser.get(f"{address}/2").text
    browser.get(f"{address}/edit", status=403)


def test_a_register_costs_the_same_queries_whatever_its_length(
    app: Flask, drafter: Browser, bill: LegalText, told: Tell
) -> None:
    counts = []
    for many in (1, 60):
        told("observations", [new(row, observation=f"Remarque {row} {many}.") for row in range(1, many + 1)])
        for path in ("", "/edit", "/1", "?on=2026-11-01"):
            with queries(app) as sent:
                drafter.get(f"/texts/{bill.id}/registers/observations{path}")
            counts.append(len(sent))

    assert counts[:4] == counts[4:]
    assert max(counts) <= 14


@pytest.mark.usefixtures("address")
def test_the_page_of_a_text_counts_its_registers(drafter: Browser, bill: LegalText, told: Tell) -> None:
    told("letters", [new(1, direction="in", object="Saisine.")])

    page = drafter.get(f"/texts/{bill.id}")

    # Its observations have a sheet of their own, told once.
    assert page.all("#registers li > div") == ["Courriers 1 courrier"]
    assert page.one("#observations h2").text == "Observations 3"
    records = drafter.get(f"/texts/{bill.id}/records")
    assert drafter.follow(records, "Amendements").sentence == "0 amendement."
    assert numbers(drafter, page.link("Répondre à l’observation n° 3").partition("#")[0]) == ["1", "2", "3"]


def test_what_was_recorded_in_steps_stands_in_the_registers(
    drafter: Browser, ministry: Ministry, bill: LegalText
) -> None:
    ministry.move(bill, "ask_opinion", "2026-10-06", body="cese")
    ministry.clock.wait(timedelta(minutes=1))

    page = drafter.get(f"/texts/{bill.id}/registers/consultations")

    assert page.sentence == "1 consultation : 1 en attente."
    assert "Enregistrée Head" in drafter.follow(page, "Consultation n° 1").text
