"""French articles: put before a name, taken from it, contracted with "de"."""

import re

from workflow.language.folding import plain

_ARTICLE = re.compile(r"^(?:(?:le|la|les)\s+|l[’'])", re.IGNORECASE)
_CONTRACTED = {"le": "du", "les": "des"}
_CONTRACTED_TO = {"le": "au", "les": "aux"}
_VOWELS = frozenset("aeiou")


def has_article(words: str) -> bool:
    """Whether words begin with a definite article: "la Cour des comptes"."""
    return _ARTICLE.match(words) is not None


def bare(words: str) -> str:
    """Take the article from a name: "l’Instance nationale" becomes "Instance nationale"."""
    return _ARTICLE.sub("", words)


def of(words: str) -> str:
    """Put "de" before a name: "du Conseil", "de la Cour", "de l’Instance", "d’untel"."""
    first, _space, rest = words.partition(" ")
    if contracted := _CONTRACTED.get(first.lower()):
        return f"{contracted} {rest}"
    return f"d’{words}" if plain(words)[:1] in _VOWELS else f"de {words}"


def to(words: str) -> str:
    """Put "à" before a name: "au Conseil", "à la Cour", "à l’Instance"."""
    first, _space, rest = words.partition(" ")
    contracted = _CONTRACTED_TO.get(first.lower())
    return f"{contracted} {rest}" if contracted else f"à {words}"
