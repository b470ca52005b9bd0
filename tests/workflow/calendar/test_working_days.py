from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.calendar.durations import Counted, Duration, Reckoning, Skipped, add, duration_ar, duration_fr, explain
from workflow.calendar.sessions import SessionOpenings, session_opened, session_openings
from workflow.calendar.working_days import Calendar, Holiday

CALENDAR = Calendar()
AID = "Aïd Al Adha"
DAYS = st.dates(date(1950, 1, 1), date(2070, 12, 31))


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        (date(2018, 3, 12), "P6M", date(2018, 9, 12)),
        (date(2018, 2, 14), "P30D", date(2018, 3, 16)),
        (date(2018, 2, 22), "P1M", date(2018, 3, 22)),
        (date(2018, 1, 31), "P1M", date(2018, 2, 28)),
        (date(2020, 1, 31), "P1M", date(2020, 2, 29)),
        (date(2018, 2, 28), "P1M", date(2018, 3, 28)),
        (date(2018, 12, 15), "P2M", date(2019, 2, 15)),
        (date(2020, 2, 29), "P1Y", date(2021, 2, 28)),
        (date(2016, 5, 19), "P2W", date(2016, 6, 2)),
        (date(2024, 5, 9), "-P10D", date(2024, 4, 29)),
        (date(2018, 3, 31), "-P1M", date(2018, 2, 28)),
        (date(2018, 1, 15), "-P1M", date(2017, 12, 15)),
        (date(2018, 1, 15), "P0D", date(2018, 1, 15)),
    ],
)
def test_a_length_in_the_words_of_the_law_leads_to_its_day(start: date, length: str, due: date) -> None:
    assert explain(start, Duration.parse(length), CALENDAR) == Reckoning(start, due)


def test_of_clear_days_neither_the_first_nor_the_last_one_counts() -> None:
    monday, friday = date(2026, 3, 9), date(2026, 3, 13)

    assert explain(monday, Duration.parse("P3D", "clear"), CALENDAR) == Reckoning(monday, friday)
    assert explain(friday, Duration.parse("-P3D", "clear"), CALENDAR) == Reckoning(friday, monday)


def test_working_days_skip_the_weekend_and_the_aid_and_say_so() -> None:
    friday = date(2024, 6, 14)

    assert explain(friday, Duration.parse("P3D", "working"), CALENDAR) == Reckoning(
        friday,
        date(2024, 6, 21),
        (
            Skipped(date(2024, 6, 15), "samedi"),
            Skipped(date(2024, 6, 16), "dimanche"),
            Skipped(date(2024, 6, 17), AID),
            Skipped(date(2024, 6, 18), AID),
        ),
    )


def test_working_days_count_back_too() -> None:
    reckoning = explain(date(2024, 6, 19), Duration.parse("-P1D", "working"), CALENDAR)

    assert reckoning.due == date(2024, 6, 14)
    assert [day.reason_fr for day in reckoning.skipped] == [AID, AID, "dimanche", "samedi"]


def test_a_holiday_that_is_only_estimated_is_said_to_be() -> None:
    reckoning = explain(date(2026, 5, 26), Duration.parse("P1D", "working"), CALENDAR)

    assert reckoning.due == date(2026, 5, 29)
    assert {day.reason_fr for day in reckoning.skipped} == {"Aïd Al Adha (date estimée)"}


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2018, 7, 30), "Fête du Trône"),
        (date(2024, 4, 10), "Aïd Al Fitr"),
        (date(2024, 6, 17), AID),
        (date(2018, 9, 11), "Premier Moharrem"),
        (date(2018, 8, 21), "Fête de la Jeunesse"),
        (date(2018, 8, 22), AID),
        (date(2026, 10, 31), "Fête de l'Unité"),
        (date(2024, 6, 16), None),
        (date(2025, 10, 31), None),
        (date(2023, 1, 14), None),
    ],
)
def test_holidays_fall_on_the_moroccan_days(day: date, label: str | None) -> None:
    holiday = CALENDAR.holiday(day)

    assert (holiday.label_fr if holiday else None) == label
    assert holiday is None or not holiday.estimated


def test_a_holiday_is_named_in_both_languages() -> None:
    assert CALENDAR.holiday(date(2018, 7, 30)) == Holiday("Fête du Trône", "عيد العرش")
    assert CALENDAR.holiday(date(2027, 3, 10)) == Holiday("Aïd Al Fitr", "عيد الفطر", estimated=True)


