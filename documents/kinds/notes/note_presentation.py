"""The note of presentation, which goes with every text: what the file knows is told, what people know is left to write.

Fields: those of every paper, and `presente` (the title in its sentence), `base_juridique`, `dispositions`,
`application` (sentences), `modifications` (texte, actuel, propose: of amending texts alone), `consultations`
(organisme, caractere, demande, reponse, teneur), `incidence_financiere`, `courriel`, `cloture`; and what nobody but the
authors knows, None until they write it. Décret n° 2-20-740, art. 3; décret n° 2-08-229, art. 3.
"""

from documents.case import Case
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.notes.contents import (
    about,
    amended,
    basis,
    closing,
    consultations,
    financial_effect,
    provisions,
    texts_of_application,
    tied_text,
)
from documents.kinds.notes.note_presentation_fields import FIELDS, TO_WRITE
from documents.kinds.notes.note_presentation_page import template
from documents.kinds.notes.shared_fields import unwritten
from documents.language import Language


def context(case: Case, language: Language = "fr") -> Fields:
    """Fill the headings that the file can fill."""
    return of_case(case, language) | unwritten(TO_WRITE) | {
        "presente": about(case, language),
        "base_juridique": basis(case, language),
        "dispositions": provisions(case, language),
        "modifications": [
            {"texte": tied_text(tie, language), "actuel": None, "propose": None} for tie in amended(case)
        ],
        "consultations": consultations(case, language),
        "incidence_financiere": financial_effect(case, language),
        "application": texts_of_application(case, language),
        "courriel": case.responsible_email or None,
        "cloture": closing(case, language),
    }  # fmt: skip


KIND = Kind("note_presentation", context, template, FIELDS)
