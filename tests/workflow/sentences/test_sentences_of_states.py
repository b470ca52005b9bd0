"""What the states of the procedure files say in words: a reworded `sentence_fr` changes this table and no other."""

import pytest

from tests.workflow.builders import (
    ACROSS,
    THROUGH_COMMITTEE,
    TO_ADOPTED,
    TO_COUNCIL,
    TO_DEPOSITED,
    TO_FINAL,
    TO_PLENARY,
    TO_PUBLISHED,
    TO_SGG,
    File,
    Move,
    moved,
    undated,
)
from tests.workflow.lives import BILL, DECREE, ORDER, Lived

BEFORE_PARLIAMENT_TOLD = [
    ("assign_drafter", "Ce projet de loi est en cours de rédaction depuis le 14 janvier 2013."),
    ("submit_for_validation",
     "Ce projet de loi est soumis à la validation de la hiérarchie du ministère depuis mai 2013."),
    ("validate",
     ("La préparation de ce projet de loi est achevée ; il sera prochainement introduit dans la procédure "
      "d’approbation.")),
    ("send_to_sgg",
     ("La préparation de ce projet de loi est achevée ; il a été introduit dans la procédure d’approbation "
      "le 2 septembre 2013.")),
    ("register_at_sgg", "Ce projet de loi est à l’examen au Secrétariat général du gouvernement."),
    ("distribute", "Ce projet de loi a été distribué aux membres du gouvernement le 30 octobre 2013."),
    ("list_on_agenda",
     "Ce projet de loi est inscrit à l’ordre du jour du Conseil de gouvernement du 7 novembre 2013."),
    ("refer_to_ad_hoc_commission",
     ("Examiné par le Conseil de gouvernement le 7 novembre 2013, ce projet de loi a été renvoyé à une "
      "commission ministérielle ad hoc présidée par le Chef du gouvernement ; il doit être présenté de "
      "nouveau pour approbation.")),
    ("hold_ad_hoc_meeting",
     ("Examiné par le Conseil de gouvernement le 7 novembre 2013, ce projet de loi a été renvoyé à une "
      "commission ministérielle ad hoc présidée par le Chef du gouvernement ; il doit être présenté de "
      "nouveau pour approbation.")),
    ("list_on_agenda", "Ce projet de loi est inscrit à l’ordre du jour du Conseil de gouvernement du 17 mars 2016."),
    ("adopt_in_council", "Ce projet de loi a été adopté par le Conseil de gouvernement réuni le 17 mars 2016."),
]  # fmt: skip
IN_PARLIAMENT_TOLD = [
    ("deposit",
     ("Ce projet de loi a été adopté par le Conseil de gouvernement réuni le 17 mars 2016 et déposé au "
      "bureau de la Chambre des représentants le 24 mars 2016.")),
    ("refer_to_committee",
     "Ce projet de loi est en cours d’examen en commission à la Chambre des représentants depuis le 5 avril 2016."),
    ("present_in_committee",
     "Ce projet de loi est en cours d’examen en commission à la Chambre des représentants depuis le 5 avril 2016."),
    ("extend_committee_deadline",
     "Ce projet de loi est en cours d’examen en commission à la Chambre des représentants depuis le 5 avril 2016."),
    ("adopt_in_committee",
     ("Ce projet de loi a été examiné par la commission permanente compétente de la Chambre des représentants le "
      "12 juillet 2016 ; il attend son inscription en séance plénière.")),
    ("list_for_plenary", ("Ce projet de loi est inscrit à l’ordre du jour de la séance plénière de la Chambre des "
                          "représentants.")),
    ("adopt_first",
     ("Ce projet de loi a été adopté par la Chambre des représentants le 20 juillet 2016, par 70 voix contre 22, "
      "et transmis à la Chambre des conseillers.")),
    ("refer_to_other_chamber",
     ("Adopté par la Chambre des représentants le 20 juillet 2016, par 70 voix contre 22, ce projet de loi est en"
      " cours d’examen en commission à la Chambre des conseillers depuis le 26 juillet 2016.")),
    ("schedule_in_committee",
     ("Adopté par la Chambre des représentants le 20 juillet 2016, par 70 voix contre 22, ce projet de loi est en"
      " cours d’examen en commission à la Chambre des conseillers depuis le 26 juillet 2016.")),
    ("adopt_in_committee",
     ("Ce projet de loi a été examiné par la commission permanente compétente de la Chambre des conseillers le 23"
      " janvier 2018 ; il attend son inscription en séance plénière.")),
    ("list_for_plenary", ("Ce projet de loi est inscrit à l’ordre du jour de la séance plénière de la Chambre des "
                          "conseillers.")),
    ("adopt_amended",
     ("Ce projet de loi a été adopté avec des modifications par la Chambre des conseillers le 30 janvier 2018, "
      "par 23 voix contre 15, et transmis à la Chambre des représentants.")),
    ("refer_to_other_chamber",
     ("Adopté avec des modifications par la Chambre des conseillers le 30 janvier 2018, par 23 voix contre 15, ce"
      " projet de loi est en cours d’examen en commission à la Chambre des représentants, en deuxième lecture, "
      "depuis le 1er février 2018.")),
    ("adopt_in_committee",
     ("Ce projet de loi a été examiné par la commission permanente compétente de la Chambre des représentants en "
      "deuxième lecture le 13 février 2018 ; il attend son inscription en séance plénière.")),
    ("list_for_plenary",
     ("Ce projet de loi est inscrit à l’ordre du jour de la séance plénière de la Chambre des représentants, en "
      "deuxième lecture.")),
    ("adopt_finally",
     ("Ce projet de loi a été définitivement adopté par la Chambre des représentants le 14 février 2018, par 168 "
      "voix contre 55.")),
]  # fmt: skip
AFTER_PARLIAMENT_TOLD = [
    ("send_to_government",
     ("Définitivement adopté par le Parlement le 14 février 2018, par 168 voix contre 55, ce projet de loi attend"
      " sa promulgation.")),
    ("promulgate",
     ("Cette loi a été promulguée par le dahir n° 1-18-19 du 22 février 2018 ; sa publication au Bulletin "
      "officiel est attendue.")),
    ("send_to_printer", "Cette loi a été transmise à l’Imprimerie officielle pour publication."),
    ("publish",
     ("Cette loi a été publiée au Bulletin officiel n° 6655 du 12 mars 2018 ; sa date d’entrée en vigueur reste à"
      " préciser.")),
    ("defer_entry_into_force",
     ("Cette loi a été publiée au Bulletin officiel n° 6655 du 12 mars 2018 ; son entrée en vigueur est fixée au "
      "12 septembre 2018.")),
    ("enter_into_force",
     "Cette loi est en vigueur depuis le 12 septembre 2018 (Bulletin officiel n° 6655 du 12 mars 2018)."),
]  # fmt: skip
DECREE_TOLD = [
    ("assign_drafter", "Ce projet de décret est en cours de rédaction depuis le 8 janvier 2024."),
    ("submit_for_validation",
     "Ce projet de décret est soumis à la validation de la hiérarchie du ministère depuis le 5 février 2024."),
    ("validate",
     ("La préparation de ce projet de décret est achevée ; il sera prochainement introduit dans la "
      "procédure d’approbation.")),
    ("send_to_sgg",
     ("La préparation de ce projet de décret est achevée ; il a été introduit dans la procédure "
      "d’approbation le 20 février 2024.")),
    ("aim_for_council",
     ("La préparation de ce projet de décret est achevée ; il a été introduit dans la procédure "
      "d’approbation le 20 février 2024.")),
    ("register_at_sgg",
     "Ce projet de décret est à l’examen au Secrétariat général du gouvernement depuis le 4 mars 2024."),
    ("distribute", "Ce projet de décret a été distribué aux membres du gouvernement le 26 avril 2024."),
    ("list_on_agenda", "Ce projet de décret est inscrit à l’ordre du jour du Conseil de gouvernement du 9 mai 2024."),
    ("adopt_with_remarks",
     ("Ce projet de décret a été adopté par le Conseil de gouvernement réuni le 9 mai 2024, sous réserve de la "
      "prise en compte des observations soulevées ; la version corrigée est en préparation.")),
    ("confirm_corrected_version",
     "Ce projet de décret a été adopté par le Conseil de gouvernement réuni le 9 mai 2024."),
    ("send_to_signature",
     ("Adopté par le Conseil de gouvernement réuni le 9 mai 2024, ce projet de décret est soumis à la "
      "signature depuis le 10 juin 2024.")),
    ("sign",
     ("Ce décret a été signé le 27 janvier 2025 sous le n° 2.22.1075 ; sa publication au Bulletin officiel "
      "est attendue.")),
    ("send_to_printer", "Ce décret a été transmis à l’Imprimerie officielle le 28 janvier 2025 pour publication."),
    ("publish",
     ("Ce décret a été publié au Bulletin officiel n° 7376 du 6 février 2025 ; sa date d’entrée en vigueur reste "
      "à préciser.")),
    ("phase_in",
     "Ce décret a été publié au Bulletin officiel n° 7376 du 6 février 2025 et entre en vigueur par étapes."),
    ("enter_into_force",
     "Ce décret est en vigueur depuis février 2026 (Bulletin officiel n° 7376 du 6 février 2025)."),
    ("repeal", "Ce décret a été abrogé le 2 novembre 2026 par le décret n° 2-26-300."),
]  # fmt: skip
ORDER_TOLD = [
    ("assign_drafter", "Ce projet d’arrêté est en cours de rédaction depuis le 5 mai 2014."),
    ("send_for_consultation",
     "Ce projet d’arrêté a été soumis pour avis aux départements et organismes concernés le 12 mai 2014."),
    ("submit_for_validation",
     "Ce projet d’arrêté est soumis à la validation de la hiérarchie du ministère depuis le 2 juin 2014."),
    ("validate",
     ("La préparation de ce projet d’arrêté est achevée ; il sera prochainement introduit dans la procédure "
      "d’approbation.")),
    ("send_to_sgg",
     ("La préparation de ce projet d’arrêté est achevée ; il a été introduit dans la procédure "
      "d’approbation le 16 juin 2014.")),
    ("return_with_remarks",
     ("Ce projet d’arrêté a été renvoyé au ministère avec des observations le 1er juillet 2014 ; une "
      "version corrigée est attendue.")),
    ("send_corrected_version",
     "Ce projet d’arrêté est à l’examen au Secrétariat général du gouvernement depuis le 8 juillet 2014."),
    ("send_to_signature", "Ce projet d’arrêté est soumis à la signature depuis le 21 juillet 2014."),
    ("sign",
     ("Cet arrêté a été signé le 7 août 2014 sous le n° 2582.14 ; sa publication au Bulletin officiel est "
      "attendue.")),
    ("send_to_printer", "Cet arrêté a été transmis à l’Imprimerie officielle pour publication."),
    ("publish",
     ("Cet arrêté a été publié au Bulletin officiel n° 6280 d’août 2014 ; sa date d’entrée en vigueur reste à "
      "préciser.")),
    ("enter_on_publication", "Cet arrêté est en vigueur depuis août 2014 (Bulletin officiel n° 6280 d’août 2014)."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "opened_on", "life", "told"),
    [
        ("projet_de_loi", "2013-01-10", BILL, [*BEFORE_PARLIAMENT_TOLD, *IN_PARLIAMENT_TOLD, *AFTER_PARLIAMENT_TOLD]),
        ("decret", "2024-01-04", DECREE, DECREE_TOLD),
        ("arrete", "2014-04-28", ORDER, ORDER_TOLD),
    ],
)
def test_each_step_of_a_life_is_followed_by_its_sentence(
    kind: str, opened_on: str, *, life: list[Lived], told: list[tuple[str, str]]
) -> None:
    file = File.opened(kind, on=opened_on, social_matter=True)

    assert [(name, file.move(name, on, **facts).sentence) for (name, on, facts), *_lived in life] == told


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        (TO_SGG, "Ce projet de loi est à l’examen au Secrétariat général du gouvernement."),
        (TO_COUNCIL, "Ce projet de loi est inscrit à l’ordre du jour du Conseil de gouvernement."),
        ([*TO_SGG, *undated("distribute"), moved("list_on_agenda", council_on="2026-12-03")],
         "Ce projet de loi est inscrit à l’ordre du jour du Conseil de gouvernement du 3 décembre 2026."),
        ([*TO_COUNCIL, *undated("postpone")],
         "L’examen de ce projet de loi par le Conseil de gouvernement a été reporté."),
        ([*TO_COUNCIL, moved("postpone", "2026-11-05")],
         "L’examen de ce projet de loi par le Conseil de gouvernement réuni le 5 novembre 2026 a été reporté."),
        ([*TO_COUNCIL, *undated("refer_to_ad_hoc_commission")],
         ("Examiné par le Conseil de gouvernement, ce projet de loi a été renvoyé à une commission ministérielle ad "
          "hoc ; il doit être présenté de nouveau pour approbation.")),
        (TO_DEPOSITED, "Ce projet de loi a été déposé au bureau de la Chambre des représentants."),
        ([*TO_COUNCIL, moved("adopt_in_council", "2015"), moved("deposit", "2015-07", chamber="conseillers")],
         ("Ce projet de loi a été adopté par le Conseil de gouvernement en 2015 et déposé au bureau de la Chambre"
          " des conseillers en juillet 2015.")),
    ],
)  # fmt: skip
def test_what_is_not_known_is_not_said(moves: list[Move], words: str) -> None:
    assert File.opened("projet_de_loi", *moves).sentence == words


