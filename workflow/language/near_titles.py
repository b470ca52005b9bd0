"""Titles that are near: one text under two wordings, as a bill and the law that it became."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from workflow.language.folding import norm
from workflow.language.operative_words import FRENCH

# Measured on the titles of 51 histories and of a ministry's page of 22 rows, 551 pairs within one family of kinds: 94
# finds 16 of the 18 pairs that are one text, and one of two texts (a draft copied under the number that it amends);
# 91 finds the same and 4 more of two texts, 86 one more of each.
_NEAR = 94

# The kind of text, and whose it is, up to the word that says what the text does: kinds and authors vary in the sources.
_KIND = (
    r"(?:avant )?(?:(?:projet|proposition)s? (?:de |d )?)?"
    r"(?:loi organique|loi cadre|loi de finances|loi|decret loi|decret|dahir|arrete|decision)\b"
)
_OPENING = re.compile(
    rf"^{_KIND}(?:.{{0,250}}?(?=\b(?:{FRENCH})\b))?"
    r"|^(?:مشروع |مقترح )?(?:قانون تنظيمي|قانون اطار|قانون ماليه|قانون|مرسوم بقانون|مرسوم|قرار مشترك|قرار)(?!\w)"
)
_LITTLE = frozenset(
    norm(
        "à au aux l la le les d de des du et en n no par pour sur sa son ses relatif relative relatifs relatives "
        "portant concernant من على في و رقم يتعلق متعلقة متعلق بشأن"
    ).split()
)
# What a text does to another one: a text that amends a law is not that law, however near their titles.
_DEEDS = (
    "modifi", "complet", "abrog", "ratifi", "approb", "approuv", "appli", "rectifi",
    "تعديل", "تغيير", "تتميم", "نسخ", "تطبيق", "مصادق",
)  # fmt: skip


# Every title of a table is compared with every candidate: each is read once.
_KEPT = 16384


def core_words(title: str) -> tuple[str, ...]:
    """Give the words of a title that tell its text from others: without its kind, its numbers and little words."""
    words = _OPENING.sub("", norm(title), count=1).split()
    return tuple(word for word in words if word not in _LITTLE and not any(map(str.isdigit, word)))


def are_near(one: str, other: str) -> bool:
    """Whether two titles may be those of one text: their own words are nearly the same, and what the text does too.

    Numbers and years that both give, and of which none is common, tell two texts: "… année budgétaire 2014" and
    "… 2025", or what applies one law and what applies another one.
    """
    (words, deeds, numbers), (others, other_deeds, other_numbers) = _read(one), _read(other)
    if deeds != other_deeds or (numbers and other_numbers and not numbers & other_numbers):
        return False
    return token_set_ratio(words, others, score_cutoff=_NEAR) > 0


@lru_cache(maxsize=_KEPT)
def _read(title: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """Give the words of its own of a title, what its text does to another one, and the numbers that it cites."""
    folded = norm(title)
    deeds = frozenset(deed for deed in _DEEDS if deed in folded)
    numbers = frozenset(re.findall(r"\d+", _OPENING.sub("", folded, count=1)))
    return " ".join(core_words(title)), deeds, numbers
