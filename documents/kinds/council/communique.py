"""The sheet from which the spokesperson of the Government tells of a text: its title, and three lines.

Fields: those of every paper, and `but`, None until it is written.
"""

from functools import cache

from documents.case import Case
from documents.dictionary import LETTERHEAD, TEXT
from documents.engine.archive import packed
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.notes.note_parts import opened, place_and_date
from documents.kinds.notes.shared_fields import left
from documents.language import Language, wording
from documents.page import grids, layout

_PURPOSE = left(
    "but", "Ce que le texte change pour le public", "Les victimes sont prises en charge.", "التكفل بالضحايا."
)
FIELDS = (*LETTERHEAD, *TEXT, _PURPOSE)


def context(case: Case, language: Language = "fr") -> Fields:
    """Tell where the text stands and what comes next; what it changes is left to write."""
    return of_case(case, language) | {_PURPOSE.name: None}


@cache
def template(language: Language = "fr") -> bytes:
    """Draw the factory page."""
    french, arabic = "Fiche pour le porte-parole du gouvernement", "بطاقة للناطق الرسمي باسم الحكومة"
    page, say = opened(language, french, arabic, "{{ objet }}"), wording(language)
    rows = (
        (say("Au Conseil", "أمام المجلس"), "{{ phrase }}"),
        (say("Ce que le texte change", "ما يغيره النص"), "{{ but|points }}"),
        (say("Étape suivante", "المرحلة الموالية"), "{{ prochaine_action }}"),
    )
    layout.heading(page, say("En trois lignes", "في ثلاثة أسطر"))
    grids.pairs(page, say("Le texte en trois lignes", "النص في ثلاثة أسطر"), rows)
    place_and_date(page)
    layout.footer(page)
    return packed(page)


KIND = Kind("communique", context, template, FIELDS)
