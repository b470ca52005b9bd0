"""Steps folded to a day: what is dated in full, in part, or not at all."""

from datetime import UTC, date, datetime

import pytest

from models import PartialDate
from tests.workflow.builders import TO_PLENARY, TO_SGG, File, moved, undated, when
from workflow.errors import Impossible
from workflow.history.as_of import situation_on, steps_on
from workflow.history.fold import fold, other_chamber
from workflow.history.steps import Supposed
from workflow.rulebook.files import procedures

ORDER = procedures()["arrete"]
WRITTEN = datetime(2018, 3, 20, 10, tzinfo=UTC)
NAMES = ("open", "assign_drafter", "submit_for_validation", "validate", "send_to_sgg")


def steps(*dates: str | None) -> list[Supposed]:
    """Make the first moves of an order with these dates; "<…" is a day by which the step was known."""
    made = []
    for number, (name, on) in enumerate(zip(NAMES, dates, strict=False), start=1):
        known_on = date.fromisoformat(on[1:]) if on and on.startswith("<") else None
        day = None if known_on else when(on)
        made.append(Supposed(number, name, day, known_on, at=WRITTEN))
    return made


def count_on(day: str, *dates: str | None) -> int:
    return len(steps_on(steps(*dates), date.fromisoformat(day)))


@pytest.mark.parametrize(
    ("dates", "day", "count"),
    [
        (("2016-01-05", "2016-02-01"), "2016-01-04", 0),
        (("2016-01-05", "2016-02-01"), "2016-01-05", 1),
        (("2016-01-05", "2016-02-01"), "2016-01-31", 1),
        (("2016-01-05", "2016-02-01"), "2016-02-01", 2),
        # A month, a year: for certain on their last day only.
        (("2016-01-05", "2016-02"), "2016-02-28", 1),
        (("2016-01-05", "2016-02"), "2016-02-29", 2),
        (("2016-01-05", "2016"), "2016-12-30", 1),
        (("2016-01-05", "2016"), "2016-12-31", 2),
        # … or on the day of the next step, when that is earlier.
        (("2016-01-05", "2016", "2016-03-10"), "2016-03-09", 1),
        (("2016-01-05", "2016", "2016-03-10"), "2016-03-10", 3),
        (("2016-01-05", "2016", "2016-03"), "2016-03-30", 1),
        (("2016-01-05", "2016", "2016-03"), "2016-03-31", 3),
        # … but no later than the last day it can be.
        (("2016-01-05", "2016-02", "2016-12-01"), "2016-02-29", 2),
        (("2016-01-05", "<2016-03-01", "2016-12-01"), "2016-03-01", 2),
        # A step without date happened at the latest with the next one.
        (("2016-01-05", None, None, "2016-04-01"), "2016-03-31", 1),
        (("2016-01-05", None, None, "2016-04-01"), "2016-04-01", 4),
        ((None, None, "2016-04-01"), "2016-03-31", 0),
        ((None, None, "2016-04-01"), "2016-04-01", 3),
        # One that nothing dates, when it was written down.
        (("2016-01-05", None), "2018-03-19", 1),
        (("2016-01-05", None), "2018-03-20", 2),
        # The day by which the source knew of it.
        (("2016-01-05", "<2016-12-31"), "2016-12-30", 1),
        (("2016-01-05", "<2016-12-31"), "2016-12-31", 2),
        ((None, None, "<2016-12-31"), "2016-12-31", 3),
        (("2016-01-05", "<2016-12-31", "2016-05-01"), "2016-05-01", 3),
        # What is dated in full keeps its day, whatever comes after.
        (("2016-01-05", "2016-06-01", "2016-05-01"), "2016-05-15", 1),
        (("2016-01-05", "2016-06-01", "2016-05-01"), "2016-06-01", 3),
    ],
)
def test_a_step_counts_from_the_day_on_which_it_had_happened_for_certain(
    dates: tuple[str | None, ...], *, day: str, count: int
) -> None:
    assert count_on(day, *dates) == count


