"""Texts that wander at random along their procedures: whatever is allowed holds together."""

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.workflow.builders import TODAY, File
from tests.workflow.sentences.unbroken_arabic import BROKEN
from workflow.errors import Refused
from workflow.history.expected_answers import asked_here
from workflow.history.fold import Situation, advance, fold
from workflow.history.steps import Supposed
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Fact
from workflow.register.recording import project
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import reasons
from workflow.sentences.path import path
from workflow.sentences.sentence import step_sentence
from workflow.sentences.steps_ar import step_sentence_ar
from workflow.standing.preview import preview

KINDS = pytest.mark.parametrize("kind", procedures())
# A walk that fails is short enough to be read as it was found: making it shorter would take minutes.
WALKS = settings(max_examples=settings().max_examples // 6, phases=[Phase.explicit, Phase.generate])
LONGEST = 15
START = TODAY - timedelta(days=4000)
ANSWERS: dict[str, Any] = {
    "line": "réponse",
    "title": "réponse",
    "text": "réponse",
    "votes": {"for": 70, "against": 22, "abstentions": 3},
    "day": TODAY.isoformat(),
    "months": 6,
}
# What two facts of one move, or the steps before it, decide.
TOLD: dict[str, dict[str, Any]] = {
    "defer_entry_into_force": {"in_force_after": 6},
    "set_later_part": {"part": "articles 3 et 4", "in_force_after": 12},
    "enter_retroactively": {"effective_on": "2001-01-01", "note": "prévu par son article 9"},
    "limit_validity": {"until_on": "2001-06-30"},
    "name_signatories": {"signatories": "Ministre A\nMinistre B"},
}
# Moves that stay, and yet open a way.
OPENING = {"limit_validity"}


def answers(procedure: Procedure, name: str, situation: Situation, choose: st.DataObject) -> dict[str, Any]:
    """Answer what a move requires, and now and then what it only asks."""
    move = procedure.moves[name]
    if name in TOLD:
        return dict(TOLD[name])
    facts = {}
    for fact, asks in asked_here(procedure, move, situation).items():
        if fact in move.requires or fact == "pieces" or (not move.requires and choose.draw(st.booleans())):
            facts[fact] = answer(asks, choose)
    return facts


def answer(fact: Fact, choose: st.DataObject) -> Any:  # noqa: ANN401 - JSON
    if fact.type == "choice":
        return choose.draw(st.sampled_from([choice.value for choice in fact.choices]))
    if fact.type == "checklist":
        return [choice.value for choice in fact.choices]
    return ANSWERS[fact.type]


def somewhere(kind: str, choose: st.DataObject) -> File:
    """Begin at any place, so that short walks see the whole country."""
    return File.at(kind, places(kind)[choose.draw(st.sampled_from(sorted(places(kind))))])


def likely(file: File, choose: st.DataObject) -> list[str]:
    """Go forward more often than round in circles or out of the way."""
    moves = {name: file.procedure.moves[name] for name in sorted(file.moves)}
    onward = [name for name, move in moves.items() if not move.stays and not file.procedure.states[move.to].terminal]
    wanders = choose.draw(st.integers(0, 4)) == 0
    return onward if onward and not wanders else list(moves)


def walk(file: File, choose: st.DataObject) -> Iterator[File]:
    """Make moves one after the other until none is left, each dated some days after the one before or not at all."""
    on = START
    for _step in range(LONGEST):
        if not (names := likely(file, choose)):
            return
        name = choose.draw(st.sampled_from(names))
        on += timedelta(days=choose.draw(st.integers(0, 60)))
        when = on.isoformat()[: choose.draw(st.sampled_from([0, 4, 7, 10]))] or None
        with suppress(Refused):
            yield file.move(name, when, **answers(file.procedure, name, file.situation, choose))


@KINDS
@WALKS
@given(st.data())
def test_whatever_is_allowed_holds_together(kind: str, choose: st.DataObject) -> None:
    file = somewhere(kind, choose)
    project(file.standing)
    for here in walk(file, choose):
        done = here.situation.done[-1]
        assert here.situation.state in here.procedure.states
        here.procedure.machine.events[done.move].trigger(here.text)
        assert here.text.state == here.situation.state
        project(here.standing)
        assert_said(here)
        if here.procedure.states[here.situation.state].terminal:
            assert here.clocks == []
            assert {"note"} <= here.moves <= {"note", "take_up_anew"}

    assert fold(file.procedure, file.steps) == file.situation


def assert_said(file: File) -> None:
    """Check that the place, the step and the path are said without a hole."""
    done = file.situation.done[-1]
    for words in (file.sentence, step_sentence(file.procedure, done)):
        assert words[0].isupper() or words[0] in "«r", words
        assert not {"{", "}", "[", "]"} & set(words)
        assert "  " not in words, words
    for words in (file.standing.sentence_ar, step_sentence_ar(file.procedure, done), f"{file.standing.holder_ar}."):
        assert not BROKEN.search(words), words
    here = [stage for stage in path(file.procedure, file.situation) if stage.standing]
    assert [stage.standing for stage in here] == [file.procedure.states[file.situation.state].label_fr]


@KINDS
@WALKS
@given(st.data())
def test_a_preview_foresees_what_comes(kind: str, choose: st.DataObject) -> None:
    file = somewhere(kind, choose)
    for _step in range(5):
        if not (names := likely(file, choose)):
            return
        name = choose.draw(st.sampled_from(names))
        facts = answers(file.procedure, name, file.situation, choose)
        if file.refusals(name, None, **facts):
            continue
        foreseen = preview(file.standing, file.proposed(name, None, facts))
        file.move(name, None, **facts)
        assert foreseen.after.situation == file.situation


@KINDS
def test_every_state_can_be_reached_and_leads_to_an_end(kind: str) -> None:
    assert set(places(kind)) == set(procedures()[kind].states)
    assert [state for state, here in places(kind).items() if not reaches_an_end(kind, here)] == []


@cache
def places(kind: str) -> dict[str, Situation]:
    """Give a situation for every state that can be reached, found by the moves whose conditions of place hold."""
    found: dict[str, Situation] = {}
    for here in search(kind, File.opened(kind).situation):
        found.setdefault(here.state, here)
    return found


def reaches_an_end(kind: str, start: Situation) -> bool:
    states = procedures()[kind].states
    return any(states[here.state].terminal or states[here.state].settled for here in search(kind, start))


def search(kind: str, start: Situation) -> Iterator[Situation]:
    """Go through all places ahead, the nearest first."""
    todo, seen = deque([start]), set()
    while todo:
        here = todo.popleft()
        mark = (
            here.state,
            here.chamber,
            min(here.reading, 3),
            tuple(sorted(here.votes.items())),
            here.told("until_on"),
        )
        if mark not in seen:
            seen.add(mark)
            yield here
            todo += ahead(File.at(kind, here))


def ahead(file: File) -> Iterator[Situation]:
    here = file.situation
    for move in file.procedure.moves_from[here.state]:
        if (move.name in OPENING or not move.stays) and not reasons(file.proposed(move.name), move.when):
            facts = {"chamber": "representants"} if move.chamber == "asked" else TOLD.get(move.name, {})
            yield advance(file.procedure, here, Supposed(here.done[-1].number + 1, move.name, facts=facts))
