"""Which chamber had a text first is told, or follows from what is told; where neither is so, none is named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.conditions.parliament import is_in_chamber
from workflow.history.fold import CHANGE, Situation, advance
from workflow.history.steps import Supposed
from workflow.old_files.matching import CHAMBERS
from workflow.old_files.milestones import Milestone, Plan, Planned, supposed
from workflow.procedure.model import Procedure

# Moves that only one chamber can have made, by these conditions: the last word, and the time of a single chamber.
_TELLING = frozenset({"is_last_word", "has_single_chamber"})


def supposed_starts(procedure: Procedure, start: Situation) -> list[Situation]:
    """Give where a text may stand whose chamber nobody told: before each of them. Else where it stands.

    The votes and the transmissions to come are searched as for a text before a chamber; `without_guessed_chambers`
    leaves it unnamed in the path found.
    """
    is_unknown = start.chamber is None and procedure.phases[procedure.states[start.state].phase].chambered
    if not is_unknown or any(done.move == CHANGE for done in start.done):
        return [start]
    found = [_before(procedure, start, chamber) for chamber in CHAMBERS]
    return found if all(each.chamber for each in found) else [start]


def _before(procedure: Procedure, start: Situation, chamber: str) -> Situation:
    """Fold the same steps, where those that ask a chamber and tell none tell this one."""
    situation: Situation | None = None
    for done in start.done:
        move = procedure.moves.get(done.move)
        named = {"chamber": chamber} if move and move.chamber == "asked" and "chamber" not in done.facts else {}
        step = Supposed(
            *(done.number, done.move, done.on, done.known_on, done.facts | named, done.inferred),
            item=done.item, entries=done.entries,
        )  # fmt: skip
        situation = advance(procedure, situation, step)
    return situation or start


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
