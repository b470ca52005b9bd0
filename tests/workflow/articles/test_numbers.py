import pytest

from tests.workflow.articles.ordinals import feminine_ar, ordinal_fr
from workflow.articles.markers import fold
from workflow.articles.numbering import figure
from workflow.articles.numbers import leading, take_key, value


def folded(words: str) -> str:
    return fold(words)[0]


def test_arabic_ordinals_are_read_up_to_two_hundred() -> None:
    written = [feminine_ar(number) for number in range(1, 201)]

    assert [value(folded(words)) for words in written] == list(range(1, 201))


def test_french_ordinals_are_read_up_to_two_hundred() -> None:
    written = [ordinal_fr(number) for number in range(1, 201)]

    assert [value(folded(words)) for words in written] == list(range(1, 201))


def test_roman_numerals_are_read_up_to_three_hundred_but_for_letters_of_the_alphabet() -> None:
    alone = {50: None, 100: None}  # "Section C" is a letter

    assert [value(figure(number, "lowerRoman")) for number in range(1, 300)] == [
        alone.get(number, number) for number in range(1, 300)
    ]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("المائة والحادية والعشرون", 121), ("المئة", 100), ("العشرين", 20), ("الحاديَة عشْرة", 11), ("حادي عشر", 11),
        ("الأولي", 1), ("الرابعه", 4), ("première", 1), ("seconde", 2), ("deux", 2), ("IXe", None), ("civil", None),
        ("من", None), ("et", None), ("", None), ("والأولى", 1),
        ("الأولى والثانية", None), ("quarante-douze", None), ("trente-vingt", None), ("deux trois", None),
        ("dix-deux", None), ("soixante-dix-sept", 77), ("quatre-vingt-seize", 96), ("vingt-un", 21),
    ],
)  # fmt: skip
def test_other_spellings_of_numbers(words: str, number: int | None) -> None:
    assert value(folded(words)) == number


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("premier", "1"), ("1er", "1"), ("1ère", "1"), ("2e", "2"), ("12-1", "12-1"),
        ("12.1", "12-1"), ("4 bis", "4 bis"), ("4bis", "4 bis"), ("4 ter", "4 ter"), ("4 bis A", "4 bis a"),
        ("4 bis-1", "4 bis-1"), ("1er quater", "1 quater"), ("unique", "unique"), ("XIV", "14"), ("٣", "3"),
        ("4 مكررة", "4 bis"), ("4 مكرر", "4 bis"), ("4 المكررة", "4 bis"),
        ("الرابعة مكررة", "4 bis"), ("4 مكررة مرتين", "4 ter"),
        ("4 مكرر ثلاث مرات", "4 quater"), ("4 مكررة 2", "4 bis 2"), ("فريدة", "unique"),
        ("الفريدة", "unique"), ("تمهيدي", "préliminaire"),
        ("préliminaire", "préliminaire"),
    ],
)  # fmt: skip
def test_a_number_has_the_same_key_in_both_languages(words: str, key: str) -> None:
    assert take_key(folded(words), 0) == (key, len(folded(words)))


def test_the_words_after_a_number_are_left() -> None:
    assert take_key(folded("premier Dispositions générales"), 0) == ("1", len("premier"))
    assert take_key(folded("الأول أحكام عامة"), 0) == ("1", len("الاول"))
    assert take_key(folded("de séjour"), 0) is None
    assert take_key(folded("deux trois"), 0) == ("2", len("deux"))


def test_words_joined_to_what_is_no_number_are_none() -> None:
    assert take_key(folded("quarante-douze"), 0) is None
    assert take_key(folded("premier-Un décret"), 0) == ("1", len("premier"))


def test_a_key_begins_with_a_whole_number() -> None:
    assert [leading(key) for key in ("12", "12 bis", "12-1", "unique")] == [12, 12, 12, None]
