"""The fields of the table of legislative production."""

from documents.checking.dictionary import Field, listed
from documents.dictionary import FOOT, LETTERHEAD, PLACE_AR, PLACE_FR, TITLE_AR, TITLE_FR, said
from documents.kinds.follow_up.tableau_period import PERIOD

FIELDS = (
    *LETTERHEAD,
    *FOOT,
    *PERIOD,
    listed(
        "compteurs",
        "Nombre de textes par nature",
        said("libelle", "Nature", "Projets de loi", "مشاريع القوانين"),
        Field("nombre", "Combien", "12"),
        count=4,
        is_fixed=True,
    ),
    listed(
        "rubriques",
        "Textes groupés par nature",
        said("libelle", "Nature, et combien de textes", "Projets de loi (2)", "مشاريع القوانين (2)"),
        listed(
            "lignes",
            "Textes de la rubrique",
            said("objet", "Intitulé et numéro", f"{TITLE_FR}\nn° 103-13", f"{TITLE_AR}\nرقم 103.13"),
            said("etat", "Où en est le texte", PLACE_FR, PLACE_AR),
        ),
    ),
)
