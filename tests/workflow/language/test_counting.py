"""Nouns that agree with their number, as Arabic counts."""

import pytest

from workflow.language.counting import CLEAR_DAYS, DAYS, MEMBERS, MONTHS, WORKING_DAYS, YEARS, CountedNoun, counted_ar


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 يوم"),
        (1, "يوم واحد"),
        (2, "يومان"),
        (3, "3 أيام"),
        (10, "10 أيام"),
        (11, "11 يوما"),
        (99, "99 يوما"),
        (100, "100 يوم"),
        (101, "101 يوم"),
        (102, "102 يوم"),
        (103, "103 أيام"),
        (111, "111 يوما"),
        (200, "200 يوم"),
    ],
)
def test_days_are_counted(count: int, words: str) -> None:
    assert counted_ar(count, DAYS) == words


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        (MONTHS, ["شهر واحد", "شهران", "6 أشهر", "12 شهرا"]),
        (YEARS, ["سنة واحدة", "سنتان", "6 سنوات", "12 سنة"]),
        (MEMBERS, ["عضو واحد", "عضوان", "6 أعضاء", "12 عضوا"]),
        (WORKING_DAYS, ["يوم عمل واحد", "يوما عمل", "6 أيام عمل", "12 يوم عمل"]),
        (CLEAR_DAYS, ["يوم كامل واحد", "يومان كاملان", "6 أيام كاملة", "12 يوما كاملا"]),
    ],
)
def test_other_nouns_agree_alike(noun: CountedNoun, words: list[str]) -> None:
    assert [counted_ar(count, noun) for count in (1, 2, 6, 12)] == words


def test_the_dual_changes_after_a_word_that_governs_it() -> None:
    assert [counted_ar(2, noun, governed=True) for noun in (DAYS, MONTHS)] == ["يومين", "شهرين"]
