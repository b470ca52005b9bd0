"""What the heading of a list says of every text in it: the Council it was before, the Bulletin it is published in.

A list "Conseil de gouvernement du 12 octobre 2022" names no situation on its lines: the page itself says that the
texts are on the agenda of that Council. What is so deduced is marked, and doubted, by who reads the rows.
"""

import re

from workflow.importing.page.wording import fold

_MONTHS = r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_DAY = rf"\b(?:1\s?er|\d{{1,2}}) {_MONTHS} \d{{4}}"
_COUNCIL = r"conseil (?P<which>d[eu] gouvernement|des ministres)"
_HEADS = re.compile(
    r"(?:\W*(?:ordre du jour|reunion|communique|compte rendu|travaux|agenda|projets? examines?)[^.;:]{0,40}? )?"
    rf"(?:le |du |au |en )?{_COUNCIL}[^.;]{{0,40}}?{_DAY}[^.;]{{0,40}}"
)
_SENTENCE = re.compile(rf".*?\b{_COUNCIL}\b.*")
_ADOPTED = re.compile(r"\b(?:a|ont) (?:\w+ment )?(?:adopte|approuve)\b")
_BULLETIN = re.compile(
    r"(?:sommaire d[ue] )?(?:l'edition \w+ d[ue] )?(?:bulletin officiel|b\.?o\.?)[^.;]{0,30}?"
    r"n\s?[°o]\s?(?P<number>\d{4}(?:\s?bis)?)\b[^.;]{0,80}"
)
_SHORT = 140
_PUBLISHED = "publié au Bulletin officiel"


def situation_of_list(line: str) -> str:
    """Word the situation that a heading gives to the texts under it, or "" when it names no Council nor Bulletin.

    A sentence counts when it announces a list; a Council without its day says nothing that can be dated.
    """
    folded = fold(line)
    day = re.search(_DAY, folded)
    on = f" du {line[day.start() : day.end()]}" if day else ""
    is_short = len(line) <= _SHORT
    if is_short and (bulletin := _BULLETIN.fullmatch(folded)):
        return f"{_PUBLISHED} n° {line[slice(*bulletin.span('number'))]}{on}"
    council = _HEADS.fullmatch(folded) if is_short else None
    if not council and line.rstrip().endswith(":"):
        council = _SENTENCE.fullmatch(folded)
    if not council or not on:
        return ""
    name = "Conseil des ministres" if council["which"].endswith("ministres") else "Conseil de gouvernement"
    return f"adopté par le {name}{on}" if _ADOPTED.search(folded) else f"inscrit à l'ordre du jour du {name}{on}"


def is_of_bulletin(situation: str) -> bool:
    """Whether the situation given to a list is that of a number of the Bulletin, all of whose texts are published."""
    return situation.startswith(_PUBLISHED)
