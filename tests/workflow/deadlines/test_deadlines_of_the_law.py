"""Every deadline that a text's own steps start, one row each, its date worked out by hand; and what stops it."""

from itertools import chain

import pytest

from tests.workflow.builders import (
    THROUGH_COMMITTEE,
    TO_ADOPTED,
    TO_DEPOSITED,
    TO_FINAL,
    TO_SGG,
    File,
    Move,
    moved,
    undated,
)
from workflow.rulebook.files import procedures

ORDERED = [*undated("assign_drafter"), moved("order_impact_study", "2026-01-31")]
COUNCILLORS = [*TO_ADOPTED, moved("deposit", chamber="conseillers")]
IN_COMMITTEE = [*TO_DEPOSITED, moved("refer_to_committee")]
IN_COMMITTEE_SINCE_MARCH = [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")]
IN_COMMITTEE_C = [*COUNCILLORS, moved("refer_to_committee")]
LODGED = [*TO_ADOPTED, moved("lodge_with_committees", "2026-08-17")]
IN_PARLIAMENT = [moved("deposit", "2026-03-02", chamber="representants")]
TO_MINISTERS = [*TO_ADOPTED, *undated("send_to_council_of_ministers", "adopt_in_council_of_ministers")]
IN_FORCE = [*TO_FINAL, *undated("send_to_government", "promulgate", "send_to_printer", "publish",
                                "enter_on_publication")]  # fmt: skip
SITTING = moved("list_for_plenary", sitting_on="2026-05-12")
SIMPLIFIED = moved("use_simplified_procedure", "2026-03-10", sitting_on="2026-03-16")

ROWS: list[tuple[str, str, list[Move], str, str]] = [
    # 1: two months from 31 January end on the last day of March; one more month is asked at most.
    ("1", "projet_de_loi", ORDERED, "impact_study", "2026-03-31"),
    ("1", "projet_de_loi", [*ORDERED, moved("extend_impact_study", reason="Enquête.")], "impact_study", "2026-04-30"),
    ("2", "decret", [*TO_SGG, moved("aim_for_council", council_on="2026-12-17")], "distribution", "2026-12-07"),
    ("3", "decret", [*TO_SGG, moved("distribute", council_on="2026-12-17")], "department_remarks", "2026-12-16"),
    ("4", "decret", [*TO_SGG, moved("publish_for_comments", "2026-11-02")], "online_comments", "2026-11-17"),
    ("8", "projet_de_loi", [*TO_ADOPTED[:-1], moved("adopt_in_council", "2026-03-02")], "deposit", "2026-04-01"),
    ("9", "projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")], "scheduling", "2026-03-09"),
    ("10", "projet_de_loi", [*COUNCILLORS, moved("refer_to_committee", "2026-03-02")], "councillors_reminder",
     "2026-04-01"),
    ("11", "projet_de_loi", [*COUNCILLORS, moved("refer_to_committee", "2026-03-02")], "committee_incompetence",
     "2026-03-09"),
    ("12", "projet_de_loi", [*IN_COMMITTEE, moved("schedule_in_committee", meeting_on="2026-04-14")],
     "meeting_postponement", "2026-04-13"),
    ("13", "projet_de_loi", [*IN_COMMITTEE, moved("set_amendment_deadline", amendments_on="2026-04-20")],
     "committee_amendments", "2026-04-20"),
    ("13", "projet_de_loi", [*IN_COMMITTEE_C, moved("set_amendment_deadline", amendments_on="2026-04-20")],
     "amendments_examined", "2026-04-21"),
    ("14", "projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee", "2026-03-02")], "committee", "2026-05-01"),
    ("14", "projet_de_loi", [*COUNCILLORS, moved("refer_to_committee", "2026-03-02")], "committee", "2026-05-01"),
    ("14", "projet_de_loi", [*TO_DEPOSITED, moved("refer_to_committee", "2016-04-05")], "committee", "2016-06-04"),
    ("14", "projet_de_loi", [*IN_COMMITTEE_SINCE_MARCH, moved("extend_committee_deadline")], "committee", "2026-05-31"),
    ("15", "projet_de_loi", [*IN_COMMITTEE, THROUGH_COMMITTEE[0], SITTING], "report_representatives", "2026-05-10"),
    ("15", "projet_de_loi", [*IN_COMMITTEE_C, THROUGH_COMMITTEE[0], SITTING], "report_councillors", "2026-05-11"),
    ("16", "projet_de_loi", [*IN_COMMITTEE, THROUGH_COMMITTEE[0], SITTING], "plenary_amendments_representatives",
     "2026-05-10"),
    ("16", "projet_de_loi", [*IN_COMMITTEE_C, THROUGH_COMMITTEE[0], SITTING], "plenary_amendments_councillors",
     "2026-05-11"),
    # 17: clear days: the 11th, 12th and 13th, then the 14th.
    ("17", "projet_de_loi", [*IN_COMMITTEE, SIMPLIFIED], "simplified_representatives", "2026-03-14"),
    ("17", "projet_de_loi", [*IN_COMMITTEE_C, SIMPLIFIED], "simplified_councillors", "2026-03-13"),
    ("17", "projet_de_loi", [*IN_COMMITTEE, SIMPLIFIED], "simplified_opposition", "2026-03-15"),
    ("18", "loi_organique", [*TO_MINISTERS, moved("deposit", "2026-03-02")], "organic_wait", "2026-03-12"),
    ("19", "decret", [moved("ask_opinion", "2026-10-02", body="CESE")], "opinion_cese", "2026-12-02"),
    ("20", "decret", [moved("ask_opinion", "2026-10-02", body="CSPJ", urgent="yes")], "opinion_cspj_urgent",
     "2026-10-22"),
    ("22", "projet_de_loi", [*IN_COMMITTEE, moved("plead_inadmissibility", "2026-03-02")], "inadmissibility",
     "2026-03-10"),
    ("24", "projet_de_loi", [*TO_FINAL, moved("refer_to_court", "2026-03-02", urgent="no")], "court_decision",
     "2026-04-01"),
    ("25", "projet_de_loi", [*TO_FINAL, moved("refer_to_court", urgent="no"), moved("declare_conform", "2026-03-02")],
     "court_publication", "2026-04-01"),
    ("26", "decret", [moved("ask_delegalisation", "2026-01-31", urgent="no")], "delegalisation", "2026-02-28"),
    ("26", "decret", [moved("ask_delegalisation", "2026-01-31", urgent="yes")], "delegalisation_urgent", "2026-02-08"),
    ("27", "projet_de_loi", [*TO_FINAL, moved("send_to_government", "2026-03-02")], "promulgation", "2026-04-01"),
    ("28", "projet_de_loi", [*TO_FINAL, moved("send_to_government"), moved("promulgate", "2026-01-31")], "publication",
     "2026-02-28"),
    ("30", "decret_loi", LODGED, "convene_representatives", "2026-08-18"),
    ("30", "decret_loi", [*LODGED, moved("pass_to_councillors", "2026-08-19")], "convene_councillors", "2026-08-20"),
    ("31", "decret_loi", LODGED, "six_days", "2026-08-23"),
    ("33", "decret", [moved("record_enabling_law", until_on="2026-12-31")], "enabled_decree", "2026-12-31"),
    ("34", "proposition_de_loi", [*IN_PARLIAMENT, moved("plan_technical_committee", meeting_on="2026-04-14")],
     "technical_committee", "2026-04-09"),
    ("35", "projet_de_loi", [*IN_FORCE, moved("form_application_committee", "2026-01-15")], "application_report",
     "2026-03-15"),
    ("37", "decret_de_nomination", [*undated("assign_drafter"), moved("publish_call", "2026-03-02")], "call",
     "2026-03-12"),
    ("37", "decret_de_nomination", [*undated("assign_drafter", "publish_call"), moved("close_call", "2026-03-12")],
     "proposal", "2026-03-27"),
    ("37", "decret_de_nomination", [moved("appoint_interim", "2026-01-15")], "interim", "2026-04-15"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "moves", "code", "due"), ROWS, ids=[f"{row[0]}-{row[3]}" for row in ROWS])
