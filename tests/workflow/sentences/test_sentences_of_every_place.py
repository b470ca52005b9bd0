"""Every place of every kind, in words: `said/KIND.toml` reads like a book, and holds what is said of each place twice.

`known` is said of a text of which every date and answer is known, `unknown` of one of which nothing but the way is.
"""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models import PartialDate
from tests.workflow.builders import File
from tests.workflow.rulebook.test_walks import places
from workflow.history.facts import asked
from workflow.history.fold import Situation, advance
from workflow.history.steps import Supposed
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.files import procedures

SAID = Path(__file__).parent / "said"
BEGINNING, BETWEEN = date(2024, 1, 8), timedelta(days=10)
ANSWERS: dict[str, Any] = {
    "bo_number": "7376", "chair": "chef du gouvernement", "committees": "les deux commissions des finances",
    "dahir": "1-24-52", "decision": "42/24", "law": "loi n° 23-24", "number": "58-24",
    "signatory": "head_of_government", "successor": "décret n° 2-25-145",
    "votes": {"for": 70, "against": 22, "abstentions": 3}, "in_force_after": 6,
}  # fmt: skip


def answers(procedure: Procedure, move: Transition, day: date) -> dict[str, Any]:
    """Answer what a move asks that a sentence may say: lines by name, choices by their first, days by the next week."""
    told: dict[str, Any] = {}
    for name, fact in asked(procedure, move).items():
        if name in ANSWERS:
            told[name] = ANSWERS[name]
        elif fact.type == "day" and name != "in_force_on":
            told[name] = (day + timedelta(days=7)).isoformat()
        elif fact.type == "choice" and fact.choices:
            told[name] = fact.choices[0].value
    if move.vote == "rejected" and "votes" in told:
        told["votes"] = {"for": 22, "against": 70, "abstentions": 0}
    return told


def known(kind: str, situation: Situation) -> File:
    """Live the way to a place again, each step ten days after the one before and with all its answers."""
    file, day = File.opened(kind, on=BEGINNING.isoformat()), BEGINNING
    here = file.situation
    for done in situation.done[1:]:
        day += BETWEEN
        facts = answers(file.procedure, file.procedure.moves[done.move], day) | done.facts
        here = advance(file.procedure, here, Supposed(done.number, done.move, PartialDate.of(day), facts=facts))
    return File.at(kind, here)


@cache
def told(kind: str) -> dict[str, dict[str, str]]:
    """Say the sentences of all places of a kind."""
    return {
        state: {"known": known(kind, there).sentence, "unknown": File.at(kind, there).sentence}
        for state, there in places(kind).items()
    }


def written(kind: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((SAID / f"{kind}.toml").read_text("utf-8"))


@pytest.mark.parametrize("kind", procedures())
def test_each_place_of_each_kind_has_its_sentence(kind: str) -> None:
    assert told(kind) == written(kind)


@pytest.mark.parametrize("kind", procedures())
def test_no_place_is_left_out(kind: str) -> None:
    assert set(written(kind)) == set(procedures()[kind].states)
