from dataclasses import replace
from pathlib import Path

import pytest

from documents.catalogue import KINDS, check_papers
from workflow.errors import BadProcedure
from workflow.procedure.papers import Paper, papers, read_papers
from workflow.rulebook.files import procedures


def test_every_procedure_asks_only_for_papers_that_can_be_made() -> None:
    check_papers(procedures())


NOTE = papers()["note_interne"]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        (NOTE.model_copy(update={"code": "faire_part"}), r"personne ne sait produire.*« faire_part »"),
        (NOTE.model_copy(update={"kinds": ("circulaire",)}), r"« note_interne », natures inconnues \(circulaire\)"),
        (NOTE.model_copy(update={"phases": ("archives",)}), r"« note_interne », phases inconnues \(archives\)"),
    ],
)
def test_a_paper_that_procedures_cannot_offer_is_named(told: Paper, fault: str) -> None:
    with pytest.raises(BadProcedure, match=fault):
        check_papers(procedures(), {told.code: told})


def test_a_paper_that_nothing_offers_is_named() -> None:
    with pytest.raises(BadProcedure, match=r"papers\.toml.*n’y sont pas.*fiche_suivi"):
        check_papers(procedures(), {"note_interne": NOTE})


def test_groups_of_kinds_are_written_out_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    book = (
        '[groups]\ntwo = ["decret", "arrete"]\n'
        '[[papers]]\ncode = "a"\nlabel_fr = "A"\nlabel_ar = "A"\nkinds = ["@{}"]\n'
    )
    file = tmp_path / "papers.toml"
    file.write_text(book.format("two"))
    assert read_papers(file)["a"].kinds == ("decret", "arrete")
    file.write_text(book.format("three"))
    with pytest.raises(BadProcedure, match=r"papers\.toml : papier « a », le groupe « @three » n’existe pas"):
        read_papers(file)


def test_who_has_to_do_with_a_paper_is_said_with_what_its_wording_is_worth() -> None:
    assert NOTE.matters_fr == (
        "préparé par : chef de division ; signé par : chef de division ; "
        "adressé à : le ministre, sous couvert du secrétaire général ; rédaction d’usage, à confirmer"
    )


def test_a_paper_owed_that_nobody_can_make_is_named_with_its_move() -> None:
    owed = procedures()["decret"]
    move = owed.moves["send_to_sgg"].model_copy(update={"produces": ("faire_part",)})

    with pytest.raises(BadProcedure, match=r"decret.*« send_to_sgg ».*« faire_part »"):
        check_papers(procedures() | {"decret": replace(owed, transitions=(move,))})


def test_every_kind_has_its_labels_and_its_code() -> None:
    assert all(kind.code == code and kind.label_fr and kind.label_ar for code, kind in KINDS.items())
