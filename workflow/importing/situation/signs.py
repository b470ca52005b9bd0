"""The signs by which a sentence tells where a text stands: one line of data each.

Patterns read folded text. "~" stands for a few words of the same clause that name no other institution.
"""

from workflow.importing.situation.sign import IMPLIED, PARTLY_SAID, Sign

_ADOPTED = (
    r"(?:\b(?:adopte|approuve|vote|valide|passe)e?s?\b|(?<!pour )(?<!pour l')(?<!d')\b(?:adoption|approbation|vote)\b)"
)
_SENT = r"\b(?:transmis|transfere|soumis|envoye|achemine|depose|defere|introduit|presente|saisi|renvoye|adresse)e?s?\b"
_GOVERNMENT = r"\bconseil d[eu]s? (?:de )?gouvernement\b"
_SGG = r"\b(?:secretariat general du gouvernement|s\.?g\.?g\b)"
_CHAMBER = r"\bchambre des (?:representants|conseillers)\b"
_PARLIAMENT = rf"(?:\bparlement\b|\binstitution parlementaire\b|\bbureau de la chambre\b|{_CHAMBER})"
_BULLETIN = r"\b(?:bulletin officiel|b\.?o\b)"


EFFECT = Sign(
    "en_vigueur",
    0,
    r"\b(?:(?:a|ont) (?:\w+ment |deja |bien )?ete|est|sont) (?:\w+ment |deja |bien )?"
    r"(?:cree|institue|installe|nomme|designe|constitue|forme|fixe|mise? en place|attribue|verse|organise|arrete)"
    r"e?s?\b",
    "l'effet du texte est constaté, ce qui suppose qu'il s'applique",
    move="enter_into_force",
    confidence=IMPLIED,
    note="effet constaté",
)

