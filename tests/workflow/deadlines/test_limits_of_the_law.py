"""Limits of the law and everything else that has a day: over natures, terms and silence, passed, near and far."""

from datetime import date, timedelta
from itertools import product

import pytest

from models import DeadlineStatus, PartialDate
from workflow.calendar.lateness import Force
from workflow.deadlines.clocks import Clock
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.rulebook.files import procedures

TODAY = date(2026, 12, 1)
NATURES, TERMS, SILENCES = ("law", "rule", "practice"), ("limit", "window", "wait"), (False, True)
FAR = {"passed": -4380, "near": 3, "far": 90}
OF_NATURE = {"law": Force.LAW, "rule": Force.RULE, "practice": Force.MARKER}


def rule(nature: str, term: str, *, tacit: bool) -> DeadlineRule:
    return DeadlineRule.model_validate(
        {
            "code": "x", "label_fr": "Signer", "label_ar": "التوقيع", "runs_in": ["a"], "values": [], "owner": "sgg",
            "nature": nature, "term": term, "tacit": tacit,
        }
    )  # fmt: skip


@pytest.mark.parametrize(("nature", "term", "tacit"), list(product(NATURES, TERMS, SILENCES)))
def test_only_a_limit_of_the_law_whose_silence_decides_nothing_is_ever_late(
    nature: str, term: str, *, tacit: bool
) -> None:
    made = rule(nature, term, tacit=tacit)
    wanted = Force.OPEN if term != "limit" else Force.TACIT if tacit else OF_NATURE[nature]

    assert made.force is wanted
    assert made.is_legal == ((nature, term, tacit) == ("law", "limit", False))
    for when, days in FAR.items():
        due_on, started = TODAY + timedelta(days=days), PartialDate.of(TODAY)
        for status in DeadlineStatus:
            clock = Clock(made, 1, started, started, None, due_on, status)
            is_late = made.is_legal and when == "passed" and status is DeadlineStatus.RUNNING
            assert clock.is_late(TODAY) == is_late
    unknown = Clock(made, 1, None, None, None, None)
    assert not unknown.is_late(TODAY)


def test_what_is_due_today_is_not_late() -> None:
    started = PartialDate.of(TODAY)
    assert not Clock(rule("law", "limit", tacit=False), 1, started, started, None, TODAY).is_late(TODAY)


def test_no_procedure_tells_managers_of_anything_but_limits_of_the_law() -> None:
    every = [one for head in procedures().values() for one in head.siblings.values()]
    climbing = [each for one in every for each in one.deadlines.values() if each.escalate]

    assert climbing
    assert {each.force for each in climbing} == {Force.LAW}
