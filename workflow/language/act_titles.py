"""The title of the act that a draft becomes: "Projet de loi n° 43-22 relatif à …" is "Loi n° 43-22 relative à …".

What is made here is proposed to a person, who may change it: titles are free, and only their first words have a form.
"""

import re
from dataclasses import dataclass

from workflow.language.official_numbers import MARK_FR, SEPARATOR, parse_number
from workflow.language.operative_words import ARABIC, FRENCH, as_written
from workflow.language.typography import capital

_DIGITS = rf"\d{{1,4}}(?:{SEPARATOR}\d{{1,4}}){{1,2}}"
_MARK_AR = r"رقم\s*"
# Where the object of a text begins in its title; what stands before it names the act, its author and its number.
_OBJECT_FR = rf"(?:{as_written(FRENCH)}|intitul[ée]e?|prise?|pour|sur|en)\b"
_OBJECT_AR = rf"(?:{as_written(ARABIC)}|لسنة)"
_OBJECT = re.compile(rf"\b(?:{as_written(FRENCH)}|{as_written(ARABIC)})\b", re.IGNORECASE)
_NOUN_FR = (
    r"loi\s+de\s+finances(?:\s+rectificative)?|loi\s+de\s+r[èe]glement|loi\s+organique|loi[\s-]cadre|loi|d[ée]cret[\s-]loi"
    r"|d[ée]cret(?:\s+de\s+nomination)?|arr[êe]t[ée](?:\s+conjoint|\s+interminist[ée]riel)?"
)
_NOUN_AR = (
    r"(?:ال)?قانون(?:\s+(?:ال)?تنظيمي|[\s-]+(?:ال)?إطار|\s+(?:ال)?مالية(?:\s+(?:ال)?معدل)?|\s+(?:ال)?تصفية)?"
    r"|(?:ال)?مرسوم(?:\s+بقانون)?|(?:ال)?قرار(?:\s+(?:ال)?مشترك)?"
)
# Those who take an arrêté, and what a law is for, stand before the number: "de la ministre de la santé",
# "d'orientation agricole", "لرئيس الحكومة".
_AUTHORS_FR = r"(?:\s+(?:du|des|de\s+la|de\s+l[’'])\b\D+?|\s+d(?:e\s+|[’'])\w+(?:\s+\w+)??)?"
_AUTHORS_AR = r"(?:\s+ل\D+?)?"


