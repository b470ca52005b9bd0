"""The days of the Council: of usage, named by texts, and days off."""

from datetime import date

import pytest

from workflow.calendar.working_days import Calendar, Holiday
from workflow.council.days import Meeting, meeting_on, next_meetings
from workflow.rulebook.files import shared_vocabulary

TUESDAY, FRIDAY = date(2026, 12, 8), date(2026, 12, 11)
THURSDAYS = [date(2026, 12, day) for day in (3, 10, 17, 24)]


def days(
    today: date, *named: date, count: int = 3, calendar: Calendar | None = None
) -> list[tuple[date, bool, bool, str]]:
    found = next_meetings(
        today, set(named), count=count, vocabulary=shared_vocabulary(), calendar=calendar or Calendar()
    )
    return [(each.on, each.is_named, each.is_usual, each.day_off) for each in found]


def of_usage(*on: date) -> list[tuple[date, bool, bool, str]]:
    return [(day, False, True, "") for day in on]


def test_the_next_councils_are_of_usage_on_thursdays() -> None:
    assert days(date(2026, 12, 1)) == of_usage(*THURSDAYS[:3])


def test_the_council_of_today_is_still_the_next_one() -> None:
    assert days(THURSDAYS[0]) == of_usage(*THURSDAYS[:3])
    assert days(date(2026, 12, 4)) == of_usage(*THURSDAYS[1:])


@pytest.mark.parametrize("named", [TUESDAY, FRIDAY])
def test_a_day_that_a_text_names_is_a_council_whatever_its_weekday(named: date) -> None:
    found = days(date(2026, 12, 7), named, count=2)

    assert found == sorted([(named, True, False, ""), *of_usage(THURSDAYS[1])])


def test_a_thursday_that_a_text_names_is_no_longer_of_usage_alone() -> None:
    assert days(date(2026, 12, 1), THURSDAYS[0], count=1) == [(THURSDAYS[0], True, True, "")]


def test_a_day_off_is_told_and_not_counted() -> None:
    amazigh = date(2027, 1, 14)
    (off,) = [reason for reason in [Calendar().day_off_fr(amazigh)] if reason]

    assert days(date(2027, 1, 8), count=2) == [
        (amazigh, False, True, off),
        *of_usage(date(2027, 1, 21), date(2027, 1, 28)),
    ]


def test_a_holiday_that_the_ministry_added_is_a_day_off_and_one_it_cancelled_is_not() -> None:
    added = Calendar({THURSDAYS[0]: Holiday("Fête exceptionnelle", "عطلة استثنائية")})
    cancelled = Calendar({date(2027, 1, 14): None})

    assert days(THURSDAYS[0], count=1, calendar=added) == [
        (THURSDAYS[0], False, True, "Fête exceptionnelle"),
        *of_usage(THURSDAYS[1]),
    ]
    assert days(date(2027, 1, 8), count=1, calendar=cancelled) == of_usage(date(2027, 1, 14))


def test_a_day_off_that_a_text_names_stays_a_council() -> None:
    off = Calendar({THURSDAYS[0]: Holiday("Fête exceptionnelle", "عطلة استثنائية")})

    assert days(THURSDAYS[0], THURSDAYS[0], count=1, calendar=off) == [
        (THURSDAYS[0], True, True, "Fête exceptionnelle")
    ]


@pytest.mark.parametrize(
    ("day", "named", "is_usual", "is_expected"),
    [
        (THURSDAYS[0], False, True, True),
        (TUESDAY, False, False, False),
        (TUESDAY, True, False, True),
        (date(2026, 12, 6), False, False, False),  # a Sunday
        (date(2011, 7, 28), False, False, False),  # a Thursday, before the usage is known
        (date(2011, 8, 4), False, True, True),
    ],
)
def test_a_day_is_a_council_when_named_or_of_usage(
    day: date, *, named: bool, is_usual: bool, is_expected: bool
) -> None:
    names = {day} if named else set()

    found: Meeting = meeting_on(day, names, vocabulary=shared_vocabulary(), calendar=Calendar())

    assert (found.is_named, found.is_usual, found.is_expected) == (named, is_usual, is_expected)
