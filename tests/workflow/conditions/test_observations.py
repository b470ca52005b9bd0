"""What is asked of observations before a text goes on."""

import pytest

from tests.workflow.builders import TO_COUNCIL, TO_SGG, File, undated
from workflow.rulebook.files import procedures


@pytest.mark.parametrize(
    ("kind", "before", "move"),
    [
        ("arrete", [*TO_SGG, *undated("return_with_remarks")], "send_corrected_version"),
        ("decret", [*TO_COUNCIL, *undated("adopt_with_remarks")], "confirm_corrected_version"),
    ],
)
def test_a_corrected_version_answers_every_observation(kind: str, before: list, move: str) -> None:  # type: ignore[type-arg]
    file = File.opened(kind, *before)
    file.move("record_observation", observation="Article flou.", article="article 3")
    number = str(file.situation.done[-1].number)

    (said,) = file.refusals(move)
    assert said.startswith("Observations sans suite : n° 1 (article 3).")
    assert file.refusals("answer_observation", answered="99", position="kept") == [
        "Indiquez l’une des observations sans suite : n° 1."
    ]
    assert file.refusals("answer_observation", answered=number, position="rejected") == [
        "Dites pourquoi l’observation n’est pas retenue, ou ne l’est qu’en partie."
    ]
    file.move("answer_observation", answered=number, position="kept")
    assert file.refusals(move) == []
    assert "answer_observation" not in file.moves


def test_every_kind_that_goes_to_the_sgg_keeps_observations_as_items() -> None:
    without = [
        kind
        for kind, procedure in procedures().items()
        if "transmis_sgg" in procedure.states and "record_observation" not in procedure.moves
    ]
    assert without == []
