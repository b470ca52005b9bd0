"""The colleagues whom a note names: "@Amina", "@Amina El Idrissi", or "@a.elidrissi" as in their e-mail address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models import User
from workflow.language.folding import norm

# A sign inside a word is that of an address, and one before a space is no mention.
_SIGN = re.compile(r"(?<![\w.@+-])@(?=\w)")
_WORD = re.compile(r"\S+")
_CLOSING = '.,;:!?…)]»"”'
# Of a name that nobody has, so many letters tell whom it may have meant.
_BEGINNING = 3


@dataclass(frozen=True)
class Mention:
    """One name in a note: where it stands, its sign included, and whom it may mean, which is nobody or several."""

    start: int
    end: int
    people: tuple[User, ...]


def mentions_in(note: str, people: Iterable[User]) -> list[Mention]:
    """Find the names that follow a sign @, each as long as one of `people` is called so."""
    known = list(people)
    return [_mention(note, sign.start(), known) for sign in _SIGN.finditer(note)]


def near_names(name: str, people: Iterable[User]) -> list[User]:
    """Give those of `people` one of whose names begins like a name that nobody has."""
    beginning = norm(name)[:_BEGINNING]
    return [one for one in people if any(word.startswith(beginning) for word in norm(one.name).split())]


def unmistakable(person: User, people: Iterable[User]) -> str:
    """Give what to write so that this person alone is meant: the whole name, or the beginning of the address."""
    alike = sum(norm(one.name) == norm(person.name) for one in people)
    return f"@{_local(person) if alike > 1 else person.name}"


def _mention(note: str, start: int, people: Sequence[User]) -> Mention:
    words = list(_words(note, start + 1))
    best = max((_reach(words, person) for person in people), default=0)
    meant = [person for person in people if best and _reach(words, person) == best]
    whole = [person for person in meant if len(person.name.split()) == best]
    end = words[max(best, 1) - 1][1]
    return Mention(start, end, tuple(whole or meant))


def _words(note: str, start: int) -> Iterable[tuple[str, int]]:
    """Give the words from there on with where each ends, up to the first that a punctuation mark closes."""
    for found in _WORD.finditer(note, start):
        word = found[0].rstrip(_CLOSING)
        if word:
            yield norm(word), found.start() + len(word)
        if word != found[0]:
            return


def _reach(words: Sequence[tuple[str, int]], person: User) -> int:
    """Count how many of the words that follow the sign call this person so: 0 where they do not."""
    count = 0
    for (word, _end), name in zip(words, person.name.split(), strict=False):
        if word != norm(name):
            break
        count += 1
    return count or int(bool(words) and words[0][0] == norm(_local(person)))


def _local(person: User) -> str:
    return person.email.partition("@")[0]
