"""Titles of one text under two wordings, and titles of two texts that look alike."""

import pytest

from workflow.language.near_titles import are_near, core_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Projet de loi n° 12.34 relatif aux maisons de retraite", "Loi n° 12-34 relative aux maisons de retraite"),
        ("Projet de loi relatif à l'accueil des enfants", "PROJET DE LOI RELATIF A L’ACCUEIL DES ENFANTS"),
        (
            "Loi relative au Conseil des aînés (CDA)",
            "Projet de loi relatif au conseil des aînés",
        ),
        (
            "Arrêté fixant le règlement du prix des jardins",
            "Arrêté de la ministre de la Solidarité, de la Famille fixant le règlement du prix des jardins",
        ),
        (
            "Décret n° 2-11-999 du 28 hija 1432 (25 novembre 2011) fixant les modalités des concours d'entrée",
            "Projet de décret fixant les modalités des concours d’entrée",
        ),
        (
            "Loi relative à la réglementation de la profession des jardinières et jardiniers publics",
            "Projet de loi relatif aux jardiniers publics",
        ),
        ("مشروع قانون رقم 12.34 يتعلق بدور المسنين", "قانون رقم 12.34 يتعلق بدور المسنّين"),
    ],
)
def test_one_text_under_two_wordings_is_near(one: str, other: str) -> None:
    assert are_near(one, other)
    assert are_near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Loi relative aux maisons de retraite", "Loi modifiant et complétant la loi relative aux maisons de retraite"),
        ("Loi relative aux jardins", "Décret pris pour l'application de la loi relative aux jardins"),
        ("Loi relative aux jardins", "Projet de loi portant ratification de la loi relative aux jardins"),
        ("Loi de finances pour l'année budgétaire 2014", "Loi de finances pour l'année budgétaire 2025"),
        ("Décret pris pour l'application de la loi n° 12-34", "Décret pris pour l'application de la loi n° 56-21"),
        (
            "Décret portant création de la commission ministérielle des jardins",
            "Décret portant création du comité technique des bibliothèques",
        ),
        (
            "Arrêté portant nomination des membres du comité du prix des jardins",
            "Arrêté portant création du comité du prix des jardins",
        ),
        ("Projet de loi", "Projet de décret"),
        ("Projet de loi", "Projet de loi relatif aux jardins"),
    ],
)
def test_two_texts_that_look_alike_are_not_near(one: str, other: str) -> None:
    assert not are_near(one, other)
    assert not are_near(other, one)


def test_the_words_of_its_own_are_left_without_kind_author_number_or_little_words() -> None:
    title = "Projet d'arrêté de la ministre de la Famille n° 12.34 du 3 mai 2020 relatif à l’accueil des enfants"

    assert core_words(title) == ("accueil", "enfants")
