from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.calendar.hijri import (
    DualDate,
    HijriDate,
    check_pair,
    format_ar,
    format_fr,
    parse_fr,
    to_gregorian,
    to_hijri,
    told_fr,
)

PRINTED = [
    ("28 hija 1432", date(2011, 11, 25)),
    ("18 joumada II 1434", date(2013, 4, 29)),
    ("10 chawal 1435", date(2014, 8, 7)),
    ("8 chaâbane 1435", date(2014, 6, 6)),
    ("28 joumada I 1432", date(2011, 5, 2)),
    ("25 chaabane 1434", date(2013, 7, 4)),
    ("29 chaoual 1435", date(2014, 8, 26)),
    ("5 kaada 1435", date(2014, 9, 1)),
    ("25 moharrem 1436", date(2014, 11, 19)),
    ("19 rejeb 1437", date(2016, 4, 27)),
    ("12 chaabane 1437", date(2016, 5, 19)),
    ("19 hija 1437", date(2016, 9, 21)),
    ("5 joumada II 1439", date(2018, 2, 22)),
    ("23 joumada II 1439", date(2018, 3, 12)),
    ("1er moharrem 1440", date(2018, 9, 11)),
    ("18 rabii II 1446", date(2024, 10, 22)),
    ("11 joumada I 1446", date(2024, 11, 14)),
    ("7 safar 1447", date(2025, 8, 1)),
]
DAYS = st.dates(date(1945, 12, 5), date(2076, 11, 26))
HIJRI_DATES = st.builds(HijriDate, st.integers(1300, 1500), st.integers(1, 12), st.integers(1, 30))


@pytest.mark.parametrize(("hijri", "day"), PRINTED)
def test_dates_printed_in_both_calendars_agree(hijri: str, day: date) -> None:
    dual = DualDate(parse_fr(hijri), day, estimated=False)

    assert to_hijri(day) == to_gregorian(dual.hijri) == dual
    assert check_pair(dual.hijri, day) is None


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ("11 rejeb 1402", date(1982, 5, 6)),
        ("22 rabia I 1414", date(1993, 9, 10)),
        ("3 rejeb 1428", date(2007, 7, 19)),
        ("1 moharrem 1332", date(1913, 1, 1)),
    ],
)
def test_older_and_rarer_gaps_are_accepted(hijri: str, day: date) -> None:
    assert check_pair(parse_fr(hijri), day) is None


@pytest.mark.parametrize(
    ("hijri", "day", "gap"),
    [
        ("8 chaabane 1435", date(2014, 7, 6), "au 6 juin 2014, et non au 6 juillet 2014 (écart de 30 jours)"),
        ("8 chaabane 1435", date(2014, 6, 5), "au 6 juin 2014, et non au 5 juin 2014 (écart de 1 jour)"),
        (
            "1er safar 1450",
            date(2028, 7, 1),
            "au 24 juin 2028, à un jour près, et non au 1er juillet 2028 (écart de 7 jours)",
        ),
    ],
)
def test_a_pair_that_disagrees_is_explained(hijri: str, day: date, gap: str) -> None:
    sentence = f"Le {hijri} correspond {gap}. Veuillez vérifier les deux dates."

    assert check_pair(parse_fr(hijri), day) == sentence


def test_a_month_nobody_witnessed_fits_between_its_neighbours() -> None:
    assert to_gregorian(HijriDate(1424, 6, 1)) == DualDate(HijriDate(1424, 6, 1), date(2003, 7, 31), estimated=True)


@pytest.mark.parametrize(("hijri", "estimated"), [("29 ramadan 1447", False), ("30 ramadan 1447", True)])
def test_a_thirtieth_day_is_estimated_until_the_next_month_is_known(hijri: str, *, estimated: bool) -> None:
    dual = to_gregorian(parse_fr(hijri))

    assert dual is not None
    assert dual.estimated is estimated


def test_a_month_of_29_days_has_no_thirtieth() -> None:
    assert to_gregorian(HijriDate(1439, 9, 30)) is None
    assert to_gregorian(HijriDate(1439, 8, 29)) == DualDate(HijriDate(1439, 8, 29), date(2018, 5, 16), estimated=False)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1982, 7, 7), "16 ramadan 1402 (estimé)"),
        (date(2018, 2, 22), "5 joumada II 1439"),
        (date(2060, 1, 1), "27 rejeb 1482 (estimé)"),
    ],
)
def test_a_day_that_no_moroccan_month_bears_out_says_so(day: date, words: str) -> None:
    dual = to_hijri(day)
    assert dual
    assert told_fr(dual) == words


