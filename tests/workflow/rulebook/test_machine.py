"""The machine of a procedure and its files are two readings of the same moves: where they differ, it is said."""

from pathlib import Path

import pytest

from tests.workflow.builders import File
from tests.workflow.rulebook.test_walks import places
from tests.workflow.small_procedure import write_small_procedure
from workflow.history.fold import advance
from workflow.history.steps import Supposed
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedures, read_folder
from workflow.rulebook.machine import machine_disagreements

KINDS = pytest.mark.parametrize("kind", procedures())


@pytest.fixture
def small(tmp_path: Path) -> Procedure:
    return read_folder(write_small_procedure(tmp_path))["small"]


@KINDS
def test_machine_and_files_agree(kind: str) -> None:
    assert [machine_disagreements(each) for each in procedures()[kind].siblings.values()] == [[]]


@KINDS
def test_the_fold_leads_where_the_machine_does(kind: str) -> None:
    procedure, machine = procedures()[kind], procedures()[kind].machine
    for state, here in places(kind).items():
        number = len(File.at(kind, here).steps) + 1
        for name in machine.get_triggers(state):
            (way,) = machine.get_transitions(name, source=state)
            after = advance(procedure, here, Supposed(number, name, facts={"chamber": "representants"}))
            assert after.state == (way.dest or state), (state, name)


def test_a_move_that_only_the_machine_knows_is_said(small: Procedure) -> None:
    small.machine.add_transition("jump", "signed", "drafted")

    (said,) = machine_disagreements(small)
    assert said.startswith(
        "La procédure « small », version 1 : « jump », de « signed » à « drafted », n’est pas à la fois"
    )


def test_a_move_that_the_machine_lacks_is_said(small: Procedure) -> None:
    small.machine.remove_transition("sign")

    assert [words.split(" : ")[1].split(",")[0] for words in machine_disagreements(small)] == ["« sign »"]


def test_a_state_that_only_the_machine_knows_is_said(small: Procedure) -> None:
    small.machine.add_state("lost")

    assert machine_disagreements(small) == [
        "La procédure « small », version 1 : l’état « lost » n’est pas à la fois dans les fichiers et dans la machine."
    ]
