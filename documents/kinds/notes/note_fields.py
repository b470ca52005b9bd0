"""The fields of the note to the minister."""

from datetime import date

from documents.checking.dictionary import Field, listed
from documents.dictionary import BASIS, EXPECTED, LETTERHEAD, TEXT, said

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    listed(
        "echeances",
        "Échéances qui courent, la plus proche d’abord",
        EXPECTED,
        Field("date", "Jour de l’échéance ; à écrire avec date_longue ou date_ar", date(2018, 5, 4)),
        BASIS,
        said("reste", "Jours qui restent", "45 jours restants", "المتبقي: 45 يوما"),
    ),
    said("derniers_actes", "Les trois derniers actes, le plus récent d’abord, un par ligne",
           "5 mars 2018 – Le texte a été renvoyé à la commission.", "5 مارس 2018 – أحيل النص إلى اللجنة."),
    Field("risques", "Ce que le texte risque, une phrase par risque", "Avis défavorable (CNDH).", is_list=True,
          example_ar="رأي غير موافق (المجلس الوطني لحقوق الإنسان)."),
    Field("obstacles", "Ce qui bloque, une phrase par obstacle", "L’intitulé en arabe manque.", is_list=True,
          example_ar="توقيع منتظر: وزير العدل."),
    Field("propositions", "Ce qui est proposé à la décision, une phrase par proposition",
          "Rappeler l’avis attendu : CNDH.", is_list=True, example_ar="البت في الملاحظة رقم 1."),
    Field("acheve", "Vrai si le parcours du texte est achevé", example=False),
)  # fmt: skip
