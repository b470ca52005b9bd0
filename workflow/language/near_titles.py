"""Titles that are near: one text under two wordings, as a bill and the law that it became."""

import re
from functools import lru_cache

from rapidfuzz.fuzz import token_set_ratio

from workflow.language.folding import norm

# Measured on the titles of 51 histories and of a ministry's page of 22 rows, 551 pairs within one family of kinds: 94
# finds 16 of the 18 pairs that are one text, and one of two texts (a draft copied under the number that it amends);
# 91 finds the same and 4 more of two texts, 86 one more of each.
_NEAR = 94

# The kind of text, and whose it is, up to the word that says what the text does: kinds and authors vary in the sources.
_KIND = (
    r"(?:avant )?(?:(?:projet|proposition)s? (?:de |d )?)?"
    r"(?:loi organique|loi cadre|loi de finances|loi|decret loi|decret|dahir|arrete|decision)\b"
)
_ACT = r"(?:relati\w+|concernant|portant|modifi\w+|complet\w+|fixant|pris|abroge\w+|edict\w+|defini\w+|institu\w+)\b"
_OPENING = re.compile(
    rf"^{_KIND}(?:.{{0,250}}?(?=\b{_ACT}))?"
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


@lru_cache(maxsize=4096)
def core_words(title: str) -> tuple[str, ...]:
    """Give the words of a title that tell its text from others: without its kind, its numbers and little words."""
    words = _OPENING.sub("", norm(title), count=1).split()
    return tuple(word for word in words if word not in _LITTLE and not any(map(str.isdigit, word)))


def are_near(one: str, other: str) -> bool:
    """Whether two titles may be those of one text: their own words are nearly the same, and what the text does too.

    Numbers and years that both give, and of which none is common, tell two texts: "… année budgétaire 2014" and
    "… 2025", or what applies one law and what applies another one.
    """
    if _deeds(one) != _deeds(other) or _is_told_apart(_numbers(one), _numbers(other)):
        return False
    return token_set_ratio(" ".join(core_words(one)), " ".join(core_words(other))) >= _NEAR


def _deeds(title: str) -> frozenset[str]:
    words = norm(title).split()
    return frozenset(deed for deed in _DEEDS if any(deed in word for word in words))


def _numbers(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", _OPENING.sub("", norm(title), count=1)))


def _is_told_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
