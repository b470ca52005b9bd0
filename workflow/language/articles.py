"""French articles: put before a name, taken from it, contracted with "de" and "à", added after "par"."""

import re

from workflow.language.folding import plain
from workflow.language.official_numbers import MARK_FR, in_french

_ARTICLE = re.compile(r"^(?:(?:le|la|les)\s+|l[’'])", re.IGNORECASE)
_CONTRACTED = {"le": "du", "les": "des"}
_CONTRACTED_TO = {"le": "au", "les": "aux"}
_VOWELS = frozenset("aeiou")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(rf"(?:{MARK_FR})?(?=\d+[-./]\d)", re.IGNORECASE)
_OF_A_TEXT = re.compile(
    r"(?:(?:l[’']|les\s+)?art(?:icles?|\.)?\s*)?(?P<which>(?:premier\b|\d).*)", re.IGNORECASE | re.DOTALL
)
_FIRST = re.compile(r"^1(?:er)?(?=$|,|;|\s+(?:et|à)\b|\s*\()")
_MANY = re.compile(r"\bet\b|\bà\b|,|;|\d\s*[-–]\s*\d", re.IGNORECASE)
# What people name, without its article, as that by which something was done: acts, then those who make them.
_ACTS = {
    "arrete": "l’", "avant": "l’", "circulaire": "la ", "code": "le ", "dahir": "le ", "decision": "la ",
    "decret": "le ", "loi": "la ", "ordonnance": "l’", "projet": "le ", "proposition": "la ", "texte": "le ",
}  # fmt: skip
# Those who are many of a kind are named as some of them: "des députés".
_MEMBERS = {
    "conseiller": "le ", "conseillere": "la ", "depute": "le ", "deputee": "la ", "elu": "le ", "elue": "la ",
    "membre": "un ", "parlementaire": "le ",
}  # fmt: skip
# Written with a small letter, whose names are those of a function or of a part of a body.
_COMMON = {
    "bureau": "le ", "cabinet": "le ", "departement": "le ", "directeur": "le ", "directrice": "la ",
    "direction": "la ", "gouverneur": "le ", "groupe": "le ", "groupement": "le ", "majorite": "la ",
    "ministere": "le ", "ministre": "le ", "opposition": "l’", "president": "le ", "presidente": "la ",
    "wali": "le ",
}  # fmt: skip
_NAMED = {
    "agence": "l’", "assemblee": "l’", "association": "l’", "autorite": "l’", "caisse": "la ", "centre": "le ",
    "chambre": "la ", "chef": "le ", "comite": "le ", "commission": "la ", "conference": "la ", "conseil": "le ",
    "constitution": "la ",
    "cour": "la ", "delegation": "la ", "delegue": "le ", "federation": "la ", "fondation": "la ",
    "gouvernement": "le ", "haut": "le ", "inspection": "l’", "instance": "l’", "institut": "l’", "institution": "l’",
    "mediateur": "le ", "observatoire": "l’", "office": "l’", "ordre": "l’", "parlement": "le ", "premier": "le ",
    "premiere": "la ", "procureur": "le ", "region": "la ", "roi": "le ", "secretaire": "le ", "secretariat": "le ",
    "tresorerie": "la ", "tribunal": "le ", "union": "l’", "universite": "l’", "wilaya": "la ",
}  # fmt: skip
_ARTICLES = _ACTS | _COMMON | _NAMED | _MEMBERS
_PLURALS = {f"{noun}s": "des " if noun in _MEMBERS else "les " for noun in _ARTICLES}
_SMALL = _ACTS | _COMMON | _MEMBERS
# The article that people wrote, perhaps with a capital letter.
_WRITTEN = re.compile(r"^(?:(?:les?|la|une?|des)\s+|l[’'])(?=\w)", re.IGNORECASE)


def has_article(words: str) -> bool:
    """Whether words begin with a definite article: "la Cour des comptes"."""
    return _ARTICLE.match(words) is not None


def bare(words: str) -> str:
    """Take the article from a name: "l’Instance nationale" becomes "Instance nationale"."""
    return _ARTICLE.sub("", words)


def is_elided(words: str) -> bool:
    """Whether words begin with a vowel, before which an article or "de" loses its own."""
    return plain(words)[:1] in _VOWELS


def of(words: str) -> str:
    """Put "de" before a name: "du Conseil", "de la Cour", "de l’Instance", "d’untel"."""
    first, _space, rest = words.partition(" ")
    if contracted := _CONTRACTED.get(first.lower()):
        return f"{contracted} {rest}"
    return f"d’{words}" if is_elided(words) else f"de {words}"


def to(words: str) -> str:
    """Put "à" before a name: "au Conseil", "à la Cour", "à l’Instance"."""
    first, _space, rest = words.partition(" ")
    contracted = _CONTRACTED_TO.get(first.lower())
    return f"{contracted} {rest}" if contracted else f"à {words}"


def by(words: str) -> str:
    """Put "par" before what people named as it came to them: "par le décret n° …", "par le ministère", "par M. Untel".

    An article keeps no capital letter, nor does a common noun: "par la ministre". An act of which only the number is
    known is "le texte n° …"; numbers of acts are written as French writes them, whoever spelt them. A name that no noun
    begins stays as it was written.
    """
    if number := _NUMBER.match(words):
        return f"par le {in_french(f'texte n° {words[number.end() :]}')}"
    written = _WRITTEN.match(words)
    article, named = (written[0].lower(), words[written.end() :]) if written else ("", words)
    first = _FIRST_WORD.match(named)
    noun = plain(first[0]) if first else ""
    if noun in _SMALL or noun.removesuffix("s") in _SMALL:
        named = named[:1].lower() + named[1:]
    return f"par {article or (_ARTICLES | _PLURALS).get(noun, '')}{in_french(named)}"


def named_articles(words: str, *, the: bool = False) -> str:
    """Name the articles of a text that people wrote as it came to them: "4" is "article 4", "1" "article premier".

    `the` puts "l’" or "les" before; words that name no article of a text, "annexe 2", stay as they are.
    """
    told = _OF_A_TEXT.fullmatch(words.strip())
    if told is None:
        return words
    many = _MANY.search(told["which"]) is not None
    which = _FIRST.sub("premier", told["which"])
    return f"{('les ' if many else 'l’') if the else ''}article{'s' if many else ''} {which}"