TO_CONSEILLERS = [*TO_ADOPTED, moved("deposit", chamber="conseillers"), *undated("refer_to_committee"),
                  *THROUGH_COMMITTEE]  # fmt: skip
TO_REJECTED = [*TO_PLENARY, moved("reject", "2016-07-20", votes={"for": 22, "against": 70})]
TO_AMENDED = [*TO_PLENARY, *ACROSS, *undated("adopt_amended")]
TO_CENSURE = [*TO_FINAL, moved("refer_to_court", "2026-03-12", urgent="no"),
              moved("declare_contrary", "2026-04-08", decision="42/26")]  # fmt: skip
AT_ONCE = ["lodge_with_committees", "agree_in_committees", "send_to_signature", "sign", "send_to_printer", "publish",
           "take_effect_pending_ratification"]  # fmt: skip
UNTIL_RATIFIED = [*TO_ADOPTED, *undated(*AT_ONCE)]


@pytest.mark.parametrize(
    ("kind", "moves", "words"),
    [
        ("projet_de_loi", [*TO_CONSEILLERS, moved("adopt_first", "2014-11-04", votes={"unanimous": True})],
         ("Ce projet de loi a été adopté par la Chambre des conseillers le 4 novembre 2014, à l’unanimité, et "
          "transmis à la Chambre des représentants.")),
        ("projet_de_loi", [*TO_CONSEILLERS, *ACROSS,
                           moved("adopt_unchanged", "2016-02", votes={"for": 120, "against": 0, "abstentions": 3})],
         ("Ce projet de loi a été définitivement adopté par la Chambre des représentants en février 2016, par 120"
          " voix, sans voix contre, avec 3 abstentions.")),
        ("projet_de_loi", TO_REJECTED,
         ("Ce projet de loi a été rejeté par la Chambre des représentants le 20 juillet 2016, par 70 voix contre "
          "22, et transmis à la Chambre des conseillers.")),
        ("projet_de_loi", [*TO_REJECTED, moved("refer_to_other_chamber", "2016-07-26")],
         ("Rejeté par la Chambre des représentants le 20 juillet 2016, par 70 voix contre 22, ce projet de loi "
          "est en cours d’examen en commission à la Chambre des conseillers depuis le 26 juillet 2016.")),
        ("projet_de_loi", [*TO_AMENDED, *undated("refer_to_other_chamber"), *THROUGH_COMMITTEE,
                           moved("reject_finally", "2018-02-14", votes={"for": 55, "against": 168})],
         "Ce projet de loi a été rejeté par la Chambre des représentants le 14 février 2018, par 168 voix contre 55."),
        ("projet_de_loi", [*TO_PLENARY, moved("plead_inadmissibility", "2026-05-04")],
         ("La discussion de ce projet de loi à la Chambre des représentants est suspendue : le gouvernement a opposé "
          "l’irrecevabilité le 4 mai 2026.")),
        ("projet_de_loi", [*TO_AMENDED, *undated("refer_to_other_chamber")],
         ("Adopté avec des modifications par la Chambre des conseillers, ce projet de loi est en cours d’examen en "
          "commission à la Chambre des représentants, en deuxième lecture.")),
        ("projet_de_loi", TO_CENSURE[:-1],
         ("Définitivement adopté par le Parlement, ce projet de loi a été déféré à la Cour constitutionnelle le 12 "
          "mars 2026.")),
        ("projet_de_loi", TO_CENSURE,
         ("Le 8 avril 2026, la Cour constitutionnelle a déclaré ce projet de loi contraire à la Constitution (décision "
          "n° 42/26).")),
        ("projet_de_loi", [*TO_PLENARY, *undated("adopt_first", "refer_to_other_chamber"), *THROUGH_COMMITTEE,
                           moved("adopt_unchanged", "2013-12-25"), moved("refer_to_court", "2013-12-25", urgent="no")],
         ("Définitivement adopté par le Parlement le 25 décembre 2013, ce projet de loi a été déféré au Conseil "
          "constitutionnel le même jour.")),
        ("projet_de_loi", [*TO_FINAL, *undated("send_to_government"), moved("promulgate", "2016-04-27")],
         "Cette loi a été promulguée le 27 avril 2016 ; sa publication au Bulletin officiel est attendue."),
        ("loi_cadre", [*TO_COUNCIL, moved("adopt_in_council", "2013-11-07"), *undated("send_to_council_of_ministers"),
                       *undated("adopt_in_council_of_ministers"),
                       moved("deposit", "2013-12-25", chamber="representants")],
         ("Ce projet de loi-cadre a été adopté par le Conseil de gouvernement réuni le 7 novembre 2013 et par le "
          "Conseil des ministres, puis déposé au bureau de la Chambre des représentants le 25 décembre 2013.")),
        ("projet_de_loi", [*TO_PUBLISHED, moved("defer_entry_into_force", in_force_on="2019-01-01")],
         ("Cette loi a été publiée au Bulletin officiel n° 6655 du 12 mars 2018 ; son entrée en vigueur est fixée "
          "au 1er janvier 2019.")),
        ("projet_de_loi", [*TO_PUBLISHED, moved("await_implementing_texts", clause="article 26")],
         ("Cette loi a été publiée au Bulletin officiel n° 6655 du 12 mars 2018 ; son entrée en vigueur attend la"
          " publication des textes d’application.")),
        ("decret_loi", [*UNTIL_RATIFIED, moved("ratify", "2020-05-28", law="la loi n° 23-20")],
         "Ce décret-loi a été ratifié le 28 mai 2020 par la loi n° 23-20."),
        ("decret_loi", [*UNTIL_RATIFIED, moved("repeal_decree_law", "2020-05-15", successor="la loi n° 1-20")],
         "Ce décret-loi a été abrogé le 15 mai 2020 par la loi n° 1-20."),
    ],
)  # fmt: skip
def test_each_place_has_its_sentence(kind: str, moves: list[Move], *, words: str) -> None:
    assert File.opened(kind, *moves).sentence == words


def test_a_proposition_agrees_in_the_feminine() -> None:
    file = File.opened("proposition_de_loi", moved("deposit", "2026-03-02", chamber="representants"))
    assert file.sentence == (
        "Cette proposition de loi a été déposée au bureau de la Chambre des représentants le 2 mars 2026."
    )

    file.after(
        *undated("refer_to_committee", "adopt_in_committee", "list_for_plenary"), moved("adopt_first", "2026-04")
    )

    assert file.sentence == (
        "Cette proposition de loi a été adoptée par la Chambre des représentants en avril 2026, et transmise à la "
        "Chambre des conseillers."
    )
