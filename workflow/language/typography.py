"""How words are set: spaces that must not break, dots for what is missing, dates and delays in words."""

import re
from collections.abc import Callable
from functools import lru_cache

DOTS = "………"
DASH = "–"
_FIXED = "\u00a0"
_THIN = "\u202f"
MONTHS_FR = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_MONTHS = "|".join(MONTHS_FR)
_MONTHS_SHORT = r"janv\.|févr\.|avr\.|juill\.|sept\.|oct\.|nov\.|déc\."
_HIJRI_MONTHS = r"moharrem|safar|rabii I{1,2}|joumada I{1,2}|rejeb|chaabane|ramadan|chaoual|kaada|hija"
_UNITS = r"voix|jours?|semaines?|mois|ans?|heures?|h|minutes?|dirhams?|DH|MAD|millions?|milliards?|abstentions?"
_MONTHS_AR = (
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال"),
    *("ذي القعدة", "ذو القعدة", "ذي الحجة", "ذو الحجة"),
)
_UNITS_AR = ("يوما", "أيام", "يوم", "شهرا", "أشهر", "سنة", "سنوات", "صوتا", "أصوات", "صوت", "وثائق", "وثيقة", "وثيقتان")
_NAMED_AR = ("رقم ", "عدد ", "المادة ", "ص. ")
_MONTH_SIGNS = ("janv", "févr", "mars", "avr", "mai", "jui", "août", "sept", "oct", "nov", "déc")
_HIJRI_SIGNS = ("moharrem", "safar", "rabii", "joumada", "rejeb", "chaabane", "ramadan", "chaoual", "kaada", "hija")
_AFTER_DAY = r"(?:(?<=\b\d )|(?<=\b\d\d )|(?<=\b\der )|(?<=\b\d\der ))"
_AFTER_MONTH = "|".join(rf"(?<=\b{month} )" for month in (*MONTHS_FR, *_MONTHS_SHORT.split("|")))


def _hold_all(found: re.Match[str]) -> str:
    return found[0].replace(" ", _FIXED)


# Each rule after the signs without one of which it changes nothing: to look for them costs far less than the rule. A
# rule that begins with the very letter it changes is found five times as fast as one that begins with what precedes it.
_RULES = (
    (("'",), re.compile(r"'(?=[A-Za-zÀ-ÿ])(?<=[A-Za-zÀ-ÿ]')"), "’"),
    (("° ", "art. ", "p. ", "rticle "),
     re.compile(r" (?:(?<=\b[nN]° )|(?<=\bart\. )(?=\d)|(?<=\bp\. )(?=\d)|(?<=\b[Aa]rticle )(?=\d|premier))"), _FIXED),
    # At the end of words too: a template may print the number after them.
    (_NAMED_AR, re.compile(r" (?=\d|$)(?:(?<=\bرقم )|(?<=\bعدد )|(?<=\bالمادة )|(?<=ص\. ))"), _FIXED),
    (("étape d",), re.compile(r" (?=déduite\b)(?<=\bétape )"), _FIXED),
    ((" ;", " !", " ?", " %"), re.compile(r" (?=[;!?%])"), _THIN),
    # Arabic has no space inside.
    (("«",), re.compile("«[ \u00a0]?(?![ \u00a0\u0600-\u06ff])"), f"«{_FIXED}"),
    ((" :", " »"), re.compile(r" (?=[:»])"), _FIXED),
)  # fmt: skip
# Those that change nothing where there is no digit.
_RULES_OF_NUMBERS: tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_MONTH_SIGNS, re.compile(rf" (?={_MONTHS}|{_MONTHS_SHORT}){_AFTER_DAY}"), _FIXED),
    (_MONTH_SIGNS, re.compile(rf" (?=\d{{4}})(?:{_AFTER_MONTH})"), _FIXED),
    (_HIJRI_SIGNS, re.compile(rf"\b(\d{{1,2}}(?:er)?) ({_HIJRI_MONTHS}) (?=\d{{3,4}}\b)"), rf"\1{_FIXED}\2{_FIXED}"),
    ((" ",), re.compile(rf" (?:(?<=\d )(?=\d{{3}}\b|(?:{_UNITS})\b)|(?<=\d h )(?=\d\d\b))"), _FIXED),
    (
        _MONTHS_AR,
        re.compile(rf"(?<![\w/.-])(?:\d{{1,2}}|فاتح) (?:من )?(?:{'|'.join(_MONTHS_AR)}) (?=\d{{4}}\b)"),
        _hold_all,
    ),
    (_UNITS_AR, re.compile(rf" (?=(?:{'|'.join(_UNITS_AR)})\b)(?<=\d )"), _FIXED),
)
_DIGIT = re.compile(r"\d")
# The end of an ordinal, which is raised where the medium can: 1er, 2e.
ORDINAL = re.compile("(?<![^\\s(«’])(?P<rank>1(?=er)|[1-9][0-9]?(?=e))(?P<end>er?)(?=[\\s,;.:)»]|$)")
# What must not begin or end a line of a mail.
_TIED = re.compile(r" (?=[:;?!–])|(?<=n°) |(?<=art\.) |(?<=\d) (?=jour)")
# What a Word file cannot hold, and the marks that the template engine reads as page and paragraph breaks.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


@lru_cache(maxsize=2048)  # titles and sentences are shown again and again
def typeset(words: str) -> str:
    """Set words for paper: dates, numbers and French punctuation hold together, nothing unwritable is left."""
    words = _UNWRITABLE.sub(" ", words)
    for signs, pattern, replacement in (*_RULES_OF_NUMBERS, *_RULES) if _DIGIT.search(words) else _RULES:
        for sign in signs:
            if sign in words:
                words = pattern.sub(replacement, words)
                break
    return words


def tie(words: str) -> str:
    """Set words for a mail: nothing but spaces changes, into spaces that do not break."""
    return _TIED.sub(_FIXED, words)


def shortened(words: str, longest: int) -> str:
    """Cut words at the last space within `longest` letters, and say so by "…", which no other sign precedes."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(" :;,،؛–-\u00a0") + " …"


def capital(words: str) -> str:
    """Begin with a capital letter, whatever follows."""
    return words[:1].upper() + words[1:]