def test_a_year_that_its_source_knew_before_its_end_counts_from_that_day() -> None:
    published = Supposed(2, "assign_drafter", PartialDate(2015), date(2015, 9, 27), at=WRITTEN)
    known = [*steps("2015-01-05"), published]

    assert len(steps_on(known, date(2015, 9, 26))) == 1
    assert len(steps_on(known, date(2015, 9, 27))) == 2


def test_what_nothing_dates_counts_from_the_day_it_was_written_in_casablanca() -> None:
    late = Supposed(1, "open", at=datetime(2018, 7, 15, 23, 30, tzinfo=UTC))  # half past midnight in Casablanca

    assert steps_on([late], date(2018, 7, 15)) == []
    assert steps_on([late], date(2018, 7, 16)) == [late]


def test_a_later_correction_counts_for_the_past() -> None:
    struck = Supposed(3, "strike", strikes=2, at=WRITTEN)

    kept = steps_on([*steps("2016-01-05", "2016-02-01"), struck], date(2016, 3, 1))

    assert [step.number for step in kept] == [1]


@pytest.mark.parametrize(("day", "state"), [("2016-01-31", "initie"), ("2016-02-01", "redaction")])
def test_the_situation_of_a_day(day: str, state: str) -> None:
    situation = situation_on(ORDER, steps("2016-01-05", "2016-02-01"), date.fromisoformat(day))

    assert situation is not None
    assert situation.state == state


def test_a_text_not_yet_opened_has_no_situation() -> None:
    assert situation_on(ORDER, steps("2016-01-05"), date(2016, 1, 4)) is None


@pytest.mark.parametrize(
    "moves", [[], ["assign_drafter"], ["open", "open"], ["open", "sign"], ["open", "fly"], ["open", "strike"]]
)
def test_steps_that_do_not_follow_from_each_other_are_impossible(moves: list[str]) -> None:
    told = [Supposed(number, name) for number, name in enumerate(moves, start=1)]
    if moves == ["open", "strike"]:
        told[1] = Supposed(2, "strike", strikes=1)

    with pytest.raises(Impossible):
        fold(ORDER, told)


def test_steps_are_folded_by_their_numbers_whatever_their_order() -> None:
    assert fold(ORDER, reversed(steps("2016-01-05", "2016-02-01"))).state == "redaction"


def test_arrival_is_the_step_that_brought_the_text_where_it_is() -> None:
    file = File.opened("arrete", on="2016-01-05")
    assert file.situation.arrival.number == 1

    file.after(
        moved("assign_drafter", "2016-02-01"), moved("note", "2016-03-01", note="Vu."), moved("note", note="Vu.")
    )

    assert (file.situation.arrival.move, str(file.situation.arrival.on)) == ("assign_drafter", "2016-02-01")


def test_arrival_in_the_other_committee_is_another_arrival() -> None:
    file = File.opened(
        "projet_de_loi", *TO_PLENARY, *undated("adopt_first"), moved("refer_to_other_chamber", "2016-07")
    )

    assert str(file.situation.arrival.on) == "2016-07"
    assert file.situation.readings == {"representants": 1, "conseillers": 1}
    assert file.situation.votes == {"representants": "adopted"}


def test_what_was_told_last_is_what_is_told() -> None:
    file = File.opened("arrete", *TO_SGG, *undated("send_to_signature"), moved("sign", number="2582-14"))
    file.after(moved("retitle", title_fr="Un titre"), moved("retitle", title_fr="Un autre"), moved("note", note="Vu."))

    assert (file.situation.told("title_fr"), file.situation.told("number"), file.situation.told("dahir")) == (
        "Un autre", "2582-14", None,
    )  # fmt: skip
    assert (file.situation.count("retitle"), file.situation.count("withdraw")) == (2, 0)
    signed = file.situation.last("signature")
    assert signed is not None
    assert (signed.move, signed.from_state, signed.to_state) == ("sign", "a_signer", "signe")


@pytest.mark.parametrize(
    ("chamber", "other"), [("representants", "conseillers"), ("conseillers", "representants"), (None, None)]
)
def test_each_chamber_has_another(chamber: str | None, other: str | None) -> None:
    assert other_chamber(chamber) == other
