"""What is asked of signatures and observations before a text goes on."""

import pytest

from tests.workflow.builders import TO_COUNCIL, TO_SGG, File, moved, undated
from workflow.rulebook.files import procedures

TO_SIGNATURE = [*TO_SGG, *undated("send_to_signature")]


def test_a_joint_order_is_not_signed_before_its_authors_are_named() -> None:
    file = File.opened("arrete_conjoint", *TO_SIGNATURE)

    assert file.refusals("sign") == [
        "Indiquez d’abord les autorités signataires : chaque auteur d’un acte conjoint le signe."
    ]
    assert file.refusals("name_signatories", signatories="Ministre A\nMinistre A") == [
        "Un acte conjoint a deux auteurs au moins : indiquez chaque autorité signataire, une par ligne."
    ]
    file.after(moved("name_signatories", signatories="A\nB"), moved("collect_signature", signatory="A"))
    assert file.refusals("sign") == ["Il manque une signature : B."]
    assert file.after(moved("collect_signature", signatory="B"), moved("sign")).situation.state == "signe"


def test_another_order_may_be_signed_without_a_list() -> None:
    assert File.opened("arrete", *TO_SIGNATURE).refusals("sign") == []


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
    assert said.startswith(f"Observations sans suite : n° {number} (article 3).")
    assert file.refusals("answer_observation", answered="99", position="kept") == [
        f"Indiquez l’une des observations sans suite : n° {number}."
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