def test_years_out_of_reach_are_not_guessed() -> None:
    assert to_hijri(date(1945, 12, 4)) is None
    assert to_hijri(date(2077, 1, 1)) is None
    assert to_gregorian(HijriDate(1364, 12, 30)) is None


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1435, 13, 1), (1435, 0, 1), (1435, 1, 31), (1435, 1, 0), (2014, 1, 1)]
)
def test_impossible_hijri_dates_are_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="Date hégirienne impossible"):
        HijriDate(year, month, day)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10 chawal 1435", HijriDate(1435, 10, 10)),
        ("10 Chawwal 1435", HijriDate(1435, 10, 10)),
        ("8\N{NO-BREAK SPACE}CHAÂBANE  1435", HijriDate(1435, 8, 8)),
        ("8 chaaban 1435", HijriDate(1435, 8, 8)),
        ("08 cha'bane 1435 H", HijriDate(1435, 8, 8)),
        ("1er mouharram 1440", HijriDate(1440, 1, 1)),
        ("1 er Muharram 1440", HijriDate(1440, 1, 1)),
        ("28 joumada II 1432", HijriDate(1432, 6, 28)),
        ("28 Joumada al oula 1432", HijriDate(1432, 5, 28)),
        ("28 jumada 1 1432", HijriDate(1432, 5, 28)),
        ("9 rebia I 1397", HijriDate(1397, 3, 9)),
        ("9 rabi' I 1397", HijriDate(1397, 3, 9)),
        ("9 rabia II 1397", HijriDate(1397, 4, 9)),
        ("3 rajab 1402", HijriDate(1402, 7, 3)),
        ("3 ramadane 1402", HijriDate(1402, 9, 3)),
        ("12 qaâda 1434", HijriDate(1434, 11, 12)),
        ("12 dhou al-kaâda 1434", HijriDate(1434, 11, 12)),
        ("28 hijja 1432", HijriDate(1432, 12, 28)),
        ("28 dhul-hijja 1432", HijriDate(1432, 12, 28)),
    ],
)
def test_every_french_spelling_is_read(written: str, read: HijriDate) -> None:
    assert parse_fr(written) == read


@pytest.mark.parametrize("text", ["", "chaabane 1435", "31 safar 1435", "5 juin 1435", "5 rabii 1435", "5 safar 2014"])
def test_what_is_no_hijri_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="ne se lit pas comme une date hégirienne"):
        parse_fr(text)


@pytest.mark.parametrize(
    ("hijri", "closing", "bulletin"),
    [
        (HijriDate(1435, 10, 29), "29 من شوال 1435", "29 شوال 1435"),
        (HijriDate(1435, 11, 5), "5 ذي القعدة 1435", "5 ذو القعدة 1435"),
        (HijriDate(1437, 12, 19), "19 من ذي الحجة 1437", "19 ذو الحجة 1437"),
        (HijriDate(1435, 8, 10), "10 شعبان 1435", "10 شعبان 1435"),
        (HijriDate(1446, 5, 11), "11 من جمادى الأولى 1446", "11 جمادى الأولى 1446"),
        (HijriDate(1440, 1, 1), "فاتح محرم 1440", "فاتح محرم 1440"),
    ],
)
def test_arabic_follows_the_grammar_of_the_bulletin_officiel(hijri: HijriDate, closing: str, bulletin: str) -> None:
    assert format_ar(hijri, "closing") == closing
    assert format_ar(hijri, "bo") == bulletin


def test_french_follows_the_spelling_of_the_bulletin_officiel() -> None:
    assert format_fr(HijriDate(1435, 8, 8)) == "8 chaabane 1435"
    assert format_fr(HijriDate(1440, 1, 1)) == "1er moharrem 1440"


@given(HIJRI_DATES)
def test_a_date_is_read_as_it_is_written(hijri: HijriDate) -> None:
    assert parse_fr(format_fr(hijri)) == hijri
    assert parse_fr(format_fr(hijri).upper()) == hijri


@given(DAYS)
def test_a_day_comes_back_from_the_hijri_calendar(day: date) -> None:
    dual = to_hijri(day)

    assert dual is not None
    assert to_gregorian(dual.hijri) == dual
    assert check_pair(dual.hijri, day) is None


def test_days_follow_each_other_and_months_have_29_or_30() -> None:
    day, last = date(1945, 12, 5), date(2076, 11, 26)
    before = to_hijri(day)
    while before and day < last:
        day += timedelta(days=1)
        after = to_hijri(day)
        assert after is not None
        assert after.hijri.day == before.hijri.day + 1 or (after.hijri.day == 1 and before.hijri.day in (29, 30))
        before = after
