"""What is kept of words is what is read of them."""

import pytest

from workflow.language.legible import clean, illegible, one_line, without_overrides

HEH, ZWJ, ZWNJ = "\u0647", "\u200d", "\u200c"
UNSEEN = [
    "\u00ad", "\u061c", "\u180e", "\u200b", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u2060", "\u2066",
    "\u2067", "\u2068", "\u2069", "\ufeff", "\u034f", "\u3164", "\u2800", "\ufe0f", "\U000e0041", ZWJ, ZWNJ, "\x00",
    "\ufdd0", "\ufdef",
]  # fmt: skip
OVERRIDES = ["\u202d", "\u202e"]
CONTROLS = ["\x01", "\x07", "\x08", "\x1b", "\x7f", "\x80", "\x92", "\x9f"]


@pytest.mark.parametrize("mark", UNSEEN)
def test_a_mark_that_nobody_sees_is_taken_away(mark: str) -> None:
    assert one_line(f"{mark}Pro{mark}jet {mark}de loi{mark}") == "Projet de loi"
    assert illegible(clean(f"Pro{mark}jet")) is None


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u202f", "\u3000", "\n\t\r", *UNSEEN, "\u00a0\u200b \ufeff"])
def test_what_shows_nothing_is_empty(blank: str) -> None:
    assert one_line(blank) == ""


def test_spaces_of_every_kind_become_single_plain_ones() -> None:
    assert (
        one_line("\u00a0Loi\u202fn°\u00a043-22 \n relative\u2003à\u2028l’eau\u00a0") == "Loi n° 43-22 relative à l’eau"
    )
    assert clean("Loi\u00a0n°\u202f1\nArticle\t2") == "Loi\u00a0n°\u202f1\nArticle\t2"


@pytest.mark.parametrize(
    "words", ["قانون رقم 43.22", "مُحَمَّد", f"1447 {HEH}{ZWJ}", f"می{ZWNJ}خواهم", "ـعقوبات", "L’été – « 1° »"]
)
def test_what_arabic_and_french_need_is_kept(words: str) -> None:
    assert one_line(words) == words
    assert illegible(words) is None


@pytest.mark.parametrize("mark", OVERRIDES)
def test_letters_that_read_in_another_order_are_refused(mark: str) -> None:
    told = illegible(one_line(f"Loi {mark}22-34"))

    assert told is not None
    assert told.startswith("Un caractère invisible y inverse le sens de lecture")
    assert without_overrides(f"Loi {mark}22-34") == "Loi 22-34"


@pytest.mark.parametrize("mark", CONTROLS)
def test_a_control_character_is_refused_with_its_place(mark: str) -> None:
    assert illegible(f"Projet de l{mark}eau") == (
        "Un caractère illisible se trouve après « Projet de l » : une lettre s’est perdue en copiant. Retapez ce mot."
    )
    assert illegible(f"{mark}Loi") == (
        "Un caractère illisible se trouve au début : une lettre s’est perdue en copiant. Retapez ce mot."
    )
