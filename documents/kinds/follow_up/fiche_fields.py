"""The fields of the record of a text."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import BASIS, EXPECTED, LETTERHEAD, TEXT, TITLE_AR, TITLE_FR, said

FIELDS = (
    *LETTERHEAD,
    *TEXT,
    said("intitule_court", "Intitulé, abrégé s’il est long", TITLE_FR, TITLE_AR),
    said("intitule_autre", "Intitulé dans l’autre langue, abrégé ; vide s’il manque", TITLE_AR, TITLE_FR),
    said("intitule_complet", "Intitulé entier, s’il est abrégé en première page ; vide sinon", TITLE_FR, TITLE_AR),
    said("intitule_autre_complet", "Intitulé entier dans l’autre langue, s’il est abrégé ; vide sinon", TITLE_AR,
           TITLE_FR),
    said("incidence_financiere", "« oui » ou « non »", "non", "لا"),
    listed(
        "echeances",
        "Échéances ouvertes, les plus pressantes seules",
        EXPECTED,
        said("date", "Jour, en abrégé", "4 mai 2018", "4 ماي 2018"),
        said("ecart", "Ce qui reste, ou le retard", "45 jours restants", "المتبقي: 45 يوما"),
        said("responsable", "Qui doit agir", "Commission permanente", "اللجنة الدائمة"),
    ),
    Field("echeances_autres", "Nombre d’échéances qui ne sont qu’en annexe", 3),
    said("consultations", "Avis demandés et rendus, en une phrase", "1 avis rendu sur 2.", "ورد 1 من أصل 2."),
    listed(
        "consultations_liste",
        "Avis demandés, un par ligne",
        said("organisme", "Qui est consulté", "Conseil national des droits de l’Homme",
               "المجلس الوطني لحقوق الإنسان"),
        said("demande", "Jour de la demande", "5 mars 2018", "5 مارس 2018"),
        said("reponse", "Sens et jour de l’avis, ou « non rendu »", "Favorable – 20 mars 2018",
               "موافق – 20 مارس 2018"),
    ),
    said("observations", "Observations sans suite, en une phrase", "1 : n° 1 (article 4).", "1: رقم 1 (4)."),
    said("application", "Textes d’application, en une phrase", "Aucune donnée enregistrée.",
           "لا توجد معطيات مسجلة."),
    said("amendements", "Votes qui ont modifié le texte, en une phrase", "Aucune donnée enregistrée.",
           "لا توجد معطيات مسجلة."),
    listed(
        "delais",
        "Échéances qui courent ou qui n’ont pas été tenues",
        EXPECTED,
        BASIS,
        said("date", "Jour, en abrégé", "4 mai 2018", "4 ماي 2018"),
        said("etat", "Où elle en est", "45 jours restants", "المتبقي: 45 يوما"),
    ),
    Field("echeances_tenues", "Nombre d’échéances tenues, non reprises", 3),
    listed(
        "liens",
        "Textes liés",
        said("libelle", "Nature du lien", "Abroge", "ينسخ"),
        said("texte", "Texte lié", "Loi n° 24-03", "القانون رقم 24.03"),
    ),
    listed(
        "etapes",
        "Parcours du texte, étape par étape",
        said("etat", "État atteint", "En commission", "لدى اللجنة"),
        said("date", "Jour, en abrégé", "5 mars 2018", "5 مارس 2018"),
        Field("jours", "Durée de l’étape, en jours", "15"),
        said("faits", "Ce qui s’est passé", "Le texte a été renvoyé à la commission.", "أحيل النص إلى اللجنة."),
        Field("par", "Qui l’a saisi", "Youssef El Idrissi"),
    ),
)  # fmt: skip
