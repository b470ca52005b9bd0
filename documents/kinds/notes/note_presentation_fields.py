"""The fields of the note of presentation."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.kinds.notes.shared_fields import (
    ABOUT,
    APPLICATION,
    CONSULTATIONS,
    FINANCIAL_EFFECT,
    LEGAL_BASIS,
    PROVISIONS,
    left,
)

# What only its authors know.
TO_WRITE = (
    left(
        "contexte",
        "Cadre juridique, orientations, engagements",
        "La loi n° 103-13 prévoit ce décret.",
        "ينص القانون رقم 103.13 على هذا المرسوم.",
    ),
    left(
        "motifs",
        "Problème à résoudre, insuffisance des textes",
        "Les textes en vigueur ne suffisent pas.",
        "النصوص الجاري بها العمل غير كافية.",
    ),
    left("objectifs", "Objectifs poursuivis", "1. Protéger les victimes.", "1. حماية الضحايا."),
    left("incidence_administrative", "Incidence administrative", "Une commission est créée.", "تحدث لجنة."),
    left("incidence_sociale", "Incidence sociale", "Accueil des victimes.", "استقبال الضحايا."),
    left("incidence_genre", "Incidence sur l’égalité des femmes et des hommes", "Directe.", "مباشرة."),
    left("incidence_handicap", "Incidence sur la situation de handicap", "Accessibilité.", "الولوجيات."),
    left("calendrier", "Calendrier d’application", "Six mois après la publication.", "ستة أشهر بعد النشر."),
    left("mesures_transitoires", "Mesures transitoires", "Néant.", "لا شيء."),
)
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    ABOUT,
    *TO_WRITE,
    LEGAL_BASIS,
    PROVISIONS,
    listed(
        "modifications",
        "Textes que celui-ci modifie ; vide pour un texte nouveau",
        said("texte", "Texte modifié", "décret n° 2-97-218", "المرسوم رقم 2.97.218"),
        left("actuel", "Rédaction en vigueur", "« un mois »", "«شهر»"),
        left("propose", "Rédaction proposée", "« deux mois »", "«شهران»"),
    ),
    CONSULTATIONS,
    FINANCIAL_EFFECT,
    APPLICATION,
    Field("courriel", "Courriel de qui suit le texte ; vide si personne", "y.elidrissi@solidarite.example.ma"),
    said("cloture", "Formule de clôture, accordée avec la nature du texte", "Tel est l’objet du présent projet de loi.",
           "ذلكم هو الغرض من مشروع هذا القانون."),
)  # fmt: skip
