"""What the page of a text proposes first: one table, by the place of the text and, where kinds differ, by its kind."""

import pytest

from models import Role, User
from tests.workflow.builders import AT, CALENDAR, CLOSED, TODAY, File, moved
from tests.workflow.rulebook.test_walks import places
from workflow.rulebook.files import procedures
from workflow.rulebook.open_moves import open_moves
from workflow.standing.offered import OpenAction, actions, next_action

NEXT: dict[str, str | None] = {
    "initie": "assign_drafter",
    "redaction": "submit_for_validation",
    "abandonne": None,
    "remplace": None,
    "validation_interne": "validate",
    "consultation": "submit_for_validation",
    "prepare": "send_to_sgg",
    "transmis_sgg": "register_at_sgg",
    "examen_sgg": "distribute",
    "retour_ministere": "send_corrected_version",
    "inscrit_cg": "adopt_in_council",
    "distribue": "list_on_agenda",
    "publie_commentaires": "close_comments",
    "adopte_cg": "deposit",
    "adopte_cg_obs": "confirm_corrected_version",
    "commission_adhoc": "list_on_agenda",
    "reporte_cg": "list_on_agenda",
    "retire": None,
    "depose": "refer_to_committee",
    "attente_cm": "adopt_in_council_of_ministers",
    "commission": "adopt_in_committee",
    "adopte_cm": "deposit",
    "rapport": "list_for_plenary",
    "seance": "adopt_first",
    "incident_irrecevabilite": "resume_debate",
    "transmis_autre_chambre": "refer_to_other_chamber",
    "adopte_definitif": "send_to_government",
    "attente_promulgation": "promulgate",
    "saisi_cc": "declare_conform",
    "promulgue": "send_to_printer",
    "nouvelle_lecture": "refer_for_new_reading",
    "conforme": "publish_decision",
    "non_conforme_separable": "sever_contrary_articles",
    "non_conforme": "re_examine",
    "a_publier": "publish",
    "rejete": None,
    "publie": "enter_on_publication",
    "en_vigueur": None,
    "vigueur_differee": "enter_into_force",
    "vigueur_conditionnelle": "enter_into_force",
    "vigueur_progressive": "enter_into_force",
    "abroge": None,
    "expire": None,
    "irrecevable": None,
    "caduc": None,
    "commissions_dl": "agree_in_committees",
    "accord_dl": "send_to_signature",
    "a_signer": "name_signatories",
    "signe": "send_to_printer",
    "a_ratifier": "ratify",
    "ratifie": None,
    "non_ratifie": None,
    "appel_candidatures": "close_call",
    "selection": "propose_candidates",
}
# Where a kind goes another way.
OF_KIND: dict[tuple[str, str], str | None] = {
    ("initie", "proposition_de_loi"): "deposit",
    ("initie", "proposition_de_loi_organique"): "deposit",
    ("redaction", "decret_de_nomination"): "publish_call",
    ("examen_sgg", "decret_simple"): "send_to_signature",
    ("examen_sgg", "arrete"): "send_to_signature",
    ("examen_sgg", "arrete_conjoint"): "send_to_signature",
    ("examen_sgg", "arrete_du_chef_du_gouvernement"): "send_to_signature",
    ("adopte_cg", "loi_organique"): "send_to_council_of_ministers",
    ("adopte_cg", "loi_cadre"): "send_to_council_of_ministers",
    ("adopte_cg", "decret_loi"): "lodge_with_committees",
    ("adopte_cg", "decret"): "send_to_signature",
    ("adopte_cg", "decret_de_nomination"): "send_to_signature",
    ("adopte_cm", "decret_loi"): "lodge_with_committees",
    ("adopte_cm", "decret"): "send_to_signature",
    ("adopte_definitif", "loi_organique"): "refer_to_court",
    ("adopte_definitif", "proposition_de_loi_organique"): "refer_to_court",
    ("publie", "decret_loi"): "take_effect_pending_ratification",
}
KINDS = pytest.mark.parametrize("kind", procedures())


def offered(file: File) -> list[OpenAction]:
    """List what the head of the division is offered where the text stands."""
    head = User(email="head@navette.test", name="Head", role=Role.HEAD, password_hash=CLOSED, created_at=AT)
    return actions(file.procedure, open_moves(file.text, file.situation, CALENDAR, today=TODAY), file.situation, head)


def proposed(file: File) -> str | None:
    step = next_action(offered(file))
    return step.name if step else None


@KINDS
def test_the_page_proposes_the_step_of_the_table(kind: str) -> None:
    found = {state: proposed(File.at(kind, here)) for state, here in places(kind).items()}

    assert found == {state: OF_KIND.get((state, kind), NEXT[state]) for state in found}


def test_a_suspended_text_is_first_of_all_to_be_resumed() -> None:
    file = File.opened("projet_de_loi", moved("assign_drafter"), moved("suspend", reason="attente"))

    assert proposed(file) == "resume"


def test_what_is_aside_is_never_proposed_even_when_nothing_else_is_open() -> None:
    file = File.at("decret", places("decret")["en_vigueur"])
    open_now = [action for action in offered(file) if not action.reasons]

    assert {"record_amendment", "note", "repeal"} <= {action.name for action in open_now}
    assert {action.is_aside for action in open_now} == {True}
    assert proposed(file) is None


def test_a_bill_in_first_drafting_is_offered_only_what_makes_sense_then() -> None:
    drafted = File.opened("projet_de_loi", moved("assign_drafter"))

    assert {action.name for action in offered(drafted) if action.is_aside} == {
        "abandon", "ask_opinion", "inform_council_of_ministers", "note", "order_impact_study", "publish_proactively",
        "receive_opinion", "record_circular", "record_public_consultation", "record_stall",
        "renumber", "replace", "retitle", "suspend",
    }  # fmt: skip
