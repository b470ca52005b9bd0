"""The days ahead: Councils, sessions, holidays, and limits of the law, each on its day."""

from datetime import date, timedelta

import pytest
from sqlmodel import Session

from models import Deadline, DeadlineStatus, LegalText, Role
from tests.workflow.builders import CALENDAR, PIECES, TO_DEPOSITED, Ministry, moved, undated
from workflow.calendar.working_days import Calendar, Holiday
from workflow.overview.due import councils_named, limits_due
from workflow.overview.week import HORIZON, Week, week
from workflow.rulebook.files import procedures

TUESDAY = date(2026, 11, 24)
THURSDAY = date(2026, 11, 26)


def laid_out(day: date, calendar: Calendar = CALENDAR) -> Week:
    return week(day, [], {}, is_whole=True, calendar=calendar)


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (TUESDAY, TUESDAY),
        (date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
    ],
)
def test_five_days_from_monday_to_friday_are_told(day: date, first: date) -> None:
    days = [each.on for each in laid_out(day).days]

    assert days[0] == first
    assert len(days) == 5
    assert {each.isoweekday() for each in days} == {1, 2, 3, 4, 5}


def test_a_council_of_usage_is_told_and_one_on_a_day_off_is_not() -> None:
    off = Calendar({THURSDAY: Holiday("Aïd", "عيد", estimated=True)})

    assert [each.on for each in laid_out(TUESDAY).days if each.council] == [THURSDAY]
    assert [each.on for each in laid_out(TUESDAY).later if each.council] == [date(2026, 12, 3), date(2026, 12, 10)]
    (day,) = (each for each in laid_out(TUESDAY, off).days if each.on == THURSDAY)
    assert day.council is None
    assert day.holiday
    assert day.holiday.estimated


def test_the_next_holiday_is_told_however_far_the_week_is_from_it() -> None:
    found = laid_out(TUESDAY).holiday

    assert found
    assert (found[0], found[1].estimated) == (date(2027, 1, 1), False)


def test_a_holiday_among_the_days_that_come_later_is_told_there_alone() -> None:
    near = Calendar({date(2026, 12, 2): Holiday("Aïd", "عيد")})

    found = laid_out(TUESDAY, near)

    assert [each.on for each in found.later if each.holiday] == [date(2026, 12, 2)]
    assert found.holiday is None


def test_the_opening_of_a_session_is_told_on_its_day() -> None:
    days = laid_out(date(2026, 10, 7)).days  # the second Friday of October (Constitution, art. 65)

    assert [each.on for each in days if each.opens_session] == [date(2026, 10, 9)]


def test_the_council_that_agendas_name_has_their_number(ministry: Ministry) -> None:
    for day in ("2026-11-26", "2026-11-26", "2026-12-03", "2026-11-12"):
        moves = moved("assign_drafter", "2026-10-01"), moved("submit_for_validation", "2026-10-02")
        sent = moved("validate", "2026-10-05", pieces=PIECES), moved("send_to_sgg", "2026-10-06")
        listed = (
            moved("distribute", "2026-10-20", council_on=day),
            moved("list_on_agenda", "2026-11-09", council_on=day),
        )
        ministry.open("decret", *moves, *sent, moved("register_at_sgg", "2026-10-07"), *listed, on="2026-10-01")

    found = councils_named(ministry.session, by=ministry.person(Role.HEAD), today=TUESDAY, calendar=CALENDAR)

    assert found == {date(2026, 11, 26): 2, date(2026, 12, 3): 1}


def due(session: Session, text: LegalText, rule: str, on: date, *, status: str = DeadlineStatus.RUNNING) -> None:
    session.add(Deadline(text_id=text.id, rule=rule, occurrence=90, status=status, due_on=on))
    session.flush()


def test_only_limits_of_the_law_that_run_are_told(ministry: Ministry) -> None:
    session, by = ministry.session, ministry.person(Role.HEAD)
    rules = procedures()["projet_de_loi"].deadlines.values()
    law = {rule.code for rule in rules if rule.is_legal}
    for rule in rules:
        due(session, ministry.open("projet_de_loi"), rule.code, THURSDAY)
        due(session, ministry.open("projet_de_loi"), rule.code, THURSDAY, status=DeadlineStatus.CLOSED)
        due(session, ministry.open("projet_de_loi"), rule.code, TUESDAY - timedelta(days=1))

    found, is_whole = limits_due(session, by=by, first=TUESDAY, last=TUESDAY + HORIZON)

    known = procedures()["projet_de_loi"].deadlines
    assert sorted(each.label_fr for each in found) == sorted(known[code].label_fr for code in law)
    assert {each.due_on for each in found} == {THURSDAY}
    assert is_whole
    assert {rule.nature for rule in rules if rule.code in law} == {"law"}
    assert {rule.tacit for rule in rules if rule.code in law} == {False}


def test_no_more_clocks_are_read_than_are_shown(ministry: Ministry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workflow.overview.due.MOST", 3)
    text = ministry.open("projet_de_loi", *TO_DEPOSITED, *undated("refer_to_committee"))
    rules = [rule.code for rule in procedures()["projet_de_loi"].deadlines.values() if rule.is_legal]
    for days, code in enumerate(rules[:4]):
        due(ministry.session, text, code, THURSDAY + timedelta(days=days))

    found, is_whole = limits_due(ministry.session, by=ministry.person(Role.HEAD), first=TUESDAY, last=TUESDAY + HORIZON)

    assert [each.due_on for each in found] == [THURSDAY + timedelta(days=days) for days in range(3)]
    assert not is_whole


@pytest.mark.parametrize(
    ("due_on", "cell"),
    [(TUESDAY, TUESDAY), (date(2026, 11, 28), date(2026, 11, 27)), (date(2026, 11, 30), date(2026, 11, 30))],
)
def test_what_falls_due_on_a_day_off_of_the_week_stands_with_the_friday(
    ministry: Ministry, due_on: date, cell: date
) -> None:
    rule = next(rule.code for rule in procedures()["projet_de_loi"].deadlines.values() if rule.is_legal)
    due(ministry.session, ministry.open("projet_de_loi"), rule, due_on)
    limits, _ = limits_due(ministry.session, by=ministry.person(Role.HEAD), first=TUESDAY, last=TUESDAY + HORIZON)

    days = week(TUESDAY, limits, {}, is_whole=True, calendar=CALENDAR).days

    assert {each.on: len(each.limits) for each in days if each.limits} == {cell: 1}
