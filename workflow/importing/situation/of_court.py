"""The signs of the way through the Constitutional Court."""

from workflow.importing.situation.sign import PARTLY_SAID, Sign
from workflow.importing.situation.words import AR_COURT, AR_SENT, COURT

OF_COURT = (
    Sign(
        "saisi_cc",
        22,
        rf"\b(?:soumis|defere|saisi|transmis|devant|renvoye)e?s?\b~{COURT}|{COURT} (?:est |a ete )?saisie\b",
        "la Cour constitutionnelle est saisie",
        move="refer_to_court",
        by=("refer_to_court",),
        arabic=f"{AR_SENT}~{AR_COURT}",
    ),
    Sign(
        "conforme",
        23,
        rf"\b(?:declare|juge|reconnu)e?s? conformes? a la constitution\b|{COURT}~\bdeclare\w* conforme\b"
        r"|^declaree? conforme\b",
        "la Cour constitutionnelle a statué",
        move="declare_conform",
        by=("declare_conform", "declare_conform_with_reservations"),
        arabic="مطابق(?:ته)? للدستور",
    ),
    Sign(
        "conforme",
        23,
        r"\b(?:declare|juge|reconnu)e?s? conformes?(?: a la constitution)?\b[^.;]{0,20}\bsous (?:la )?reserves?\b"
        rf"|{COURT}~\bdeclare\w* conforme\b[^.;]{{0,30}}\bsous (?:la )?reserves?\b",
        "la Cour constitutionnelle a statué, sous réserve de ses observations",
        move="declare_conform_with_reservations",
        by=("declare_conform_with_reservations",),
        arabic="مطابق(?:ته)? للدستور[^.;]{0,20}(?:مع مراعاة|شريطة)",
    ),
    Sign(
        "non_conforme_separable",
        23,
        rf"{COURT}~\b(?:a )?(?:censure|declare contraires?|invalide)e?s?\b~\b(?:dispositions?|articles?)\b"
        r"|\b(?:partiellement|en partie) (?:contraire|non conforme|censure)e?\b",
        "la Cour constitutionnelle a censuré une partie du texte",
        move="declare_partly_contrary",
        confidence=PARTLY_SAID,
        by=("declare_partly_contrary",),
        doubt="La page ne dit pas si les dispositions censurées sont séparables du reste : à lire dans la décision.",
        settled_by="severable",
    ),
    Sign(
        "non_conforme",
        23,
        r"\b(?:declare|juge)e?s? (?:contraires?|non conformes?) a la constitution\b|^(?:declaree? )?non conforme\b"
        rf"|{COURT} a censure le texte\b",
        "la Cour constitutionnelle a déclaré le texte contraire à la Constitution",
        move="declare_contrary",
        by=("declare_contrary",),
        arabic="(?:غير مطابق|مخالف) للدستور",
    ),
)
