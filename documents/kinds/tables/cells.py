"""What the tables of this family say in their cells: an article in its order, its words, a body, a choice."""

import re
from collections.abc import Iterable

from documents.case import Case
from documents.fields import named_ar
from documents.filters import date_long_ar
from documents.language import Language, wording
from models import PartialDate, Register
from workflow.articles.markers import fold
from workflow.articles.numbers import leading, take_key
from workflow.calendar.words import partial_short_fr
from workflow.language.cited_articles import rank_ar
from workflow.language.typography import DASH, capital, shortened
from workflow.procedure.institutions import institution, name_fr
from workflow.procedure.registers import registers

Place = tuple[int, int, int, str]
# The first rank of a place: the text as a whole, what stands before the articles, these, the rest.
GENERAL, BEFORE, ARTICLES, AFTER = range(4)
# Letters of an article that a cell shows: about a third of a page.
_EXTRACT = 420
# A cell of more letters makes a row of about half a page.
_SHORT = 300
_GENERAL = re.compile(
    r"(?:observations?\s+|remarques?\s+)?general|(?:ملاحظ\w+\s+)?عام|tout le texte|l.ensemble du texte"
)
_BEFORE = re.compile(r"intitule|titre$|preambule|visa|عنوان|ديباجة|بناء")
_NAMED = re.compile(
    r"(?:les?\s+|l[’'])?(?:articles?\b|art\.|art(?=\s*\d))\s*|(?:ال)?ماد(?:ة|تان|تين)\s*|المواد\s*", re.IGNORECASE
)
_MANY = re.compile(r"\b(?:et|a|ou)\s+(?:l.article\s+)?\d|[,;]\s*\d|^\s*-\s*\d|(?:^|\s)(?:و|الى)\s*\d")
_PUBLIC = re.compile(
    r"(?:le |(?:commentaires?|consultation|observations?|avis) (?:du )?)?public(?:que)?\b", re.IGNORECASE
)
_PUBLIC_AR = re.compile(r"(?:ملاحظات |تعاليق )?(?:العموم|الجمهور)")
_SUFFIXES = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")


def article_key(words: str) -> str:
    """Give the key of the one article that people named, alike in both languages: "4 bis"; "" for none or several."""
    folded, _places = fold(_bare(words))
    found = take_key(folded, 0)
    return found[0] if found and not _MANY.search(folded[found[1] :]) else ""


def article_place(words: str) -> Place:
    """Give the rank of what people named in a text: the whole, what stands before its articles, these, the rest."""
    bare = _bare(words)
    folded, _places = fold(bare)
    if not folded or _GENERAL.match(folded):
        return (GENERAL, 0, 0, "")
    if found := take_key(folded, 0):
        suffix = found[0].rpartition(" ")[2]
        rank = _SUFFIXES.index(suffix) if suffix in _SUFFIXES else 0
        return (ARTICLES, leading(found[0]) or 0, rank, found[0])
    return (BEFORE if _BEFORE.match(folded) else AFTER, 0, 0, folded)


def article_shown(words: str, language: Language) -> str:
    """Say which article people named, without the word itself, which heads the column: "4 bis", "4 et 5"."""
    if article_place(words)[0] == GENERAL:
        return wording(language)("Général", "عام")
    bare = _bare(words)
    folded, _places = fold(bare)
    found = take_key(folded, 0)
    told = _key_shown(found[0], language) if found and found[1] == len(folded) else ""
    return told or wording(language)(capital(bare), bare)


def _key_shown(key: str, language: Language) -> str:
    if language == "fr":
        return "Premier" if key == "1" else capital(key)
    told = rank_ar(key)
    # Letters of a French suffix say nothing in Arabic.
    return "" if re.search("[A-Za-z]", told) else told


def article_words(case: Case, words: str, language: Language) -> str:
    """Give the beginning of the article that people named, in the newest draft of that language; a dash for none."""
    key, draft = article_key(words), case.drafts.get(language)
    if not key or draft is None:
        return DASH
    found = next((article for article in draft.articles if article.key == key), None)
    return shortened("\n".join(found.paragraphs), _EXTRACT) if found else DASH


def body_shown(body: str, language: Language, on: PartialDate | None = None) -> str:
    """Name a body as on that day; a dash where none was told."""
    if not body:
        return DASH
    if is_public(body):
        return wording(language)("Public", "العموم")
    if language == "ar":
        return named_ar(body, on)
    found = institution(body)
    return capital(name_fr(found.code if found else body, on.last_day if on else None))


def is_public(body: str) -> bool:
    """Whether what made an observation is the public, as those who typed it named it."""
    return bool(_PUBLIC.match(body.strip()) or _PUBLIC_AR.match(body.strip()))


def choice_shown(register: Register, column: str, value: str | None, language: Language) -> str:
    """Say a choice of a register; nothing for none."""
    choices = registers()[register].by_name[column].choices
    told = next((wording(language)(each.fr, each.ar) for each in choices if each.value == value), value or "")
    return capital(told)


def day_shown(when: PartialDate | None, language: Language) -> str:
    """Word a day for a cell; a dash for none."""
    if when is None:
        return DASH
    return date_long_ar(when) if language == "ar" else partial_short_fr(when)


def day_of(value: object) -> PartialDate | None:
    """Read the value of a day column."""
    return PartialDate.parse(str(value)) if value else None


def is_long(cells: Iterable[object]) -> bool:
    """Whether a row with these cells may take more than half a page, and so may go on on the next one."""
    return any(len(str(cell)) > _SHORT for cell in cells)


def _bare(words: str) -> str:
    return _NAMED.sub("", words.strip(), count=1) if _NAMED.match(words.strip()) else words.strip()
