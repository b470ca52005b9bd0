"""How long texts usually stay is reckoned once a day by the process that leads, and whenever somebody asks."""

from datetime import date, timedelta

from sqlalchemy import Engine
from sqlmodel import select

from models import Measure, UsualTime
from tests.web.console import Terminal
from tests.web.ministry import Ministry
from web.serving.jobs import reckon_times

DAY = date(2026, 11, 24)


def medians(ministry: Ministry) -> dict[str, int]:
    with ministry.session() as session:
        rows = session.exec(select(UsualTime).where(UsualTime.measure == Measure.AGE))
        return {row.place: row.median_days for row in rows}


def test_it_is_reckoned_once_a_day(ministry: Ministry, engine: Engine) -> None:
    ministry.open(on=str(DAY - timedelta(days=10)))
    assert reckon_times(engine, on=DAY, again=False) == 1
    ministry.open(on=str(DAY - timedelta(days=30)))

    assert reckon_times(engine, on=DAY, again=False) is None
    assert medians(ministry) == {"preparation": 10}
    assert reckon_times(engine, on=DAY + timedelta(days=1), again=False) == 1
    assert medians(ministry) == {"preparation": 21}


def test_a_recount_reckons_it_again(ministry: Ministry, terminal: Terminal) -> None:
    ministry.open(on="2026-10-05")

    terminal.run("recount")

    assert list(medians(ministry)) == ["preparation"]
