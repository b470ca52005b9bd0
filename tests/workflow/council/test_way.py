"""From where the Council is still ahead, in every procedure."""

import pytest

from workflow.council.way import council_moves, way_of, ways
from workflow.rulebook.files import procedures

WITH_COUNCIL = [
    "projet_de_loi", "loi_organique", "loi_cadre", "loi_de_finances", "decret_loi", "decret", "decret_de_nomination",
]  # fmt: skip
TO_DISTRIBUTE = {"prepare", "transmis_sgg", "examen_sgg", "publie_commentaires", "retour_ministere"}
DISTRIBUTED = {"distribue", "inscrit_cg", "reporte_cg", "commission_adhoc"}


@pytest.mark.parametrize("kind", procedures())
def test_a_kind_has_a_way_to_the_council_if_a_council_decides_on_it(kind: str) -> None:
    way = way_of(procedures()[kind])

    assert way.agenda == ({"inscrit_cg"} if kind in WITH_COUNCIL else set())
    assert {known for known, _version in ways()} == set(WITH_COUNCIL)


@pytest.mark.parametrize("kind", WITH_COUNCIL)
def test_texts_ready_for_the_council_are_those_that_left_the_ministry_or_are_to_be_sent(kind: str) -> None:
    way = way_of(procedures()[kind])

    assert way.ready == TO_DISTRIBUTE | DISTRIBUTED
    assert way.distributed & way.ready == DISTRIBUTED


@pytest.mark.parametrize("kind", WITH_COUNCIL)
@pytest.mark.parametrize(
    ("state", "move", "leads_on"),
    [
        ("prepare", "send_to_sgg", True),
        ("transmis_sgg", "register_at_sgg", True),
        ("examen_sgg", "distribute", True),
        ("examen_sgg", "return_with_remarks", False),
        ("examen_sgg", "add_to_agenda", False),  # rare
        ("distribue", "list_on_agenda", True),
        ("reporte_cg", "list_on_agenda", True),
        ("inscrit_cg", "postpone", False),
        ("adopte_cg", "confirm_corrected_version", False),
    ],
)
def test_a_move_leads_on_when_it_brings_the_text_nearer(kind: str, state: str, move: str, *, leads_on: bool) -> None:
    procedure = procedures()[kind]

    assert way_of(procedure).leads_on(state, procedure.moves[move]) is leads_on


def test_the_decisions_of_the_council_are_named_once_for_all_kinds() -> None:
    assert council_moves() == {
        "adopt_in_council", "adopt_with_remarks", "refer_to_ad_hoc_commission", "postpone", "ask_new_version",
        "examine_in_council",
    }  # fmt: skip
