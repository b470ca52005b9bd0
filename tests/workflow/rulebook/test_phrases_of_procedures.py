"""Every phrase of every procedure, filled with all it can say and with as little as can be: no broken French."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from models import PartialDate
from tests.workflow.builders import CALENDAR
from workflow.deadlines.clocks import clocks
from workflow.history.facts import asked
from workflow.history.fold import Done, Situation
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedures
from workflow.sentences.sentence import sentence, step_sentence

ANSWERS: dict[str, Any] = {
    "line": "réponse",
    "text": "réponse",
    "title": "réponse",
    "votes": {"for": 70, "against": 22, "abstentions": 3},
    "day": "2020-06-10",
    "months": 6,
}
DATES = [None, PartialDate(2020), PartialDate(2020, 6), PartialDate(2020, 6, 10)]
BROKEN = re.compile(
    r"\b(?:au|du|de|à|en|jusqu’au) (?:le|les|en|du) \d"
    r"|\b(?:au|du|de|à) les? |\b(?:au|du|de|depuis) en |  | [.,)]|[(«] ?[)»]|[\[\]{}]|\.\.|: ?[.;]|, ?[.,;)]"
    r"|\b(?:au|du|de|à|le|la|et|en|par|pour|sur|depuis|n°)[.,;)]|[ ,;]$"
)


def answers(procedure: Procedure, move: Transition, *, in_full: bool) -> dict[str, Any]:
    """Answer all that a move asks, or only what it cannot do without."""
    told = {}
    for name, fact in asked(procedure, move).items():
        if in_full or name in move.requires:
            first = fact.choices[0].value if fact.choices else None
            told[name] = [first] if fact.type == "checklist" else first or ANSWERS[fact.type]
    return told


def step(procedure: Procedure, move: Transition, *, on: PartialDate | None, reading: int) -> Done:
    """Suppose that the move was made, all told when its date is known."""
    return Done(
        number=1, move=move.name, on=on, known_on=None, facts=answers(procedure, move, in_full=on is not None),
        inferred=False, from_state=None, to_state=move.sources[0] if move.stays else move.to,
        chamber="representants", reading=reading, navette=1, milestone=move.milestone, vote=move.vote,
    )  # fmt: skip


def sentences(procedure: Procedure) -> Iterator[str]:
    for on in DATES:
        for reading in (1, 2):
            steps = [step(procedure, move, on=on, reading=reading) for move in procedure.transitions]
            yield from (step_sentence(procedure, each) for each in steps)
            running = clocks(procedure, steps, CALENDAR)  # the same wherever the text stands
            for state in procedure.states:
                situation = Situation(state, chamber="conseillers", reading=reading, navette=1, done=tuple(steps))
                yield sentence(procedure, situation, running)


@pytest.mark.parametrize("kind", procedures())
def test_no_filled_sentence_has_broken_french(kind: str) -> None:
    assert [words for words in sentences(procedures()[kind]) if BROKEN.search(words)] == []


@pytest.mark.parametrize(
    "words", ["prorogée jusqu’au le 10 juin 2020", "fixée en commission au le 10 octobre 2026", "adopté  le", "vu ().",
              "publié au Bulletin officiel n°."],
)  # fmt: skip
def test_what_is_broken_is_seen(words: str) -> None:
    assert BROKEN.search(words)
