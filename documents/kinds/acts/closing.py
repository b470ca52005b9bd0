"""How an act ends: its day in both calendars, who signs and countersigns it, where the Arabic text was published."""

from collections.abc import Sequence

from documents.bulletin import issue_fr
from documents.case import Case
from documents.cited_acts import day_of
from documents.kind import Fields
from documents.kinds.acts.authorities import Authority, executing, signature_step
from documents.kinds.acts.days import both_ar, both_fr
from documents.kinds.acts.draft_words import draft_countersigning
from documents.kinds.acts.preamble import authors_of
from documents.language import Language, wording
from workflow.language.typography import DOTS, capital

_ORDER, _DECREE_LAW = "arrete", "decret_loi"


def of_closing(case: Case, language: Language) -> Fields:
    """Give the fields of the date, the signatures, the countersignatures and the note of the official translation."""
    is_order = case.procedure.kind.startswith(_ORDER)
    authors = authors_of(case)
    return {
        "fait": _made(case, language, is_order=is_order),
        "signature": name_of(authors[0], language),
        "signatures": _by_two(authors, language),
        "contreseings": _countersigned(case, language, is_order=is_order),
        "note_traduction": _note(case) if language == "fr" else "",
    }


def _countersigned(case: Case, language: Language, *, is_order: bool) -> list[Fields]:
    """Give those named to countersign; where nobody is, those of the draft, as it names them."""
    named = [] if is_order or case.procedure.kind == _DECREE_LAW else executing(case)
    told = named or [
        Authority(each.quality, each.quality, name_fr=each.name, name_ar=each.name)
        for each in draft_countersigning(case.drafts.get(language))
    ]
    return [{"qualite": quality_of(each, language), "nom": name_of(each, language)} for each in told]


def _made(case: Case, language: Language, *, is_order: bool) -> str:
    signed, head = signature_step(case), case.letterhead
    if language == "ar":
        return f"وحرر ب{head.city_ar} في {both_ar(signed)}."
    place = head.city_fr if is_order else f"Fait à {head.city_fr}"
    return f"{place}, le {both_fr(signed)}."


def name_of(authority: Authority, language: Language) -> str:
    """Give the name under a signature, dots where nobody is known."""
    if language == "ar":
        return f"الإمضاء: {authority.name_ar}." if authority.name_ar else f"الإمضاء: {DOTS}"
    return f"{authority.name_fr.upper()}." if authority.name_fr else DOTS


def quality_of(authority: Authority, language: Language) -> str:
    """Give the quality over a signature."""
    return wording(language)(f"{capital(authority.the_fr)},", f"{authority.ar}،")


def _by_two(authors: Sequence[Authority], language: Language) -> list[Fields]:
    """Set joint signatures in rows of two: a table of Arabic puts the first one on the right."""
    rows = [authors[start : start + 2] for start in range(0, len(authors), 2)]
    return [
        {
            "qualite_1": quality_of(row[0], language),
            "nom_1": name_of(row[0], language),
            "qualite_2": quality_of(row[1], language) if row[1:] else "",
            "nom_2": name_of(row[1], language) if row[1:] else "",
        }
        for row in rows
    ]


def _note(case: Case) -> str:
    """Say where the Arabic text was published; nothing before it was, or while the issue is not known."""
    published = case.situation.last("publication")
    issue = published.facts.get("bo_number") if published else None
    if not issue:
        return ""
    return f"Le texte en langue arabe a été publié dans l’édition générale du {issue_fr(issue, day_of(published))}."
