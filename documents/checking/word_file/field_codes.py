"""The fields of Word that a template may hold: those that count, refer and number, none that fetches or runs."""

import re

from documents.checking.faults import LINK

# DATE and TIME are not among them: a paper would show another day each time it is opened.
_ADMITTED = frozenset(
    (
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "TOC",
        "TC",
        "REF",
        "PAGEREF",
        "NOTEREF",
        "STYLEREF",
        "SEQ",
        "TITLE",
    )
)
_WORDS = re.compile(r"[\"“”][^\"“”]*[\"“”]|\S+")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\\]+", re.IGNORECASE)
# Of the switches of a link, those that another word follows: a bookmark, what is shown under the mouse, a window.
_FOLLOWED, _ALONE = ("\\l", "\\o", "\\t"), ("\\h", "\\n", "\\m")
_DATES = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME")
_DATE_FR = "Le champ Word « {code} » change à chaque ouverture : écrivez une date, ou une balise."
_REFUSED_FR = "Le champ Word « {code} » n’est pas admis."
_EMPTY_FR = "Un champ Word sans nom n’est pas admis."


def why_refused(instruction: str) -> str:
    """Say why a field of Word is refused, its instruction joined over its runs; nothing if it is admitted."""
    code = (instruction.split() or [""])[0]
    known = code.upper()
    if known in _ADMITTED:
        return ""
    if known == "HYPERLINK":
        return "" if _leads_to_address(instruction) else LINK
    if known in _DATES:
        return _DATE_FR.format(code=code)
    return _REFUSED_FR.format(code=code[:40]) if code else _EMPTY_FR


def _leads_to_address(instruction: str) -> bool:
    words = iter(_WORDS.findall(instruction)[1:])
    for word in words:
        if word.lower() in _FOLLOWED:
            next(words, None)
        elif word.lower() not in _ALONE and not _ADDRESS.fullmatch(word.strip('"“”')):
            return False
    return True
