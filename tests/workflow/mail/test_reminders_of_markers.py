"""What the law does not set is told to whoever answers for a text, and to nobody above."""

from datetime import date

import pytest
from sqlmodel import Session

from tests.workflow.mail.test_reminders import DUE_ON, People, addresses, make_text, people, run, told
from workflow.mail.reminders import Summary

__all__ = ["people"]


def test_a_chamber_s_rule_is_told_to_whoever_answers_for_the_text_and_never_climbs(
    session: Session, people: People
) -> None:
    text = make_text(session, people)
    for on in (DUE_ON, date(2026, 11, 23), date(2026, 12, 21)):
        run(session, on)

    assert told(session) == {("Alice", DUE_ON, 0)}

    text.responsible_id = None
    make_text(session, people).responsible_id = None
    session.commit()
    assert run(session, DUE_ON) == Summary(0, 0, 0, 0)
    assert addresses(session) == ["alice@navette.test"]


@pytest.mark.parametrize(("on", "mails"), [(date(2027, 11, 20), ["alice@navette.test"]), (date(2027, 11, 21), [])])
def test_a_marker_that_passed_more_than_a_year_ago_is_told_to_nobody(
    session: Session, people: People, on: date, mails: list[str]
) -> None:
    make_text(session, people)

    run(session, on)

    assert addresses(session) == mails
