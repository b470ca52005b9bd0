"""Where a title stops and the sentence about its situation starts, when a copy has glued them on one line."""

import re
from typing import NamedTuple

from workflow.importing.page.wording import fold

_DONE = (
    r"(?:adopte|approuve|vote|valide|publie|paru|depose|transmis|transfere|soumis|introduit|prepare|finalise|promulgue|"
    r"signe|retire|abroge|renvoye|envoye|adresse|inscrit|reporte|examine|acheve|cree|institue|nomme|rejete|abandonne)"
)
_IS = r"(?:a|ont|est|sont|sera|seront|n'a|n'est|vient|fait|reste|demeure|attend|va)\b"
# All of them start with a capital in the page; what they match is folded.
_PLAIN_OPENINGS = (
    r"(?:ce|cet|cette|ces|le present|la presente|le|la|l') ?(?:avant-projet|projet|texte|decret|arrete|loi|dossier)\b",
    r"(?:la|l') ?(?:elaboration|preparation|redaction|finalisation|discussion|procedure|examen|etude)\b",
    rf"ils? {_IS}",
    rf"elles? {_IS}",
    r"(?:deja )?(?:entree?s?|entrera|entrent|mise?s?) (?:deja )?en (?:vigueur|application)\b",
    r"en (?:vigueur|application|cours|attente|instance|phase|voie|preparation|discussion|examen|consultation)\b",
    rf"{_DONE}e?s?\b",
    rf"(?:texte|(?:avant-)?projet(?: de loi| de decret| d'arrete)?) (?:{_IS}|{_DONE}e?s?\b|en (?:cours|attente)\b)",
    r"(?:preparation|redaction|elaboration|discussion|examen) (?:acheve|termine|en cours|entame|engage)",
    r"(?:conformement|suite) a\b",
    r"(?:apres|depuis|actuellement|definitivement|toujours|pas encore|non encore)\b",
    r"(?:par|en vertu de|aux termes de|en application de) (?:cet|ce|cette|son)\b",
    r"une commission (?:inter)?ministerielle\b",
)
_LOOSE_OPENING = rf"(?:(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|deux|trois) |l')[^.;:\t]{{2,90}}?\b{_IS}"

_PLAIN = re.compile("|".join(_PLAIN_OPENINGS))
_ANY = re.compile("|".join((*_PLAIN_OPENINGS, _LOOSE_OPENING)))
_WORD_STARTS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[;\"]))[^\W\d_](?=['’]?[^\W\d_A-Z]|['’])")


class Split(NamedTuple):
    """A line in two: the status is empty when the line holds a title only, the title when it holds a status only."""

    title: str
    status: str


def split(line: str, *, loose: bool = True) -> Split:
    """Part the title from the status; `loose` also takes as a status any "The … has been …"."""
    openings = _ANY if loose else _PLAIN
    folded = fold(line)
    for start in _WORD_STARTS.finditer(line):
        if start[0].isupper() and openings.match(folded, start.start()):
            return Split(line[: start.start()].rstrip(' ;:|-–—"'), line[start.start() :].strip(' ;"'))
    return Split(line.strip(' ;"'), "")


def is_status(line: str, *, loose: bool = True) -> bool:
    """Whether a line starts as a sentence about the situation of a text."""
    found = split(line, loose=loose)
    return bool(found.status) and not found.title