def _draft(start: str, *, noun: str, authors: str, mark: str, thing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Read the title of a draft: first one whose object or number shows where it begins, else its first noun alone."""
    names = (rf"(?P<noun>(?:{noun}){authors})", rf"(?P<noun>{noun})")
    number = (
        rf"[\s,،]+(?:\(\s*)?{mark}(?P<number>{_DIGITS})(?:\s*\))?(?:\s*[,،])?"  # also in brackets, or between commas
    )
    ends = (rf"(?:{number}|(?=\s+{thing}))", rf"(?:{number})?(?=\s|$)")
    first, other = (
        re.compile(rf"\s*{start}{name}{end}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
        for name, end in zip(names, ends, strict=True)
    )
    return first, other


_START_FR = r"(?:avant[\s-]+)?(?:projet|proposition)\s+(?:de\s+la\s+|de\s+l[’']|du\s+|de\s+|d[’']\s?)"
_START_AR = r"(?:مسودة\s+)?(?:مشروع|مقترح)\s+"
_DRAFTS_FR = _draft(_START_FR, noun=_NOUN_FR, authors=_AUTHORS_FR, mark=MARK_FR, thing=_OBJECT_FR)
_DRAFTS_AR = _draft(_START_AR, noun=_NOUN_AR, authors=_AUTHORS_AR, mark=_MARK_AR, thing=_OBJECT_AR)
# Those of drafts, and those of acts, which begin with their noun.
_ALL_FR = _draft(f"(?:{_START_FR})?", noun=_NOUN_FR, authors=_AUTHORS_FR, mark=MARK_FR, thing=_OBJECT_FR)
_ALL_AR = _draft(f"(?:{_START_AR})?", noun=_NOUN_AR, authors=_AUTHORS_AR, mark=_MARK_AR, thing=_OBJECT_AR)
# The day of an act, in one calendar or in both, between its number and its object.
_OWN_DAY = re.compile(
    r"\s*(?:du|صادر في|الصادر في)\s+(?:\d{1,2}|1er|فاتح)\s[^()\d]{2,20}\s\d{4}(?:\s*\([^()]*\d{4}\))?(?=\s)"
)
# Dots for a number that is not given yet, "n° ………" or "n° 2-26-…", and for the day after it.
_TO_COME = re.compile(
    rf"\s+(?:{MARK_FR}|{_MARK_AR})(?:\d{{1,4}}[-.])*(?:…+|\.{{3,}})(?:\s+(?:du|صادر في)\s+…+(?:\s*\(…+\))?)?(?=\s|$)",
    re.IGNORECASE,
)
_MASCULINE = re.compile(r"^(\s+)(relati)(fs?)\b|^(\s+)(pris|intitulé|destiné)\b", re.IGNORECASE)
# The number of the text itself where it stands further on in its title: in brackets, it is taken to its place.
_FURTHER_ON = re.compile(
    rf"\s*\(\s*(?:{MARK_FR}|{_MARK_AR})({_DIGITS})\s*\)|(?:{MARK_FR}|{_MARK_AR})({_DIGITS})", re.IGNORECASE
)


def object_of(title: str) -> str:
    """Give what a title says after the kind of act, its author and its number: "portant création de …"; else it all."""
    found = _OBJECT.search(title)
    return title[found.start() :] if found else title


def act_title(title: str, number: str | None = None) -> str | None:
    """Give the French title of the act that a draft becomes; None where `title` does not begin as a draft's does.

    `number` is the official number of the act, where it is known; else the one that the title says is kept.
    """
    found = _read(title, _DRAFTS_FR)
    if found is None:
        return None
    told, rest = _numbered(found, number, "-")
    if found["noun"].lower().startswith("loi"):
        rest = _MASCULINE.sub(_feminine, rest)
    return capital(found["noun"]) + (f" n° {told}" if told else "") + rest


def act_title_ar(title: str, number: str | None = None) -> str | None:
    """Give the Arabic title of the act that a draft becomes, on the terms of `act_title`; numbers have dots."""
    found = _read(title, _DRAFTS_AR)
    if found is None:
        return None
    told, rest = _numbered(found, number, ".")
    return found["noun"] + (f" رقم {told}" if told else "") + rest


@dataclass(frozen=True)
class TitleParts:
    """The parts of the title of a draft or of an act, as they are written: noun and authors, number, object."""

    noun: str
    number: str
    rest: str


def title_parts(title: str, number: str | None = None) -> TitleParts | None:
    """Take apart a title in either language; the day of an act is left out. None where no known noun begins it.

    `number` is the official one, where it is known: where the object says it in brackets it is taken from there.
    """
    for titles, separator in ((_ALL_FR, "-"), (_ALL_AR, ".")):
        if found := _read(title, titles):
            told, rest = _numbered(found, number, separator)
            return TitleParts(found["noun"], told, _without_day(rest).strip())
    return None


# What a title says that its act does to another one, before the noun of that one.
_OTHER_ACT = re.compile(
    r"\b(?:lois?|d[ée]crets?|arr[êe]t[ée]s?|dahirs?|code|(?:ال)?(?:قانون|مرسوم|قرار|ظهير)|القوانين|مدونة)\b",
    re.IGNORECASE,
)
_MODIFIES = re.compile(r"\bmodifi|تغيير|تعديل|يغير|يعدل", re.IGNORECASE)
_COMPLETES = re.compile(r"\bcompl[ée]t|تتميم|يتمم", re.IGNORECASE)


@dataclass(frozen=True)
class Amends:
    """Whether a title says that its act modifies another one, and that it completes it."""

    modifies: bool = False
    completes: bool = False


def amends(*titles: str) -> Amends:
    """Say what the titles of one act or of several say they do to another: "modifiant et complétant le décret …"."""
    said = " ; ".join(_OTHER_ACT.split(object_of(title), maxsplit=1)[0] for title in titles)
    return Amends(_MODIFIES.search(said) is not None, _COMPLETES.search(said) is not None)


def _without_day(rest: str) -> str:
    """Leave out the day of the act, which follows its number; that of an act named further on stays."""
    own = _OWN_DAY.match(rest)
    return rest[own.end() :] if own else rest


def feminine(rest: str) -> str:
    """Agree the object of a draft with a law: "relatif à …" is "relative à …"."""
    return _MASCULINE.sub(_feminine, f" {rest}")[1:]


def _read(title: str, drafts: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    written = _without_blanks(title)
    return next(filter(None, (draft.fullmatch(written) for draft in drafts)), None)


def _without_blanks(title: str) -> str:
    """Leave out the dots of a number and of a day to come: those of a text named in the object stay."""
    blank, thing = _TO_COME.search(title), _OBJECT.search(title)
    if blank is None or (thing and thing.start() < blank.start()):
        return title
    return title[: blank.start()] + title[blank.end() :]


def _feminine(found: re.Match[str]) -> str:
    ending = "VE" if found[0].isupper() else "ve"
    return f"{found[1]}{found[2]}{ending}" if found[2] else f"{found[0]}{'E' if found[0].isupper() else 'e'}"


def _numbered(found: re.Match[str], number: str | None, separator: str) -> tuple[str, str]:
    """Give the number that goes after the noun, and the rest of the title: the number stands in one of the two."""
    told, rest = _written(number or found["number"], separator), found["rest"].rstrip()
    for other in _FURTHER_ON.finditer(rest):
        if told and _written(other[1] or other[2], separator) == told:
            if other[1]:
                return told, rest[: other.start()] + rest[other.end() :]
            return (told if found["number"] else ""), rest
    return told, rest


def _written(number: str | None, separator: str) -> str:
    """Write a number as titles of that language do; one that cannot be read stays as it is."""
    try:
        return separator.join(parse_number(number).parts) if number else ""
    except ValueError:
        return number or ""
