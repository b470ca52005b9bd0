"""The clocks that no other story tells: unknown days, fixed days, lengths and how they are explained."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from models import Deadline, DeadlineStatus
from tests.workflow.builders import (
    CALENDAR,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_PREPARED,
    TO_PUBLISHED,
    TO_SGG,
    File,
    Ministry,
    Move,
    moved,
)
from tests.workflow.law import due, length_words
from workflow.calendar.words import day_fr
from workflow.deadlines.clocks import Clock, clocks
from workflow.deadlines.reckoning import explanation
from workflow.language.typography import capital
from workflow.procedure.deadline_rule import NATURES_FR

EXTEND = "extend_committee_deadline"
LENGTH, MORE = length_words("committee", "2026-03-02"), length_words("committee", "2026-03-02", granted=EXTEND)
FALLS, OF_FEBRUARY, LATER = (
    day_fr(date.fromisoformat(due("committee", *counted)))
    for counted in (["2026-03-02"], ["2026-02-28"], ["2026-03-02", EXTEND])
)


def last_clock(file: File, code: str) -> Clock:
    return [clock for clock in file.all_clocks if clock.rule.code == code][-1]


@pytest.mark.parametrize(
    ("on", "counted_from", "estimated"),
    [
        ("2026-03-02", "2026-03-02", False),
        ("2026-02", "2026-02-28", True),
        ("2025", "2025-12-31", True),
        (None, None, False),
    ],
)
def test_a_clock_counts_from_the_last_day_its_start_can_be(
    on: str | None, *, counted_from: str | None, estimated: bool
) -> None:
    falls = due("committee", counted_from) if counted_from else None

    clock = last_clock(File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", on)), "committee")

    assert (clock.due_on.isoformat() if clock.due_on else None, clock.is_estimated) == (falls, estimated)


@pytest.mark.parametrize("on", ["2026-03-02", "2026-03"])
def test_a_day_that_somebody_set_is_sure_whatever_is_known_of_its_start(on: str) -> None:
    clock = last_clock(
        File.opened("decret", *TO_PREPARED, moved("ask_opinion", on, body="CNDH", answer_by="2026-04-20")), "opinion"
    )

    assert (str(clock.due_on), clock.is_estimated) == ("2026-04-20", False)


@pytest.mark.parametrize(
    ("kind", "moves", "code", "lines"),
    [
        ("projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")], "committee",
         [f"2 mars 2026, plus {LENGTH} : {FALLS}.", f"Échéance : {FALLS}."]),
        ("projet_de_loi",
         [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"), moved("extend_committee_deadline")], "committee",
         [f"2 mars 2026, plus {LENGTH} : {FALLS}.", f"Prolongation de {MORE}.", f"Échéance : {LATER}."]),
        ("projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee", "2026-02")], "committee",
         [f"28 février 2026, plus {LENGTH} : {OF_FEBRUARY}.",
          "Le jour exact de départ n’est pas connu : le compte part du dernier jour possible.",
          f"Échéance : {OF_FEBRUARY}."]),
        ("projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee")], "committee",
         ["La date de départ n’est pas connue : l’échéance ne peut pas être calculée."]),
        ("decret", [*TO_SGG, moved("aim_for_council", council_on="2026-12-17")], "distribution",
         ["17 décembre 2026, moins 10 jours : 7 décembre 2026.", "Échéance : 7 décembre 2026."]),
        ("decret", [*TO_COUNCIL, moved("refer_to_ad_hoc_commission", "2026-11-30"[:7])], "ad_hoc",
         ["30 novembre 2026, plus 3 mois : 28 février 2027.",
          "Le jour exact de départ n’est pas connu : le compte part du dernier jour possible.",
          "Échéance : 28 février 2027."]),
        ("projet_de_loi", [*TO_PUBLISHED, moved("defer_entry_into_force", in_force_on="2019-01-01")],
         "entry_into_force", ["Date fixée : 1er janvier 2019."]),
    ],
)  # fmt: skip
def test_a_due_date_is_explained(kind: str, moves: list[Move], *, code: str, lines: list[str]) -> None:
    clock = last_clock(File.opened(kind, *moves), code)
    basis = f"{capital(NATURES_FR[clock.rule.nature])} : {clock.basis_fr}."

    assert explanation(clock, CALENDAR) == [basis, *lines]


def test_a_rule_runs_only_while_it_is_law() -> None:
    before = File.opened("decret", *TO_SGG, moved("aim_for_council", council_on="2021-09-08"))
    since = File.opened("decret", *TO_SGG, moved("aim_for_council", council_on="2021-09-09"))

    assert (before.dues, since.dues) == ({}, {"distribution": "2021-08-30"})


def test_aiming_for_another_council_starts_the_count_anew() -> None:
    file = File.opened("decret", *TO_SGG, moved("aim_for_council", "2026-10-01", council_on="2026-11-12"))
    file.move("aim_for_council", "2026-11-02", council_on="2026-12-17")

    found = [clock for clock in file.all_clocks if clock.rule.code == "distribution"]
    assert [(clock.occurrence, str(clock.due_on), clock.is_open) for clock in found] == [
        (1, "2026-11-02", False),
        (2, "2026-12-07", True),
    ]


def test_a_distribution_without_council_date_asks_for_no_remarks() -> None:
    assert File.opened("decret", *TO_SGG, moved("distribute", "2026-11-02")).clocks == []


def test_comments_are_open_for_fifteen_days() -> None:
    file = File.opened("decret", *TO_SGG, moved("publish_for_comments", "2026-11-02"))
    assert file.dues == {"online_comments": "2026-11-17"}

    assert file.move("close_comments", "2026-11-17").dues == {}


def test_a_clock_of_one_chamber_runs_in_no_other() -> None:
    committee = ["scheduling", "committee"]
    for chamber, more in [("representants", []), ("conseillers", ["councillors_reminder", "committee_incompetence"])]:
        file = File.opened("projet_de_loi", *TO_DEPOSITED[:-1], moved("deposit", chamber=chamber))
        assert file.move("refer_to_committee", "2026-03-02").dues == {
            code: due(code, "2026-03-02", chamber=chamber) for code in (*committee, *more)
        }


def test_the_days_left_are_negative_when_the_day_has_passed() -> None:
    clock = last_clock(
        File.opened("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")), "committee"
    )

    falls = date.fromisoformat(due("committee", "2026-03-02"))
    assert [clock.days_left(falls + timedelta(days=days)) for days in (-1, 2)] == [1, -2]
    assert last_clock(File.opened("decret", *TO_COUNCIL, moved("adopt_in_council")), "signature").days_left(
        date(2026, 5, 3)
    ) is None  # fmt: skip


def test_a_deferral_to_a_fixed_date_is_due_then() -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, moved("defer_entry_into_force", in_force_on="2019-01-01"))

    assert file.dues == {"entry_into_force": "2019-01-01"}
    assert file.situation.state == "vigueur_differee"
    assert file.refusals("enter_into_force", "2018-12-31") == ["Le texte n’entre en vigueur que le 1er janvier 2019."]
    assert file.move("enter_into_force", "2019-01-01").clocks == []


def test_a_text_that_waits_for_others_has_no_clock() -> None:
    file = File.opened("projet_de_loi", *TO_PUBLISHED, moved("await_implementing_texts", clause="article 26"))

    assert file.clocks == []
    assert file.situation.state == "vigueur_conditionnelle"
    assert file.move("enter_into_force", "2026-11-02").situation.state == "en_vigueur"


def test_clocks_are_kept_as_rows_with_the_nearest_day(session: Session) -> None:
    ministry = Ministry(session)
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2026-03-02"))
    assert str(bill.next_due_on) == due("scheduling", "2026-03-02")

    ministry.move(bill, "schedule_in_committee", "2026-03-05")

    rows = session.exec(select(Deadline).where(Deadline.text_id == bill.id).order_by(Deadline.rule)).all()
    assert [(row.rule, row.occurrence, row.status, str(row.due_on), str(row.closed_on)) for row in rows] == [
        ("committee", 1, DeadlineStatus.RUNNING, due("committee", "2026-03-02"), "None"),
        ("deposit", 1, DeadlineStatus.CLOSED, "None", "None"),
        ("scheduling", 1, DeadlineStatus.CLOSED, due("scheduling", "2026-03-02"), "2026-03-05"),
    ]
    assert [str(row.started_on) for row in rows] == ["2026-03-02", "None", "2026-03-02"]
    assert str(bill.next_due_on) == due("committee", "2026-03-02")


def test_a_text_that_never_started_has_no_clock() -> None:
    file = File.opened("arrete", *TO_PREPARED)

    assert clocks(file.procedure, file.situation.done, CALENDAR) == ()
