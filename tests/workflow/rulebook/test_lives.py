"""The whole life of one text of each kind: at each step its state, its sentence, what runs, what is owed."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from models import LegalText
from tests.workflow.builders import CALENDAR, ON_SQLITE, PIECES, File, Ministry, Move, moved, section_of
from tests.workflow.law import due
from workflow.deadlines.clocks import clocks
from workflow.history.as_of import situation_on
from workflow.history.fold import fold
from workflow.history.steps import steps_of
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import sentence


def running(start: str, *codes: str, chamber: str = "representants") -> dict[str, str]:
    """Give the days on which these deadlines, counted from `start`, fall."""
    return {code: due(code, start, chamber=chamber) for code in codes}


Told = tuple[Move, str, str, dict[str, str]]

THIS = "Ce projet de loi"
REPRESENTANTS, CONSEILLERS = "la Chambre des représentants", "la Chambre des conseillers"
COUNCIL = f"{THIS} a été adopté par le Conseil de gouvernement réuni le 17 mars 2016"
FIRST_VOTE = "{} par la Chambre des représentants le 20 juillet 2016 par 70 voix contre 22"
SECOND_VOTE = "{} avec des modifications par la Chambre des conseillers le 30 janvier 2018 par 23 voix contre 15"
GAZETTE = "Cette loi a été publiée au Bulletin officiel n° 6655 le 12 mars 2018"
AD_HOC = (
    "Examiné par le Conseil de gouvernement le 7 novembre 2013, ce projet de loi a été renvoyé à une commission "
    "ministérielle ad hoc présidée par le Chef du gouvernement ; il doit être présenté de nouveau pour approbation."
)
IN_COMMITTEE = "ce projet de loi est en cours d’examen en commission à"

BEFORE_PARLIAMENT: list[Told] = [
    (moved("assign_drafter", "2013-01-14"), "redaction",
     f"{THIS} est en cours de rédaction depuis le 14 janvier 2013.", {}),
    (moved("submit_for_validation", "2013-05"), "validation_interne",
     f"{THIS} est soumis à la validation de la hiérarchie du ministère depuis mai 2013.", {}),
    (moved("validate", "2013-08"), "prepare",
     ("La préparation de ce projet de loi est achevée ; il sera prochainement introduit dans la procédure "
     "d’approbation."), {}),
    (moved("send_to_sgg", "2013-09-02"), "transmis_sgg",
     ("La préparation de ce projet de loi est achevée ; il a été introduit dans la procédure d’approbation le 2 "
     "septembre 2013."), {}),
    (moved("register_at_sgg"), "examen_sgg", f"{THIS} est à l’examen au Secrétariat général du gouvernement.", {}),
    (moved("distribute", "2013-10-30"), "distribue",
     f"{THIS} a été distribué aux membres du gouvernement le 30 octobre 2013.", {}),
    # Eight days after the distribution: the ten days are law only since 2021.
    (moved("list_on_agenda", "2013-11-04", council_on="2013-11-07"), "inscrit_cg",
     f"{THIS} est inscrit à l’ordre du jour du Conseil de gouvernement du 7 novembre 2013.", {}),
    (moved("refer_to_ad_hoc_commission", "2013-11-07", chair="le Chef du gouvernement"), "commission_adhoc", AD_HOC,
     {"ad_hoc": "2014-02-07"}),
    (moved("hold_ad_hoc_meeting", "2014-12-11"), "commission_adhoc", AD_HOC, {"ad_hoc": "2014-02-07"}),
    (moved("list_on_agenda", "2016-03-10", council_on="2016-03-17"), "inscrit_cg",
     f"{THIS} est inscrit à l’ordre du jour du Conseil de gouvernement du 17 mars 2016.", {}),
    (moved("adopt_in_council", "2016-03-17"), "adopte_cg", f"{COUNCIL}.", {"deposit": "2016-04-16"}),
]  # fmt: skip
IN_PARLIAMENT: list[Told] = [
    (moved("deposit", "2016-03-24", chamber="representants", number="103.13"), "depose",
     f"{COUNCIL} et déposé au bureau de {REPRESENTANTS} le 24 mars 2016.", {}),
    (moved("refer_to_committee", "2016-04-05"), "commission",
     f"C{IN_COMMITTEE[1:]} {REPRESENTANTS} depuis le 5 avril 2016.",
     running("2016-04-05", "scheduling", "committee")),
    (moved("present_in_committee", "2016-04-12"), "commission",
     f"C{IN_COMMITTEE[1:]} {REPRESENTANTS} depuis le 5 avril 2016.", running("2016-04-05", "committee")),
    (moved("extend_committee_deadline", "2016-06-01"), "commission",
     f"C{IN_COMMITTEE[1:]} {REPRESENTANTS} depuis le 5 avril 2016.",
     {"committee": due("committee", "2016-04-05", "extend_committee_deadline")}),
    (moved("adopt_in_committee", "2016-07-12"), "rapport",
     (f"{THIS} a été examiné par la commission permanente de {REPRESENTANTS} le 12 juillet 2016 ; il attend son "
     "inscription en séance plénière."), {}),
    (moved("list_for_plenary"), "seance", f"{THIS} est soumis à la séance plénière de {REPRESENTANTS}.", {}),
    (moved("adopt_first", "2016-07-20", votes={"for": 70, "against": 22}), "transmis_autre_chambre",
     f"{THIS} a été {FIRST_VOTE.format('adopté')}, et transmis à {CONSEILLERS}.", {}),
    (moved("refer_to_other_chamber", "2016-07-26"), "commission",
     f"{FIRST_VOTE.format('Adopté')}, {IN_COMMITTEE} {CONSEILLERS} depuis le 26 juillet 2016.",
     running("2016-07-26", "scheduling", "councillors_reminder", "committee", chamber="conseillers")),
    (moved("schedule_in_committee", "2016-08-02"), "commission",
     f"{FIRST_VOTE.format('Adopté')}, {IN_COMMITTEE} {CONSEILLERS} depuis le 26 juillet 2016.",
     running("2016-07-26", "committee", chamber="conseillers")),
    (moved("adopt_in_committee", "2018-01-23"), "rapport",
     (f"{THIS} a été examiné par la commission permanente de {CONSEILLERS} le 23 janvier 2018 ; il attend son "
     "inscription en séance plénière."), {}),
    (moved("list_for_plenary"), "seance", f"{THIS} est soumis à la séance plénière de {CONSEILLERS}.", {}),
    (moved("adopt_amended", "2018-01-30", votes={"for": 23, "against": 15, "abstentions": 0}),
     "transmis_autre_chambre", f"{THIS} a été {SECOND_VOTE.format('adopté')}, et transmis à {REPRESENTANTS}.", {}),
    (moved("refer_to_other_chamber", "2018-02-01"), "commission",
     f"{SECOND_VOTE.format('Adopté')}, {IN_COMMITTEE} {REPRESENTANTS}, en deuxième lecture depuis le 1er février 2018.",
     running("2018-02-01", "scheduling", "committee")),
    (moved("adopt_in_committee", "2018-02-13"), "rapport",
     (f"{THIS} a été examiné par la commission permanente de {REPRESENTANTS} le 13 février 2018, en deuxième lecture ; "
     "il attend son inscription en séance plénière."), {}),
    (moved("list_for_plenary"), "seance",
     f"{THIS} est soumis à la séance plénière de {REPRESENTANTS}, en deuxième lecture.", {}),
    (moved("adopt_finally", "2018-02-14", votes={"for": 168, "against": 55}), "adopte_definitif",
     f"{THIS} a été définitivement adopté par {REPRESENTANTS} le 14 février 2018 par 168 voix contre 55.", {}),
]  # fmt: skip
AFTER_PARLIAMENT: list[Told] = [
    (moved("send_to_government", "2018-02-14"), "attente_promulgation",
     ("Définitivement adopté par le Parlement le 14 février 2018 par 168 voix contre 55, ce projet de loi attend sa "
     "promulgation."), {"promulgation": "2018-03-16"}),
    (moved("promulgate", "2018-02-22", dahir="1-18-19", title_fr="Loi relative aux violences"), "promulgue",
     ("Cette loi a été promulguée par le dahir n° 1-18-19 le 22 février 2018 ; sa publication au Bulletin officiel est "
     "attendue."), {"publication": "2018-03-22"}),
    (moved("send_to_printer"), "a_publier", "Cette loi a été transmise à l’Imprimerie officielle pour publication.",
     {"publication": "2018-03-22"}),
    (moved("publish", "2018-03-12", bo_number="6655"), "publie",
     f"{GAZETTE} ; sa date d’entrée en vigueur reste à enregistrer.", {}),
    (moved("defer_entry_into_force", "2018-03-12", in_force_after=6, clause="article 18"), "vigueur_differee",
     f"{GAZETTE} ; elle entrera en vigueur le 12 septembre 2018.", {"entry_into_force": "2018-09-12"}),
    (moved("enter_into_force", "2018-09-12"), "en_vigueur",
     "Cette loi est en vigueur depuis le 12 septembre 2018 (Bulletin officiel n° 6655 du 12 mars 2018).", {}),
]  # fmt: skip
BILL = [*BEFORE_PARLIAMENT, *IN_PARLIAMENT, *AFTER_PARLIAMENT]
LAW = File.opened("projet_de_loi", *(move for move, *_expected in BILL), on="2013-01-10", social_matter=True)

DECREE: list[Told] = [
    (moved("assign_drafter", "2024-01-08"), "redaction",
     "Ce projet de décret est en cours de rédaction depuis le 8 janvier 2024.", {}),
    (moved("submit_for_validation", "2024-02-05"), "validation_interne",
     "Ce projet de décret est soumis à la validation de la hiérarchie du ministère depuis le 5 février 2024.", {}),
    (moved("validate", "2024-02-19", pieces=PIECES), "prepare",
     ("La préparation de ce projet de décret est achevée ; il sera prochainement introduit dans la procédure "
     "d’approbation."), {}),
    (moved("send_to_sgg", "2024-02-20"), "transmis_sgg",
     ("La préparation de ce projet de décret est achevée ; il a été introduit dans la procédure d’approbation le 20 "
     "février 2024."), {}),
    # Ten days before the council of 9 May 2024.
    (moved("aim_for_council", "2024-03-01", council_on="2024-05-09"), "transmis_sgg",
     ("La préparation de ce projet de décret est achevée ; il a été introduit dans la procédure d’approbation le 20 "
     "février 2024."), {"distribution": "2024-04-29"}),
    (moved("register_at_sgg", "2024-03-04"), "examen_sgg",
     "Ce projet de décret est à l’examen au Secrétariat général du gouvernement depuis le 4 mars 2024.",
     {"distribution": "2024-04-29"}),
    (moved("distribute", "2024-04-26", council_on="2024-05-09"), "distribue",
     "Ce projet de décret a été distribué aux membres du gouvernement le 26 avril 2024.",
     {"department_remarks": "2024-05-08"}),
    (moved("list_on_agenda", "2024-05-02", council_on="2024-05-09"), "inscrit_cg",
     "Ce projet de décret est inscrit à l’ordre du jour du Conseil de gouvernement du 9 mai 2024.", {}),
    (moved("adopt_with_remarks", "2024-05-09"), "adopte_cg_obs",
     ("Ce projet de décret a été adopté par le Conseil de gouvernement réuni le 9 mai 2024, sous réserve des "
     "observations émises ; la version corrigée est en préparation."), {}),
    (moved("confirm_corrected_version", "2024-06-03"), "adopte_cg",
     "Ce projet de décret a été adopté par le Conseil de gouvernement réuni le 9 mai 2024.",
     {"signature": "2024-06-28"}),
    (moved("send_to_signature", "2024-06-10"), "a_signer",
     ("Adopté par le Conseil de gouvernement réuni le 9 mai 2024, ce projet de décret est soumis à la signature depuis "
     "le 10 juin 2024."), {"signature": "2024-06-28"}),
    (moved("sign", "2025-01-27", number="2.22.1075", signatory="le Chef du gouvernement"), "signe",
     ("Ce décret a été signé le 27 janvier 2025 sous le n° 2.22.1075 ; sa publication au Bulletin officiel est "
     "attendue."), {"gazette": "2025-03-12"}),
    (moved("send_to_printer", "2025-01-28"), "a_publier",
     "Ce décret a été transmis à l’Imprimerie officielle le 28 janvier 2025 pour publication.",
     {"gazette": "2025-03-12"}),
    (moved("publish", "2025-02-06", bo_number="7376"), "publie",
     ("Ce décret a été publié au Bulletin officiel n° 7376 le 6 février 2025 ; sa date d’entrée en vigueur reste à "
     "enregistrer."), {}),
    (moved("phase_in", "2025-02-06", clause="article 19"), "vigueur_progressive",
     "Ce décret a été publié au Bulletin officiel n° 7376 le 6 février 2025 et entre en vigueur par étapes.", {}),
    (moved("enter_into_force", "2026-02"), "en_vigueur",
     "Ce décret est en vigueur depuis février 2026 (Bulletin officiel n° 7376 du 6 février 2025).", {}),
    (moved("repeal", "2026-11-02", successor="décret n° 2-26-300"), "abroge",
     "Ce décret a été abrogé le 2 novembre 2026.", {}),
]  # fmt: skip

ORDER: list[Told] = [
    (moved("assign_drafter", "2014-05-05"), "redaction",
     "Ce projet d’arrêté est en cours de rédaction depuis le 5 mai 2014.", {}),
    (moved("send_for_consultation", "2014-05-12", body="Économie et finances"), "consultation",
     "Ce projet d’arrêté a été soumis pour avis aux départements et organismes concernés le 12 mai 2014.", {}),
    (moved("submit_for_validation", "2014-06-02"), "validation_interne",
     "Ce projet d’arrêté est soumis à la validation de la hiérarchie du ministère depuis le 2 juin 2014.", {}),
    (moved("validate", "2014-06-10"), "prepare",
     ("La préparation de ce projet d’arrêté est achevée ; il sera prochainement introduit dans la procédure "
     "d’approbation."), {}),
    (moved("send_to_sgg", "2014-06-16"), "transmis_sgg",
     ("La préparation de ce projet d’arrêté est achevée ; il a été introduit dans la procédure d’approbation le 16 "
     "juin 2014."), {}),
    (moved("return_with_remarks", "2014-07-01", remarks="viser le décret n° 2-13-22"), "retour_ministere",
     ("Ce projet d’arrêté a été renvoyé au ministère avec des observations le 1er juillet 2014 ; une version corrigée "
     "est attendue."), {}),
    (moved("send_corrected_version", "2014-07-08"), "examen_sgg",
     "Ce projet d’arrêté est à l’examen au Secrétariat général du gouvernement depuis le 8 juillet 2014.", {}),
    (moved("send_to_signature", "2014-07-21"), "a_signer",
     "Ce projet d’arrêté est soumis à la signature depuis le 21 juillet 2014.", {}),
    (moved("sign", "2014-08-07", number="2582.14"), "signe",
     "Cet arrêté a été signé le 7 août 2014 sous le n° 2582.14 ; sa publication au Bulletin officiel est attendue.",
     {"gazette": "2014-09-20"}),
    (moved("send_to_printer"), "a_publier",
     "Cet arrêté a été transmis à l’Imprimerie officielle pour publication.", {"gazette": "2014-09-20"}),
    (moved("publish", "2014-08", bo_number="6280"), "publie",
     ("Cet arrêté a été publié au Bulletin officiel n° 6280 en août 2014 ; sa date d’entrée en vigueur reste à "
     "enregistrer."), {}),
    (moved("enter_on_publication", "2014-08"), "en_vigueur",
     "Cet arrêté est en vigueur depuis août 2014 (Bulletin officiel n° 6280 d’août 2014).", {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "opened_on", "life", "papers"),
    [
        ("projet_de_loi", "2013-01-10", BILL, ["note_interne", "bordereau_sgg", "fiche_suivi"]),
        ("decret", "2024-01-04", DECREE, ["note_interne", "bordereau_sgg"]),
        ("arrete", "2014-04-28", ORDER, ["note_interne", "bordereau_sgg", "bordereau_sgg"]),
    ],
)
def test_a_text_lives_from_its_opening_to_its_entry_into_force(
    session: Session, kind: str, *, opened_on: str, life: list[Told], papers: list[str]
) -> None:
    ministry = Ministry(session)
    text = ministry.open(kind, on=opened_on, social_matter=True)
    told: list[Any] = []
    for (name, on, facts), *_expected in life:
        ministry.move(text, name, on, **facts)
        told.append((name, text.state, where(session, text), ministry.dues(text)))

    assert told == [(move[0], *expected) for move, *expected in life]
    assert ministry.papers(text) == papers


def where(session: Session, text: LegalText) -> str:
    procedure = procedure_of(text)
    situation = fold(procedure, steps_of(session, text.id))
    # The row is what its steps fold to.
    assert (text.state, text.chamber, text.reading) == (situation.state, situation.chamber, situation.reading)
    assert (text.phase, text.entered_on) == (procedure.states[situation.state].phase, situation.arrival.on)
    return sentence(procedure, situation, clocks(procedure, situation.done, CALENDAR))


@ON_SQLITE
def test_the_row_of_the_law_says_what_its_steps_say(session: Session) -> None:
    law = Ministry(session).open(
        "projet_de_loi", *(move for move, *_expected in BILL), on="2013-01-10", social_matter=True
    )

    assert (law.phase, section_of(law), law.chamber, law.reading) == ("entry_into_force", "lois", None, 0)
    assert (law.title_fr, law.title_ar, law.number) == ("Loi relative aux violences", "مشروع نص", "103-13")
    assert (str(law.entered_on), law.last_step, law.next_due_on) == ("2018-09-12", 34, None)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2013, 1, 9), None),
        (date(2013, 1, 10), "initie"),
        (date(2013, 5, 30), "redaction"),  # submitted some day of May: for certain on the 31st
        (date(2013, 5, 31), "validation_interne"),
        (date(2013, 11, 6), "inscrit_cg"),
        (date(2013, 11, 7), "commission_adhoc"),
        (date(2016, 3, 9), "commission_adhoc"),
        (date(2016, 7, 19), "rapport"),  # the listing, undated, is known by the vote of the next day
        (date(2016, 7, 20), "transmis_autre_chambre"),
        (date(2018, 9, 11), "vigueur_differee"),
        (date(2026, 1, 1), "en_vigueur"),
    ],
)
def test_the_past_of_the_law_can_be_read_on_any_day(day: date, state: str | None) -> None:
    situation = situation_on(procedures()["projet_de_loi"], LAW.steps, day)

    assert (situation and situation.state) == state
