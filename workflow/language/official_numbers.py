"""Official numbers of texts: reading them as people write them, never correcting them in silence.

A law or a ministry's arrêté is SEQ-YY; a dahir 1-YY-SEQ; a décret 2-YY-SEQ; an arrêté of the head of government
3-SEQ-YY. YY is the year of registration: it says nothing certain about the year of signature.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# More than any ministry registers in a year: above it a "sequence" is more likely a year written backwards.
_HIGHEST_SEQUENCE = 4999
_MOST_DIGITS = 4
# Independence: the two digits of a year belong to the hundred years that start with it.
_PIVOT = 56

# Arabic copies put marks of direction around the separator.
_SPACE = r"[\s\u200e\u200f]{0,2}"
SEPARATOR = rf"{_SPACE}[.\-\u066b\u2010-\u2015\u2212/]{_SPACE}"
_NUMBER = re.compile(
    rf"(?:(?<![\w./-])|(?<=\b[nN])|(?<=\b[nN][oº]))(\d{{1,4}}){SEPARATOR}(\d{{1,4}})(?:{SEPARATOR}(\d{{1,4}}))?(?![\w/-])(?!\.\d)",
)
_NOUN = re.compile(
    r"\b(?:d[ée]crets?[\s-]lois?|loi[\s-]cadre|loi\s+organique|lois?|d[ée]crets?|dahirs?|arr[êe]t[ée]s?|d[ée]cisions?)\b"
    r"|مرسوم بقانون|قانون|مرسوم|ظهير|قرار|مقرر",
    re.IGNORECASE,
)
# How people mark a number in French before writing it: "n° 14-05", "no 14-05", "n 14-05".
MARK_FR = r"(?:n\s?[°ºo]\.?|num[ée]ro|n|№)\s*"
_MARK = re.compile(r"(?:\b(?:n\s?[°ºo]s?|nos|n|num[ée]ros?)|№|رقم)\.?\s*$", re.IGNORECASE)
_MARK_OF_ONE_FR = re.compile(rf"(?<!\w){MARK_FR}$", re.IGNORECASE)
_UNMARKED = re.compile(r"(?<=[^\W\d_])\s$")
_DATED = re.compile(r"\b(?:du|le|au)\s*$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|;|et|ou)\s*", re.IGNORECASE)
_LISTED_LAST = re.compile(r"\b(?:et|ou)\s$", re.IGNORECASE)
_NOUN_REACH = 25

_KIND_OF_NOUN = (
    (r"d.crets?[\s-]loi|مرسوم بقانون", "decret_loi"),
    (r"loi|قانون", "loi"),
    (r"d.cret|مرسوم", "decret"),
    (r"dahir|ظهير", "dahir"),
    (r"arr.t|قرار", "arrete"),
    (r"d.cision|مقرر", "decision"),
)
_KIND_OF_PREFIX = {"1": "dahir", "2": "decret", "3": "arrete_chef_gouvernement"}
_THREE = re.compile(r"[12]-\d\d-\d{1,4}|3-\d{1,4}-\d\d")
_THREE_REVERSED = re.compile(r"\d{1,4}-\d\d-[12]|\d\d-\d{1,4}-3")
_TWO = re.compile(r"\d{1,4}-\d\d")
_TWO_REVERSED = re.compile(r"\d\d-\d{3,4}")


@dataclass(frozen=True)
class OfficialNumber:
    """One number: its parts in the order found, and the other reading to put before a person, if it looks reversed."""

    kind: str
    parts: tuple[str, ...]
    as_found: str
    proposed: str | None = None

    @property
    def normal(self) -> str:
        """The French form, with hyphens; the order is the one that was found."""
        return "-".join(self.parts)

    @property
    def arabic(self) -> str:
        """The form of Arabic texts, with dots."""
        return ".".join(self.parts)

    @property
    def year(self) -> int:
        """The year of registration on four digits, read the other way round when the number looks reversed."""
        parts = (self.proposed or self.normal).split("-")
        short = int(parts[1] if parts[0] in "12" and len(parts) > len("ab") else parts[-1])
        return short + (1900 if short >= _PIVOT else 2000)

    @property
    def order(self) -> str:
        """What puts numbers of one kind in order: the year of registration, then the rank in it, "2013-0103"."""
        parts = (self.proposed or self.normal).split("-")
        rank = parts[0] if len(parts) == len("ab") else parts[1] if parts[0] == "3" else parts[2]
        return f"{self.year}-{int(rank):04}"


@dataclass(frozen=True)
class Citation:
    """A number where it stands in a sentence, with the place of the word that names its text."""

    number: OfficialNumber
    start: int
    end: int
    noun_start: int


def parse_number(text: str, *, kind: str = "inconnu") -> OfficialNumber:
    """Read one number, with or without the words before it; raise ValueError when there is none."""
    match = _NUMBER.search(text)
    number = match and _official(match, _kind(text[: match.start()]) or kind)
    if not number:
        raise ValueError(f"« {text} » n'est pas un numéro officiel, par exemple 103-13, 2-14-278 ou 2582-14.")
    return number


def find_numbers(text: str) -> list[Citation]:
    """List the official numbers of `text`, in order; ranges of years, dates and amounts are left out."""
    return list(_citations(text))


def in_french(words: str) -> str:
    """Write the numbers of acts in a French sentence as French acts do: "décret no 2.14.278" has "n° 2-14-278".

    The order of their parts stays, even of those that look turned round; all else stays as it is.
    """
    for found in reversed(find_numbers(words)):
        before = words[: found.start]
        if _MARK_OF_ONE_FR.search(before):
            before = _MARK_OF_ONE_FR.sub("n° ", before)
        elif _UNMARKED.search(before) and not _LISTED_LAST.search(before):
            before = f"{before}n° "
        words = f"{before}{found.number.normal}{words[found.end :]}"
    return words


def in_arabic(words: str) -> str:
    """Write the numbers of acts in an Arabic sentence as Arabic acts do: "المرسوم رقم 2.14.278", on the same terms.

    With hyphens they would be shown turned round, as "14-2582" for "2582-14".
    """
    for found in reversed(find_numbers(words)):
        words = f"{words[: found.start]}{found.number.arabic}{words[found.end :]}"
    return words


@lru_cache(maxsize=4096)  # titles are shown again and again
def says_number(title: str, number: str) -> bool:
    """Whether a title writes that normal number, in whatever spelling."""
    return number in [citation.number.normal for citation in find_numbers(title)]


def proposal(written: str) -> str | None:
    """Give the other reading of a number that looks reversed, to put before a person; None when all looks well."""
    try:
        return parse_number(written).proposed
    except ValueError:
        return None


def named_kind(noun: str) -> str | None:
    """Give the kind of number that texts of this name bear: "loi" for a "loi organique"; None for another word."""
    return _kind(noun)


def spellings(number: str) -> frozenset[str]:
    """Give every form with hyphens under which sources may write a number: itself, with other zeros, backwards.

    "026-25" and "26-25" are spelt in each other's way, as are "14-2582" and "2582-14". What is no number has one form.
    """
    try:
        read = parse_number(number)
    except ValueError:
        return frozenset({number})
    padded = set(_padded((read.proposed or read.normal).split("-")))
    turned = {"-".join(reversed(form.split("-"))) for form in padded}
    return frozenset({read.normal} | padded | {form for form in turned if proposal(form) in padded})


def _padded(parts: list[str]) -> Iterator[str]:
    """Give a number with its sequence written on one to four digits."""
    place = 0 if len(parts) == len(("sequence", "year")) else 1 if parts[0] == "3" else 2
    bare = parts[place].lstrip("0") or "0"
    for digits in range(len(bare), _MOST_DIGITS + 1):
        yield "-".join([*parts[:place], bare.zfill(digits), *parts[place + 1 :]])


def _citations(text: str) -> Iterator[Citation]:
    end = 0
    for match in _NUMBER.finditer(text):
        before = text[: match.start()]
        if not (_is_announced(before) or (end and _LISTED.fullmatch(text, end, match.start()))):
            continue
        number = _official(match, _kind(before) or "inconnu")
        if number:
            end = match.end()
            noun = _last_noun(before)
            yield Citation(number, match.start(), end, noun.start() if noun else match.start())


def _is_announced(before: str) -> bool:
    if _MARK.search(before):
        return True
    noun = _last_noun(before)
    if not noun or _DATED.search(before):
        return False
    between = before[noun.end() :]
    return len(between) <= _NOUN_REACH and not re.search(r"[\d.;:]", between)


def _last_noun(before: str) -> re.Match[str] | None:
    return max(_NOUN.finditer(before), key=lambda match: match.start(), default=None)


def _kind(before: str) -> str | None:
    noun = _last_noun(before)
    if not noun:
        return None
    return next(kind for pattern, kind in _KIND_OF_NOUN if re.match(pattern, noun[0], re.IGNORECASE))


def _official(match: re.Match[str], kind: str) -> OfficialNumber | None:
    parts = tuple(_western(part) for part in match.groups() if part)
    joined = "-".join(parts)
    if len(parts) > len("ab"):
        return _of_three(parts, joined, kind=kind, as_found=match[0])
    if _TWO.fullmatch(joined):
        guess = "arrete" if kind == "inconnu" and len(parts[0]) > len("999") else kind
        return OfficialNumber(guess, parts, match[0])
    if _TWO_REVERSED.fullmatch(joined):
        return OfficialNumber("arrete" if kind == "inconnu" else kind, parts, match[0], _turned(parts))
    return None


def _of_three(parts: tuple[str, ...], joined: str, *, kind: str, as_found: str) -> OfficialNumber | None:
    if _THREE.fullmatch(joined):
        return OfficialNumber(_of_prefix(parts[0], kind), parts, as_found)
    if _THREE_REVERSED.fullmatch(joined):
        return OfficialNumber(_of_prefix(parts[-1], kind), parts, as_found, "-".join(reversed(parts)))
    return None


def _of_prefix(prefix: str, kind: str) -> str:
    return kind if (prefix, kind) == ("2", "decret_loi") else _KIND_OF_PREFIX[prefix]


def _turned(parts: tuple[str, ...]) -> str:
    """Swap the halves, or the digits one by one when that gives the likelier sequence ("02.9102" is 2019-20)."""
    year, sequence = parts
    if int(sequence) <= _HIGHEST_SEQUENCE:
        return f"{sequence}-{year}"
    return f"{sequence[::-1]}-{year[::-1]}"


def _western(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)