def test_a_deadline_falls_on_the_day_worked_out_by_hand(
    row: str, kind: str, *, moves: list[Move], code: str, due: str
) -> None:
    assert (row, File.opened(kind, *moves).dues.get(code)) == (row, due)


@pytest.mark.parametrize(
    ("kind", "moves", "stop", "code"),
    [
        ("projet_de_loi", ORDERED, "deliver_impact_study", "impact_study"),
        ("projet_de_loi", [*COUNCILLORS, moved("refer_to_committee", "2026-03-02")], "plead_committee_incompetence",
         "committee_incompetence"),
        ("projet_de_loi", [*IN_COMMITTEE, moved("schedule_in_committee", meeting_on="2026-04-14")],
         "request_postponement", "meeting_postponement"),
        ("decret", [moved("ask_delegalisation", "2026-01-31", urgent="no")], "receive_delegalisation",
         "delegalisation"),
        ("decret_loi", LODGED, "present_in_committee", "convene_representatives"),
        ("decret_loi", [*LODGED, moved("pass_to_councillors", "2026-08-19")], "present_in_committee",
         "convene_councillors"),
        ("proposition_de_loi", [*IN_PARLIAMENT, moved("plan_technical_committee", meeting_on="2026-04-14")],
         "convene_technical_committee", "technical_committee"),
        ("projet_de_loi", [*IN_FORCE, moved("form_application_committee", "2026-01-15")], "receive_application_report",
         "application_report"),
    ],
)  # fmt: skip
def test_the_step_that_was_expected_stops_it(kind: str, moves: list[Move], *, stop: str, code: str) -> None:
    file = File.opened(kind, *moves)
    assert code in file.dues

    assert code not in file.move(stop).dues


