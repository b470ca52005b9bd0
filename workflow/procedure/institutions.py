"""The institutions that steps name, each known by a code under all its spellings and the names it had.

What a step says of a body is a code of the registry, or words: those of a body that the registry does not know, and
those that were written before there was one. Both are compared by what they name, never by how they are written.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from workflow.errors import BadProcedure
from workflow.language.articles import bare, by, has_article, of, to
from workflow.language.folding import norm, plain
from workflow.procedure.part import Part, read_parts

FILE = Path(__file__).parents[1] / "procedures" / "institutions.toml"
_LEADING = re.compile(r"^(?:l[ea]s?|l) (?=\w)")
_INITIAL = re.compile(r"\b([^\W\d_])\.")


class Name(Part):
    """A name in both languages, the French ones with their article: "le Conseil de la concurrence"."""

    fr: str
    ar: str
    short_fr: str = ""


class FormerName(Name):
    """A name that an institution, or the one it took over from, had until a day, that day not included."""

    until: date
    source: str
    certainty: Literal["read", "memory"]


class Institution(Name):
    """A body, department or authority under its name of today, with its former names and other spellings."""

    code: str
    kind: Literal["constitutional_body", "government", "ministry", "authority"]
    spellings: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    # The title of who heads it, in the masculine and in the feminine, where its kind does not tell: a minister heads a
    # ministry, a president the others. `head_alone` where the title says of what.
    head_fr: tuple[str, str] | None = None
    head_ar: tuple[str, str] | None = None
    head_alone: bool = False
    source: str
    certainty: Literal["read", "memory"]

    def name_on(self, day: date | None) -> Name:
        """Give the name that it had on `day`; today's where no day is known."""
        past = sorted((name for name in self.former if day and day < name.until), key=lambda name: name.until)
        return past[0] if past else self

    @property
    def all_spellings(self) -> Iterator[str]:
        """Everything that it is called."""
        yield self.code
        for name in (self, *self.former):
            yield from filter(None, (name.fr, name.ar, name.short_fr))
        yield from self.spellings


@cache
def institutions() -> Mapping[str, Institution]:
    """Give the registry by code; read once."""
    return read_institutions(FILE)


def read_institutions(path: Path) -> dict[str, Institution]:
    """Read a registry; raise BadProcedure for what cannot be read, and for a spelling that names two institutions."""
    found = read_parts(path, "institutions", Institution, "institution")
    _by_spelling(path.name, found)
    return {each.code: each for each in found}


def _by_spelling(file: str, found: list[Institution]) -> dict[str, Institution]:
    known: dict[str, Institution] = {}
    for each in found:
        for words in each.all_spellings:
            other = known.setdefault(_fold(words), each)
            if other is not each:
                raise BadProcedure(f"{file} : « {words} » nomme à la fois « {other.code} » et « {each.code} ».")
    return known


@cache
def _known() -> dict[str, Institution]:
    return _by_spelling(FILE.name, list(institutions().values()))


def _fold(words: str) -> str:
    """Write a name as everybody would: without article, capitals, accents, dots or signs."""
    letters = _INITIAL.sub(r"\1", plain(words)).replace("_", " ")
    return _LEADING.sub("", norm(letters))


def institution(words: str) -> Institution | None:
    """Give the institution that words name, in either language and any spelling; None for one that is not known."""
    return _known().get(_fold(words))


@lru_cache(maxsize=4096)
def key(words: str) -> str:
    """Give what two namings of one institution have in common: its code, or the words without article or capitals."""
    found = institution(words)
    return found.code if found else bare(plain(words))


def same(one: str, other: str) -> bool:
    """Whether two namings name the same."""
    return key(one) == key(other)


def coded(words: str) -> str:
    """Give what a step keeps of names written one per line: the code of each that is known, else its words."""
    return "\n".join(found.code if (found := institution(line)) else line for line in words.splitlines())


def name_fr(words: str, day: date | None = None) -> str:
    """Name a code, without article and as on `day`; words stay as they were written."""
    found = institutions().get(words)
    return bare(found.name_on(day).fr) if found else words


def name_ar(words: str, day: date | None = None) -> str:
    """Name a code in Arabic, as on `day`; words stay as they were written."""
    found = institutions().get(words)
    return found.name_on(day).ar if found else words


def short_fr(words: str) -> str:
    """Name a code as briefly as the trade does: "CESE"; words stay as they were written."""
    found = institutions().get(words)
    return bare(found.short_fr or found.fr) if found else words


def abbreviation_fr(words: str) -> str:
    """Give the letters by which the trade calls what words name: "SGG"; empty where they name nothing that has any."""
    found = institution(words)
    return bare(found.short_fr) if found else ""


def the_fr(words: str, day: date | None = None) -> str:
    """Name with the article: "le Chef du gouvernement"; words of an unknown institution stay as they were written."""
    found = institutions().get(words) or (None if has_article(words) else institution(words))
    return found.name_on(day).fr if found else words


def to_fr(words: str, day: date | None = None) -> str:
    """Name after "à": "au Conseil constitutionnel", "à la Cour constitutionnelle"."""
    return to(the_fr(words, day))


def of_fr(words: str, day: date | None = None) -> str:
    """Name after "de": "du Conseil de la concurrence", "de la Cour des comptes"."""
    return of(the_fr(words, day))


def by_fr(words: str, day: date | None = None) -> str:
    """Name after "par": "par le Chef du gouvernement", "par le ministère des mines"."""
    return by(the_fr(words, day))
