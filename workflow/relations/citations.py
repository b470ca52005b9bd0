"""How a text is cited, and which text of the system a citation means."""

import re
from collections.abc import Iterable
from functools import cache

from sqlmodel import Session, col, select

from models import LegalText
from workflow.language.official_numbers import OfficialNumber, find_numbers, named_kind, parse_number
from workflow.rulebook.files import procedure_of, procedures

CITATION = 500
# What may stand before the noun that a citation begins with: a number further on belongs to another text.
_BEFORE = re.compile(r"\s*(?:(?:les?|la|l['’]|projets?|propositions?|de|du|d['’]|n\s?[°ºo])\s*)*", re.IGNORECASE)
_PROMULGATES = re.compile(r"promulgation de la\s*$", re.IGNORECASE)


# Décrets-lois are numbered among the décrets.
_FAMILY = {"decret_loi": "decret"}


def cite(text: LegalText) -> str:
    """Name a text as another one would cite it: "loi n° 103-13", or its title while it has no number."""
    noun = procedure_of(text).noun(text.state)
    return f"{noun.fr} n° {text.number}" if text.number else text.title_fr[:CITATION]


def cited_number(citation: str) -> OfficialNumber | None:
    """Give the number of the text that a citation names; numbers of other texts in it are left out."""
    found = find_numbers(citation)
    if found and _BEFORE.fullmatch(citation, 0, found[0].noun_start):
        # A dahir of promulgation is cited for the law that it carries.
        law = next((each for each in found[1:] if _PROMULGATES.search(citation[: each.noun_start])), None)
        return (law or found[0]).number
    try:
        number = parse_number(citation)
    except ValueError:
        return None
    return number if number.as_found == citation.strip() else None


@cache
def family(kind: str) -> str:
    """Name the family of a kind: "loi" for a bill, an organic law and a proposal of law alike; empty when unknown."""
    procedure = procedures().get(kind)
    named = named_kind(procedure.act.fr) if procedure else None
    return _FAMILY.get(named, named) if named else ""


def bears(text: LegalText, number: OfficialNumber) -> bool:
    """Whether the number is this text's: a law and an arrêté can be numbered alike, so that its noun must tell."""
    if text.number != number.normal:
        return False
    own = parse_number(f"{procedure_of(text).act.fr} {text.number}").kind
    return len(number.parts) > len(("sequence", "year")) or number.kind == own


def find_cited(session: Session, citations: Iterable[str]) -> dict[str, LegalText]:
    """Give the texts that citations mean by their numbers, in one query; none where more than one could be meant."""
    numbers = {citation: number for citation in citations if (number := cited_number(citation))}
    # A list is never empty, nor are files that stand alone asked for in the query: SQLite would walk all of them.
    wanted = {number.normal for number in numbers.values()} or {""}
    query = select(LegalText).where(col(LegalText.number).in_(wanted))
    known = [text for text in session.exec(query) if text.merged_into_id is None]
    meant = {citation: [text for text in known if bears(text, number)] for citation, number in numbers.items()}
    return {citation: found[0] for citation, found in meant.items() if len(found) == 1}
