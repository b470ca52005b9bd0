"""The whole life of one text of each kind: its moves, and after each its state and what runs."""

from tests.workflow.builders import PIECES, Move, moved
from tests.workflow.law import due

Lived = tuple[Move, str, dict[str, str]]


def running(start: str, *codes: str, chamber: str = "representants") -> dict[str, str]:
    """Give the days on which these deadlines, counted from `start`, fall."""
    return {code: due(code, start, chamber=chamber) for code in codes}


BEFORE_PARLIAMENT: list[Lived] = [
    (moved("assign_drafter", "2013-01-14"), "redaction", {}),
    (moved("submit_for_validation", "2013-05"), "validation_interne", {}),
    (moved("validate", "2013-08"), "prepare", {}),
    (moved("send_to_sgg", "2013-09-02"), "transmis_sgg", {}),
    (moved("register_at_sgg"), "examen_sgg", {}),
    (moved("distribute", "2013-10-30"), "distribue", {}),
    # Eight days after the distribution: the ten days are law only since 2021.
    (moved("list_on_agenda", "2013-11-04", council_on="2013-11-07"), "inscrit_cg", {}),
    (moved("refer_to_ad_hoc_commission", "2013-11-07", chair="le Chef du gouvernement"), "commission_adhoc",
     {"ad_hoc": "2014-02-07"}),
    (moved("hold_ad_hoc_meeting", "2014-12-11"), "commission_adhoc", {"ad_hoc": "2014-02-07"}),
    (moved("list_on_agenda", "2016-03-10", council_on="2016-03-17"), "inscrit_cg", {}),
    (moved("adopt_in_council", "2016-03-17"), "adopte_cg", {"deposit": "2016-04-16"}),
]  # fmt: skip
IN_PARLIAMENT: list[Lived] = [
    (moved("deposit", "2016-03-24", chamber="representants", number="103.13"), "depose", {}),
    (moved("refer_to_committee", "2016-04-05"), "commission", running("2016-04-05", "scheduling", "committee")),
    (moved("present_in_committee", "2016-04-12"), "commission", running("2016-04-05", "committee")),
    (moved("extend_committee_deadline", "2016-06-01"), "commission",
     {"committee": due("committee", "2016-04-05", "extend_committee_deadline")}),
    (moved("adopt_in_committee", "2016-07-12"), "rapport", {}),
    (moved("list_for_plenary"), "seance", {}),
    (moved("adopt_first", "2016-07-20", votes={"for": 70, "against": 22}), "transmis_autre_chambre", {}),
    (moved("refer_to_other_chamber", "2016-07-26"), "commission",
     running("2016-07-26", "scheduling", "councillors_reminder", "committee", chamber="conseillers")),
    (moved("schedule_in_committee", "2016-08-02"), "commission",
     running("2016-07-26", "committee", chamber="conseillers")),
    (moved("adopt_in_committee", "2018-01-23"), "rapport", {}),
    (moved("list_for_plenary"), "seance", {}),
    (moved("adopt_amended", "2018-01-30", votes={"for": 23, "against": 15, "abstentions": 0}), "transmis_autre_chambre",
     {}),
    (moved("refer_to_other_chamber", "2018-02-01"), "commission", running("2018-02-01", "scheduling", "committee")),
    (moved("adopt_in_committee", "2018-02-13"), "rapport", {}),
    (moved("list_for_plenary"), "seance", {}),
    (moved("adopt_finally", "2018-02-14", votes={"for": 168, "against": 55}), "adopte_definitif", {}),
]  # fmt: skip
AFTER_PARLIAMENT: list[Lived] = [
    (moved("send_to_government", "2018-02-14"), "attente_promulgation", {"promulgation": "2018-03-16"}),
    (moved("promulgate", "2018-02-22", dahir="1-18-19", title_fr="Loi relative aux violences"), "promulgue",
     {"publication": "2018-03-22"}),
    (moved("send_to_printer"), "a_publier", {"publication": "2018-03-22"}),
    (moved("publish", "2018-03-12", bo_number="6655"), "publie", {}),
    (moved("defer_entry_into_force", "2018-03-12", in_force_after=6, clause="article 18"), "vigueur_differee",
     {"entry_into_force": "2018-09-12"}),
    (moved("enter_into_force", "2018-09-12"), "en_vigueur", {}),
]  # fmt: skip
BILL = [*BEFORE_PARLIAMENT, *IN_PARLIAMENT, *AFTER_PARLIAMENT]
DECREE: list[Lived] = [
    (moved("assign_drafter", "2024-01-08"), "redaction", {}),
    (moved("submit_for_validation", "2024-02-05"), "validation_interne", {}),
    (moved("validate", "2024-02-19", pieces=PIECES), "prepare", {}),
    (moved("send_to_sgg", "2024-02-20"), "transmis_sgg", {}),
    # Ten days before the council of 9 May 2024.
    (moved("aim_for_council", "2024-03-01", council_on="2024-05-09"), "transmis_sgg", {"distribution": "2024-04-29"}),
    (moved("register_at_sgg", "2024-03-04"), "examen_sgg", {"distribution": "2024-04-29"}),
    (moved("distribute", "2024-04-26", council_on="2024-05-09"), "distribue", {"department_remarks": "2024-05-08"}),
    (moved("list_on_agenda", "2024-05-02", council_on="2024-05-09"), "inscrit_cg", {}),
    (moved("adopt_with_remarks", "2024-05-09"), "adopte_cg_obs", {}),
    (moved("confirm_corrected_version", "2024-06-03"), "adopte_cg", {"signature": "2024-06-28"}),
    (moved("send_to_signature", "2024-06-10"), "a_signer", {"signature": "2024-06-28"}),
    (moved("sign", "2025-01-27", number="2.22.1075", signatory="le Chef du gouvernement"), "signe",
     {"gazette": "2025-03-12"}),
    (moved("send_to_printer", "2025-01-28"), "a_publier", {"gazette": "2025-03-12"}),
    (moved("publish", "2025-02-06", bo_number="7376"), "publie", {}),
    (moved("phase_in", "2025-02-06", clause="article 19"), "vigueur_progressive", {}),
    (moved("enter_into_force", "2026-02"), "en_vigueur", {}),
    (moved("repeal", "2026-11-02", successor="décret n° 2-26-300"), "abroge", {}),
]  # fmt: skip
ORDER: list[Lived] = [
    (moved("assign_drafter", "2014-05-05"), "redaction", {}),
    (moved("send_for_consultation", "2014-05-12", body="Économie et finances"), "consultation", {}),
    (moved("submit_for_validation", "2014-06-02"), "validation_interne", {}),
    (moved("validate", "2014-06-10"), "prepare", {}),
    (moved("send_to_sgg", "2014-06-16"), "transmis_sgg", {}),
    (moved("return_with_remarks", "2014-07-01", remarks="viser le décret n° 2-13-22"), "retour_ministere", {}),
    (moved("send_corrected_version", "2014-07-08"), "examen_sgg", {}),
    (moved("send_to_signature", "2014-07-21"), "a_signer", {}),
    (moved("sign", "2014-08-07", number="2582.14"), "signe", {"gazette": "2014-09-20"}),
    (moved("send_to_printer"), "a_publier", {"gazette": "2014-09-20"}),
    (moved("publish", "2014-08", bo_number="6280"), "publie", {}),
    (moved("enter_on_publication", "2014-08"), "en_vigueur", {}),
]  # fmt: skip
