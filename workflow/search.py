"""Words as they are searched: without case, accents, marks, or the letters people write two ways."""

import re
import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans({"œ": "oe", "æ": "ae", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ـ": None})
_SEPARATORS = re.compile(r"[^\w]+")
_NUMBER_SIGN = re.compile(r"\bn\s?[°ºo]\.?\s*(?=\d)", re.IGNORECASE)
_ARTICLE = re.compile(r"\bال(?=\w{2})")


def norm(words: str) -> str:
    """Fold French and Arabic words so that what is meant alike is written alike; "103.13" becomes "103 13"."""
    lowered = unicodedata.normalize("NFKD", words).lower()
    letters = "".join(map(_plain, lowered))
    return _ARTICLE.sub("", _SEPARATORS.sub(" ", letters.translate(_FOLDED)).strip())


def sought(words: str) -> list[str]:
    """Fold what somebody looks for into words, each to be found somewhere; a plural finds the singular too."""
    return [re.sub(r"(?<=[a-z]{3})[sx]$", "", word) for word in norm(_NUMBER_SIGN.sub("", words)).split()]


@lru_cache(maxsize=1024)
def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    return str(unicodedata.digit(letter)) if letter.isdigit() and not letter.isascii() else letter
