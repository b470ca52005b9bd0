"""A change of kind can be undone, and a text that goes to another kind and back is as it was."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlmodel import col, select

from models import Deadline, DeadlineStatus, LegalText, Role
from tests.workflow.builders import CALENDAR, TO_ADOPTED, TO_DEPOSITED, File, Ministry, moved, when
from tests.workflow.lives import BILL, DECREE, ORDER, Lived
from tests.workflow.register.test_kinds import become
from tests.workflow.rulebook.test_walks import KINDS, places
from workflow.deadlines.kept import first_rung_on
from workflow.errors import Refused
from workflow.history.fold import CHANGE, Situation, fold
from workflow.history.steps import AnyStep, Supposed, steps_of
from workflow.register.kinds import Becoming, becoming
from workflow.register.recording import projection
from workflow.rulebook.files import procedures
from workflow.standing.striking import falling


def told(situation: Situation) -> dict[str, Any]:
    """Give all that pages, lists and mails say of where a text stands."""
    file = File.at(situation.kind, situation)
    now = file.standing
    return {
        "state": (situation.kind, situation.version, now.state.code, situation.chamber, situation.reading),
        "sentence": now.sentence,
        "clocks": now.clocks,
        "rungs": [first_rung_on(clock, CALENDAR) for clock in now.clocks],
        "number": now.number,
        "section": now.procedure.section(situation.state),
        "moves": [(each.move.name, each.reasons) for each in now.moves],
        "held": (now.holder, now.held_since, situation.arrival),
        "path": now.stages,
    }


def changed(steps: Sequence[AnyStep], to: Becoming, origin: str) -> list[AnyStep]:
    target = to.procedure
    facts = {"kind": target.kind, "from": origin, "to": target.version, "place": to.place, "reason": "Avis."}
    return [*steps, Supposed(len(steps) + 1, CHANGE, when("2026-11-20"), facts=facts)]


def assert_there_and_back(before: File, other: str) -> None:
    """Go to the other kind and back, with a note recorded there or not."""
    home, here = before.procedure, before.situation
    away = changed(before.steps, becoming(procedures()[other], here), home.kind)
    assert not procedures()[other].states[fold(home, away).state].is_end
    for trip in (away, [*away, Supposed(len(away) + 1, "note", facts={"note": "Vu."})]):
        back = becoming(home, fold(home, trip))
        assert told(fold(home, changed(trip, back, other))) == told(here), (here.state, other)


@KINDS
def test_there_and_back_changes_nothing_wherever_the_text_stands(kind: str) -> None:
    """Over every state from which a kind can change, and every kind that it can become."""
    states = procedures()[kind].states
    for state, here in places(kind).items():
        if not states[state].is_end:
            for other in set(procedures()) - {kind}:
                assert_there_and_back(File.at(kind, here), other)


@pytest.mark.parametrize(("kind", "life"), [("projet_de_loi", BILL), ("decret", DECREE), ("arrete", ORDER)])
def test_there_and_back_changes_no_date_nor_deadline(kind: str, life: list[Lived]) -> None:
    file = File.opened(kind)
    for move, _state, _dues in life:
        file.after(move)
        if not file.standing.state.is_end:
            for other in set(procedures()) - {kind}:
                assert_there_and_back(file, other)


def deadlines(ministry: Ministry, text: LegalText) -> list[tuple[object, ...]]:
    query = select(Deadline).where(Deadline.text_id == text.id, Deadline.status != DeadlineStatus.CLOSED)
    rows = ministry.session.exec(query.order_by(col(Deadline.rule)))
    return [(row.rule, row.occurrence, row.status, row.due_on, row.next_rung_on) for row in rows]


def test_the_rows_are_as_before_once_a_text_is_back(ministry: Ministry) -> None:
    bill = ministry.open("projet_de_loi", *TO_DEPOSITED, moved("refer_to_committee", "2016-04-05"))
    row, dues = projection(ministry.standing(bill)), deadlines(ministry, bill)

    become(ministry, bill, "decret")
    assert (bill.state, bill.chamber) == ("adopte_cg", None)
    become(ministry, bill, "projet_de_loi")

    assert (projection(ministry.standing(bill)), deadlines(ministry, bill)) == (row, dues)
    assert {name: getattr(bill, name) for name in row} == row
    assert bill.state == "commission"


@pytest.mark.parametrize("others", [[], ["arrete_conjoint"]])
def test_a_change_of_kind_that_is_struck_is_undone(ministry: Ministry, others: list[str]) -> None:
    text = ministry.open("decret", *TO_ADOPTED)
    row = projection(ministry.standing(text))
    changes = [become(ministry, text, kind).number for kind in ("arrete", *others)]

    for number in reversed(changes):
        last = ministry.correct(text, number)

    assert {name: getattr(text, name) for name in row} == row
    ministry.correct(text, last.number)
    assert (text.procedure, text.state) == ("arrete", "examen_sgg")


def test_what_was_done_as_the_other_kind_falls_with_the_change_where_this_one_has_no_such_step(
    ministry: Ministry,
) -> None:
    text = ministry.open("decret", *TO_ADOPTED)
    change = become(ministry, text, "arrete").number
    ministry.move(text, "return_with_remarks", remarks="Viser la loi.")

    found = falling(text, steps_of(ministry.session, text.id), change, CALENDAR)

    assert [each.done.number for each in found] == [change + 1]
    ministry.correct(text, [change, change + 1])
    assert (text.procedure, text.state) == ("decret", "adopte_cg")


def test_a_change_of_kind_is_struck_by_those_who_may_decide_it(ministry: Ministry) -> None:
    text = ministry.open("decret")
    change = become(ministry, text, "arrete").number

    with pytest.raises(Refused, match="demandez-le à qui peut changer la nature"):
        ministry.correct(text, change, role=Role.DRAFTER)

    strike = ministry.correct(text, change).number
    with pytest.raises(Refused, match="demandez-le à qui peut changer la nature"):
        ministry.correct(text, strike, role=Role.DRAFTER)
    assert text.procedure == "decret"
