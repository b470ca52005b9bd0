"""Numbers of articles and divisions, in digits, Roman numerals, French words and Arabic words.

Everything here works on folded letters (see `markers.fold`): no case, accent, tashkeel or hamza on an alif.
"""

import re

_DIGITS = re.compile(r"(?P<digits>\d{1,4})(?:\s?(?:ere|eme|er|re|e)\b)?")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[ \-]+")
_MOST_WORDS = 7  # "mille" is no article's number: "cent quatre-vingt-dix-neuvième" is the longest
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FRENCH = {
    "premier": 1, "premiere": 1, "un": 1, "une": 1, "uni": 1, "deux": 2, "second": 2, "seconde": 2, "trois": 3,
    "troisi": 3, "quatre": 4, "quatri": 4, "cinq": 5, "cinqu": 5, "six": 6, "sixi": 6, "sept": 7, "huit": 8,
    "neuf": 9, "neuv": 9, "dix": 10, "dixi": 10, "onze": 11, "onzi": 11, "douze": 12, "douzi": 12, "treize": 13,
    "treizi": 13, "quatorze": 14, "quatorzi": 14, "quinze": 15, "quinzi": 15, "seize": 16, "seizi": 16, "vingt": 20,
    "vingts": 20, "trente": 30, "trenti": 30, "quarante": 40, "quaranti": 40, "cinquante": 50, "cinquanti": 50,
    "soixante": 60, "soixanti": 60, "cent": 100, "cents": 100,
}  # fmt: skip
_ARABIC = {
    "اول": 1, "اولى": 1, "اولي": 1, "حادي": 1, "حادية": 1, "واحد": 1, "واحدة": 1, "ثاني": 2, "ثانية": 2, "ثالث": 3,
    "ثالثة": 3, "رابع": 4, "رابعة": 4, "خامس": 5, "خامسة": 5, "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7,
    "ثامن": 8, "ثامنة": 8, "تاسع": 9, "تاسعة": 9, "عاشر": 10, "عاشرة": 10, "عشر": 10, "عشرة": 10, "عشرون": 20,
    "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "اربعون": 40, "اربعين": 40, "خمسون": 50, "خمسين": 50, "ستون": 60,
    "ستين": 60, "سبعون": 70, "سبعين": 70, "ثمانون": 80, "ثمانين": 80, "تسعون": 90, "تسعين": 90, "ماية": 100,
    "مية": 100, "مايتان": 200, "مايتين": 200, "ميتان": 200, "ميتين": 200,
}  # fmt: skip
_TEN, _SEVEN, _TWENTY = 10, 7, 20
_TENS_ADDED_TO, _TEENS = (0, 20, 30, 40, 50, 60, 80), (10, 70, 90)
_ALONE = {
    "unique": "unique", "فريد": "unique", "فريدة": "unique", "الفريد": "unique", "الفريدة": "unique",
    "وحيد": "unique", "وحيدة": "unique", "الوحيد": "unique", "الوحيدة": "unique", "preliminaire": "préliminaire",
    "liminaire": "préliminaire", "تمهيدي": "préliminaire", "التمهيدي": "préliminaire", "تمهيدية": "préliminaire",
    "التمهيدية": "préliminaire",
}  # fmt: skip
_LATIN = r"(?:bis|ter|quater|quinquies|sexies|septies|octies|nonies|decies)"
# A letter after "bis" is of the number where nothing follows it on: not the "À" of "4 bis À compter de".
_LETTER = r"[a-z](?=\s*(?:$|[.:(\-]))"
_SUFFIX = re.compile(rf"[\s\-]*(?<![^\W\d_])(?P<latin>{_LATIN}(?:[\s\-]?(?:\d{{1,2}}|{_LETTER}))?)(?![^\W_])")
_REPEATED = re.compile(
    r"[\s\-]*(?<![^\W\d_])(?:ال)?مكرر(?:ة|ه)?"
    r"(?:\s+(?P<times>مرتين|ثلاث مرات|اربع مرات)|[\s\-]?(?P<rank>\d{1,2}))?(?![^\W_])"
)
_TIMES = {None: "bis", "مرتين": "ter", "ثلاث مرات": "quater", "اربع مرات": "quinquies"}
_UNDER = re.compile(r"[\-.](?P<under>\d{1,3})(?![\d\-.])(?!\s*-\s*\d)")


