"""The signs of the way through Parliament."""

from workflow.importing.situation.sign import IMPLIED, PARTLY_SAID, Sign
from workflow.importing.situation.words import (
    ADOPTED,
    AR_ADOPTED,
    AR_CHAMBER,
    AR_SENT,
    BOTH_CHAMBERS,
    CHAMBER,
    COMMITTEE,
    PARLIAMENT,
    SENT,
)

_VOTE = (
    rf"{ADOPTED}~(?:{CHAMBER}|\bseance pleniere\b(?:~{CHAMBER})?)"
    rf"|{CHAMBER}~\b(?:a|ont) (?:\w+ )?(?:adopte|vote|approuve)\b"
)
# A second vote told without its verb: "adopted by one chamber, then by the other".
_THEN = rf"\b(?:puis|et|ensuite),? (?:par )?(?:la )?{CHAMBER}"
_AR_VOTE = f"{AR_ADOPTED}~(?:{AR_CHAMBER}|(?:ال)?جلسة (?:ال)?عامة)"
_READING = r"\b(?:deuxieme|seconde|troisieme|2e|2eme|3e) lecture\b"
_AR_READING = "قراءة (?:ثانية|ثالثة)"
_VOTES = ("adopt_first", "adopt_as_final", "adopt_amended", "adopt_finally", "adopt_for_another_reading")
_FINAL_VOTES = ("adopt_as_final", "adopt_finally", "adopt_in_single_chamber")
_LAST_CHAMBER = "La chambre qui a voté la dernière n'est pas nommée : à compléter."
_SAME_TERMS = (
    "Un second vote n'est définitif que si la chambre a voté dans les mêmes termes, ou en dernier ressort "
    "(Constitution, art. 84) : à confirmer."
)
_NOT_LAST = (
    "Le rejet par une chambre n'est définitif qu'en dernier ressort (Constitution, art. 84), ce que la page ne dit "
    "pas : à confirmer."
)

