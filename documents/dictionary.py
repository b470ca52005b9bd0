"""The dictionaries of fields: for each kind of paper, the names that its templates may use, with what they say."""

from datetime import date

from documents.checking.dictionary import Field, Schema, listed

# What a template may ask of a value. The engine gives these and no other.
FILTERS = frozenset({"capitalize", "date_longue", "join", "length", "lower", "points", "upper"})

_LETTERHEAD = (
    Field("ministere", "Nom du ministère, en français", "Ministère de la Solidarité"),
    Field("ministere_ar", "Nom du ministère, en arabe", "وزارة التضامن"),
    Field("direction", "Direction, en français", "Direction des affaires juridiques"),
    Field("direction_ar", "Direction, en arabe", "مديرية الشؤون القانونية"),
    Field("division", "Division, en français", "Division de la législation"),
    Field("division_ar", "Division, en arabe", "قسم التشريع"),
    Field("ville", "Ville, en français", "Rabat"),
    Field("ville_ar", "Ville, en arabe", "الرباط"),
    Field("ministre", "Comment on s’adresse au ministre", "Madame la Ministre"),
    Field("secretaire_general", "Comment on s’adresse au secrétaire général", "Monsieur le Secrétaire général"),
)
_FILE = Field("dossier", "Nom du dossier, au pied de chaque page", "Dossier n° 103.13")
_ON = Field("situation_le", "Jour dont le document dit la situation ; à écrire avec date_longue", date(2018, 3, 20))
_TEXT = (
    _FILE,
    _ON,
    Field("nature", "Nature du texte", "Projet de loi"),
    Field("intitule", "Intitulé, en français", "Projet de loi relatif à la lutte contre les violences"),
    Field("intitule_ar", "Intitulé, en arabe ; vide s’il manque", "مشروع قانون يتعلق بمحاربة العنف"),
    Field("objet", "Intitulé, avec le numéro s’il est connu", "Projet de loi relatif à la lutte (n° 103.13)"),
    Field("numero", "Numéro du texte ; vide s’il n’en a pas", "103.13"),
    Field("etat", "État du texte dans sa procédure", "En commission"),
    Field("phrase", "Phrase qui dit où en est le texte", "La commission examine le texte depuis le 5 mars 2018."),
    Field("detenteur", "Qui détient le texte", "Commission permanente de la Chambre des conseillers"),
    Field("detenu_depuis", "Depuis quand ; vide si le parcours est achevé", "depuis le 5 mars 2018"),
    Field("responsable", "Qui suit le texte ; vide si personne", "Youssef El Idrissi"),
    Field("dernier_acte", "Dernier acte enregistré", "Le texte a été renvoyé à la commission."),
    Field("dernier_acte_le", "Jour du dernier acte ; à écrire avec date_longue", date(2018, 3, 5)),
    Field("prochaine_action", "Étape qui vient", "Enregistrer le vote de la commission"),
)
_NOTE = (
    listed(
        "echeances",
        "Échéances qui courent, la plus proche d’abord",
        Field("libelle", "Ce qui est attendu", "Rapport de la commission"),
        Field("date", "Jour de l’échéance ; à écrire avec date_longue", date(2018, 5, 4)),
        Field("fondement", "Article qui la fixe", "Article 84 de la Constitution"),
        Field("reste", "Jours qui restent", "45 jours restants"),
    ),
    Field("obstacles", "Ce qui bloque, une phrase par obstacle", "L’intitulé en arabe manque.", is_list=True),
    Field("acheve", "Vrai si le parcours du texte est achevé", example=False),
)
_SLIP = (
    Field("projet", "Nature du texte, dans une phrase", "projet de loi"),
    Field("expediteur", "Qui envoie", "La Ministre de la Solidarité"),
    Field("signataire", "Qui signe", "La Ministre"),
    listed(
        "pieces",
        "Pièces envoyées",
        Field("designation", "Ce qu’est la pièce", "Projet en langue arabe"),
        Field("nombre", "Nombre d’exemplaires", "1"),
        Field("observations", "Remarque", "Pour examen et suite de la procédure"),
    ),
    listed(
        "controle",
        "Pièces qu’un dossier complet contient",
        Field("case", "Case cochée ou vide", "☑"),
        Field("libelle", "Ce qu’est la pièce", "Note de présentation"),
    ),
)
_RECORD = (
    Field("incidence_financiere", "« oui » ou « non »", "non"),
    listed(
        "echeances",
        "Échéances qui courent ou qui n’ont pas été tenues",
        Field("libelle", "Ce qui est attendu", "Rapport de la commission"),
        Field("fondement", "Article qui la fixe", "Article 84 de la Constitution"),
        Field("date", "Jour, en chiffres", "04/05/2018"),
        Field("etat", "Où elle en est", "45 jours restants"),
    ),
    Field("echeances_tenues", "Nombre d’échéances tenues, non reprises", 3),
    listed(
        "liens",
        "Textes liés",
        Field("libelle", "Nature du lien", "Abroge"),
        Field("texte", "Texte lié", "Loi n° 24-03"),
    ),
    listed(
        "etapes",
        "Parcours du texte, étape par étape",
        Field("etat", "État atteint", "En commission"),
        Field("date", "Jour, en chiffres", "05/03/2018"),
        Field("jours", "Durée de l’étape, en jours", "15"),
        Field("faits", "Ce qui s’est passé", "Le texte a été renvoyé à la commission."),
        Field("par", "Qui l’a saisi", "Youssef El Idrissi"),
    ),
)
_TABLE = (
    _FILE,
    _ON,
    listed(
        "compteurs",
        "Nombre de textes par nature",
        Field("libelle", "Nature", "Projets de loi"),
        Field("nombre", "Combien", "12"),
        count=4,
        is_fixed=True,
    ),
    listed(
        "rubriques",
        "Textes groupés par nature",
        Field("libelle", "Nature, et combien de textes", "Projets de loi (2)"),
        listed(
            "lignes",
            "Textes de la rubrique",
            Field("objet", "Intitulé et numéro", "Projet de loi relatif à la lutte contre les violences\nn° 103.13"),
            Field("etat", "Où en est le texte", "La commission examine le texte depuis le 5 mars 2018."),
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
