"""The dictionaries of fields: for each kind of paper, the names that its templates may use, with what they say."""

from datetime import date
from typing import Any

from documents.checking.dictionary import Field, Schema, Sort, listed
from documents.grammar import ActReference, Agreement

# What a template may ask of a value: those of `documents.filters`, named again because loading it takes longer than a
# check; a test holds the two together.
FILTERS: dict[str, tuple[Sort, ...]] = {
    **dict.fromkeys(("capitalize", "lower", "numero_ar", "numero_fr", "points", "upper"), ("words",)),
    **dict.fromkeys(("date_ar", "date_longue", "date_double_ar", "date_double_fr"), ("date",)),
    **dict.fromkeys(("arrete_ar", "arrete_fr", "chacun_ar", "charge_fr"), ("agreement",)),
    **dict.fromkeys(("reference_ar", "reference_fr"), ("act",)),
    "join": ("list",),
    "length": ("list", "words"),
}


def _field(name: str, description_fr: str, example: Any, example_ar: Any = None) -> Field:  # noqa: ANN401 - any value
    return Field(name, description_fr, example, example_ar=example_ar)


_LETTERHEAD = (
    Field("ministere", "Nom du ministère, en français", "Ministère de la Solidarité"),
    Field("ministere_ar", "Nom du ministère, en arabe", "وزارة التضامن"),
    Field("direction", "Direction, en français", "Direction des affaires juridiques"),
    Field("direction_ar", "Direction, en arabe", "مديرية الشؤون القانونية"),
    Field("division", "Division, en français", "Division de la législation"),
    Field("division_ar", "Division, en arabe", "قسم التشريع"),
    _field("ville", "Ville, dans la langue du document", "Rabat", "الرباط"),
    Field("ville_ar", "Ville, en arabe", "الرباط"),
    _field("ministre", "Comment on s’adresse au ministre", "Madame la Ministre", "السيدة الوزيرة"),
    Field("ministre_ar", "Comment on s’adresse au ministre, en arabe", "السيدة الوزيرة"),
    _field("secretaire_general", "Comment on s’adresse au secrétaire général", "Monsieur le Secrétaire général",
           "السيد الكاتب العام"),
    Field("accord_ministre", "Le ministre, pour accorder un mot ; à écrire avec charge_fr, arrete_fr ou arrete_ar",
          Agreement("f")),
)  # fmt: skip
_FOOT = (
    _field("dossier", "Nom du dossier, au pied de chaque page", "Dossier n° 103-13", "الملف رقم 103.13"),
    Field("situation_le", "Jour dont le document dit la situation ; à écrire avec date_longue ou date_ar",
          date(2018, 3, 20)),
    _field("version_papier", "Version du document ; vide pour un tableau", "version 1", "الصيغة 1"),
)  # fmt: skip
_TITLE_FR, _TITLE_AR = "Projet de loi relatif à la lutte contre les violences", "مشروع قانون يتعلق بمحاربة العنف"
_PLACE_FR = "La commission examine le texte depuis le 5 mars 2018."
_PLACE_AR = "مشروع القانون قيد الدراسة أمام اللجنة منذ 5 مارس 2018."
_TEXT = (
    *_FOOT,
    _field("nature", "Nature du texte", "Projet de loi", "مشروع القانون"),
    _field("intitule", "Intitulé, dans la langue du document s’il y est connu", _TITLE_FR, _TITLE_AR),
    Field("intitule_fr", "Intitulé, en français", _TITLE_FR),
    Field("intitule_ar", "Intitulé, en arabe ; vide s’il manque", _TITLE_AR),
    _field("objet", "Intitulé, avec le numéro s’il est connu", f"{_TITLE_FR} (n° 103-13)", f"{_TITLE_AR} (رقم 103.13)"),
    _field("numero", "Numéro du texte ; vide s’il n’en a pas", "103-13", "103.13"),
    Field("acte", "Le texte tel qu’un autre le cite, une fois signé ; à écrire avec reference_fr ou reference_ar",
          ActReference("loi", "القانون", "103-13", date(2018, 2, 22), "1-18-19")),
    _field("etat", "État du texte dans sa procédure", "En commission", "لدى اللجنة"),
    _field("phrase", "Phrase qui dit où en est le texte", _PLACE_FR, _PLACE_AR),
    _field("detenteur", "Qui détient le texte", "Commission permanente de la Chambre des conseillers",
           "اللجنة الدائمة لمجلس المستشارين"),
    _field("detenu_depuis", "Depuis quand ; vide si le parcours est achevé", "depuis le 5 mars 2018",
           "منذ 5 مارس 2018"),
    Field("responsable", "Qui suit le texte ; vide si personne", "Youssef El Idrissi"),
    _field("dernier_acte", "Dernier acte enregistré", "Le texte a été renvoyé à la commission.",
           "أحيل النص إلى اللجنة."),
    Field("dernier_acte_le", "Jour du dernier acte ; à écrire avec date_longue ou date_ar", date(2018, 3, 5)),
    _field("prochaine_action", "Étape qui vient", "Vote de la commission", "تصويت اللجنة"),
)  # fmt: skip
_EXPECTED = _field("libelle", "Ce qui est attendu", "Rapport de la commission", "تقرير اللجنة")
_BASIS = _field("fondement", "Article qui la fixe", "Constitution, art. 84", "الدستور، الفصل 84")
_NOTE = (
    listed(
        "echeances",
        "Échéances qui courent, la plus proche d’abord",
        _EXPECTED,
        Field("date", "Jour de l’échéance ; à écrire avec date_longue ou date_ar", date(2018, 5, 4)),
        _BASIS,
        _field("reste", "Jours qui restent", "45 jours restants", "المتبقي: 45 يوما"),
    ),
    Field("obstacles", "Ce qui bloque, une phrase par obstacle", "L’intitulé en arabe manque.", is_list=True,
          example_ar="توقيع منتظر: وزير العدل."),
    Field("propositions", "Ce qui est proposé à la décision, une phrase par proposition",
          "Rappeler l’avis attendu : CNDH.", is_list=True, example_ar="البت في الملاحظة رقم 1."),
    Field("acheve", "Vrai si le parcours du texte est achevé", example=False),
)  # fmt: skip
_SLIP = (
    _field("projet", "Nature du texte, dans une phrase", "projet de loi", "مشروع القانون"),
    _field("expediteur", "Qui envoie", "La Ministre de la Solidarité", "وزيرة التضامن"),
    _field("signataire", "Qualité de qui signe", "La Ministre", "الوزيرة"),
    _field("signataire_formule", "Formule de délégation ; vide si le ministre signe",
           "Pour la Ministre et par délégation,", "عن الوزيرة وبتفويض منها،"),
    _field("signataire_nom", "Nom de qui signe ; vide s’il n’est pas connu", "Amina Berrada", "أمينة برادة"),
    _field("envoi", "Ce qui est envoyé, et pourquoi, dans une phrase", "le projet de loi visé en objet",
           "مشروع القانون المشار إليه في الموضوع أعلاه"),
    _field("pj", "Combien de pièces sont jointes", "3 pièces", "3 وثائق"),
    listed(
        "pieces",
        "Pièces envoyées",
        _field("designation", "Ce qu’est la pièce", "Projet en langue arabe", "المشروع باللغة العربية"),
        Field("nombre", "Nombre d’exemplaires", "1"),
        _field("observations", "Remarque", "Pour examen et suite de la procédure", "للإثبات"),
    ),
    listed(
        "controle",
        "Pièces qu’un dossier complet contient",
        Field("case", "Case cochée ou vide", "☑"),
        _field("libelle", "Ce qu’est la pièce", "Note de présentation", "مذكرة تقديم"),
    ),
)  # fmt: skip
_RECORD = (
    _field("intitule_court", "Intitulé, abrégé s’il est long", _TITLE_FR, _TITLE_AR),
    _field("intitule_autre", "Intitulé dans l’autre langue, abrégé ; vide s’il manque", _TITLE_AR, _TITLE_FR),
    _field("intitule_complet", "Intitulé entier, s’il est abrégé en première page ; vide sinon", _TITLE_FR, _TITLE_AR),
    _field("intitule_autre_complet", "Intitulé entier dans l’autre langue, s’il est abrégé ; vide sinon", _TITLE_AR,
           _TITLE_FR),
    _field("incidence_financiere", "« oui » ou « non »", "non", "لا"),
    listed(
        "echeances",
        "Échéances ouvertes, les plus pressantes seules",
        _EXPECTED,
        _field("date", "Jour, en abrégé", "4 mai 2018", "4 ماي 2018"),
        _field("ecart", "Ce qui reste, ou le retard", "45 jours restants", "المتبقي: 45 يوما"),
        _field("responsable", "Qui doit agir", "Commission permanente", "اللجنة الدائمة"),
    ),
    Field("echeances_autres", "Nombre d’échéances qui ne sont qu’en annexe", 3),
    _field("consultations", "Avis demandés et rendus, en une phrase", "1 avis rendu sur 2.", "ورد 1 من أصل 2."),
    listed(
        "consultations_liste",
        "Avis demandés, un par ligne",
        _field("organisme", "Qui est consulté", "Conseil national des droits de l’Homme",
               "المجلس الوطني لحقوق الإنسان"),
        _field("demande", "Jour de la demande", "5 mars 2018", "5 مارس 2018"),
        _field("reponse", "Sens et jour de l’avis, ou « non rendu »", "Favorable – 20 mars 2018",
               "موافق – 20 مارس 2018"),
    ),
    _field("observations", "Observations sans suite, en une phrase", "1 : n° 1 (article 4).", "1: رقم 1 (4)."),
    _field("application", "Textes d’application, en une phrase", "Aucune donnée enregistrée.",
           "لا توجد معطيات مسجلة."),
    _field("amendements", "Votes qui ont modifié le texte, en une phrase", "Aucune donnée enregistrée.",
           "لا توجد معطيات مسجلة."),
    listed(
        "delais",
        "Échéances qui courent ou qui n’ont pas été tenues",
        _EXPECTED,
        _BASIS,
        _field("date", "Jour, en abrégé", "4 mai 2018", "4 ماي 2018"),
        _field("etat", "Où elle en est", "45 jours restants", "المتبقي: 45 يوما"),
    ),
    Field("echeances_tenues", "Nombre d’échéances tenues, non reprises", 3),
    listed(
        "liens",
        "Textes liés",
        _field("libelle", "Nature du lien", "Abroge", "ينسخ"),
        _field("texte", "Texte lié", "Loi n° 24-03", "القانون رقم 24.03"),
    ),
    listed(
        "etapes",
        "Parcours du texte, étape par étape",
        _field("etat", "État atteint", "En commission", "لدى اللجنة"),
        _field("date", "Jour, en abrégé", "5 mars 2018", "5 مارس 2018"),
        Field("jours", "Durée de l’étape, en jours", "15"),
        _field("faits", "Ce qui s’est passé", "Le texte a été renvoyé à la commission.", "أحيل النص إلى اللجنة."),
        Field("par", "Qui l’a saisi", "Youssef El Idrissi"),
    ),
)  # fmt: skip
_TABLE = (
    *_FOOT,
    listed(
        "compteurs",
        "Nombre de textes par nature",
        _field("libelle", "Nature", "Projets de loi", "مشاريع القوانين"),
        Field("nombre", "Combien", "12"),
        count=4,
        is_fixed=True,
    ),
    listed(
        "rubriques",
        "Textes groupés par nature",
        _field("libelle", "Nature, et combien de textes", "Projets de loi (2)", "مشاريع القوانين (2)"),
        listed(
            "lignes",
            "Textes de la rubrique",
            _field("objet", "Intitulé et numéro", f"{_TITLE_FR}\nn° 103-13", f"{_TITLE_AR}\nرقم 103.13"),
            _field("etat", "Où en est le texte", _PLACE_FR, _PLACE_AR),
        ),
    ),
)
_FIELDS = {
    "note_interne": _LETTERHEAD + _TEXT + _NOTE,
    "bordereau_sgg": _LETTERHEAD + _TEXT + _SLIP,
    "fiche_suivi": _LETTERHEAD + _TEXT + _RECORD,
    "tableau": _LETTERHEAD + _TABLE,
}
# The kinds of paper whose templates staff may own.
KINDS = tuple(_FIELDS)


def dictionary(kind: str, language: str = "fr") -> Schema:
    """Give the dictionary of one of `KINDS`, for a paper in that language ("fr", "ar"); raise KeyError for another."""
    return Schema(kind, _FIELDS[kind], language, FILTERS)
