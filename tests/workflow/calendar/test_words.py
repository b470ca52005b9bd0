from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.partial_date import PartialDate
from workflow.calendar.words import (
    day_ar,
    day_fr,
    day_short_fr,
    parse_fr,
    partial_ar,
    partial_fr,
    partial_short_fr,
    same_day_ar,
    same_day_fr,
)

FULL = st.dates(date(1912, 1, 1), date(2100, 12, 31)).map(PartialDate.of)
MONTHS = st.builds(PartialDate, st.integers(1912, 2100), st.integers(1, 12))
YEARS = st.builds(PartialDate, st.integers(1912, 2100))


@pytest.mark.parametrize(
    ("day", "french", "short", "arabic"),
    [
        (date(2018, 8, 1), "1er août 2018", "1er août 2018", "فاتح أغسطس 2018"),
        (date(2018, 9, 12), "12 septembre 2018", "12 sept. 2018", "12 سبتمبر 2018"),
        (date(2011, 5, 2), "2 mai 2011", "2 mai 2011", "2 ماي 2011"),
        (date(2014, 6, 6), "6 juin 2014", "6 juin 2014", "6 يونيو 2014"),
        (date(2018, 2, 22), "22 février 2018", "22 févr. 2018", "22 فبراير 2018"),
    ],
)
def test_a_day_is_worded_in_both_languages(day: date, french: str, short: str, arabic: str) -> None:
    assert (day_fr(day), day_short_fr(day), day_ar(day)) == (french, short, arabic)


@pytest.mark.parametrize(
    ("iso", "french", "short", "arabic"),
    [
        ("2013-11-07", "le 7 novembre 2013", "7 nov. 2013", "في 7 نوفمبر 2013"),
        ("2016-08-01", "le 1er août 2016", "1er août 2016", "في فاتح أغسطس 2016"),
        ("2016-07", "en juillet 2016", "juill. 2016", "في يوليو 2016"),
        ("2016-12", "en décembre 2016", "déc. 2016", "في ديسمبر 2016"),
        ("2015", "en 2015", "2015", "سنة 2015"),
    ],
)
def test_a_date_is_worded_as_precisely_as_it_is_known(iso: str, french: str, short: str, arabic: str) -> None:
    when = PartialDate.parse(iso)

    assert (partial_fr(when), partial_short_fr(when), partial_ar(when)) == (french, short, arabic)


def test_an_unknown_date_says_so() -> None:
    assert partial_short_fr(None) == "date inconnue"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("07 novembre 2013", "2013-11-07"),
        ("1er août 2016", "2016-08-01"),
        ("1ᵉʳ AOUT 2016", "2016-08-01"),
        ("1 er aout 2016", "2016-08-01"),
        ("juillet 2016", "2016-07"),
        ("2 mai 2011", "2011-05-02"),
        ("  2\N{NO-BREAK SPACE}mai\N{NARROW NO-BREAK SPACE}\n2011\N{RIGHT-TO-LEFT MARK}", "2011-05-02"),
        ("Fevrier 2018", "2018-02"),
        ("fe\N{COMBINING ACUTE ACCENT}vrier 2018", "2018-02"),
        ("12 sept. 2018", "2018-09-12"),
        ("le 4 juillet 2013", "2013-07-04"),
        ("2015", "2015"),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, read: str) -> None:
    assert parse_fr(written) == PartialDate.parse(read)


@pytest.mark.parametrize(
    "text", ["", "date inconnue", "12 2016", "8 chaabane 1435", "00 mai 2011", "7 nov 13", "32 mai 2011"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ne se lit pas comme une date"):
        parse_fr(text)


def test_a_day_that_no_month_has_is_refused() -> None:
    with pytest.raises(ValueError, match="« 31 février 2018 » n’existe pas"):
        parse_fr("31 février 2018")


@given(FULL | MONTHS | YEARS)
def test_a_date_is_read_as_it_is_worded(when: PartialDate) -> None:
    assert parse_fr(partial_fr(when)) == when
    assert parse_fr(partial_short_fr(when)) == when


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("adopté le 7 mars 2013 et déposé le 7 mars 2013", "adopté le 7 mars 2013 et déposé le même jour"),
        ("le 1er août 2018, puis le 1er août 2018", "le 1er août 2018, puis le même jour"),
        ("voté depuis le 7 mars 2013, déféré le 7 mars 2013", "voté depuis le 7 mars 2013, déféré le même jour"),
        ("Bulletin du 7 mars 2013, en vigueur le 7 mars 2013", "Bulletin du 7 mars 2013, en vigueur le même jour"),
        ("depuis le 7 mars 2013 (Bulletin du 7 mars 2013)", "depuis le 7 mars 2013 (Bulletin du 7 mars 2013)"),
        ("le 7 mars 2013, le 8 mars 2013, le 7 mars 2013", "le 7 mars 2013, le 8 mars 2013, le 7 mars 2013"),
        ("le 7 mars 2013 et le 17 mars 2013", "le 7 mars 2013 et le 17 mars 2013"),
        ("en mars 2013 et en mars 2013", "en mars 2013 et en mars 2013"),
    ],
)
def test_a_day_told_twice_in_a_row_is_the_same_day(words: str, told: str) -> None:
    assert same_day_fr(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "أودع بتاريخ 7 مارس 2013، بعد المصادقة بتاريخ 7 مارس 2013",
            "أودع بتاريخ 7 مارس 2013، بعد المصادقة في اليوم نفسه",
        ),
        ("بتاريخ فاتح ماي 2018، ثم بتاريخ فاتح ماي 2018", "بتاريخ فاتح ماي 2018، ثم في اليوم نفسه"),
        ("منذ 7 مارس 2013، بعد المجلس المنعقد بتاريخ 7 مارس 2013", "منذ 7 مارس 2013، بعد المجلس المنعقد في اليوم نفسه"),
        ("بتاريخ 7 مارس 2013 (عدد 7376 بتاريخ 7 مارس 2013)", "بتاريخ 7 مارس 2013 (عدد 7376 بتاريخ 7 مارس 2013)"),
        ("بتاريخ 7 مارس 2013، ثم بتاريخ 17 مارس 2013", "بتاريخ 7 مارس 2013، ثم بتاريخ 17 مارس 2013"),
        ("في مارس 2013 وفي مارس 2013", "في مارس 2013 وفي مارس 2013"),
    ],
)
def test_a_day_told_twice_in_a_row_is_the_same_day_in_arabic_too(words: str, told: str) -> None:
    assert same_day_ar(words) == told
