"""The sheet of financial effect, by which the visa of Finance is asked; of a text without effect it says so.

Fields: those of every paper, and `incidence` (whether an effect was declared), `incidence_financiere`, `annees` (the
years of which the amounts are asked), `visa_numero`, `visa_le`, `visa_etat`, and what only the ministry's budget office
knows, None until it is written.
"""

from documents.case import Case
from documents.fields import of_case
from documents.kind import Fields, Kind
from documents.kinds.impact.fiche_financiere_page import FIELDS, TO_WRITE, template
from documents.kinds.notes.contents import financial_effect, visa_of_finance
from documents.kinds.notes.shared_fields import unwritten
from documents.language import Language, wording
from models import ItemStatus, PartialDate

_YEARS = 3


def context(case: Case, language: Language = "fr") -> Fields:
    """Say whether an effect was declared, what became of the visa, and leave the amounts to write."""
    visa = visa_of_finance(case)
    values = visa.values if visa else {}
    given_on = values.get("signed_on")
    say = wording(language)
    state = say("non enregistré", "غير مسجلة")
    if visa:
        is_given = visa.status is ItemStatus.SETTLED
        state = say("accordé", "ممنوحة") if is_given else say("attendu", "مرتقبة")
    first = case.on.year + 1
    return of_case(case, language) | unwritten(TO_WRITE) | {
        "incidence": case.text.financial_impact,
        "incidence_financiere": financial_effect(case, language),
        "annees": [{"annee": str(first + rank), "depense": None, "recette": None} for rank in range(_YEARS)],
        "visa_etat": state,
        "visa_numero": values.get("visa_number") or None,
        "visa_le": PartialDate.parse(given_on) if given_on else None,
    }  # fmt: skip


KIND = Kind("fiche_financiere", context, template, FIELDS)
