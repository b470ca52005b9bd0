"""The last useful day of distribution, reckoned backwards under the law of the day of the Council."""

from datetime import date

import pytest

from models import PartialDate
from workflow.council.notice import Reach, known_day, notice_of
from workflow.rulebook.files import shared_vocabulary

THURSDAY = date(2026, 12, 17)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("council_on", "asked", "last_day"),
    [
        ("2026-12-03", 10, "2026-11-23"),
        ("2026-12-17", 10, "2026-12-07"),
        ("2027-03-04", 10, "2027-02-22"),  # over the end of a month of 28 days
        ("2024-03-07", 10, "2024-02-26"),  # and of 29
        ("2027-01-07", 10, "2026-12-28"),  # over the end of a year
        ("2026-12-08", 10, "2026-11-28"),  # a Tuesday; its last day is a Saturday, and is not moved
        ("2021-09-09", 10, "2021-08-30"),  # the first day of the law
        ("2021-09-08", None, "2021-09-08"),  # the day before it
        ("2016-06-30", None, "2016-06-30"),
    ],
)
def test_the_last_day_of_distribution_is_reckoned_under_the_law_of_that_day(
    council_on: str, asked: int | None, last_day: str
) -> None:
    notice = notice_of(day(council_on), shared_vocabulary())

    assert (notice.days, notice.last_day) == (asked, day(last_day))
    assert bool(notice.cited_fr) == (asked is not None)


@pytest.mark.parametrize(
    ("distributed_on", "today", "reach"),
    [
        ("2026-12-07", "2026-12-08", Reach.IN_TIME),  # D + 10 is the very day
        ("2026-12-08", "2026-12-08", Reach.SHORTENED),
        ("2026-12-17", "2026-12-17", Reach.SHORTENED),
        ("2026-12-18", "2026-12-18", Reach.TOO_LATE),
        (None, "2026-12-01", Reach.IN_TIME),
        (None, "2026-12-07", Reach.IN_TIME),
        (None, "2026-12-08", Reach.SHORTENED),
        (None, "2026-12-17", Reach.SHORTENED),
        (None, "2026-12-18", Reach.TOO_LATE),
    ],
)
def test_a_text_can_be_before_the_council_in_time_by_a_shorter_delay_or_not_at_all(
    distributed_on: str | None, today: str, reach: Reach
) -> None:
    notice = notice_of(THURSDAY, shared_vocabulary())

    assert notice.reach(day(distributed_on) if distributed_on else None, today=day(today)) is reach


@pytest.mark.parametrize(
    ("distributed_on", "reach"),
    [("2016-06-01", Reach.IN_TIME), ("2016-06-30", Reach.IN_TIME), ("2016-07-01", Reach.TOO_LATE)],
)
def test_before_the_law_any_day_up_to_the_council_is_in_time(distributed_on: str, reach: Reach) -> None:
    notice = notice_of(day("2016-06-30"), shared_vocabulary())

    assert notice.reach(day(distributed_on), today=day("2016-06-01")) is reach


def test_a_month_alone_is_reckoned_from_its_last_day() -> None:
    assert known_day(PartialDate(2026, 11)) == day("2026-11-30")
    assert known_day(None) is None
