"""A withdrawal is requested, announced and effective: three facts, three dates."""

import pytest

from tests.workflow.builders import TO_DEPOSITED, TO_SGG, File, Move, undated
from workflow.sentences.sentence import step_sentence


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
    assert [(str(done.on), step_sentence(file.procedure, done)) for done in file.situation.done[-3:]] == [
        ("2021-11-05", "Le retrait du texte a été demandé : nouvelle politique pénale."),
        ("2021-11-08", "Le retrait du texte a été annoncé."),
        ("2021-11-09", "Le gouvernement a retiré le projet : Retrait en bloc."),
    ]
