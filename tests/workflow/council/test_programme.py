"""Which texts are before which Council, and what each lacks."""

from datetime import date

import pytest

from tests.workflow.builders import TO_PREPARED, TO_SGG, TODAY, File, Move, moved
from workflow.calendar.working_days import Calendar
from workflow.council.days import next_meetings
from workflow.council.lacks import Lack
from workflow.council.programme import Council, awaited, council_of, named_days, programme, shorter_delays
from workflow.council.texts import Expected, on_agenda
from workflow.council.way import way_of
from workflow.rulebook.files import shared_vocabulary

# From Tuesday 24 November 2026: the last days of distribution of these are 16, 23 and 30 November, and 7 December.
THURSDAYS = [date(2026, 11, 26), date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17)]


def expected(*moves: Move, kind: str = "decret", **particulars: str) -> Expected:
    file = File.opened(kind, *moves, on="2026-09-07", **particulars)
    return Expected(file.standing, way_of(file.procedure))


def distributed(on: str | None) -> Expected:
    return expected(*TO_SGG, moved("distribute", on))


def listed(council_on: str | None, distributed_on: str = "2026-11-02") -> Expected:
    facts = {"council_on": council_on} if council_on else {}
    return expected(*TO_SGG, moved("distribute", distributed_on), moved("list_on_agenda", "2026-11-16", **facts))


def councils(*texts: Expected) -> list[Council]:
    meetings = next_meetings(
        TODAY, set(named_days(texts)), count=4, vocabulary=shared_vocabulary(), calendar=Calendar()
    )
    return programme(texts, meetings, shared_vocabulary())


def council(on: date, *texts: Expected) -> Council:
    (meeting,) = [
        each
        for each in next_meetings(
            TODAY, set(named_days(texts)), count=9, vocabulary=shared_vocabulary(), calendar=Calendar()
        )
        if each.on == on
    ]
    return council_of(texts, meeting, shared_vocabulary())


@pytest.mark.parametrize(
    ("on", "group"),
    [(THURSDAYS[0], "shortened"), (THURSDAYS[1], "shortened"), (THURSDAYS[2], "in_time"), (THURSDAYS[3], "in_time")],
)
@pytest.mark.parametrize("moves", [TO_PREPARED, TO_SGG], ids=["prepared", "at the SGG"])
def test_a_text_to_distribute_can_make_the_councils_whose_last_day_is_ahead(
    moves: list[Move], on: date, group: str
) -> None:
    text = expected(*moves)

    found = council(on, text)

    assert {name: getattr(found, name) for name in ("listed", "in_time", "shortened")} == {
        "listed": [], "in_time": [], "shortened": [], group: [text],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("distributed_on", "first"),
    [
        ("2026-11-16", THURSDAYS[0]),
        ("2026-11-17", THURSDAYS[1]),
        ("2026-11-23", THURSDAYS[1]),
        ("2026-11-24", THURSDAYS[2]),
        (None, THURSDAYS[0]),  # the day is a gap, and holds nothing back
    ],
)
def test_a_distributed_text_stands_once_before_the_first_council_it_can_make(
    distributed_on: str | None, first: date
) -> None:
    text = distributed(distributed_on)

    assert [each.on for each in councils(text) if text in each.in_time] == [first]


def test_a_text_whose_council_was_aimed_for_waits_for_it() -> None:
    text = expected(*TO_SGG, moved("aim_for_council", "2026-11-20", council_on="2026-12-17"))

    assert [each.on for each in councils(text) if text in each.in_time] == [THURSDAYS[3]]
    assert text.aimed_on == THURSDAYS[3]


def test_a_listed_text_stands_on_its_agenda_alone() -> None:
    text = listed("2026-12-03")

    found = councils(text)

    assert [each.on for each in found if each.listed == [text]] == [THURSDAYS[1]]
    assert not any(each.in_time or each.shortened for each in found)


def test_a_council_on_a_tuesday_has_its_own_last_day() -> None:
    text, other = listed("2026-12-01"), distributed("2026-11-21")

    found = council(date(2026, 12, 1), text)

    assert (found.meeting.is_named, found.meeting.is_usual) == (True, False)
    assert found.notice.last_day == date(2026, 11, 21)
    assert [each.on for each in councils(text, other) if other in each.in_time] == [date(2026, 12, 1)]


def test_nothing_is_reckoned_for_a_day_that_is_no_council() -> None:
    text = expected(*TO_SGG)
    calendar = Calendar()
    off = next(
        each
        for each in next_meetings(date(2027, 1, 8), set(), count=1, vocabulary=shared_vocabulary(), calendar=calendar)
        if each.day_off
    )

    found = council_of([text], off, shared_vocabulary())

    assert (found.in_time, found.shortened) == ([], [])


@pytest.mark.parametrize("decision", ["postpone", "refer_to_ad_hoc_commission", "ask_new_version"])
def test_a_text_that_comes_back_to_the_council_is_expected_again(decision: str) -> None:
    text = expected(
        *TO_SGG, moved("distribute", "2026-11-02"), moved("list_on_agenda", "2026-11-12", council_on="2026-11-19"),
        moved(decision, "2026-11-19"),
    )  # fmt: skip

    found = council(THURSDAYS[2], text)

    assert found.in_time == [text]
    assert text.is_distributed is (decision != "ask_new_version")
    assert text.aimed_on is None  # the Council that was named has met


def test_results_are_awaited_of_councils_up_to_today() -> None:
    past, today, ahead, undated = (
        listed("2026-11-19"), listed("2026-11-24"), listed("2026-11-26"), listed(None),
    )  # fmt: skip

    found = awaited([past, today, ahead, undated], today=TODAY)

    assert found == {date(2026, 11, 19): [past], TODAY: [today]}
    assert on_agenda([past, undated], None) == [undated]


def test_a_text_lacks_what_holds_it_back_each_thing_once() -> None:
    text = expected(
        *TO_SGG, moved("ask_opinion", "2026-11-02", body="cese", compulsory="yes"),
        moved("return_with_remarks", "2026-11-10"), moved("record_observation", "2026-11-10", observation="Visa."),
        moved("record_observation", "2026-11-10", observation="Article 2."),
    )  # fmt: skip

    assert text.lacks == [
        Lack("2 observations à trancher", "observations"),
        Lack("Avis obligatoire attendu : CESE", "consultations"),
    ]


def test_a_text_without_arabic_title_lacks_it_and_says_so_once() -> None:
    text = expected(*TO_PREPARED, title_ar="")

    assert text.lacks == [Lack("Intitulé en arabe", "title")]
    assert text.move
    assert (text.move.move.name, bool(text.move.reasons)) == ("send_to_sgg", True)


def test_a_text_that_lacks_nothing_has_its_next_step() -> None:
    text = distributed("2026-11-16")

    assert text.lacks == []
    assert text.move
    assert (text.move.move.name, text.move.reasons) == ("list_on_agenda", ())


def test_the_reasons_for_a_shorter_delay_are_those_of_the_decree() -> None:
    assert [choice.value for choice in shorter_delays(shared_vocabulary())] == [
        "debate", "legal_term", "commitment", "urgency",
    ]  # fmt: skip
