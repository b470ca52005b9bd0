import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.articles.wording import BREAK, Fate, differences, keys_of, words_of

MARKS = {Fate.SAME: "{}", Fate.STRUCK: "-{}-", Fate.ADDED: "+{}+"}


def shown(before: str, after: str) -> str:
    """Write differences on one line: -struck-, +added+, a bar between paragraphs."""
    told = differences(before.split("|"), after.split("|"))
    return "|".join("".join(MARKS[piece.fate].format(piece.words) for piece in pieces) for pieces in told)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Le délai est de dix jours.", "Le délai est de vingt jours.", "Le délai est de -dix -+vingt +jours."),
        ("Le délai court.", "Le délai court, dès ce jour.", "Le délai court, +dès ce jour.+"),
        ("L’avis est rendu.", "L’avis conforme est rendu.", "L’avis +conforme +est rendu."),
        ("d’un avis", "de l’avis", "-d’un -+de l’+avis"),
        ("يحدد الأجل في عشرة أيام.", "يحدد الأجل في عشرين يوما.", "يحدد الأجل في -عشرة أيام.-+عشرين يوما.+"),
        ("Un.|Deux.", "Un.|Et demi.|Deux.", "Un.|+Et demi.+|Deux."),
        ("Un.|Deux.|Trois.", "Un.|Trois.", "Un.|-Deux.-|Trois."),
    ],
)
def test_words_struck_and_added(before: str, after: str, expected: str) -> None:
    assert shown(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Le délai, de dix jours ;", "Le délai de dix jours."),
        ("l'avis", "l’avis"),
        ("« mot »", '"mot"'),
        ("يُحَدَّدُ الأجل", "يحدد الأجــل"),
        ("في ٣ أيام", "في 3 أيام،"),
        ("\u200fالمادة", "المادة"),
        ("cas :", "cas\u00a0:"),
        ("– a", "- a"),
    ],
)
def test_what_no_reader_would_call_a_change_is_none(before: str, after: str) -> None:
    assert keys_of([before]) == keys_of([after])
    assert shown(before, after).replace("\u00a0", " ") == after.replace("\u00a0", " ")


def test_a_short_word_between_two_changes_is_read_with_them() -> None:
    assert shown("le ministre de la santé publique", "le conseil de région publique") == (
        "le -ministre de la santé -+conseil de région +publique"
    )


def test_a_figure_between_two_changes_stays() -> None:
    assert shown("avant 10 jours", "après 10 mois") == "-avant -+après +10 -jours-+mois+"


@given(st.lists(st.text("abc ,.", min_size=1), max_size=4), st.lists(st.text("abc ,.", min_size=1), max_size=4))
def test_without_what_is_added_the_old_words_are_left_and_without_what_is_struck_the_new_ones(
    before: list[str], after: list[str]
) -> None:
    pieces = [piece for paragraph in differences(before, after) for piece in paragraph]

    def kept(fate: Fate) -> list[str]:
        return [word.key for piece in pieces if piece.fate is not fate for word in words_of([piece.words]) if word.key]

    assert kept(Fate.ADDED) == [word.key for word in words_of(before) if word.key not in ("", BREAK)]
    assert kept(Fate.STRUCK) == [word.key for word in words_of(after) if word.key not in ("", BREAK)]


def test_a_word_changed_in_a_very_long_text_is_struck_alone() -> None:
    before = " ".join(f"mot{place % 7}" for place in range(5_000))
    after = before.replace("mot3 mot4", "mot3 neuf", 1)

    (paragraph,) = differences([before], [after])

    assert [piece.words.strip() for piece in paragraph if piece.fate is Fate.STRUCK] == ["mot4"]
    assert [piece.words.strip() for piece in paragraph if piece.fate is Fate.ADDED] == ["neuf"]


def test_texts_too_long_to_be_laid_on_each_other_stand_whole() -> None:
    before, after = (" ".join(f"{letter}{place}" for place in range(32_000)) for letter in "ab")

    (paragraph,) = differences([before], [after])

    assert [(piece.fate, piece.words.strip()) for piece in paragraph] == [(Fate.STRUCK, before), (Fate.ADDED, after)]