SIGNS = (
    Sign(
        "redaction",
        1,
        r"\ben (?:cours|phase|voie) (?:d'elaboration|de preparation|de redaction|de finalisation)\b|\ben preparation\b",
        "le texte est en cours de rédaction",
    ),
    Sign(
        "consultation",
        2,
        r"\b(?:concertations?|consultations?)\b|\bsoumis~ a l'avis\b|\b(?:dans l')?attente de l'avis\b",
        "des avis sont demandés",
        confidence=PARTLY_SAID,
    ),
    Sign(
        "prepare",
        3,
        r"\b(?:preparation|elaboration|redaction|finalisation|mise au point)\b~\b(?:achevee?|terminee?|complete)s?\b"
        r"|\b(?:est|a ete) (?:pret|acheve|finalise|elabore|prepare|redige)e?s?\b"
        r"|^(?:acheve|finalise|prepare|redige)e?\b|\b(?:pret a etre|prete a etre)\b",
        "la préparation est achevée et rien ne dit que le dossier soit parti",
        move="complete",
    ),
    Sign(
        "transmis_sgg",
        4,
        r"\b(?:introduit|engage|soumis|transmis|mis|lance|entre|place|inscrit)e?s?\b~\b(?:procedure|circuit|processus) "
        rf"d'(?:approbation|adoption)\b|{_SENT}~\b(?:au|aupres du) {_SGG}",
        "le dossier est entré dans la procédure d'approbation",
        move="send_to_sgg",
    ),
    Sign(
        "examen_sgg",
        5,
        rf"\b(?:examen|etude|examine|etudie|instance)\b~{_SGG}",
        "le secrétariat général du gouvernement examine le texte",
    ),
    Sign(
        "retour_ministere",
        6,
        rf"\b(?:renvoye|retourne|restitue)\b~\b(?:ministere|departement)\b|{_SGG}~\b(?:renvoye|retourne)\b",
        "le texte est revenu au ministère avec des observations",
    ),
    Sign(
        "inscrit_cg",
        7,
        rf"\b(?:inscrit|programme)\b~{_GOVERNMENT}",
        "le texte est à l'ordre du jour du conseil de gouvernement",
    ),
    Sign(
        "inscrit_cg",
        7,
        rf"\b(?:soumis|presente)e?\b~{_GOVERNMENT}",
        "le texte est devant le conseil de gouvernement, dont la décision n'est pas dite",
        confidence=PARTLY_SAID,
    ),
    Sign(
        "reporte_cg",
        10,
        rf"{_GOVERNMENT}~\b(?:reporte|ajourne)\w*\b|\b(?:reporte|ajourne)\w*\b~{_GOVERNMENT}",
        "le conseil de gouvernement a reporté l'examen",
    ),
    Sign(
        "adopte_cg",
        10,
        rf"{_ADOPTED}~{_GOVERNMENT}|{_GOVERNMENT}~\b(?:a|avait) (?:\w+ )?(?:adopte|approuve|valide)\b",
        "le conseil de gouvernement a adopté le texte",
        move="adopt_in_council",
    ),
    Sign(
        "adopte_cg_obs",
        10,
        rf"{_ADOPTED}~{_GOVERNMENT}[^.;]{{0,80}}\b(?:sous reserve|tenant compte|prise en compte)\b",
        "le conseil de gouvernement a adopté le texte sous réserve d'observations à intégrer",
        move="adopt_in_council",
        note="sous réserve des observations",
    ),
    Sign(
        "commission_adhoc",
        10,
        r"\b(?:commission|comite)\b(?: interministeriell?e?| ministeriell?e?)[^.;]{0,30}\b(?:ad[ -]hoc|speciale?)\b"
        r"(?:[^.;]{0,40}\b(?:forme|cree|constitue|mise? en place|charge|institue|designe|reunie?)e?s?\b)?"
        r"|\b(?:confie|renvoye|soumis)\b[^.;]{0,40}\b(?:commission|comite) (?:inter)?ministeriell?e?\b",
        "une commission ministérielle reprend le texte, qui doit revenir devant le conseil de gouvernement",
        move="refer_to_ad_hoc_commission",
        confidence=PARTLY_SAID,
        undoes="adopt_in_council",
    ),
    Sign(
        "adopte_cm",
        11,
        rf"{_ADOPTED}~\bconseil des ministres\b",
        "le conseil des ministres a adopté le texte",
    ),
    Sign(
        "depose",
        20,
        rf"{_SENT}~{_PARLIAMENT}",
        "le texte est devant le Parlement et rien ne dit que son examen ait commencé",
        move="deposit",
        names_chamber=True,
    ),
    Sign(
        "transmis_autre_chambre",
        20,
        rf"{_SENT}~{_PARLIAMENT}",
        "une chambre a voté le texte et l'autre l'a reçu",
        move="transmit_to_other_chamber",
        after="adopt_in_plenary",
        names_chamber=True,
    ),
    Sign(
        "commission",
        20,
        r"\b(?:discussion|debat)s?\b~\b(?:entame|commence|engage|ouvert|debute|en cours)e?s?\b"
        r"|\b(?:entame|commence|debute)e?s?\b~\b(?:discussion|examen|etude)\b|\ben cours de discussion\b"
        rf"|\b(?:examen|etude|examine|etudie)e?s?\b[^.;]{{0,60}}(?:{_PARLIAMENT}|\ben commission\b)"
        r"|\bdevant la commission (?!ministerielle|interministerielle)"
        r"|\b(?:renvoye|examine)e?\b~\bcommission permanente\b",
        "une chambre a commencé l'examen, qui se fait d'abord en commission permanente",
        move="refer_to_committee",
        confidence=PARTLY_SAID,
        names_chamber=True,
    ),
    Sign(
        "rapport",
        20,
        rf"{_ADOPTED} (?:\S+ ){{0,4}}(?:par la|en) commission\b(?! ministerielle| interministerielle)",
        "la commission permanente a adopté le texte",
    ),
    Sign(
        "transmis_autre_chambre",
        20,
        rf"{_ADOPTED}~(?:{_CHAMBER}|\bseance pleniere\b)|{_CHAMBER}~\b(?:a|ont) (?:\w+ )?(?:adopte|vote|approuve)\b",
        "une chambre a voté le texte et la suite n'est pas dite",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        names_chamber=True,
    ),
    Sign(
        "adopte_definitif",
        20,
        rf"{_ADOPTED}~(?:{_CHAMBER}|\bseance pleniere\b)|{_CHAMBER}~\b(?:a|ont) (?:\w+ )?(?:adopte|vote|approuve)\b",
        "la seconde chambre a voté à son tour ; l'adoption n'est définitive que dans les mêmes termes",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        after="transmit_to_other_chamber",
        names_chamber=True,
    ),
    Sign(
        "adopte_definitif",
        21,
        r"\b(?:definitivement (?:adopte|vote)|(?:adopte|vote)e? definitivement|adoption definitive)\b",
        "le Parlement a adopté le texte définitivement",
    ),
    Sign(
        "saisi_cc",
        22,
        r"\b(?:soumis|defere|saisi|transmis|devant)e?s?\b~\bcour constitutionnelle\b",
        "la Cour constitutionnelle est saisie",
    ),
    Sign(
        "conforme",
        23,
        r"\b(?:declare|juge|reconnu)e?s? conformes? a la constitution\b",
        "la Cour constitutionnelle a statué",
    ),
    Sign(
        "a_signer",
        30,
        r"\b(?:soumis|presente|en attente|en cours|en instance)e?s?\b~\b(?:signature|contreseing)\b",
        "le texte attend sa signature",
    ),
    Sign(
        "attente_promulgation",
        30,
        r"\ben (?:attente|instance|cours) (?:de )?promulgation\b",
        "la loi attend sa promulgation",
    ),
    Sign("signe", 31, r"\b(?:est|a ete) (?:contre)?signee?\b|^(?:contre)?signee?\b", "le texte est signé"),
    Sign("promulgue", 32, r"\b(?:est|a ete) promulguee?\b|^promulguee?\b", "la loi est promulguée"),
    Sign(
        "a_publier",
        33,
        r"\ben (?:attente|instance|cours) (?:de )?publication\b",
        "le texte attend sa publication",
    ),
    Sign(
        "publie",
        34,
        rf"\b(?:publie|paru|insere|parution|publication)e?s?\b~{_BULLETIN}|^publiee?s?\b",
        "le texte est publié et son entrée en vigueur n'est pas dite",
    ),
    Sign(
        "en_vigueur",
        40,
        r"\b(?:entree?s?|est|sont|mise?s?)? ?(?:deja )?en vigueur\b|\bapplicables? depuis\b|\ben application depuis\b",
        "le texte produit ses effets",
        move="enter_into_force",
    ),
    Sign(
        "vigueur_differee",
        41,
        r"\bentrer(?:a|ont) en vigueur\b|\bentree en vigueur (?:est )?(?:prevue|differee|fixee|reportee)\b",
        "l'entrée en vigueur est annoncée pour plus tard",
    ),
    Sign("abroge", 42, r"\b(?:est|a ete) abrogee?\b|^abrogee?\b", "le texte est abrogé"),
    Sign("retire", 42, r"\b(?:est|a ete) retiree?\b|^retiree?\b", "le Gouvernement a retiré le texte"),
    Sign("rejete", 42, r"\b(?:est|a ete) rejetee?\b|^rejetee?\b", "le texte est rejeté"),
    Sign("abandonne", 42, r"\b(?:est|a ete) abandonnee?\b|^abandonnee?\b", "le projet est abandonné"),
)
