"""Whether articles and divisions follow each other by number; what does not is told as a doubt, never corrected."""

from collections.abc import Iterator, Sequence

from workflow.articles.numbers import leading
from workflow.articles.structure import LEVELS, Article, Division, Item, Unplaced

_UNIQUE = "unique"


def doubts_of_numbering(items: Sequence[Item], places: Sequence[int]) -> list[Unplaced]:
    """Tell the numbers that are missing, repeated or out of order, and the articles without a word of their own.

    `places` gives the line of each item.
    """
    told = list(zip(items, places, strict=True))
    articles = [(item, place) for item, place in told if isinstance(item, Article)]
    divisions = [(item, place) for item, place in told if isinstance(item, Division)]
    return [*_of_articles(articles), *_of_divisions(divisions)]


def _of_articles(articles: Sequence[tuple[Article, int]]) -> Iterator[Unplaced]:
    seen: set[str] = set()
    last = 0
    for article, place in articles:
        if why := _why(article, seen, last, alone=len(articles) == 1):
            yield Unplaced(place, article.label, why)
        if not article.paragraphs:
            yield Unplaced(place, article.label, "Cet article n’a pas de texte.")
        seen.add(article.key)
        last = max(last, leading(article.key) or 0)


def _why(article: Article, seen: set[str], last: int, *, alone: bool) -> str:
    number = leading(article.key)
    if article.key in seen:
        return "Ce numéro d’article est déjà pris."
    if article.key == _UNIQUE:
        return "" if alone else "Un « article unique » n’est pas le seul de ce texte."
    if number is None or number == last:
        return "" if number else "Ce numéro d’article ne se lit pas."
    if number < last:
        return f"Cet article est placé après l’article {last}."
    return _missing(last + 1, number - 1)


def _missing(first: int, final: int) -> str:
    if first > final:
        return ""
    if first == final:
        return f"L’article {first} manque avant celui-ci."
    return f"Les articles {first} à {final} manquent avant celui-ci."


def _of_divisions(divisions: Sequence[tuple[Division, int]]) -> Iterator[Unplaced]:
    """Divisions are numbered from 1 in each wider one, or go on through the whole text: either is in order."""
    last: dict[str, int] = {}
    here: dict[str, int] = {}
    for division, place in divisions:
        number = leading(division.key)
        for narrower in LEVELS[LEVELS.index(division.level) + 1 :]:
            here.pop(narrower, None)
        if number is None:
            continue
        if number not in (here.get(division.level, 0) + 1, last.get(division.level, 0) + 1):
            yield Unplaced(place, division.label, "Le numéro de cette division ne suit pas celui de la précédente.")
        last[division.level] = here[division.level] = number
