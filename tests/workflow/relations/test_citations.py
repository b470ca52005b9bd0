"""Which text a citation means."""

import pytest
from sqlmodel import Session

from tests.workflow.builders import Ministry
from workflow.relations.citations import cite, cited_number, find_cited


@pytest.mark.parametrize(
    ("citation", "number"),
    [
        ("loi n° 103-13", "103-13"),
        ("la loi n° 103.13 relative à la lutte contre les violences", "103-13"),
        ("Projet de loi organique n° 04-16", "04-16"),
        ("2-14-278", "2-14-278"),
        ("n° 2582-14", "2582-14"),
        ("dahir n° 1-18-19 du 22 février 2018 portant promulgation de la loi n° 103-13", "103-13"),
        ("décret n° 2-16-146 modifiant le décret n° 2-11-621", "2-16-146"),
        ("décret prévu par l’article 12 de la loi n° 103-13", None),
        ("Code pénal, tel que modifié par la loi n° 103-13", None),
        ("Code pénal", None),
        ("prévu en 103-13 bis et ailleurs", None),
        ("", None),
    ],
)
def test_a_citation_is_known_by_the_number_of_the_text_that_it_names(citation: str, number: str | None) -> None:
    found = cited_number(citation)

    assert (found.normal if found else None) == number


def test_a_number_means_a_text_only_with_the_noun_of_its_kind(session: Session) -> None:
    ministry = Ministry(session)
    law = ministry.open("projet_de_loi", number="103-13")
    order = ministry.open("arrete", number="103-13")
    decree = ministry.open("decret_loi", number="2-20-292")
    cited = ["loi n° 103-13", "arrêté n° 103-13", "103-13", "décret n° 2-20-292", "loi n° 99-99"]

    assert find_cited(session, cited) == {cited[0]: law, cited[1]: order, cited[3]: decree}


def test_a_number_that_two_files_bear_means_neither(session: Session) -> None:
    ministry = Ministry(session)
    for _file in range(2):
        ministry.open("projet_de_loi", number="103-13")

    assert find_cited(session, ["loi n° 103-13"]) == {}


def test_a_text_is_cited_by_its_kind_and_number_or_by_its_title(session: Session) -> None:
    ministry = Ministry(session)

    assert cite(ministry.open("decret", number="2-14-278")) == "projet de décret n° 2-14-278"
    assert cite(ministry.open("decret", title_fr="Projet de décret fixant les règles")) == (
        "Projet de décret fixant les règles"
    )
