"""What the kinds of acts give their pages: the fields of a law, and those of a regulation."""

from documents.case import Case
from documents.fields import of_case
from documents.kind import Fields
from documents.kinds.acts.closing import of_closing
from documents.kinds.acts.preamble import of_preamble
from documents.kinds.acts.provisions import of_provisions
from documents.kinds.acts.titles import is_final, title
from documents.language import Language

_HEADINGS = frozenset({"préambule", "preambule", "ديباجة", "الديباجة"})


def of_title(case: Case, language: Language) -> Fields:
    """Give the fields of every paper, and the title of the act."""
    return of_case(case, language) | {"titre_acte": title(case, language), "projet": not is_final(case)}


def of_law(case: Case, language: Language = "fr") -> Fields:
    """Give the fields of a bill."""
    draft = case.drafts.get(language)
    lines = [line for line in (draft.preamble if draft else ()) if line.strip(" :.").lower() not in _HEADINGS]
    return of_title(case, language) | {"preambule": lines} | of_provisions(case, language)


def of_regulation(case: Case, language: Language = "fr") -> Fields:
    """Give the fields of a decree, a decree-law or an order."""
    return (
        of_title(case, language)
        | of_preamble(case, language)
        | of_provisions(case, language)
        | of_closing(case, language)
    )
