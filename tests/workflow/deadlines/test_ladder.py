"""What is promised of a reminder is what the sender does, whatever the rule, the due date and the day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from models import Deadline, DeadlineStatus, LegalText, Reminder
from tests.workflow.builders import AT, ON_SQLITE, Ministry
from tests.workflow.small_procedure import IN_BLOCK, write_small_procedure
from workflow.calendar.working_days import Calendar, Holiday
from workflow.deadlines.ladder import first_reminder_on, is_telling_day, ladder, next_rung_on, passed
from workflow.mail.reminders import write_reminders
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook import files as procedure_files
from workflow.rulebook.files import procedures

DAY = timedelta(days=1)
# A Friday that the ministry does not work, before a week-end: three days off.
CALENDAR = Calendar({date(2026, 11, 13): Holiday("Pont", "عطلة")})
LADDERS = [
    ("limit", (-15, -3, 0), (1, 30)), ("limit", (0,), (1,)), ("limit", (-1, 0), (1, 2)), ("limit", (), (1,)),
    ("limit", (-2,), ()), ("limit", (), ()), ("window", (-5, 0), ()), ("wait", (0,), ()), ("window", (-30, -7, 0), ())
]  # fmt: skip
# Around the Independence Day, a week-end of three days, and the two Aïds of 2027.
PERIODS = [date(2026, 11, 10), date(2027, 3, 5), date(2027, 5, 12)]


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[DeadlineRule]]:
    """Give a rule for each ladder, in the small procedure."""
    path = write_small_procedure(tmp_path) / IN_BLOCK
    written = "".join(
        f'[[deadlines]]\ncode = "rule_{rank}"\nruns_in = ["drafted"]\nterm = "{term}"\n'
        f'nature = "law"\nowner = "division"\nlabel_fr = "Signer"\nlabel_ar = "التوقيع"\n'
        f"remind = {list(remind)}\nescalate = {list(escalate)}\n"
        '[[deadlines.values]]\nlength = "P10D"\nbasis_fr = "article 1"\ncertainty = "read"\n'
        for rank, (term, remind, escalate) in enumerate(LADDERS)
    )
    path.write_text(path.read_text("utf-8") + written, "utf-8")
    monkeypatch.setattr(procedure_files, "FOLDER", tmp_path)
    procedures.cache_clear()
    yield [rule for rule in procedures()["small"].deadlines.values() if rule.code.startswith("rule_")]
    procedures.cache_clear()


def days(first: date, count: int) -> list[date]:
    return [first + rank * DAY for rank in range(count)]


def with_clocks(session: Session, rules: list[DeadlineRule], dues: list[date]) -> dict[tuple[str, date], Deadline]:
    """Open a text on which every rule runs to each of these due dates."""
    ministry = Ministry(session)
    ministry.person("head")
    text = LegalText(
        procedure="small", procedure_version="1", version=1, title_fr="Note", created_at=AT, state="drafted",
        responsible_id=ministry.person("drafter").id,
    )  # fmt: skip
    session.add(text)
    session.flush()
    clocks = {
        (rule.code, due_on): Deadline(
            text_id=text.id,
            rule=rule.code,
            occurrence=rank,
            due_on=due_on,
            status=DeadlineStatus.RUNNING,
            next_rung_on=next_rung_on(rule, due_on, CALENDAR),
        )
        for rule in rules
        for rank, due_on in enumerate(dues)
    }
    session.add_all(clocks.values())
    session.commit()
    return clocks


def sent(session: Session, runs: list[date]) -> dict[tuple[object, bool], date]:
    """Let reminders leave as the scheduler does; give the day of the first reminder and escalation of each clock."""
    for on in runs:
        if is_telling_day(on, CALENDAR):
            at = datetime.combine(on, time(8), UTC)
            write_reminders(session, on=on, at=at, calendar=CALENDAR, base_url="https://navette.test")
            session.commit()
    first: dict[tuple[object, bool], date] = {}
    for told in session.exec(select(Reminder)):
        key, on = (told.deadline_id, told.rung <= 0), told.created_at.date()
        first[key] = min(first.get(key, on), on)
    return first


@ON_SQLITE
@pytest.mark.parametrize("start", PERIODS)
@pytest.mark.parametrize("age", [-20, 0])
def test_the_first_reminder_leaves_on_the_day_that_was_promised(
    session: Session, rules: list[DeadlineRule], start: date, age: int
) -> None:
    dues = days(start, 14)
    clocks = with_clocks(session, rules, dues)
    since = start + age * DAY

    first = sent(session, days(since, 40))

    promised = {
        (clocks[rule.code, due_on].id, True): day
        for rule in rules
        for due_on in dues
        if (day := first_reminder_on(rule, due_on, CALENDAR, since=since))
    }
    assert len(promised) > 60
    assert {key: day for key, day in first.items() if key[1]} == promised


def test_a_clock_looked_at_on_the_days_of_its_rungs_alone_tells_the_same(rules: list[DeadlineRule]) -> None:
    for rule in rules:
        for due_on in days(PERIODS[1], 14):
            looked = next_rung_on(rule, due_on, CALENDAR)
            told = [rung.days for on in days(due_on - 40 * DAY, 80) for rung in passed(rule, due_on, CALENDAR, on=on)]
            seen = []
            while looked:
                seen += [rung.days for rung in passed(rule, due_on, CALENDAR, on=looked)]
                looked = next_rung_on(rule, due_on, CALENDAR, after=looked)
            assert set(seen) == set(told)


def test_a_reminder_comes_before_a_day_off_and_an_escalation_never_before_its_day(rules: list[DeadlineRule]) -> None:
    saturday = date(2026, 11, 14)

    assert [(rung.days, rung.told_from) for rung in ladder(rules[1], saturday, CALENDAR)] == [
        (0, date(2026, 11, 12)), (1, date(2026, 11, 15)),
    ]  # fmt: skip


def test_a_clock_without_due_date_or_ladder_has_no_rung(rules: list[DeadlineRule]) -> None:
    assert next_rung_on(rules[0], None, CALENDAR) is None
    assert next_rung_on(rules[5], date(2026, 11, 20), CALENDAR) is None
    assert next_rung_on(rules[1], date(2026, 11, 20), CALENDAR, after=date(2026, 11, 21)) is None
