"""Lines that open a part of a text: which words, in French and in Arabic, announce a division or an article.

Cause of the shape: a line is folded letter by letter with the place of each letter kept, so that what announces a part
is found whatever its capitals, accents, tashkeel, tatweel or marks of direction, and the rest is kept as written.
"""

import re
import unicodedata
from dataclasses import dataclass

from workflow.articles.numbers import take_key

ARTICLE = "article"
# An Arabic fasl and juz are one level or another according to the text they stand in: `reading` decides.
FASL = "فصل"
JUZ = "جزء"
_LEVELS = {
    "livre": "livre", "partie": "partie", "titre": "titre", "chapitre": "chapitre", "section": "section",
    "sous-section": "sous-section", "sous section": "sous-section", "كتاب": "livre", "قسم": "titre", "باب": "chapitre",
    "فرع": "section", "مبحث": "sous-section", "فصل": FASL, "جزء": JUZ,
}  # fmt: skip
# Nothing that announces a part, its number and what brackets say of it is longer.
_REACH = 160
_FRENCH = re.compile(
    r"(?P<word>article|art\s?\.|art(?= ?\d)|livre|partie|titre|chapitre|sous[ \-]section|section)\s*(?:n\s?[°o]\.?\s*)?"
)
_ARABIC = re.compile(r"(?P<word>(?:ال)?(?:ماد[ةه]|كتاب|قسم|باب|فصل|فرع|مبحث|جزء))\s*(?:رقم\s*)?[()\[]?")
_RANK_FIRST = re.compile(r"(?P<rank>[^\W\d_]+)\s+(?P<word>livre|partie|titre|chapitre|section)\b")
_OPENING = re.compile(r"[\s*•]*")
_BRACKETS = re.compile(r"\s*(?:[)\]]|\((?=\s*(?:$|[.:\-])))?\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\])?")
_SEPARATOR = re.compile(r"\s*[.:\-][\s.:\-]*")
# What follows a number in a sentence about a part, rather than in the part's own first words.
_ABOUT = re.compile(
    r"(?:من|اعلاه|ادناه|بعده|المشار|المذكور|السالف|السابق|المتعلق|المومأ|و|او|الى|ومن|وما|ف|رقم|من:|فقرة|الفقرة|البند)(?!\S)"
    r"|(?:المشار|المذكور|السالف|السابق|المتعلق)|و\d|وال"
)


@dataclass(frozen=True)
class Marker:
    """What opens a part: `level` is one of `LEVELS`, ARTICLE, FASL or JUZ; `rest` what the line says after it.

    `sure` is False where nothing but the order of numbers tells an opening from a sentence that begins alike.
    """

    level: str
    label: str
    key: str
    rest: str
    sure: bool = True


def fold(words: str) -> tuple[str, list[int]]:
    """Fold letters for reading; the second list gives the place in `words` of each letter of the first."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(words):
        if letter == "ـ":  # a tatweel between letters only stretches them; beside a space it serves as a dash
            folded = "" if _stretches(words, place) else "-"
        elif unicodedata.category(letter) == "Pd":
            folded = "-"
        else:
            folded = unicodedata.normalize("NFKD", letter.casefold())
        for each in folded:
            if unicodedata.category(each) in ("Mn", "Cf"):
                continue
            letters.append(" " if each.isspace() else _western(each))
            places.append(place)
    return "".join(letters), places


def marker(line: str) -> Marker | None:
    """Say what part a line opens, None when it opens none."""
    head = line[:_REACH]
    folded, places = fold(head)
    start = _end(_OPENING, folded, 0)
    found = _announced(folded, start)
    if found is None:
        return None
    level, key, end = found
    end = _end(_BRACKETS, folded, end)
    after = _SEPARATOR.match(folded, end)
    cut = after.end() if after else end
    rest = (line[places[cut] :] if cut < len(places) else line[_REACH:]).strip()
    label = head[places[start] : places[end - 1] + 1].strip()
    if not rest or after:
        return Marker(level, label, key, rest)
    return _run_in(Marker(level, label, key, rest), folded[cut:].strip())


def _run_in(opened: Marker, rest: str) -> Marker | None:
    """Judge a line whose words follow its number without any sign between."""
    first = opened.rest[0]
    if _is_arabic(first):
        if _ABOUT.match(rest):
            return None
        is_heading = opened.level != ARTICLE and not opened.rest.endswith((".", "؛", ";"))
        return Marker(opened.level, opened.label, opened.key, opened.rest, sure=is_heading)
    return opened if first.isupper() else None


def _announced(folded: str, start: int) -> tuple[str, str, int] | None:
    """Give level, key and end of what announces a part."""
    if rank_first := _RANK_FIRST.match(folded, start):
        taken = take_key(rank_first["rank"], 0)
        if taken and taken[1] == len(rank_first["rank"]):
            return _LEVELS[rank_first["word"]], taken[0], rank_first.end()
    found = _FRENCH.match(folded, start) or _ARABIC.match(folded, start)
    taken = found and take_key(folded, found.end())
    if not found or not taken or not _ends_word(folded, taken[1]):
        return None
    word = found["word"]
    if word.startswith(("art", "ماد", "الماد")):
        return ARTICLE, taken[0], taken[1]
    return _LEVELS[word.removeprefix("ال")], taken[0], taken[1]


def _end(pattern: re.Pattern[str], words: str, start: int) -> int:
    found = pattern.match(words, start)
    return found.end() if found else start


def _ends_word(folded: str, end: int) -> bool:
    return not re.match(r"\w", folded[end : end + 1])


def _stretches(words: str, place: int) -> bool:
    after = words[place + 1 : place + 2]
    before = words[place - 1 : place] if place else ""
    return (
        bool(before) and bool(after) and (before == "ـ" or _is_arabic(before)) and (after == "ـ" or _is_arabic(after))
    )


def _is_arabic(letter: str) -> bool:
    return unicodedata.category(letter) == "Mn" or (letter.isalpha() and "\u0600" <= letter <= "\ufefc")


def _western(letter: str) -> str:
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter
