"""A withdrawal is requested, announced and effective: three facts, three dates."""

import pytest

from tests.workflow.builders import TO_DEPOSITED, TO_SGG, File, Move, undated


@pytest.mark.parametrize(
    ("kind", "before"),
    [("projet_de_loi", [*TO_DEPOSITED, *undated("refer_to_committee")]),
     ("arrete", [*TO_SGG, *undated("send_to_signature")])],
)  # fmt: skip
def test_the_three_facts_keep_their_own_dates(kind: str, before: list[Move]) -> None:
    file = File.opened(kind, *before)
    here = file.situation.state

    file.move("request_withdrawal", "2021-11-05", reason="nouvelle politique pénale")
    file.move("announce_withdrawal", "2021-11-08")
    assert file.situation.state == here
    file.move("withdraw", "2021-11-09", reason="Retrait en bloc.")

    assert file.situation.state == "retire"
    assert [(str(done.on), done.move, done.facts) for done in file.situation.done[-3:]] == [
        ("2021-11-05", "request_withdrawal", {"reason": "nouvelle politique pénale"}),
        ("2021-11-08", "announce_withdrawal", {}),
        ("2021-11-09", "withdraw", {"reason": "Retrait en bloc."}),
    ]
