"""The bill against violence, from the ad hoc commission of 2013 to its entry into force in 2018, step by step.

Each step: the action and its outcome as the page names them, what is typed, then what the page says: where the bill
stands, which deadlines run, and which papers are new.
"""

from dataclasses import dataclass, field
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine
from sqlmodel import Session, select

from models import LegalText
from tests.fixtures.demonstration import NOW
from tests.journeys.desk import deadlines, open_bill, papers, record, sign_in
from tests.workflow.builders import CALENDAR
from tests.workflow.law import due
from workflow.calendar.words import day_short_fr
from workflow.standing.reading import read_standing
from workflow.standing.standing import Standing

pytestmark = pytest.mark.browser

LAW = "Loi relative à la lutte contre la violence à l’égard des femmes"
PLENARY = "Enregistrer le vote en séance plénière"
COMMITTEE = "Enregistrer le vote de la commission"
ACROSS = "Enregistrer le renvoi en commission à l’autre Chambre"
PUBLISH_LAW = "Publier la loi au Bulletin officiel : 22 mars 2018"


@dataclass(frozen=True)
class Step:
    action: str
    typed: dict[str, str]
    state: str
    running: list[str] = field(default_factory=list)
    outcome: str = ""
    made: str = ""


def committee(start: str, chamber: str = "representants") -> str:
    """Give the line of the committee's deadline, counted from `start`."""
    falls = date.fromisoformat(due("committee", start, chamber=chamber))
    return f"Achever l’examen en commission : {day_short_fr(falls)}"


def standing_of(engine: Engine) -> Standing:
    """Read where the bill stands."""
    with Session(engine) as session:
        bill = session.exec(select(LegalText).where(LegalText.number == "103-13")).one()
        return read_standing(session, bill, on=NOW.date(), calendar=CALENDAR)


def typed_date(step: Step) -> str:
    """Give the date that was typed, as it is kept; "None" where it was said to be unknown."""
    date_typed = step.typed["Date"]
    return "None" if date_typed == "?" else "-".join(part.zfill(2) for part in reversed(date_typed.split("/")))


def typed_votes(step: Step) -> list[int] | None:
    return [int(count) for count in step.typed["Voix"].split("-")] if "Voix" in step.typed else None


GOVERNMENT = [
    Step(
        "Inscrire à l’ordre du jour du Conseil",
        {"Date": "10/3/2016", "Date du Conseil visé": "17/3/2016"},
        "inscrit_cg",
    ),
    Step(
        "Enregistrer la décision du Conseil de gouvernement",
        {"Date": "17/3/2016"},
        "adopte_cg",
        ["Déposer le projet au Parlement : 16 avr. 2016"],
        outcome="Adopté",
    ),
    Step(
        "Enregistrer le dépôt au Parlement",
        {"Date": "6/2016", "Chambre saisie": "Chambre des représentants"},
        "depose",
        made="Fiche de suivi v1",
    ),
]
FIRST_READING = [
    Step(
        "Enregistrer le renvoi en commission",
        {"Date": "6/2016"},
        "commission",
        ["Programmer l’examen en commission : 7 juill. 2016", committee("2016-06-30")],
    ),
    Step(
        COMMITTEE,
        {"Date": "7/2016"},
        "rapport",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        "seance",
    ),
    Step(
        PLENARY,
        {"Date": "20/7/2016", "Voix": "70-22"},
        "transmis_autre_chambre",
        outcome="Adopté",
    ),
]
ACROSS_THE_NAVETTE = [
    Step(
        ACROSS,
        {"Date": "7/2016"},
        "commission",
        [
            "Programmer l’examen en commission : 7 août 2016",
            "Rappel du président, texte non programmé : 30 août 2016",
            committee("2016-07-31", chamber="conseillers"),
        ],
    ),
    Step(
        COMMITTEE,
        {"Date": "1/2018"},
        "rapport",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        "seance",
    ),
    Step(
        PLENARY,
        {"Date": "30/1/2018", "Voix": "23-15-0"},
        "transmis_autre_chambre",
        outcome="Adopté avec des modifications",
    ),
]
SECOND_READING = [
    Step(
        ACROSS,
        {"Date": "2/2018"},
        "commission",
        ["Programmer l’examen en commission : 7 mars 2018", committee("2018-02-28")],
    ),
    Step(
        COMMITTEE,
        {"Date": "2/2018"},
        "rapport",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        "seance",
    ),
    Step(
        PLENARY,
        {"Date": "14/2/2018", "Voix": "168-55-0"},
        "adopte_definitif",
        outcome="Adopté définitivement",
    ),
]
LAST = [
    Step(
        "Enregistrer la transmission au gouvernement",
        {"Date": "14/2/2018"},
        "attente_promulgation",
        ["Promulguer la loi : 16 mars 2018"],
    ),
    Step(
        "Enregistrer la promulgation",
        {
            "Date": "22/2/2018", "Dahir n°": "1-18-19", "Numéro du texte": "103.13",
            "Intitulé en français, s’il change": LAW,
        },
        "promulgue",
        [PUBLISH_LAW],
    ),
    Step(
        "Enregistrer l’envoi à l’Imprimerie officielle",
        {"Date": "2/2018"},
        "a_publier",
        [PUBLISH_LAW],
    ),
    Step(
        "Enregistrer la publication au Bulletin officiel",
        {"Date": "12/3/2018", "Bulletin officiel n°": "6655"},
        "publie",
    ),
    Step(
        "Enregistrer la règle d’entrée en vigueur",
        {"Ou nombre de mois après la publication": "6"},
        "vigueur_differee",
        ["Entrée en vigueur : 12 sept. 2018"],
        outcome="Plus tard, à une date connue",
    ),
    Step(
        "Enregistrer l’entrée en vigueur",
        {},  # the day that the law itself sets is proposed
        "en_vigueur",
    ),
]  # fmt: skip


def test_the_bill_against_violence_becomes_law(page: Page, engine: Engine) -> None:
    sign_in(page, "redactrice")
    open_bill(page)
    expect(page.locator(".sentence")).to_contain_text("il doit être présenté de nouveau pour approbation")
    assert deadlines(page) == ["Rapport de la commission ad hoc : 7 févr. 2014"]
    made: list[str] = []

    for step in (*GOVERNMENT, *FIRST_READING, *ACROSS_THE_NAVETTE, *SECOND_READING, *LAST):
        record(page, step.action, step.outcome, step.typed)
        standing = standing_of(engine)
        expect(page.locator(".sentence")).to_have_text(standing.sentence)
        assert standing.situation.state == step.state
        done = standing.situation.done[-1]
        if "Date" in step.typed:
            assert str(done.on) == typed_date(step)
        votes = done.facts.get("votes")
        assert (votes and [count for count in votes.values() if count is not None]) == typed_votes(step)
        made = [step.made, *made] if step.made else made
        assert (deadlines(page), papers(page)) == (step.running, made), step.action

    expect(page.get_by_role("heading", level=1)).to_have_text(LAW)
    expect(page.locator(".tags")).to_contain_text("n° 103-13")
    assert page.locator(".path li.done").count() >= 6
    assert page.locator(".path li.coming").count() == 0
