"""What is recorded beside the way of a text is found by its matter, and there alone."""

from collections import Counter

from workflow.procedure.model import Record
from workflow.rulebook.files import procedures, shared_vocabulary


def test_each_record_and_each_rare_move_is_of_one_family() -> None:
    known = [move for procedure in procedures().values() for move in procedure.moves.values()]
    beside = {move.name for move in known if move.offered != "past" and (move.is_aside or isinstance(move, Record))}
    listed = Counter(name for family in shared_vocabulary().families.values() for name in family.moves)

    assert {name for name, times in listed.items() if times > 1} == set()
    assert beside - set(listed) == set()
    assert set(listed) - {move.name for move in known} == set()
