"""Who takes an act, as its title names them: "Arrêté conjoint du ministre de la justice et de la ministre de …"."""

import re

from workflow.language.act_titles import title_parts

_HEADS_FR = r"(?:ministre|chef|secr[ée]taire|haut|pr[ée]sidente?|d[ée]l[ée]gu[ée]e?|wali)"
_FIRST_FR = re.compile(rf"\b(?:du|de\s+la|de\s+l[’'])\s*(?={_HEADS_FR}\b)", re.IGNORECASE)
_BETWEEN_FR = re.compile(rf"(?:\s*,|\s*,?\s+et)\s+(?=(?:du|de\s+la|de\s+l[’'])\s*{_HEADS_FR}\b)", re.IGNORECASE)
_OF = re.compile(r"(?:(?P<du>du)\s+|(?P<la>de\s+la)\s+|de\s+l[’'])", re.IGNORECASE)
_HEADS_AR = r"(?:ال)?(?:وزيرة?|رئيسة?|كاتبة?|أمينة?|مندوبة?|والي)\b"
_FIRST_AR = re.compile(rf"\bل(?:ل)?(?={_HEADS_AR})")
_BETWEEN_AR = re.compile(rf"\s*[،,]?\s+و(?=(?:لل?)?{_HEADS_AR})")
_FOR = re.compile(r"لل|ل(?=وزير|رئيس|كاتب|أمين|مندوب|والي)")


def authors_fr(title: str) -> list[str]:
    """Give the authors that a French title names, with their articles: "le ministre de la justice"; in its order."""
    parts = title_parts(title)
    first = _FIRST_FR.search(parts.noun) if parts else None
    if parts is None or first is None:
        return []
    return [_with_article(author) for author in _BETWEEN_FR.split(parts.noun[first.start() :])]


def authors_ar(title: str) -> list[str]:
    """Give the authors that an Arabic title names, without the preposition: "وزيرة الأسرة"; in its order."""
    parts = title_parts(title)
    first = _FIRST_AR.search(parts.noun) if parts else None
    if parts is None or first is None:
        return []
    return [_without_for(author) for author in _BETWEEN_AR.split(parts.noun[first.start() :])]


def _with_article(author: str) -> str:
    found = _OF.match(author)
    if found is None:
        return author.strip()
    article = "le " if found["du"] else "la " if found["la"] else "l’"
    return f"{article}{author[found.end() :]}".strip()


def _without_for(author: str) -> str:
    found = _FOR.match(author)
    if found is None:
        return author.strip()
    return f"{'ال' if found[0] == 'لل' else ''}{author[found.end() :]}".strip()
