"""The fields of the impact study."""

from datetime import date

from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.kinds.notes.shared_fields import APPLICATION, CONSULTATIONS, FINANCIAL_EFFECT, left

# What only the authors of the study know.
TO_WRITE = (
    left("decision_numero", "Numéro de la décision du Chef du gouvernement", "12-18", "12.18"),
    left("auteurs", "Auteurs de l’étude, experts associés", "Division de la législation", "قسم التشريع"),
    left("objectifs", "Objectifs détaillés", "Protéger les victimes.", "حماية الضحايا."),
    left("suffisance", "Si les textes en vigueur suffisent", "Ils ne suffisent pas.", "غير كافية."),
    left(
        "conventions",
        "Conventions concernées, principes à respecter",
        "CEDAW.",
        "اتفاقية القضاء على جميع أشكال التمييز ضد المرأة.",
    ),
    left("effets_economiques", "Effets économiques", "Limités.", "محدودة."),
    left("effets_sociaux", "Effets sociaux", "Protection accrue.", "حماية أكبر."),
    left("effets_environnementaux", "Effets sur l’environnement", "Aucun.", "لا شيء."),
    left("effets_institutionnels", "Effets institutionnels et administratifs", "Une commission.", "لجنة."),
    left("financement", "Source de financement", "Budget général.", "الميزانية العامة."),
    left(
        "finances_publiques",
        "Estimation de l’effet sur les finances publiques",
        "12 millions de dirhams.",
        "12 مليون درهم.",
    ),
    left("consultations_prevues", "Consultations qui restent à tenir", "CNDH.", "المجلس الوطني لحقوق الإنسان."),
    left("mesures", "Mesures nécessaires à l’exécution, et leurs effets", "Formation.", "التكوين."),
    left("calendrier", "Calendrier d’application", "Six mois.", "ستة أشهر."),
)
_DAY = "à écrire avec date_longue ou date_ar ; vide tant qu’elle n’est pas enregistrée"
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    *TO_WRITE,
    Field("decision_le", f"Date de la décision du Chef du gouvernement ; {_DAY}", date(2018, 3, 5)),
    Field("decision_motif", "Motif de la décision, tel que saisi ; vide sinon", "Effets sur les finances locales"),
    Field("echeance", f"Échéance de l’étude ; {_DAY}", date(2018, 5, 5)),
    Field("echeance_estimee", "Vrai si l’échéance de l’étude n’est qu’estimée", example=False),
    Field("prorogation", "Vrai si le délai a été prorogé", example=True),
    Field("prorogation_le", f"Date de la prorogation ; {_DAY}", date(2018, 5, 2)),
    Field("prorogation_motif", "Motif de la prorogation, tel que saisi ; un tiret sinon", "Données attendues"),
    Field("remise", "Vrai si l’étude a été remise", example=False),
    Field("remise_le", f"Date de la remise ; {_DAY}", date(2018, 6, 1)),
    listed(
        "textes",
        "Textes en vigueur, un par ligne",
        said("texte", "Texte", "Loi n° 24-03", "القانون رقم 24.03"),
        Field("article", "Article ; vide s’il n’est pas connu", "12"),
        left("remarque", "Remarque", "À revoir.", "للمراجعة."),
        said("action", "Ce qui en est fait ; vide si aucun lien ne le dit", "abroger", "النسخ"),
    ),
    CONSULTATIONS,
    APPLICATION,
    Field("autorites", "Autorités et organismes concernés, un par ligne", "Ministre de la justice", is_list=True,
          example_ar="وزير العدل"),
    FINANCIAL_EFFECT,
)  # fmt: skip
