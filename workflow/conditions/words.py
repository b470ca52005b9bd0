"""The conditions on moves in words, for the sheet of a procedure: what each guard asks, as a lawyer would say it."""

CONDITIONS_FR = {
    "all_required_pieces": "dossier complet",
    "has_all_signatures": "toutes les signatures attendues sont là",
    "has_arabic_title": "intitulé en arabe connu",
    "has_carried": "les voix ne démentent pas l’adoption",
    "has_compulsory_opinions": "avis obligatoires rendus",
    "has_council_of_ministers": "le Conseil des ministres l’a déjà adopté",
    "has_entry_into_force_date": "une date ou un nombre de mois, l’un des deux",
    "has_impact_study_under_way": "une étude d’impact est demandée et n’est pas rendue",
    "has_limited_validity": "le texte ne s’applique que jusqu’à un jour donné",
    "has_open_observations": "une observation au moins attend sa suite",
    "has_reason_for_not_keeping": "motif donné quand l’observation n’est pas retenue",
    "has_required_majority": "en matière sociale, majorité absolue des présents",
    "has_settled_observations": "toute observation a reçu sa suite",
    "has_several_signatories": "acte conjoint : deux signataires au moins",
    "has_ten_days_of_distribution": "dix jours entre la distribution et le Conseil, ou motif du délai abrégé",
    "has_ten_days_since_deposit": "loi organique : dix jours depuis le dépôt",
    "has_time_of_later_part": "une date, un nombre de mois ou les textes attendus",
    "has_version_of_other_chamber": "l’autre Chambre a adopté une version",
    "is_before_councillors": "devant la Chambre des conseillers",
    "is_delegalisation_asked": "la Cour est saisie d’une demande de déclassement",
    "is_effective_before_publication": "effet antérieur à la publication ; pour une loi, motif",
    "is_entry_into_force_reached": "pas avant la date que fixe le texte",
    "is_expected_signatory": "signataire attendu",
    "is_first_adoption": "l’autre Chambre n’a pas encore de version à comparer",
    "is_first_return_to_committee": "une seule fois par texte",
    "is_first_time": "une seule fois",
    "is_last_word": "Chambre des représentants, à partir de la deuxième lecture",
    "is_missing_signatures": "une signature au moins est attendue",
    "is_not_after_publication": "date qui ne suit pas la publication",
    "is_not_last_word": "tant que la navette peut continuer",
    "is_not_suspended": "le suivi n’est pas suspendu",
    "is_not_yet_extended": "une seule fois par examen en commission",
    "is_not_yet_studied": "avant que la commission ait commencé l’examen, dans cette lecture",
    "is_on_day_of_vote": "date du vote qui précède",
    "is_open_observation": "observation sans suite",
    "is_silence_an_answer": "le silence ne vaut réponse que si la loi le dit, une fois le délai passé",
    "is_suspended": "le suivi est suspendu",
    "is_validity_over": "pas avant la fin de la durée fixée",
    "is_without_signatories": "signataires pas encore indiqués",
}


def conditions_fr(names: tuple[str, ...]) -> str:
    """Word the conditions of a move, in their order; nothing for none."""
    return " ; ".join(CONDITIONS_FR.get(name, name.replace("_", " ")) for name in names)
