"""The days over which a deadline is counted, drawn in a row."""

from dataclasses import replace
from datetime import date

import pytest

from models import PartialDate
from tests.workflow.builders import CALENDAR
from workflow.calendar.durations import Counted, Duration, Unit, add
from workflow.deadlines.clocks import Clock
from workflow.deadlines.day_row import day_row, how_counted_fr
from workflow.rulebook.files import procedures

RULE = next(iter(procedures()["projet_de_loi"].deadlines.values()))
START = date(2026, 11, 17)


def clock(count: int, unit: Unit = "D", counted: Counted = "calendar") -> Clock:
    length = Duration(count, unit, counted)
    base = PartialDate.of(START)
    return Clock(RULE, 1, base, base, length, add(START, length, CALENDAR))


def drawn(of: Clock) -> list[tuple[str, str]]:
    """Give the kind of each cell, and its day or the number of days it stands for."""
    return [
        (cell.kind, f"{cell.days} days" if cell.kind == "gap" else cell.day_fr.replace("\u00a0", " "))
        for cell in day_row(of, CALENDAR)
    ]


def test_a_short_row_has_every_day() -> None:
    assert drawn(clock(3)) == [
        ("start", "17 nov."), ("counted", "18"), ("counted", "19"), ("due", "20 nov."),
    ]  # fmt: skip


def test_a_row_that_runs_back_ends_with_the_day_it_counts_from() -> None:
    assert drawn(clock(-2)) == [("due", "15 nov."), ("counted", "16"), ("start", "17 nov.")]


@pytest.mark.parametrize(("count", "unit"), [(14, "D"), (60, "D"), (6, "M"), (-30, "D")])
def test_the_middle_of_a_long_row_is_cut_and_no_day_is_lost(count: int, unit: Unit) -> None:
    of = clock(count, unit)
    cells = day_row(of, CALENDAR)

    assert of.due_on
    assert [cell.kind for cell in cells].count("gap") == 1
    assert len(cells) == 11
    assert sum(cell.days for cell in cells) == abs((of.due_on - START).days) + 1


def test_days_off_are_told_and_holidays_apart_from_week_ends() -> None:
    cells = day_row(clock(5), CALENDAR)

    off = {cell.on.day: (cell.off_fr, cell.is_holiday) for cell in cells if cell.off_fr}
    assert off == {
        18: ("Fête de l'indépendance", True), 21: ("samedi", False), 22: ("dimanche", False),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (clock(5), "Les jours se comptent de date à date, samedis, dimanches et jours fériés compris."),
        (clock(5, "D", "working"), "Seuls les jours ouvrables comptent : ni samedis, ni dimanches, ni jours fériés."),
        (clock(5, "D", "clear"), "Les jours sont francs : ni le premier ni le dernier ne comptent."),
        (clock(2, "M"), ""),
    ],
)
def test_which_days_count_is_said(of: Clock, words: str) -> None:
    assert how_counted_fr(of) == words


@pytest.mark.parametrize("without", [{"due_on": None}, {"base_on": None}, {"length": None}, {"due_on": START}])
def test_nothing_is_drawn_where_no_length_was_counted(without: dict[str, date | None]) -> None:
    assert day_row(replace(clock(5), **without), CALENDAR) == ()  # type: ignore[arg-type]
