"""French articles: put before a name, taken from it, contracted with "de" and "à", added after "par"."""

import re

from workflow.language.folding import plain

_ARTICLE = re.compile(r"^(?:(?:le|la|les)\s+|l[’'])", re.IGNORECASE)
_CONTRACTED = {"le": "du", "les": "des"}
_CONTRACTED_TO = {"le": "au", "les": "aux"}
_VOWELS = frozenset("aeiou")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?:n[°ºo]\.? ?)?(?=\d+[-./]\d)", re.IGNORECASE)
_UNMARKED_NUMBER = re.compile(r"(?<=[a-zé]) (?=\d+[-.]\d)", re.IGNORECASE)
# What people name, without its article, as that by which something was done: acts, then those who make them.
_ACTS = {
    "arrete": "l’", "avant": "l’", "circulaire": "la ", "code": "le ", "dahir": "le ", "decision": "la ",
    "decret": "le ", "loi": "la ", "ordonnance": "l’", "projet": "le ", "proposition": "la ", "texte": "le ",
}  # fmt: skip
_AUTHORS = {
    "agence": "l’", "autorite": "l’", "chambre": "la ", "chef": "le ", "comite": "le ", "commission": "la ",
    "conseil": "le ", "cour": "la ", "departement": "le ", "gouvernement": "le ", "groupe": "le ", "haut": "le ",
    "instance": "l’", "ministere": "le ", "ministre": "le ", "office": "l’", "parlement": "le ", "president": "le ",
    "presidente": "la ", "roi": "le ", "secretaire": "le ", "secretariat": "le ",
}  # fmt: skip
_PLURALS = {f"{noun}s": "les " for noun in _ACTS | _AUTHORS}


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


def by(words: str) -> str:
    """Put "par" before what people named as it came to them: "par le décret n° …", "par le ministère", "par M. Untel".

    An act of which only the number is known is "le texte n° …"; a name that no noun begins stays as it was written.
    """
    if number := _NUMBER.match(words):
        return f"par le texte n° {words[number.end() :]}"
    first = _FIRST_WORD.match(words)
    noun = plain(first[0]) if first else ""
    if noun.removesuffix("s") in _ACTS:
        words = words[:1].lower() + words[1:]
        words = words if "n°" in words else _UNMARKED_NUMBER.sub(" n° ", words, count=1)
    return f"par {(_ACTS | _AUTHORS | _PLURALS).get(noun, '')}{words}"
