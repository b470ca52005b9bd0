"""Which chamber had a text first is told, or follows from what is told; where neither is so, none is named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.conditions.parliament import is_in_chamber
from workflow.history.fold import Situation, advance
from workflow.old_files.milestones import Milestone, Plan, Planned, supposed
from workflow.procedure.model import Procedure

# Moves that only one chamber can have made, by these conditions: the last word, and the time of a single chamber.
_TELLING = frozenset({"is_last_word", "has_single_chamber"})


def without_guessed_chambers(
    procedure: Procedure, start: Situation, found: Plan, milestones: Sequence[Milestone]
) -> Plan:
    """Take from the path the chambers that neither a source nor a rule tells; mark those that follow from others."""
    steps: list[Planned] = []
    guessed = False
    for navette in _navettes(procedure, found.steps):
        opening = navette[0]
        if procedure.moves[opening.move].chamber == "asked" and "chamber" in opening.facts:
            if _tells_chamber(procedure, navette, milestones):
                opening = _marked(opening, milestones)
            else:
                guessed = True
                opening = replace(opening, facts={k: v for k, v in opening.facts.items() if k != "chamber"})
        steps += [opening, *navette[1:]]
    situation = start
    for step in steps:
        situation = advance(procedure, situation, supposed(situation, step))
    return replace(found, steps=tuple(steps), situation=situation, is_chamber_unknown=guessed)


def _navettes(procedure: Procedure, steps: Sequence[Planned]) -> Iterator[list[Planned]]:
    """Part the path where a chamber is asked: each part begins with the step that asks it."""
    part: list[Planned] = []
    for step in steps:
        if part and procedure.moves[step.move].chamber == "asked":
            yield part
            part = []
        part.append(step)
    if part:
        yield part


def _tells_chamber(procedure: Procedure, navette: Sequence[Planned], milestones: Sequence[Milestone]) -> bool:
    for step in navette:
        move = procedure.moves[step.move]
        if not _TELLING.isdisjoint(move.when):
            return True
        told = milestones[step.milestone] if step.milestone is not None else None
        if told and (told.chamber or "chamber" in told.facts) and (told.crossing or is_in_chamber(procedure, move)):
            return True
    return False


def _marked(opening: Planned, milestones: Sequence[Milestone]) -> Planned:
    """Say of a step that sources tell without its chamber that the chamber was concluded from what came later."""
    told = milestones[opening.milestone] if opening.milestone is not None else None
    if told is None or told.chamber or "chamber" in told.facts:
        return opening
    return replace(opening, facts=opening.facts | {"supposed": ["chamber"]})
