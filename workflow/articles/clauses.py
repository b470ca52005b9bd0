"""The clauses of a text that call for a regulatory one, in the law's own words: to be proposed, never to be added."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workflow.articles import calls_ar, calls_fr
from workflow.articles.called_texts import NAMES, Called
from workflow.articles.languages import ARABIC, FRENCH, language_of
from workflow.articles.markers import fold
from workflow.articles.structure import Article

CITED = 300
_FIND = {FRENCH: calls_fr.find, ARABIC: calls_ar.find}
# What folding keeps apart and writers of one same word do not.
_ALIKE = str.maketrans({"’": "'", "‘": "'", "œ": "oe", "ة": "ه", "ى": "ي"})
# A full stop ends a sentence where a word, a quotation or a numbered item follows it; not after "art.", "al.", "n." or
# a lone capital, nor inside a number.
_ENDS = re.compile(
    r"(?<!\b[Aa]rt)(?<!\b[Aa]l)(?<!\b[Nn])(?<!\b[A-Z])[.؟!](?=\s+(?:[«“\"(–—-]\s*)?(?:[^\W\d_]|\d{1,2}\s?[-–)°])|\s*$)"
)
_ITEM = re.compile(r"^[\s•–—-]+")
# A copy of the Bulletin officiel may break a sentence into lines: no mark ends the one, a word goes on in the other, in
# French with a small letter.
_ENDING = frozenset('.;:؛؟?!»”"…')
_GOES_ON = re.compile(r"[^\W\d_]")
# Guillemets inside the guillemets of a citation.
_OPENING, _CLOSING = re.compile(r"«\s*"), re.compile(r"\s*»")


@dataclass(frozen=True)
class Clause:
    """A sentence that leaves something to a regulatory text; `article` and `label` are its article's key and label."""

    article: str
    label: str
    sentence: str
    called: Called

    @property
    def citation(self) -> str:
        """What stands for the text until it has a title: "Décret : « … »", at most CITED signs, cut between words.

        The kind stands first so that no number in the sentence reads as the number of the text itself.
        """
        name = NAMES[language_of(self.sentence) or FRENCH][self.called]
        words = _CLOSING.sub("”", _OPENING.sub("“", self.sentence))
        room = CITED - len(f"{name} : «  »")
        if len(words) > room:
            words = f"{words[: room - 1].rsplit(' ', 1)[0]} …"
        return f"{name} : « {words} »"


def clauses(articles: Iterable[Article]) -> Iterator[Clause]:
    """Find the clauses of these articles, in their order.

    A sentence that calls for two kinds of text gives two clauses; one that names a kind twice gives one.
    """
    for article in articles:
        for paragraph in _whole(article.paragraphs):
            for sentence in sentences(paragraph):
                yield from (Clause(article.key, article.label, sentence, called) for called in calls(sentence))


def _whole(paragraphs: Iterable[str]) -> list[str]:
    """Put together the paragraphs that are lines of one sentence."""
    made: list[list[str]] = []
    for paragraph in filter(None, map(str.strip, paragraphs)):
        goes_on = _GOES_ON.match(paragraph)
        if made and goes_on and not goes_on[0].isupper() and made[-1][-1][-1] not in _ENDING:
            made[-1].append(paragraph)
        else:
            made.append([paragraph])
    return [" ".join(lines) for lines in made]


def sentences(paragraph: str) -> Iterator[str]:
    """Cut a paragraph into its sentences, as they are written but for their spaces and the dash of an item."""
    words = " ".join(paragraph.split())
    start = 0
    for end in [*(found.end() for found in _ENDS.finditer(words)), len(words)]:
        if sentence := _ITEM.sub("", words[start:end]).strip():
            yield sentence
        start = end


def calls(sentence: str) -> list[Called]:
    """Name the kinds of text that a sentence in French or in Arabic calls for, each once."""
    find = _FIND.get(language_of(sentence) or FRENCH, calls_fr.find)
    return list(dict.fromkeys(find(fold(sentence)[0].translate(_ALIKE))))