@pytest.mark.parametrize(
    ("moves", "code", "first"),
    [
        ([*TO_SGG, moved("publish_for_comments", "2009-12-17")], "online_comments", False),
        ([*TO_SGG, moved("publish_for_comments", "2009-12-18")], "online_comments", True),
        ([*COUNCILLORS, moved("refer_to_committee", "2019-07-30")], "committee_incompetence", False),
        ([*COUNCILLORS, moved("refer_to_committee", "2019-07-31")], "committee_incompetence", True),
        ([*IN_COMMITTEE, moved("set_amendment_deadline", amendments_on="2024-10-30")], "committee_amendments", False),
        ([*IN_COMMITTEE, moved("set_amendment_deadline", amendments_on="2024-10-31")], "committee_amendments", True),
        # Each chamber has rules of its own.
        ([*IN_COMMITTEE_C, moved("set_amendment_deadline", amendments_on="2024-10-30")], "committee_amendments", True),
        ([*undated("assign_drafter"), moved("order_impact_study", "2018-01-01")], "impact_study", False),
    ],
)
def test_a_rule_runs_from_the_day_it_is_law(moves: list[Move], code: str, *, first: bool) -> None:
    assert (code in File.opened("projet_de_loi", *moves).dues) is first


def test_what_is_over_makes_nobody_late() -> None:
    file = File.opened("projet_de_loi", *COUNCILLORS, moved("refer_to_committee", "2026-03-02"))
    (window,) = [clock for clock in file.clocks if clock.rule.code == "committee_incompetence"]
    (limit,) = [clock for clock in file.clocks if clock.rule.code == "committee"]

    assert window.due_on
    assert not window.is_over(window.due_on)
    assert [clock.is_over(limit.due_on or window.due_on) for clock in (window, limit)] == [True, False]


def test_an_impact_study_is_extended_once_and_only_while_it_is_under_way() -> None:
    file = File.opened("projet_de_loi", *undated("assign_drafter"))
    assert {"order_impact_study", "extend_impact_study", "deliver_impact_study"} & file.moves == {"order_impact_study"}

    file.after(*ORDERED[1:], moved("extend_impact_study", reason="Enquête."))

    assert {"extend_impact_study", "deliver_impact_study"} & file.moves == {"deliver_impact_study"}


def test_every_rule_names_its_legal_basis_in_both_languages() -> None:
    rules = [rule for procedure in procedures().values() for rule in procedure.deadlines.values()]

    values = [value for rule in rules for value in (*rule.values, *chain(*rule.extensions.values()))]
    assert [rule.code for rule in rules if not (rule.label_fr and rule.label_ar)] == []
    assert [value for value in values if not value.basis_fr] == []
