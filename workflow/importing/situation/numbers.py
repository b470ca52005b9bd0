"""The numbers in a title, and what each has to do with the text that bears the title."""

import re
from collections.abc import Iterator

from workflow.importing.page.headings import Group, is_draft
from workflow.importing.page.kinds import promulgates
from workflow.importing.page.wording import fold
from workflow.importing.table import CitedNumber
from workflow.language.official_numbers import Citation, find_numbers
from workflow.language.operative_words import OPERATIVE

# The last of these words before a number tells its role. They read folded text.
_CUES = (
    (r"\b(?:modifiant|completant|abrogeant|modification|refonte|abrogation|remplacant|بتغيير|بتتميم)\b", "amended"),
    (
        r"\b(?:application|en vertu d|execution|conformement a|prevue?s? (?:a|par)|vise[e]?s? (?:a|par)|بتطبيق)",
        "applied",
    ),
)
_PROMULGATED = re.compile(r"\bpromulgu\w+\s+par\b[^,;()]*$")
_CITES = re.compile(r"\b(?:en vertu d|pris\b)")
_ANNOUNCED = re.compile(r"\bn\s?[°º]\s?(\d+(?:[.\-/]\d+)+)(?![\w/-])", re.IGNORECASE)
_SIGNED_ON = re.compile(r"\s*(?:,\s*)?(?:en date )?du\s+(?:1\s?er|\d{1,2})\b")


def numbers_in(title: str, group: Group) -> tuple[CitedNumber, ...]:
    """List the numbers of a title with their roles."""
    folded = fold(title)
    return tuple(
        CitedNumber(
            as_found=citation.number.as_found,
            normal=citation.number.normal,
            kind=citation.number.kind,
            role=_role(citation, folded, of_draft=is_draft(title, group)),
            proposed=citation.number.proposed,
        )
        for citation in find_numbers(title)
    )


def unofficial_numbers(title: str) -> Iterator[str]:
    """Say, in French, which numbers in parts that a title announces are of no form that official texts have."""
    read = [(citation.start, citation.end) for citation in find_numbers(title)]
    for match in _ANNOUNCED.finditer(title):
        if not any(start < match.end() and match.start(1) < end for start, end in read):
            yield f"« {match[0]} » ne se lit pas comme un numéro officiel : il n’est pas repris, à vérifier."


def _role(citation: Citation, folded: str, *, of_draft: bool) -> str:
    before = folded[: citation.start]
    if law := promulgates(folded):
        # The dahir is that of the law it promulgates, whose number is the first after its name.
        if citation.end <= law:
            return "promulgation"
        before = folded[law : citation.start]
    if not (OPERATIVE.search(before) or _CITES.search(before)):
        # A draft is not signed yet: a number with a date of signature is that of the text it wants to amend.
        is_signed = bool(_SIGNED_ON.match(folded, citation.end))
        return "amended" if of_draft and is_signed else "own"
    if _PROMULGATED.search(before):
        return "promulgation"
    places = [(match.start(), role) for pattern, role in _CUES for match in re.finditer(pattern, before)]
    return max(places)[1] if places else "cited"
