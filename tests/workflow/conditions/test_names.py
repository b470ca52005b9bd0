"""A step that gives a text a title or a number says something else than what is known."""

import pytest

from tests.workflow.builders import File, moved
from workflow.rulebook.files import procedures

SAME_TITLE = ["C’est déjà l’intitulé du texte : rien ne changerait."]
NO_TITLE = ["Donnez le nouvel intitulé, en français ou en arabe."]
SAME_NUMBER = ["C’est déjà le numéro du texte : rien ne changerait."]
KINDS = pytest.mark.parametrize("kind", [kind for kind, each in procedures().items() if "retitle" in each.moves])


@KINDS
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, NO_TITLE),
        ({"title_fr": "  ", "title_ar": ""}, NO_TITLE),
        ({"title_fr": "Projet de texte"}, SAME_TITLE),
        ({"title_fr": " Projet  de texte ", "title_ar": "مشروع نص"}, SAME_TITLE),
        ({"title_ar": "مشروع نص"}, SAME_TITLE),
        ({"title_fr": "Projet de texte", "title_ar": "مشروع آخر"}, []),
        ({"title_fr": "Projet d’un autre texte"}, []),
    ],
)
def test_a_title_that_changes_nothing_is_refused(kind: str, typed: dict[str, str], said: list[str]) -> None:
    assert File.opened(kind).refusals("retitle", **typed) == said


def test_a_title_is_compared_with_the_last_one_told() -> None:
    file = File.opened("arrete", moved("retitle", title_fr="Projet d’arrêté sur les crèches"))

    assert file.refusals("retitle", title_fr="Projet d’arrêté sur les crèches") == SAME_TITLE
    assert file.refusals("retitle", title_fr="Projet de texte") == []


def test_a_new_number_that_is_the_known_one_is_refused_however_it_is_written() -> None:
    file = File.opened("arrete", moved("renumber", number="101-26"))

    assert file.refusals("renumber", number="n° 101.26") == SAME_NUMBER
    assert file.refusals("renumber", number="102-26") == []
