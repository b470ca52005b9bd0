"""From what a published table says to the milestones of a procedure."""

from collections.abc import Iterator

from models import PartialDate
from workflow.importing.table import ImportedRow, Milestone
from workflow.old_files.milestones import Milestone as Known

_MOVES = {
    "complete": "validate",
    "adopt_in_plenary": "adopt_first",
    "enter_into_force": "enter_on_publication",
}
# A decree-law is in force at once, and waits for its ratification.
_ELSEWHERE = {"enter_on_publication": ("take_effect_pending_ratification",)}
_UNNAMED = "La Chambre n’est pas nommée par le tableau repris : à vérifier."


def milestones_of(row: ImportedRow) -> list[Known]:
    """Give the milestones that take an opened text to the state that the table tells."""
    return list(_known(row))


def _known(row: ImportedRow) -> Iterator[Known]:
    crossed = False
    for each in row.milestones:
        if each.move == "transmit_to_other_chamber":
            crossed = True  # the vote already sent the text across; its arrival is the referral that may follow
            continue
        move = _MOVES.get(each.move, each.move)
        if move == "refer_to_committee" and crossed:
            move = "refer_to_other_chamber"
        chamber = None if move == "refer_to_other_chamber" else each.chamber
        on = PartialDate.parse(each.on) if each.on else None
        yield Known((move, *_ELSEWHERE.get(move, ())), on, _facts(each, move), chamber=chamber)


def _facts(each: Milestone, move: str) -> dict[str, object]:
    facts: dict[str, object] = {"note": each.note} if each.note else {}
    if "unanimité" in each.note:
        facts = {"votes": {"unanimous": True}}
    if move == "deposit":
        facts |= {"chamber": each.chamber} if each.chamber else {"chamber": "representants", "note": _UNNAMED}
    return facts
