"""How long texts usually stay where they are, against what is reckoned by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from models import LegalText, Measure, UsualTime
from tests.workflow.builders import ON_SQLITE, PIECES, TODAY, File, Ministry, Move, moved
from workflow.overview.stays import stays
from workflow.overview.usual_times import read_usual_times, reckon, reckoned_on

OPENED = date(2026, 1, 5)


def drafted(ministry: Ministry, days: int, kind: str = "arrete") -> LegalText:
    """Open a text that was assigned at once, and drafted in so many days."""
    on = OPENED + timedelta(days=days)
    moves = moved("assign_drafter", str(OPENED)), moved("submit_for_validation", str(on))
    return ministry.open(kind, *moves, on=str(OPENED))


def times(session: Session, measure: Measure) -> dict[tuple[str, str], tuple[int, int]]:
    rows = session.exec(select(UsualTime).where(UsualTime.measure == measure))
    return {(row.place, row.kind): (row.median_days, row.texts) for row in rows}


def reckoned(session: Session, measure: Measure = Measure.STATE) -> dict[tuple[str, str], tuple[int, int]]:
    reckon(session, on=TODAY, reader=session)
    return times(session, measure)


@pytest.mark.parametrize(
    ("days", "median"),
    [
        ([10, 20, 30, 40, 50], 30),
        ([50, 10, 10, 40, 11, 12], 12),
        ([1, 2, 3, 4, 90, 100], 4),
        ([7] * 5, 7),
        ([0] * 5, 0),
    ],
)
def test_the_median_is_that_of_the_days_drafted(ministry: Ministry, days: Sequence[int], median: int) -> None:
    for each in days:
        drafted(ministry, each)

    found = reckoned(ministry.session)

    assert found["redaction", "arrete"] == found["redaction", ""] == (median, len(days))
    assert reckoned_on(ministry.session) == TODAY


def test_four_texts_show_nothing_usual(ministry: Ministry) -> None:
    for days in (10, 20, 30, 40):
        drafted(ministry, days)

    assert reckoned(ministry.session) == {}


def test_a_kind_with_few_texts_has_the_usual_time_of_all_kinds(ministry: Ministry) -> None:
    for days in (10, 20, 30, 40, 50):
        drafted(ministry, days)
    drafted(ministry, 100, "decret")

    reckon(ministry.session, on=TODAY, reader=ministry.session)
    usual = read_usual_times(ministry.session, ["redaction"])

    found = {kind: usual.of_state(kind, "redaction") for kind in ("arrete", "decret")}
    assert {kind: row and (row.median_days, row.texts) for kind, row in found.items()} == {
        "arrete": (30, 5), "decret": (35, 6),
    }  # fmt: skip
    assert usual.of_state("arrete", "examen_sgg") is None


def test_what_was_reckoned_before_is_replaced(ministry: Ministry) -> None:
    texts = [drafted(ministry, days) for days in (10, 20, 30, 40, 50)]
    assert reckoned(ministry.session)["redaction", "arrete"] == (30, 5)

    ministry.correct(texts[0], 3)

    assert ("redaction", "arrete") not in reckoned(ministry.session)


def test_texts_on_their_way_have_an_age_in_their_phase(ministry: Ministry) -> None:
    ministry.open("arrete", on=str(TODAY - timedelta(days=10)))
    ministry.open("decret", on=str(TODAY - timedelta(days=20)))
    ministry.open("decret", on="2026-10")

    assert reckoned(ministry.session, Measure.AGE) == {("preparation", ""): (15, 2)}


def measured(*moves: Move, on: str | None = "2026-01-05") -> list[tuple[str, str, int]]:
    file = File.opened("arrete", *moves, on=on)
    found = stays(file.procedure, file.situation, on=TODAY)
    return [(each.measure.value, each.place, each.days) for each in found]


TO_VALIDATION = moved("assign_drafter", "2026-01-07"), moved("submit_for_validation", "2026-02-06")


def test_each_stay_goes_from_the_step_in_to_the_step_out() -> None:
    validated = moved("validate", "2026-02-10", pieces=PIECES)

    assert measured(*TO_VALIDATION, validated, moved("send_to_sgg", "2026-02-20")) == [
        ("state", "initie", 2), ("state", "redaction", 30), ("state", "validation_interne", 4),
        ("state", "prepare", 10),
        ("phase", "preparation", 46), ("age", "approval", 277),
    ]  # fmt: skip


@pytest.mark.parametrize("on", ["2026-02", "2026", None])
def test_a_step_of_which_no_day_is_told_measures_nothing(on: str | None) -> None:
    assert measured(moved("assign_drafter", "2026-01-07"), moved("submit_for_validation", on)) == [
        ("state", "initie", 2), ("age", "preparation", 323),
    ]  # fmt: skip


def test_a_step_that_was_deduced_measures_nothing(ministry: Ministry) -> None:
    text = ministry.open("arrete", on="2026-01-05")
    ministry.bring(text, "send_to_sgg", "2026-02-20")
    standing = ministry.standing(text)

    found = list(stays(standing.procedure, standing.situation, on=TODAY))

    assert [(each.measure.value, each.place, each.days) for each in found] == [
        ("phase", "preparation", 46), ("age", "approval", 277),
    ]  # fmt: skip


@ON_SQLITE
def test_a_file_reunited_with_another_one_measures_nothing(ministry: Ministry) -> None:
    texts = [drafted(ministry, days) for days in (10, 20, 30, 40, 50)]
    texts[0].merged_into_id = texts[1].id
    ministry.session.flush()

    assert reckoned(ministry.session) == {}