def take_key(words: str, start: int) -> tuple[str, int] | None:
    """Read the number that stands at `start`: its key, such as "2", "12 bis" or "unique", and the place after it."""
    word = _WORD.match(words, start)
    if word and word[0] in _ALONE:
        return _ALONE[word[0]], word.end()
    number = _take_number(words, start)
    if number is None:
        return None
    key, end = str(number[0]), number[1]
    if under := words[end - 1 : end].isdigit() and _UNDER.match(words, end):
        key, end = f"{key}-{under['under']}", under.end()
    if latin := _SUFFIX.match(words, end):
        return f"{key} {' '.join(latin['latin'].split())}", latin.end()
    if repeated := _REPEATED.match(words, end):
        rank = f" {repeated['rank']}" if repeated["rank"] else ""
        return f"{key} {_TIMES[repeated['times']]}{rank}", repeated.end()
    return key, end


def value(words: str) -> int | None:
    """Give the number that folded words say, whole: "xii", "vingt et unieme", "الحادية والعشرون"; None for others."""
    parts = [part for part in re.split(r"[\s\-]+", words) if part]
    if not parts:
        return None
    if len(parts) == 1 and (roman := _roman(parts[0])):
        return roman
    return _french(parts) or _arabic(parts)


def leading(key: str) -> int | None:
    """Give the whole number that a key begins with: 12 for "12 bis", None for "unique"."""
    digits = re.match(r"\d+", key)
    return int(digits[0]) if digits else None


def _take_number(words: str, start: int) -> tuple[int, int] | None:
    if digits := _DIGITS.match(words, start):
        return int(digits["digits"]), digits.end()
    ends: list[int] = []
    at = start
    while len(ends) < _MOST_WORDS and (word := _WORD.match(words, at)):
        ends.append(word.end())
        gap = _BETWEEN.match(words, word.end())
        if gap is None:
            break
        at = gap.end()
    for end in reversed(ends):
        if found := value(words[start:end]):
            return None if found >= _TWENTY and _is_hyphened(words, end) else (found, end)
    return None


def _roman(word: str) -> int | None:
    letters = word.removesuffix("er")
    # One letter alone is a letter of the alphabet, unless it is one that numbers begin with.
    if not _ROMAN_FORM.fullmatch(letters) or letters in ("l", "c"):
        return None
    figures = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))


def _french(parts: list[str]) -> int | None:
    """Add up French words: "quatre vingt dix neuvieme" is 4 × 20 + 10 + 9; None for "quarante douze", which is none."""
    if parts[0] == "et" or parts[-1] == "et":
        return None
    total = 0
    for part in parts:
        if part == "et":
            continue
        figure = _FRENCH.get(part) or _FRENCH.get(part.removesuffix("ieme")) or _FRENCH.get(part.removesuffix("eme"))
        if figure is None:
            return None
        times = total % 100 if figure == 20 else total  # noqa: PLR2004 - "vingt" multiplies the four before it
        if (figure, times) == (20, 4) or (figure == 100 and 0 < total < 10):  # noqa: PLR2004 - so does "cent"
            total += times * figure - times
        elif not total or _goes_on(total % 100, figure):
            total += figure
        else:
            return None
    return total


def _goes_on(before: int, figure: int) -> bool:
    """Whether French adds `figure` to what was said below a hundred: to 60 and 80 from 1 to 16, to 10 from 7 on."""
    if figure < _TEN:
        return before in _TENS_ADDED_TO or (before in _TEENS and figure >= _SEVEN)
    return not before or (figure < _TWENTY and before in (60, 80))


def _is_hyphened(words: str, end: int) -> bool:
    """Whether a number goes on after a hyphen with another one that it cannot be joined with: "quarante-douze"."""
    word = _WORD.match(words, end + 1) if words[end : end + 1] == "-" else None
    return word is not None and value(word[0]) is not None


def _arabic(parts: list[str]) -> int | None:
    """Add up Arabic words, in whatever order: "الحادية والعشرون بعد المائة" is 1 + 20 + 100."""
    said: dict[int, int] = {}  # units, tens and hundreds, each said once: "الأولى والثانية" are two numbers
    for part in parts:
        if part == "بعد" and said:
            continue
        figure = _arabic_figure(part)
        if figure is None or len(str(figure)) in said:
            return None
        said[len(str(figure))] = figure
    return sum(said.values()) or None


def _arabic_figure(part: str) -> int | None:
    bare = part.replace("ه", "ة") if part.endswith("ه") else part
    for form in (bare, bare.removeprefix("و"), bare.removeprefix("و").removeprefix("ال")):
        if form.removeprefix("ال") in _ARABIC:
            return _ARABIC[form.removeprefix("ال")]
    return None
