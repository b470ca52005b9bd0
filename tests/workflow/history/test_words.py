"""The words under which a text is found, and the marks of what lists filter by."""

from collections.abc import Iterable
from uuid import UUID

import pytest

from tests.workflow.builders import new_text
from workflow.history.fold import EDIT, Situation, fold
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.history.words import LONGEST, numbers, words_of
from workflow.rulebook.files import procedures

WORDS = procedures()["projet_de_loi"].vocabulary


def found_under(**particulars: str) -> frozenset[str]:
    text = new_text(title_ar="", section="lois")
    for name, value in particulars.items():
        setattr(text, name, value)
    return words_of(text, Situation("initie"), WORDS)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["decret", "2", "14", "278"], ["2_14_278", "14_278", "278"]),
        (["no103", "13"], ["103_13", "13"]),
        (["bo", "6867", "bis", "du", "5"], ["6867_bis", "bis", "5"]),
        (["1", "2", "3", "4", "5"], ["1_2_3_4", "2_3_4_5", "3_4_5", "4_5", "5"]),
        (["ter"], []),
    ],
)
def test_a_number_is_one_word_from_each_of_its_parts_on(words: Iterable[str], joined: list[str]) -> None:
    assert list(numbers(words)) == joined


def test_an_arabic_word_is_found_without_what_stands_before_it() -> None:
    found = found_under(search_text="قرار باحداث وبالقانون للنساء لجنه")

    assert {"باحداث", "احداث", "قانون", "نساء", "لجنه"} <= found
    assert "رار" not in found


def test_signs_of_titles_are_marks() -> None:
    assert "=x_ab" in found_under(title_fr="« Tamayuz »")


def test_what_lists_filter_by_is_marked() -> None:
    text = new_text(section="lois", state="promulgue", phase="promulgation", responsible_id=UUID(int=15))

    assert {"=s_lois", "=k_projet_de_loi", f"=r_{15:032x}"} <= words_of(text, Situation("initie"), WORDS)


def test_a_word_too_long_to_be_typed_is_cut() -> None:
    assert "a" * LONGEST in found_under(search_text="a" * 300)


def told(**facts: object) -> frozenset[str]:
    """Give the words of a text opened for Salma Idrissi, of which a later step tells these facts."""
    opening = Supposed(1, OPEN, facts={"responsible": "Salma Idrissi"})
    situation = fold(procedures()["projet_de_loi"], [opening, Supposed(2, EDIT, facts=dict(facts))])
    return words_of(new_text(section="lois"), situation, WORDS)


def test_what_the_steps_tell_in_words_is_found_but_not_what_was_chosen() -> None:
    found = told(
        body="Conseil de la concurrence",
        reference="D-458/26",
        note="Rappelé",
        chamber="conseillers",
        council_on="2026-11-26",
    )

    assert {"d", "458_26", "rappele", "concurrence", "salma"} <= found
    assert not {"conseillers", "2026_11_26"} & found


def test_a_title_or_a_number_of_before_is_not_found() -> None:
    assert not {"ancien", "99_99"} & told(title_fr="Ancien", number="99-99")


def test_the_person_responsible_is_found_by_name_and_the_one_before_is_not() -> None:
    found = told(responsible="Omar Berrada")

    assert {"omar", "berrada"} <= found
    assert "salma" not in found
