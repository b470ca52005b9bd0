"""How well a move fits what is known: the moves that a milestone can have been, and what speaks against each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.conditions.parliament import is_in_chamber
from workflow.conditions.proposed_move import ProposedMove
from workflow.history.facts import Facts
from workflow.history.fold import Situation, advance, other_chamber
from workflow.old_files.milestones import Milestone, Plan, Planned, supposed
from workflow.old_files.search_costs import COSTS
from workflow.procedure.model import Procedure, Transition
from workflow.rulebook.open_moves import reasons

# What a file lacks today tells nothing of what happened then.
OF_TODAY = frozenset({"has_arabic_title", "all_required_pieces"})
CHAMBERS = ("representants", "conseillers")


@dataclass(frozen=True)
class Ahead:
    """The milestone that a search goes to, its place, and the day by which all before it had happened."""

    milestone: Milestone
    place: int
    by: PartialDate | None


def matches(text: LegalText, procedure: Procedure, here: Plan, ahead: Ahead) -> Iterator[Plan]:
    """Give the ways on by the moves that the milestone can have been, each with what it costs."""
    milestone = ahead.milestone
    costs = [(name, choice * COSTS.second_choice) for choice, name in enumerate(milestone.moves)]
    costs += [
        (name, COSTS.last_resort + choice * COSTS.second_choice) for choice, name in enumerate(milestone.otherwise)
    ]
    for name, cost_of_name in costs:
        move = procedure.moves.get(name)
        if move is None or here.situation.state not in move.sources:
            continue
        proposed = ProposedMove(
            text, procedure, here.situation, move, milestone.on or ahead.by, milestone.facts, Calendar()
        )
        if reasons(proposed, move.when):
            continue
        of_then = [guard for guard in move.guards if guard not in OF_TODAY]
        cost = here.cost + cost_of_name + (COSTS.contradicted if reasons(proposed, of_then) else 0)
        for facts in _placed(move, milestone):
            step = Planned(name, milestone.on, facts, milestone.known_on, ahead.place, milestone.is_concluded)
            after = advance(procedure, here.situation, supposed(here.situation, step))
            oddness = _oddness(procedure, milestone, move, before=here.situation, after=after)
            if oddness is not None:
                yield replace(here, steps=(*here.steps, step), situation=after, cost=cost + oddness)


def _placed(move: Transition, milestone: Milestone) -> Iterator[Facts]:
    """Give the facts of a milestone with the chamber that its move asks: the one told, or either."""
    facts = milestone.facts
    if "number" in facts and "successor" in move.requires:
        facts = {name: value for name, value in facts.items() if name != "number"}  # it is that of the successor
    if move.chamber not in ("asked", *CHAMBERS) or "chamber" in facts:
        yield facts
    elif milestone.chamber:
        yield facts | {"chamber": milestone.chamber}
    elif move.chamber == "asked":
        yield from (facts | {"chamber": chamber} for chamber in CHAMBERS)
    else:
        yield facts


def _oddness(
    procedure: Procedure, milestone: Milestone, move: Transition, *, before: Situation, after: Situation
) -> int | None:
    """Say how far this move is from what the milestone tells; None when it cannot be that one."""
    where = before if move.chamber in ("same", "none") else after
    if where.reading < milestone.reading or after.navette < milestone.navette:
        return None
    odd = COSTS.contradicted if milestone.worded and move.name not in milestone.worded else 0
    if milestone.shows_effect and not procedure.states[before.state].in_effect:
        odd += COSTS.without_effect
    if not milestone.chamber and votes_on_one_day(move, milestone.on, before=before, after=after):
        odd += COSTS.contradicted
    if where.chamber and milestone.told_reading not in (0, where.reading):
        odd += COSTS.loosely_told
    if milestone.chamber is None or move.chamber == "none":
        return odd
    if milestone.crossing:
        return odd if other_chamber(where.chamber) == milestone.chamber else odd + COSTS.loosely_told
    if where.chamber == milestone.chamber:
        return odd
    return None if is_in_chamber(procedure, move) else odd + COSTS.contradicted


def votes_on_one_day(move: Transition, on: PartialDate | None, *, before: Situation, after: Situation) -> bool:
    """Whether both chambers would have voted on one day, which no source of the second vote says.

    A final adoption told on the day of a vote is that vote: the chamber that voted that day voted last.
    """
    voted = next((done for done in reversed(before.done) if done.vote), None)
    if move.vote is None or voted is None or voted.on is None or not voted.on.is_full:
        return False
    return voted.on == on and voted.chamber != after.chamber
