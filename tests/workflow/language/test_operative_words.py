"""The words by which a title says what it does are found however they are accented or spaced."""

import re

import pytest

from workflow.language.act_titles import act_title
from workflow.language.operative_words import ARABIC, FRENCH, as_written


@pytest.mark.parametrize(
    "word", ["complétant", "completant", "CRÉANT", "édictant", "pris pour", "pris  pour", "relative"]
)
def test_a_word_is_found_in_a_title_as_it_stands(word: str) -> None:
    assert re.fullmatch(as_written(FRENCH), word, re.IGNORECASE)


@pytest.mark.parametrize("word", ["بشأن", "بشان", "في شأن", "بإحداث"])
def test_an_arabic_word_is_found_with_or_without_its_hamza(word: str) -> None:
    assert re.fullmatch(as_written(ARABIC), word)


@pytest.mark.parametrize("word", ["ratifiant", "créant", "déterminant"])
def test_each_word_shows_where_the_object_of_an_act_begins(word: str) -> None:
    title = f"Projet d'arrêté du ministre de la santé {word} la liste"

    assert act_title(title) == f"Arrêté du ministre de la santé {word} la liste"
