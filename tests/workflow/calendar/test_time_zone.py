import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from workflow.calendar.time_zone import CASABLANCA, check_time_zone, legal_day


def test_morocco_is_at_utc_for_good() -> None:
    check_time_zone()

    assert datetime(2026, 7, 1, 12, tzinfo=CASABLANCA).utcoffset() == timedelta(hours=1)
    assert datetime(2027, 7, 1, 12, tzinfo=CASABLANCA).utcoffset() == timedelta(0)


def test_everyone_gets_the_packaged_zone() -> None:
    assert zoneinfo.TZPATH == ()
    assert ZoneInfo("Africa/Casablanca") is CASABLANCA


def test_an_old_table_of_zones_is_refused() -> None:
    with pytest.raises(RuntimeError, match="installer le paquet tzdata"):
        check_time_zone(timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2018, 2, 22, 23, 30, tzinfo=UTC), date(2018, 2, 22)),
        (datetime(2018, 8, 1, 23, 30, tzinfo=UTC), date(2018, 8, 2)),
        (datetime(2026, 12, 1, 23, 30, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 2, 0, 30, tzinfo=timezone(timedelta(hours=1))), date(2026, 12, 1)),
    ],
)
def test_the_legal_day_is_the_one_in_casablanca(moment: datetime, day: date) -> None:
    assert legal_day(moment) == day


def test_a_moment_without_zone_has_no_legal_day() -> None:
    with pytest.raises(ValueError, match="sans fuseau"):
        legal_day(datetime(2026, 12, 1, 12))  # noqa: DTZ001 - the very thing refused
