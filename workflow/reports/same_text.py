"""Which texts of the base a new title and number may already be: known for certain, or to be decided by a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import combinations, islice
from uuid import UUID

from sqlmodel import Session, col, select

from models import LegalText
from workflow.history.particulars import normal_number
from workflow.history.words import LONGEST, numbers
from workflow.language.folding import norm
from workflow.language.near_titles import are_near, core_words
from workflow.language.official_numbers import spellings
from workflow.relations.citations import cited_number, family
from workflow.reports.search import Term, having_any, how_many, newest_having_any

# So many texts are looked for together.
_BATCH = 50
# A near title has two of the rarest words of the other one, if it has two; so many of them are looked up, in pairs.
_TELLING = 6
# No more near titles are compared for each text, the newest ones; a word that more texts have is not rare.
_MOST = 200


class Reason(StrEnum):
    """Why two texts are taken for one.

    The first two are certain. SPELLING is a number written with other zeros or backwards, or read in a title only.
    """

    NUMBER = "number"
    TITLE = "title"
    SPELLING = "spelling"
    NEAR = "near"


_CERTAIN = (Reason.NUMBER, Reason.TITLE)


@dataclass(frozen=True)
class Sought:
    """A text as a source or a person names it; `kind` is that of its procedure, `titles` are in French or Arabic."""

    kind: str
    titles: tuple[str, ...]
    number: str = ""

    @property
    def keys(self) -> set[tuple[str, str]]:
        """What no other text has: its number, or its title where a number is not given; each within its family."""
        known = [normal_number(self.number)] if self.number else map(norm, self.titles)
        return {(family(self.kind), key) for key in known}

    @cached_property
    def own_number(self) -> str:
        """Its number in normal form: the one given, else the one with which a title begins."""
        return normal_number(self.number) if self.number else _first_number(self.titles)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every form of its number."""
        return spellings(self.own_number)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its titles, folded."""
        return frozenset(map(norm, self.titles))


@dataclass(frozen=True)
class Found:
    """A text of the base that is, or may be, the one sought."""

    text: LegalText
    reason: Reason

    @property
    def is_certain(self) -> bool:
        """Whether nobody has to decide: the number is the same, or every word of the title."""
        return self.reason in _CERTAIN


def find_same(session: Session, sought: Sequence[Sought], *, but: UUID | None = None) -> list[list[Found]]:
    """Give the texts of the base that each of these may be, the most certain first; `but` is left out.

    Number and family of kinds decide, whatever the title: a bill and its law are one text, all laws share one sequence
    of numbers, so do décrets and décrets-lois. Two numbers that differ tell two texts. A known number or title is found
    however many are alike; near titles are looked for among the newest. A few queries for 50 of them.
    """
    return [
        found
        for start in range(0, len(sought), _BATCH)
        for found in _find(session, sought[start : start + _BATCH], but)
    ]


def compare(sought: Sought, text: LegalText) -> Reason | None:
    """Say why a text may be the one sought, None when it is another one."""
    if family(sought.kind) != family(text.procedure):
        return None
    if sought.number and text.number:
        spelt = Reason.SPELLING if text.number in sought.spellings else None
        return Reason.NUMBER if text.number == sought.own_number else spelt
    titles = [title for title in (text.title_fr, text.title_ar) if title]
    if any(norm(other) in sought.folded for other in titles):
        return Reason.TITLE
    number, its_own = sought.own_number, text.number or _first_number(titles)
    if number and its_own:
        return Reason.SPELLING if its_own in sought.spellings else None
    return Reason.NEAR if any(are_near(one, other) for one in sought.titles for other in titles) else None


def known_as(found: Found) -> str:
    """Say which text of the base a title is known as, or may be."""
    numbered = f"n° {found.text.number}, " if found.text.number else ""
    if found.is_certain:
        by = "son numéro" if found.reason is Reason.NUMBER else "son titre"
        return f"déjà connu par {by} ({numbered}« {found.text.title_fr} »)"
    return f"peut-être le même que {numbered}« {found.text.title_fr} »"


def _first_number(titles: Sequence[str]) -> str:
    """Give the number with which a title begins: "43-22" for "Loi n° 43.22 relative à …", never one that it cites.

    It may all the same be that of a text to amend, where the title is badly copied: it makes nothing certain.
    """
    return next(filter(None, map(_titled, titles)), "")


@lru_cache(maxsize=16384)  # every candidate is compared with every text sought
def _titled(title: str) -> str:
    number = cited_number(title)
    return number.normal if number else ""


def _find(session: Session, sought: Sequence[Sought], but: UUID | None) -> Iterator[list[Found]]:
    known, newest = _candidates(session, sought)
    stays = _standing_for(session, [*known, *(text for texts in newest for text in texts)])
    order = list(Reason)
    for each, near in zip(sought, newest, strict=True):
        of_known = [(text, compare(each, text)) for text in known]
        # A title of few words has all of them in common with any number of titles: of those, the newest are told.
        said = [pair for pair in of_known if pair[1] is not Reason.NEAR] + [
            (text, compare(each, text)) for text in near
        ]
        met = [Found(stays.get(text.id, text), reason) for text, reason in said if reason]
        found = sorted(met, key=lambda one: order.index(one.reason))
        first = {one.text.id: one for one in reversed(found) if one.text.id != but}
        yield [one for one in found if first.get(one.text.id) is one]


def _standing_for(session: Session, texts: Sequence[LegalText]) -> dict[UUID, LegalText]:
    """Give the file that stays for each one that was reunited with it, however many times over."""
    last = {text.id: text for text in texts}
    while ids := {text.merged_into_id for text in last.values() if text.merged_into_id}:
        known = {text.id: text for text in session.exec(select(LegalText).where(col(LegalText.id).in_(ids)))}
        last = {key: known.get(text.merged_into_id or key, text) for key, text in last.items()}
    return last


def _candidates(session: Session, sought: Sequence[Sought]) -> tuple[list[LegalText], list[list[LegalText]]]:
    """Read the texts that have a number or every word of a title sought; then for each the newest of near titles."""
    words = {word for each in sought for title in each.titles for word in _words(title)}
    texts_with = how_many(session, sorted(words), most=_MOST + 1)
    known = _known(session, sought, texts_with)
    near = newest_having_any(session, [list(_near(each, texts_with)) for each in sought], most=_MOST)
    others = {key for keys in near for key in keys} - known.keys()
    texts = session.exec(select(LegalText).where(col(LegalText.id).in_(others))).all() if others else ()
    read = known | {text.id: text for text in texts}
    return list(known.values()), [[read[key] for key in keys if key in read] for keys in near]


def _known(session: Session, sought: Sequence[Sought], texts_with: Mapping[str, int]) -> dict[UUID, LegalText]:
    """Read the texts that have one of the numbers, or all the words of one of the titles."""
    spelt = {form for each in sought if each.own_number for form in each.spellings}
    found = list(session.exec(select(LegalText).where(col(LegalText.number).in_(spelt)))) if spelt else []
    asked = [group for each in sought for group in _whole(each, texts_with)]
    if asked:
        found += session.execute(having_any(session, select(LegalText), asked)).scalars()
    return {text.id: text for text in sorted(found, key=lambda text: text.created_at)}


def _whole(sought: Sought, texts_with: Mapping[str, int]) -> Iterator[tuple[Term, ...]]:
    """Give what the index has of a text with this number somewhere, then with every word of one of these titles."""
    yield from ((Term(number[:LONGEST]),) for number in islice(numbers(norm(sought.own_number).split()), 1))
    for title in sought.titles:
        words = _words(title)
        if words and all(texts_with[word] for word in words):
            yield tuple(map(Term, words))


def _near(sought: Sought, texts_with: Mapping[str, int]) -> Iterator[tuple[Term, ...]]:
    """Give, two by two, the rarest words of each title that some text has: one of the two is rare, if any is."""
    for title in sought.titles:
        words = _words(title)
        together = min(2, len(words))
        known = sorted(filter(texts_with.get, words), key=lambda word: (texts_with[word], -len(word), word))[:_TELLING]
        groups = list(combinations(known, together)) if words else []
        rare = [group for group in groups if texts_with[group[0]] <= _MOST]
        yield from (tuple(map(Term, group)) for group in rare or groups)


def _words(title: str) -> list[str]:
    """Give the words by which the index knows a title from others."""
    return sorted({word[:LONGEST] for word in core_words(title)})
