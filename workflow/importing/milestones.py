"""From what a published table says to the milestones of a procedure."""

from collections.abc import Iterator

from models import PartialDate
from workflow.history.facts import CARRIED, Facts, asked
from workflow.importing.table import ImportedRow, Milestone
from workflow.old_files.milestones import Milestone as Known
from workflow.procedure.model import Procedure, Transition

_UNNAMED = "La Chambre n’est pas nommée par le tableau repris : à vérifier."
_OTHER_CHAMBER = "refer_to_other_chamber"


def milestones_of(row: ImportedRow, procedure: Procedure) -> list[Known]:
    """Give the milestones that take an opened text to the state announced, the last by a move into that state.

    What the procedure has no move for is left out.
    """
    return list(_known(row, procedure))


def _known(row: ImportedRow, procedure: Procedure) -> Iterator[Known]:
    steps = [each for each in row.told if each.state]
    last = steps[-1] if steps else None
    crossed = False
    for each in row.told:
        named = [procedure.moves[name] for name in each.by if name in procedure.moves]
        if each is last:
            # The last one has to leave the text in the state announced, or where the law itself leads on to it.
            named = [move for move in named if _ends_in(move, each.state)]
        if each.move == "refer_to_committee" and crossed:
            named.sort(key=lambda move: move.name != _OTHER_CHAMBER)
        crossed = crossed or each.move == "transmit_to_other_chamber"
        yield from _milestone(each, named, _into(procedure, each.state), procedure)


def _into(procedure: Procedure, state: str) -> list[Transition]:
    return [move for move in procedure.transitions if not move.stays and move.to == state]


def _ends_in(move: Transition, state: str) -> bool:
    """Whether the text stands there after the move; of a record, that is sure where it can be made nowhere else."""
    return move.sources == (state,) if move.stays else move.to == state


def _milestone(
    each: Milestone, named: list[Transition], others: list[Transition], procedure: Procedure
) -> Iterator[Known]:
    moves, otherwise = [move.name for move in named or others], [move.name for move in others if named]
    if not moves:
        return
    yield Known(
        tuple(moves),
        PartialDate.parse(each.on) if each.on else None,
        _facts(each, procedure, moves[0]),
        chamber=None if moves[0] == _OTHER_CHAMBER else each.chamber,
        crossing=each.move == "transmit_to_other_chamber",
        reading=each.reading,
        otherwise=tuple(otherwise),
        is_concluded=each.is_concluded,
    )


def _facts(each: Milestone, procedure: Procedure, move: str) -> Facts:
    known = {*asked(procedure, procedure.moves[move]), *CARRIED}
    note = "" if each.facts.get("votes") else each.note
    told = ({"note": note} if note else {}) | each.facts
    facts = {name: value for name, value in told.items() if name in known}
    if each.move == "deposit":
        facts |= {"chamber": each.chamber} if each.chamber else {"note": _UNNAMED}
    return facts
