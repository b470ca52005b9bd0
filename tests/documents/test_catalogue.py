from dataclasses import replace

import pytest

from documents.catalogue import KINDS, check_papers
from workflow.errors import BadProcedure
from workflow.rulebook.files import procedures


def test_every_procedure_asks_only_for_papers_that_can_be_made() -> None:
    check_papers(procedures())


def test_papers_are_offered_in_phases_that_procedures_have() -> None:
    known = {phase for procedure in procedures().values() for phase in procedure.phases}

    assert {phase for kind in KINDS.values() for phase in kind.phases} <= known


def test_a_paper_offered_that_nobody_can_make_is_named_with_its_procedure() -> None:
    procedure = replace(procedures()["decret"], papers=("note_interne", "faire_part"))

    with pytest.raises(BadProcedure, match=r"decret.*« papers ».*« faire_part »"):
        check_papers({"decret": procedure})


def test_a_paper_owed_that_nobody_can_make_is_named_with_its_move() -> None:
    owed = procedures()["decret"]
    move = owed.moves["send_to_sgg"].model_copy(update={"produces": ("faire_part",)})

    with pytest.raises(BadProcedure, match=r"decret.*« send_to_sgg ».*« faire_part »"):
        check_papers({"decret": replace(owed, transitions=(move,))})


def test_every_kind_has_its_labels_and_its_code() -> None:
    assert all(kind.code == code and kind.label_fr and kind.label_ar for code, kind in KINDS.items())
