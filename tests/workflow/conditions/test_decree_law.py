"""Decree-laws: between sessions, in force at once, then ratified, refused or repealed."""

from pathlib import Path

import pytest

from tests.workflow.builders import TO_ADOPTED, File, undated
from tests.workflow.small_procedure import IN_KIND, fault_of, write_small_procedure
from workflow.rulebook.files import procedures


def published() -> File:
    file = File.opened("decret_loi", *TO_ADOPTED, *undated("lodge_with_committees", "agree_in_committees"))
    file.after(*undated("send_to_signature", "sign", "send_to_printer"))
    return file.move("publish", "2020-03-24", bo_number="6867 bis")


def test_publication_leads_to_ratification_and_nowhere_else() -> None:
    file = published()
    leaving = {name for name in file.moves if not file.procedure.moves[name].stays}
    assert leaving == {"take_effect_pending_ratification"}

    file.move("take_effect_pending_ratification", "2020-03-24")

    assert (file.situation.state, file.dues) == ("a_ratifier", {"ratification": "2020-04-10"})


def test_the_deposit_of_the_ratification_bill_stops_its_deadline() -> None:
    file = published().move("take_effect_pending_ratification", "2020-03-24")

    file.move("deposit_ratification_bill", "2020-04-13", law="projet de loi n° 23-20")

    assert file.clocks == []
    assert "deposit_ratification_bill" not in file.moves
    assert file.move("ratify", "2020-05-28", law="la loi n° 23-20").situation.state == "ratifie"


@pytest.mark.parametrize(
    ("move", "facts", "state"),
    [("refuse_ratification", {}, "non_ratifie"), ("repeal_decree_law", {"successor": "la loi n° 1-20"}, "abroge")],
)
def test_a_decree_law_in_force_can_be_refused_or_repealed(move: str, facts: dict[str, str], *, state: str) -> None:
    file = published().move("take_effect_pending_ratification", "2020-03-24")

    assert file.move(move, "2020-05-15", **facts).situation.state == state


@pytest.mark.parametrize("state", ["a_ratifier", "ratifie"])
def test_a_decree_law_in_force_can_be_translated(state: str) -> None:
    assert "publish_translation" in [move.name for move in procedures()["decret_loi"].moves_from[state]]


def test_only_what_a_block_holds_can_be_left_out(tmp_path: Path) -> None:
    folder = write_small_procedure(tmp_path)

    assert fault_of(folder, IN_KIND, "features = []", 'features = []\nwithout = ["x"]') == (
        f"{IN_KIND} : « without » cite « x », qui n’est pas déclaré."
    )
