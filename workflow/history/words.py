"""The words under which a text is found: those of its titles and numbers, and those that its steps tell."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from models import LegalText
from workflow.history.events import events
from workflow.history.facts import ALWAYS
from workflow.history.fold import Situation
from workflow.language.folding import norm
from workflow.procedure.vocabulary import Fact, Vocabulary

# A longer word, or more of them, is not searched: nobody types them, and an index must stay small.
LONGEST = 60
_MOST = 3000
MOST_OF_PIECES = 2000
# An official number has at most four parts: "2-22-103 bis".
_PARTS = 4
_NUMERAL = re.compile(r"(?:no)?(\d\w*)")  # « nº103-13 »: the sign is folded to letters
_SUFFIXES = ("bis", "ter")
_PADDING = re.compile(r"(?<![^_])0+(?=\d)")
_WRITTEN = ("line", "text")
# What an Arabic word may have before it: and, so, by, like, for, will; then the article.
_BEFORE = "وفبكلس"
_ARTICLE = "ال"
_SHORTEST = 3


def words_of(
    text: LegalText, situation: Situation, vocabulary: Vocabulary, of_pieces: Iterable[str] = ()
) -> frozenset[str]:
    """Give the words of a text whose row is already written, and the marks of what lists filter by.

    `of_pieces` are those of its pieces as `words_of_piece` gives them, the newest piece first: its own words come first
    and are never left out for them.
    """
    found: set[str] = set()
    for words in (
        text.search_text,
        *(norm(words) for words in dict.fromkeys(line for _name, line in told_words(situation, vocabulary))),
    ):
        found |= found_under(words)
        if len(found) > _MOST:
            break
    found.update(_capped(word for words in of_pieces for word in words.split()))
    return frozenset(found | signs_of(text.title_fr) | signs_of(text.title_ar) | set(marks_of(text)))


def words_of_piece(words: str) -> str:
    """Give the words under which a text is found by a piece, folded, in the order of the piece, as far as they go."""
    found = (word for line in words.splitlines() for word in sorted(_forms(norm(line))))
    return " ".join(_capped(found))


def _capped(words: Iterable[str]) -> dict[str, None]:
    """Give different words in their order, as many as a text may have of its pieces."""
    found: dict[str, None] = {}
    for word in words:
        found[word] = None
        if len(found) >= MOST_OF_PIECES:
            break
    return found


def mark(kind: str, value: object) -> str:
    """Write a mark, which no typed word is: "=k_decret"."""
    return f"={kind}_{value}"


def marks_of(text: LegalText) -> Iterator[str]:
    """Give the marks of where a text stands, its kind and the person responsible.

    A frequent word and a rare kind are found together. State and phase have no mark: they change with nearly every
    move, and the index would be written again each time.
    """
    yield mark("s", text.section)
    yield mark("k", text.procedure)
    yield mark("r", text.responsible_id.hex if text.responsible_id else "")


def is_sign(letter: str) -> bool:
    """Whether a character is none that words keep, nor a space."""
    return not letter.isspace() and not norm(letter)


def sign_mark(letter: str) -> str:
    """Write the mark of a sign that stands in a title."""
    return mark("x", f"{ord(letter):x}")


@lru_cache(maxsize=2048)
def signs_of(title: str) -> frozenset[str]:
    """Give the marks of the signs in a title, which are found when nothing but signs is typed."""
    return frozenset(sign_mark(letter) for letter in title if is_sign(letter))


def numbers(words: Iterable[str]) -> Iterator[str]:
    """Join the parts of each number among folded words, from each of its parts on: "14_278" for "2 14 278"."""
    run: list[str] = []
    for word in words:
        part = _NUMERAL.fullmatch(word)
        if part:
            run.append(part[1])
            continue
        if run and word in _SUFFIXES:
            run.append(word)
        yield from _joined(run)
        run = []
    yield from _joined(run)


def unpadded(number: str) -> Iterator[str]:
    """Give a number without the zeros before its parts, if it has any: sources write "026_25" and "26_25"."""
    bare = _PADDING.sub("", number)
    if "_" in number and bare != number:
        yield bare


def _joined(run: list[str]) -> Iterator[str]:
    return ("_".join(run[start : start + _PARTS]) for start in range(len(run)))


@lru_cache(maxsize=2048)  # a move changes few of the words of a text
def found_under(folded: str) -> frozenset[str]:
    """Give the words, and the numbers whole, under which folded words are found."""
    return _forms(folded)


def _forms(folded: str) -> frozenset[str]:
    words = folded.split()
    joined = list(numbers(words))
    bare = (form for number in joined for form in unpadded(number))
    found = [*joined, *bare, *words, *(form for word in words for form in _without_particles(word))]
    return frozenset(word[:LONGEST] for word in found)


def _without_particles(word: str) -> Iterator[str]:
    while len(word) > _SHORTEST and word[0] in _BEFORE:
        word = word[1:]
        yield word
        if word.startswith(_ARTICLE) and len(word) > _SHORTEST + 1:
            word = word[2:]
            yield word


def told_words(situation: Situation, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give what was written of a text in the steps that count, the newest first, each after the name of what it is.

    Then who answers for it now.
    """
    facts = vocabulary.facts | ALWAYS
    for done in reversed(events(situation.done)):  # the newest first: it is what is kept where there is too much
        for name, value in done.facts.items():
            # Of the titles and the number, those of today are found, which the row has.
            if isinstance(value, str) and name in facts and name != "number" and _is_written(facts[name], value):
                yield facts[name].label_fr, value
        yield "Intitulé d’un dossier réuni à celui-ci", done.facts.get("received", "")
    yield "Responsable", situation.told("responsible") or ""
    yield "Département", situation.told("ministry") or ""


def _is_written(fact: Fact, value: str) -> bool:
    return fact.type in _WRITTEN or (fact.is_open and value not in [choice.value for choice in fact.choices])
