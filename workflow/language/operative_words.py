"""The words by which a title says what its text does: what stands before them names the act, its author, its number.

They are spelled as folded text spells them, without accents; `as_written` reads them in a title as it stands.
"""

import re

FRENCH = (
    r"relati(?:f|ve)s?|portant|modifiant|completant|fixant|definissant|abrogeant|approuvant|ratifiant|autorisant|"
    r"instituant|organisant|reglementant|determinant|concernant|creant|edictant|prise?s? (?:pour|en|par|sur)"
)
ARABIC = r"المتعلق|يتعلق|بشان|في شان|ب?القاضي|يقضي|بتحديد|بتغيير|بتتميم|بتعيين|بتنفيذ|بتطبيق|باحداث|بمثابة"
OPERATIVE = re.compile(rf"\b(?:{FRENCH}|{ARABIC})\b")

_SPELLINGS = str.maketrans({"e": "[eéèê]", "ا": "[اأإآ]", " ": r"\s+"})


def as_written(words: str) -> str:
    """Give the pattern that finds these words with or without their accents and hamzas, however they are spaced."""
    return words.translate(_SPELLINGS)