OF_PARLIAMENT = (
    Sign(
        "depose",
        20,
        rf"{SENT}~{PARLIAMENT}",
        "le texte est devant le Parlement et rien ne dit que son examen ait commencé",
        move="deposit",
        names_chamber=True,
        by=("deposit",),
        arabic=f"{AR_SENT}~(?:{AR_CHAMBER}|البرلمان)",
    ),
    Sign(
        "transmis_autre_chambre",
        20,
        rf"{SENT}~{PARLIAMENT}",
        "une chambre a voté le texte et l'autre l'a reçu",
        move="transmit_to_other_chamber",
        after="adopt_in_plenary",
        names_chamber=True,
        by=("record_transmission",),
        arabic=f"{AR_SENT}~{AR_CHAMBER}",
    ),
    Sign(
        "commission",
        20,
        r"\b(?:discussion|debat)s?\b~\b(?:entame|commence|engage|ouvert|debute|en cours)e?s?\b"
        r"|\b(?:entame|commence|debute)e?s?\b~\b(?:discussion|examen|etude)\b|\ben cours de discussion\b"
        rf"|^en discussion\b~{PARLIAMENT}"
        rf"|\b(?:examen|etude|examine|etudie)e?s?\b[^.;]{{0,60}}(?:{PARLIAMENT}|\ben commission\b)"
        r"|\bdevant la commission (?!ministerielle|interministerielle)"
        rf"|\b(?:soumis|renvoye|transmis|examine|discute|presente|refere|programme)e?s?\b (?:\S+ ){{0,3}}{COMMITTEE}"
        rf"(?:[^.;,]{{0,60}}{CHAMBER})?"
        rf"|(?:^|\bbloquee? )en commission\b(?:[^.;,]{{0,60}}{CHAMBER})?",
        "une chambre a commencé l'examen, qui se fait d'abord en commission permanente",
        move="refer_to_committee",
        confidence=PARTLY_SAID,
        names_chamber=True,
        by=("refer_to_committee", "refer_to_other_chamber"),
        arabic=f"{AR_SENT} (?:على|إلى)? ?(?:ال)?لجنة|"
        f"قيد الدراسة (?:ب|أمام |لدى )?(?:(?:ال)?لجنة(?:[^.;،]{{0,60}}{AR_CHAMBER})?|{AR_CHAMBER})",
    ),
    Sign(
        "commission",
        20,
        rf"^en {_READING}[^.;,]{{0,30}}{CHAMBER}",
        "la chambre a repris le texte, qu'elle examine d'abord en commission permanente",
        move="refer_to_committee",
        confidence=IMPLIED,
        names_chamber=True,
        by=("refer_to_other_chamber",),
        is_concluded=True,
    ),
    Sign(
        "rapport",
        20,
        rf"{ADOPTED} (?:\S+ ){{0,4}}(?:par la|en) {COMMITTEE}(?:[^.;,]{{0,60}}{CHAMBER})?",
        "la commission permanente a adopté le texte",
        move="adopt_in_committee",
        names_chamber=True,
        by=("adopt_in_committee",),
        arabic=f"{AR_ADOPTED}~(?:لجنة|اللجنة)(?:[^.;،]{{0,60}}{AR_CHAMBER})?",
    ),
    Sign(
        "seance",
        20,
        r"\b(?:inscrit|programme)e?\b~\bseance pleniere\b|^en seance pleniere\b",
        "le texte attend le vote de la séance plénière",
        by=("list_for_plenary",),
        names_chamber=True,
        waits=True,
    ),
    Sign(
        "transmis_autre_chambre",
        20,
        _VOTE,
        "une chambre a voté le texte et la suite n'est pas dite",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        names_chamber=True,
        by=_VOTES,
        arabic=_AR_VOTE,
    ),
    Sign(
        "adopte_definitif",
        20,
        rf"{_VOTE}|{_THEN}",
        "la seconde chambre a voté à son tour ; l'adoption n'est définitive que dans les mêmes termes",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        after="transmit_to_other_chamber",
        names_chamber=True,
        by=_FINAL_VOTES,
        arabic=_AR_VOTE,
        is_concluded=True,
        doubt=_SAME_TERMS,
    ),
    Sign(
        "adopte_definitif",
        20,
        rf"{ADOPTED}[^.;,]{{0,40}}{_READING}~{CHAMBER}|{ADOPTED}~{CHAMBER}[^.;,]{{0,20}}{_READING}",
        "le texte est adopté en deuxième lecture ; l'adoption n'est définitive que dans les mêmes termes",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        names_chamber=True,
        by=_FINAL_VOTES,
        arabic=f"{_AR_VOTE}[^.;،]{{0,20}}{_AR_READING}|{AR_ADOPTED}[^.;،]{{0,20}}{_AR_READING}~{AR_CHAMBER}",
        is_concluded=True,
        doubt=_SAME_TERMS,
    ),
    Sign(
        "adopte_definitif",
        20,
        rf"\b(?:puis|et|ensuite),? en {_READING}(?:~{CHAMBER})?",
        "le texte est adopté en deuxième lecture ; l'adoption n'est définitive que dans les mêmes termes",
        move="adopt_in_plenary",
        confidence=IMPLIED,
        after="adopt_in_plenary",
        names_chamber=True,
        by=_FINAL_VOTES,
        is_concluded=True,
        doubt=_SAME_TERMS,
    ),
    Sign(
        "transmis_autre_chambre",
        20,
        rf"(?<!definitivement )\brejetee?s? (?!definitivement)(?:\S+ ){{0,4}}(?:par|a) la {CHAMBER}"
        rf"|{CHAMBER} a rejete\b(?! definitivement)",
        "une chambre a rejeté le texte, que la navette porte devant l'autre",
        move="reject",
        confidence=IMPLIED,
        names_chamber=True,
        by=("reject",),
        arabic=f"رفض(?:ه|ته)?~{AR_CHAMBER}(?! نهائيا)",
        doubt=_NOT_LAST,
    ),
    Sign(
        "rapport",
        20,
        rf"\brejetee?s? (?:\S+ ){{0,4}}(?:par la|en) {COMMITTEE}(?:[^.;,]{{0,60}}{CHAMBER})?",
        "la commission permanente a rejeté le texte",
        move="reject_in_committee",
        names_chamber=True,
        by=("reject_in_committee",),
    ),
    Sign(
        "incident_irrecevabilite",
        20,
        r"\birrecevabilite (?:est |a ete )?(?:soulevee|opposee)\b",
        "l'irrecevabilité est soulevée et n'est pas encore tranchée",
        move="plead_inadmissibility",
    ),
    Sign(
        "adopte_definitif",
        21,
        r"\b(?:definitivement (?:adopte|vote)|(?:adopte|vote)e? (?:definitivement|en lecture definitive)"
        rf"|adoption definitive)e?\b(?:~{CHAMBER})?",
        "le Parlement a adopté le texte définitivement",
        move="record_final_adoption",
        names_chamber=True,
        by=_FINAL_VOTES,
        doubt=_LAST_CHAMBER,
        settled_by="chamber",
        arabic="(?:المصادقة النهائية|صودق عليه نهائيا|صادق عليه البرلمان نهائيا)",
    ),
    Sign(
        "adopte_definitif",
        21,
        rf"{ADOPTED}~(?:{BOTH_CHAMBERS}|\bpar le parlement\b)(?: du parlement)?",
        "les deux chambres ont adopté le texte",
        move="record_final_adoption",
        by=_FINAL_VOTES,
        doubt=_LAST_CHAMBER,
        settled_by="chamber",
        arabic=f"{AR_ADOPTED}~(?:مجلسي البرلمان|المجلسين|البرلمان)",
    ),
    Sign(
        "commissions_dl",
        20,
        rf"\b(?:devant|soumis aux|depose devant)\b~\bcommissions\b[^.;]{{0,40}}{BOTH_CHAMBERS}",
        "les commissions des deux chambres sont saisies du décret-loi",
        by=("lodge_with_committees",),
        waits=True,
    ),
    Sign(
        "accord_dl",
        21,
        r"\baccord des commissions\b",
        "les commissions des deux chambres ont donné leur accord",
        by=("agree_in_committees",),
    ),
    Sign(
        "irrecevable",
        42,
        r"\b(?:declaree?|jugee?) irrecevable\b|^irrecevable\b",
        "la proposition est déclarée irrecevable",
        move="declare_inadmissible",
    ),
    Sign("caduc", 42, r"\b(?:devenue?|est|declaree?) caduque?\b|^(?:caduc|caduque)\b", "la proposition est caduque"),
    Sign(
        "rejete",
        42,
        r"(?:\b(?:est|a ete) |^)rejetee?\b(?! (?:\S+ ){0,4}(?:par la|en) commission)"
        rf"(?! (?:\S+ ){{0,4}}(?:par|a) la {CHAMBER})|\bdefinitivement rejetee?\b|\brejetee? definitivement\b",
        "le texte est rejeté",
        move="reject_finally",
        names_chamber=True,
        by=("reject_finally", "refuse_in_committees"),
        arabic=f"رفض(?:ه|ته)?~{AR_CHAMBER} نهائيا|رفض نهائيا",
    ),
)