def test_an_aid_that_moves_is_one_day_cancelled_and_one_added() -> None:
    moved = Calendar({date(2026, 5, 27): None, date(2026, 5, 29): Holiday(AID, "عيد الأضحى")})

    assert moved.is_working_day(date(2026, 5, 27))
    assert moved.day_off_fr(date(2026, 5, 29)) == AID
    assert not CALENDAR.is_working_day(date(2026, 5, 27))


def test_the_next_working_day_is_the_day_itself_when_people_work() -> None:
    assert CALENDAR.next_working_day(date(2024, 6, 14)) == date(2024, 6, 14)
    assert CALENDAR.next_working_day(date(2024, 6, 15)) == date(2024, 6, 19)


@pytest.mark.parametrize("text", ["", "P", "30D", "P1M15D", "PT1H", "P1.5M", "+P1D", "P-1D", "p1d", "P12345D"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="n’est pas une durée"):
        Duration.parse(text)


def test_only_days_are_counted_as_working_days() -> None:
    with pytest.raises(ValueError, match="se compte en jours"):
        Duration.parse("P1M", "working")


@pytest.mark.parametrize(
    ("length", "counted", "words"),
    [
        ("P30D", "calendar", "30 jours"),
        ("P1D", "calendar", "1 jour"),
        ("P0D", "calendar", "0 jour"),
        ("-P10D", "working", "10 jours ouvrables"),
        ("P1D", "working", "1 jour ouvrable"),
        ("P3D", "clear", "3 jours francs"),
        ("P1W", "calendar", "une semaine"),
        ("P2W", "calendar", "2 semaines"),
        ("P1M", "calendar", "un mois"),
        ("P6M", "calendar", "6 mois"),
        ("P1Y", "calendar", "un an"),
        ("P2Y", "calendar", "2 ans"),
    ],
)
def test_a_duration_is_worded_in_french(length: str, counted: Counted, words: str) -> None:
    assert duration_fr(Duration.parse(length, counted)) == words


@pytest.mark.parametrize(
    ("length", "counted", "words"),
    [
        ("P30D", "calendar", "30 يوما"),
        ("P1D", "calendar", "يوم واحد"),
        ("-P10D", "working", "10 أيام عمل"),
        ("P15D", "working", "15 يوم عمل"),
        ("P3D", "clear", "3 أيام كاملة"),
        ("P2W", "calendar", "أسبوعان"),
        ("P6M", "calendar", "6 أشهر"),
        ("P1Y", "calendar", "سنة واحدة"),
    ],
)
def test_a_duration_is_worded_in_arabic(length: str, counted: Counted, words: str) -> None:
    assert duration_ar(Duration.parse(length, counted)) == words


@pytest.mark.parametrize(
    ("year", "spring", "autumn"),
    [
        (2013, date(2013, 4, 12), date(2013, 10, 11)),
        (2016, date(2016, 4, 8), date(2016, 10, 14)),
        (2017, date(2017, 4, 14), date(2017, 10, 13)),
        (2021, date(2021, 4, 9), date(2021, 10, 8)),
        (2026, date(2026, 4, 10), date(2026, 10, 9)),
    ],
)
def test_sessions_open_on_the_second_friday_of_april_and_october(year: int, spring: date, autumn: date) -> None:
    assert session_openings(year) == SessionOpenings(spring, autumn)
    assert [session_opened(day) for day in (spring, autumn - timedelta(days=1), autumn)] == [spring, spring, autumn]
    assert session_opened(date(year, 1, 1)) == session_openings(year - 1).autumn


@given(st.builds(Duration, st.integers(-9999, 9999), st.sampled_from(["D", "W", "M", "Y"])))
def test_a_duration_is_read_as_it_is_written(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@settings(deadline=None)  # the first example loads the holidays
@given(start=DAYS, count=st.integers(1, 60))
def test_a_working_delay_ends_on_a_working_day_and_accounts_for_every_day(start: date, count: int) -> None:
    reckoning = explain(start, Duration(count, "D", "working"), CALENDAR)

    assert CALENDAR.is_working_day(reckoning.due)
    assert reckoning.due - start == timedelta(days=count + len(reckoning.skipped))


@given(start=DAYS, months=st.integers(-60, 60))
def test_a_month_ends_on_the_same_day_number_or_on_the_last_of_the_month(start: date, months: int) -> None:
    due = add(start, Duration(months, "M"), CALENDAR)

    assert (due.year - start.year) * 12 + due.month - start.month == months
    assert due.day == start.day or (due.day < start.day and (due + timedelta(days=1)).day == 1)
