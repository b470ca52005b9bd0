"""The two pages with which the minister presents a text to the Government Council, and what the Council decided.

Fields: those of every paper, and `conseil_le`, `distribution`, `base_juridique`, `dispositions`,
`incidence_financiere`, `etude`, `desaccords` (origine, point, reponse), `observations` (of other ministers),
`tenu` (whether the Council has decided), `decision`, `reserves`, `commission`; `objet_en_bref`, `mesures`, None until
they are written. Décret n° 2-20-740, art. 1 and 2; décret n° 2-17-585, art. 10.
"""

from datetime import date

from documents.case import Case
from documents.checking.dictionary import Field, listed
from documents.dictionary import LETTERHEAD, TEXT, said
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.council.fiche_conseil_page import template
from documents.kinds.council.sheet import (
    decision,
    decision_told,
    disagreements,
    distribution_told,
    meets_on,
    written_remarks,
)
from documents.kinds.impact.impact_study import study_told
from documents.kinds.notes.contents import basis, financial_effect, provisions
from documents.kinds.notes.shared_fields import FINANCIAL_EFFECT, LEGAL_BASIS, PROVISIONS, left
from documents.language import Language, wording

_SHOWN = 6
FIELDS = (
    *LETTERHEAD,
    *TEXT,
    Field("conseil_le", "Jour du Conseil ; à écrire avec date_longue ou date_ar ; vide s’il n’est pas connu",
          date(2018, 4, 5)),
    said("distribution", "Jour de la distribution, et si le délai est respecté ; vide avant elle",
           "Distribué le 20 mars 2018, 16 jours avant le Conseil : le délai de 10 jours est respecté.",
           "وزع بتاريخ 20 مارس 2018، قبل المجلس ب16 يوما: تم احترام أجل 10 أيام."),
    LEGAL_BASIS,
    PROVISIONS,
    FINANCIAL_EFFECT,
    said("etude", "Ce qu’il est advenu de l’étude d’impact", "Aucune étude d’impact n’a été décidée.",
           "لم يتقرر إنجاز أي دراسة للأثر."),
    left("objet_en_bref", "L’objet du texte en cinq lignes", "Protéger les victimes.", "حماية الضحايا."),
    left("mesures", "Ce qu’il faut mettre en avant", "La prise en charge.", "التكفل."),
    listed(
        "desaccords",
        "Observations sans suite, avis défavorables ou avec réserves",
        said("origine", "De qui vient le point", "Conseil national des droits de l’Homme",
               "المجلس الوطني لحقوق الإنسان"),
        Field("point", "Le point soulevé, comme il a été saisi", "article 4 : Préciser le délai.",
              example_ar="4: تحديد الأجل."),
        left("reponse", "Réponse proposée", "Le délai est précisé.", "تم تحديد الأجل."),
    ),
    Field("observations", "Observations écrites d’autres ministres", "Ministère de la justice (2 avril 2018).",
          is_list=True, example_ar="وزارة العدل (2 أبريل 2018)."),
    Field("tenu", "Vrai si le Conseil a statué", example=True),
    said("decision", "Ce que le Conseil a décidé ; vide avant", "Adopté.", "صودق عليه."),
    Field("decision_le", "Jour de la décision ; à écrire avec date_longue ou date_ar", date(2018, 4, 5)),
    Field("reserves", "Ce que le Conseil a demandé d’intégrer, comme il a été saisi", "Revoir l’article 4."),
    Field("commission", "Qui préside la commission ad hoc ; vide s’il n’y en a pas", "ministre d’État"),
)  # fmt: skip


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell what the Council has to know, and once it has met, what it decided."""
    say, decided = wording(language), decision(case)
    facts = decided.facts if decided else {}
    told, none = provisions(case, language), say("Néant.", "لا شيء.")
    return of_case(case, language) | {
        "conseil_le": meets_on(case),
        "distribution": distribution_told(case, language),
        "base_juridique": basis(case, language),
        "dispositions": told[:_SHOWN],
        "incidence_financiere": financial_effect(case, language),
        "etude": study_told(case, language),
        "objet_en_bref": None,
        "mesures": None,
        "desaccords": disagreements(case, language),
        "observations": written_remarks(case, language),
        "tenu": decided is not None,
        "decision": decision_told(case, decided, language) if decided else "",
        "decision_le": decided.on if decided else None,
        "reserves": facts.get("remarks") or none,
        "commission": facts.get("chair") or none,
    }


KIND = Kind("fiche_conseil", context, template, FIELDS)
