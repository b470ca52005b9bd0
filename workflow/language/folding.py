"""Words brought to one spelling, so that what is meant alike is compared and found alike."""

import re
import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans({"œ": "oe", "æ": "ae", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ـ": None})


_SEPARATORS = re.compile(r"[^\w]+")


_ARTICLE = re.compile(r"\bال(?=\w{2})")


@lru_cache(maxsize=2048)
def norm(words: str) -> str:
    """Fold French and Arabic words so that what is meant alike is written alike; "103.13" becomes "103 13"."""
    lowered = unicodedata.normalize("NFKD", words).lower()
    letters = "".join(map(_plain, lowered))
    return _ARTICLE.sub("", _SEPARATORS.sub(" ", letters.translate(_FOLDED)).strip())


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter


@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    """Strip a text of what copies of it disagree on: case, accents, kinds of spaces, invisible marks."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if unicodedata.category(letter) not in ("Mn", "Cf")).split())
