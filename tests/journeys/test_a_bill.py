"""The bill against violence, from the ad hoc commission of 2013 to its entry into force in 2018, step by step.

Each step: the action and its outcome as the page names them, what is typed, then what the page says: where the bill
stands, which deadlines run, and which papers are new.
"""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import deadlines, open_bill, papers, record, sign_in

pytestmark = pytest.mark.browser

FIRST, SECOND = "la Chambre des représentants", "la Chambre des conseillers"
LAW = "Loi relative à la lutte contre la violence à l’égard des femmes"
PLENARY = "Enregistrer le vote en séance plénière"
COMMITTEE = "Enregistrer le vote de la commission"
ACROSS = "Enregistrer le renvoi en commission à l’autre Chambre"
PUBLISH_LAW = "Publier la loi au Bulletin officiel : 22 mars 2018"


@dataclass(frozen=True)
class Step:
    action: str
    typed: dict[str, str]
    sentence: str
    running: list[str] = field(default_factory=list)
    outcome: str = ""
    made: str = ""


GOVERNMENT = [
    Step(
        "Inscrire à l’ordre du jour du Conseil",
        {"Date": "10/3/2016", "Date du Conseil visé": "17/3/2016"},
        "Ce projet de loi est inscrit à l’ordre du jour du Conseil de gouvernement du 17 mars 2016.",
    ),
    Step(
        "Enregistrer la décision du Conseil de gouvernement",
        {"Date": "17/3/2016"},
        "Ce projet de loi a été adopté par le Conseil de gouvernement réuni le 17 mars 2016.",
        ["Déposer le projet au Parlement : 16 avr. 2016"],
        outcome="Adopté",
    ),
    Step(
        "Enregistrer le dépôt au Parlement",
        {"Date": "6/2016", "Chambre saisie": "Chambre des représentants"},
        "Ce projet de loi a été adopté par le Conseil de gouvernement réuni le 17 mars 2016 et déposé au bureau de "
        f"{FIRST} en juin 2016.",
        made="Fiche de suivi v1",
    ),
]
FIRST_READING = [
    Step(
        "Enregistrer le renvoi en commission",
        {"Date": "6/2016"},
        f"Ce projet de loi est en cours d’examen en commission à {FIRST} depuis juin 2016.",
        ["Programmer l’examen en commission : 7 juill. 2016", "Achever l’examen en commission : 29 août 2016"],
    ),
    Step(
        COMMITTEE,
        {"Date": "7/2016"},
        f"Ce projet de loi a été examiné par la commission permanente de {FIRST} en juillet 2016 ; il attend son "
        "inscription en séance plénière.",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        f"Ce projet de loi est soumis à la séance plénière de {FIRST}.",
    ),
    Step(
        PLENARY,
        {"Date": "20/7/2016", "Voix": "70-22"},
        f"Ce projet de loi a été adopté par {FIRST} le 20 juillet 2016 par 70 voix contre 22, et transmis à {SECOND}.",
        outcome="Adopté",
    ),
]
ACROSS_THE_NAVETTE = [
    Step(
        ACROSS,
        {"Date": "7/2016"},
        f"Adopté par {FIRST} le 20 juillet 2016 par 70 voix contre 22, ce projet de loi est en cours d’examen en "
        f"commission à {SECOND} depuis juillet 2016.",
        [
            "Programmer l’examen en commission : 7 août 2016",
            "Rappel du président, texte non programmé : 30 août 2016",
            "Achever l’examen en commission : 29 sept. 2016",
        ],
    ),
    Step(
        COMMITTEE,
        {"Date": "1/2018"},
        f"Ce projet de loi a été examiné par la commission permanente de {SECOND} en janvier 2018 ; il attend son "
        "inscription en séance plénière.",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        f"Ce projet de loi est soumis à la séance plénière de {SECOND}.",
    ),
    Step(
        PLENARY,
        {"Date": "30/1/2018", "Voix": "23-15-0"},
        f"Ce projet de loi a été adopté avec des modifications par {SECOND} le 30 janvier 2018 par 23 voix contre 15, "
        f"et transmis à {FIRST}.",
        outcome="Adopté avec des modifications",
    ),
]
SECOND_READING = [
    Step(
        ACROSS,
        {"Date": "2/2018"},
        f"Adopté avec des modifications par {SECOND} le 30 janvier 2018 par 23 voix contre 15, ce projet de loi est en "
        f"cours d’examen en commission à {FIRST}, en deuxième lecture depuis février 2018.",
        ["Programmer l’examen en commission : 7 mars 2018", "Achever l’examen en commission : 29 avr. 2018"],
    ),
    Step(
        COMMITTEE,
        {"Date": "2/2018"},
        f"Ce projet de loi a été examiné par la commission permanente de {FIRST} en février 2018, en deuxième lecture "
        "; il attend son inscription en séance plénière.",
        outcome="Adopté par la commission",
    ),
    Step(
        "Inscrire en séance plénière",
        {"Date": "?"},
        f"Ce projet de loi est soumis à la séance plénière de {FIRST}, en deuxième lecture.",
    ),
    Step(
        PLENARY,
        {"Date": "14/2/2018", "Voix": "168-55-0"},
        f"Ce projet de loi a été définitivement adopté par {FIRST} le 14 février 2018 par 168 voix contre 55.",
        outcome="Adopté définitivement",
    ),
]
LAST = [
    Step(
        "Enregistrer la transmission au gouvernement",
        {"Date": "14/2/2018"},
        "Définitivement adopté par le Parlement le 14 février 2018 par 168 voix contre 55, ce projet de loi attend sa "
        "promulgation.",
        ["Promulguer la loi : 16 mars 2018"],
    ),
    Step(
        "Enregistrer la promulgation",
        {
            "Date": "22/2/2018", "Dahir n°": "1-18-19", "Numéro du texte": "103.13",
            "Intitulé en français, s’il change": LAW,
        },
        "Cette loi a été promulguée par le dahir n° 1-18-19 le 22 février 2018 ; sa publication au Bulletin officiel "
        "est attendue.",
        [PUBLISH_LAW],
    ),
    Step(
        "Enregistrer l’envoi à l’Imprimerie officielle",
        {"Date": "2/2018"},
        "Cette loi a été transmise à l’Imprimerie officielle en février 2018 pour publication.",
        [PUBLISH_LAW],
    ),
    Step(
        "Enregistrer la publication au Bulletin officiel",
        {"Date": "12/3/2018", "Bulletin officiel n°": "6655"},
        "Cette loi a été publiée au Bulletin officiel n° 6655 le 12 mars 2018 ; sa date d’entrée en vigueur reste à "
        "enregistrer.",
    ),
    Step(
        "Enregistrer la règle d’entrée en vigueur",
        {"Ou nombre de mois après la publication": "6"},
        "Cette loi a été publiée au Bulletin officiel n° 6655 le 12 mars 2018 ; elle entrera en vigueur le 12 "
        "septembre 2018.",
        ["Entrée en vigueur : 12 sept. 2018"],
        outcome="Plus tard, à une date connue",
    ),
    Step(
        "Enregistrer l’entrée en vigueur",
        {},  # the day that the law itself sets is proposed
        "Cette loi est en vigueur depuis le 12 septembre 2018 (Bulletin officiel n° 6655 du 12 mars 2018).",
    ),
]  # fmt: skip


def test_the_bill_against_violence_becomes_law(page: Page) -> None:
    sign_in(page, "redactrice")
    open_bill(page)
    expect(page.locator(".sentence")).to_contain_text("il doit être présenté de nouveau pour approbation")
    assert deadlines(page) == ["Rapport de la commission ad hoc : 7 févr. 2014"]
    made: list[str] = []

    for step in (*GOVERNMENT, *FIRST_READING, *ACROSS_THE_NAVETTE, *SECOND_READING, *LAST):
        record(page, step.action, step.outcome, step.typed)
        expect(page.locator(".sentence")).to_have_text(step.sentence)
        made = [step.made, *made] if step.made else made
        assert (deadlines(page), papers(page)) == (step.running, made), step.action

    expect(page.get_by_role("heading", level=1)).to_have_text(LAW)
    expect(page.locator(".tags")).to_contain_text("n° 103-13")
    assert page.locator(".path li.done").count() >= 6
    assert page.locator(".path li.coming").count() == 0
