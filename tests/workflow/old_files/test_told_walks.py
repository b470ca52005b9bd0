"""Texts that wander at random, told as a public page tells them: the replay finds them where they stand."""

import json
import tomllib
from collections import deque
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.builders import CALENDAR
from tests.workflow.rulebook.test_walks import KINDS, somewhere, walk
from workflow.history.fold import Done
from workflow.old_files import replay as replaying
from workflow.old_files.replay import replay

TABLE = Path(replaying.__file__).with_name("milestones.toml")
# What a page says of a move that shares its word with others.
OUTCOMES = {
    "adopt_with_remarks": "sous réserve des observations",
    "adopt_amended": "avec des modifications",
    "adopt_for_another_reading": "avec des modifications",
    "adopt_unchanged": "sans modification",
    "declare_conform": "conforme",
    "declare_conform_with_reservations": "conforme sous réserve d’interprétation",
    "declare_partly_contrary": "partiellement contraire",
    "declare_contrary": "contraire à la Constitution",
    "close_referral": "désistement",
}
INSTITUTIONS = {"representants": "chamber_of_representatives", "conseillers": "chamber_of_councillors"}


@cache
def words() -> dict[str, str]:
    """Give the word for each move that is the first meaning of one."""
    steps = tomllib.loads(TABLE.read_text("utf-8"))["steps"]
    named = {move: word for word, known in reversed(steps.items()) for move in known["moves"][:1]}
    votes = dict.fromkeys(("adopt_unchanged", "adopt_amended", "adopt_for_another_reading"), "plenary_adopted")
    council = {"adopt_with_remarks": "government_council_adopted"}
    court = {move: "constitutional_court_decision" for move in OUTCOMES if move[:7] in ("declare", "close_r")}
    return named | votes | council | court | {"adopt_finally": "final_adoption", "reject_finally": "plenary_rejected"}


def told(done: Done) -> dict[str, Any] | None:
    """Tell one step as a page does, or nothing where pages have no word for it."""
    word = words().get(done.move)
    if word is None:
        return None
    return {"step": word, "date": str(done.on) if done.on else None, "outcome": OUTCOMES.get(done.move),
            "institution": INSTITUTIONS.get(done.chamber or "")}  # fmt: skip


@KINDS
@settings(max_examples=settings().max_examples // 12)
@given(st.data())
def test_a_walk_told_with_gaps_is_replayed_whole(kind: str, choose: st.DataObject) -> None:
    file = somewhere(kind, choose)
    deque(walk(file, choose), maxlen=0)
    steps = [step for done in file.situation.done if (step := told(done))]
    kept = [step for step in steps if choose.draw(st.integers(0, 2))]

    replayed = replay({"kind": kind, "steps": kept}, CALENDAR)

    assert replayed.plan.refused == {}, json.dumps(kept, ensure_ascii=False)
    found = {replayed.places[each.milestone]: each.on for each in replayed.plan.steps if each.milestone is not None}
    assert [str(found[place]) for place in range(len(kept))] == [str(step["date"]) for step in kept]
