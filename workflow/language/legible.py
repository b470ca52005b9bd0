"""What is written is what is read: marks that nobody sees are taken from words, and what misleads the eye is refused.

Taken away, for nothing that is read changes: the soft hyphen, spaces of no width, the byte order mark, and the marks
that set a direction without turning letters round (pages and papers set the direction of each run themselves). Refused,
for the person must look: what shows letters in another order than they are written in, and control characters, which
stand where a letter was lost in a copy.

Kept between Arabic letters, for they choose the shape of a letter that is read: the zero-width joiner, as after the
letter of "1447 هـ", and the zero-width non-joiner.
"""

import re
import unicodedata

_OVERRIDES = re.compile("[\u202d\u202e]")
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_JOINERS = re.compile(f"(?<![{_ARABIC}])[\u200c\u200d]|\u200c(?![{_ARABIC}])")
# Blank to the eye, though they count as letters or as marks of other scripts.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_KEPT = frozenset("\u200c\u200d\u202d\u202e")


def clean(words: str) -> str:
    """Take away the marks that nobody sees; spaces and line ends stay as they are, and so does what is refused."""
    if words.isascii() and "\x00" not in words:
        return words
    return _JOINERS.sub("", "".join(letter for letter in words if not _is_unseen(letter)))


def one_line(words: str) -> str:
    """Clean words and put them on one line, with single plain spaces; empty where there was nothing to read."""
    return " ".join(clean(words).split())


def illegible(words: str) -> str | None:
    """Say why words cannot be kept as they are, None where they can."""
    if _OVERRIDES.search(words):
        return (
            "Un caractère invisible y inverse le sens de lecture : ce qui se lit n’est pas ce qui est écrit. "
            "Retapez ces mots au lieu de les copier."
        )
    found = next((letter for letter in words if unicodedata.category(letter) == "Cc" and not letter.isspace()), None)
    if found is None or found == "\x00":
        return None
    place = words.index(found)
    around = one_line("".join(each for each in words[max(0, place - 20) : place] if each.isprintable()))
    where = f"après « {around} »" if around else "au début"
    return f"Un caractère illisible se trouve {where} : une lettre s’est perdue en copiant. Retapez ce mot."


def kept_line(words: str, most: int) -> str:
    """Give words as they are kept on one line of at most `most` letters; raise ValueError, with why they cannot be."""
    kept = one_line(words)
    if wrong := illegible(kept):
        raise ValueError(f"« {words[:40]} » : {wrong}")
    if len(kept) > most:
        raise ValueError(f"« {kept[:40]}… » : {most} caractères au plus.")
    return kept


def without_overrides(words: str) -> str:
    """Clean words that a person is shown before they are kept, and take away what turns letters round too."""
    return _OVERRIDES.sub("", clean(words))


def _is_unseen(letter: str) -> bool:
    if letter in _KEPT:
        return False
    is_selector = "\ufe00" <= letter <= "\ufe0f"
    # Unicode leaves them to programs; papers mark with some of them what is missing.
    is_of_programs = "\ufdd0" <= letter <= "\ufdef"
    return (
        letter == "\x00" or letter in _BLANKS or is_selector or is_of_programs or unicodedata.category(letter) == "Cf"
    )
