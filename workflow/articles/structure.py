"""The text's own parts, as plain data that a database column keeps: title, preamble, divisions, articles, closing."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

# From the widest to the narrowest; a division closes those of its own level and of the levels after it.
LEVELS = ("livre", "partie", "titre", "chapitre", "section", "sous-section")


@dataclass(frozen=True)
class Division:
    """A livre, titre, chapitre …; `label` as it is written ("Chapitre II"), `key` alike in both languages ("2")."""

    level: str
    label: str
    key: str
    heading: str = ""


@dataclass(frozen=True)
class Article:
    """An article; `label` as it is written ("Art. 4 bis"), `key` alike in both languages ("4 bis", "unique").

    `path` names the divisions that it stands in, from the widest: ("titre 1", "chapitre 2"). It follows from the order
    of the items: see `placed`.
    """

    label: str
    key: str
    paragraphs: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


Item = Division | Article


@dataclass(frozen=True)
class Draft:
    """One version of a text in one language, "fr" or "ar".

    `head` stands above the title (letterhead, "PROJET"); `preamble` holds issuer, visas and enacting formula; `closing`
    date, signatures and countersignatures; `annexes` whatever follows them.
    """

    language: str
    title: str = ""
    head: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    closing: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of the text."""
        return tuple(item for item in self.items if isinstance(item, Article))


@dataclass(frozen=True)
class Unplaced:
    """Words that a reading could not place, or placed with a doubt; `place` counts the lines of the file from 1.

    `after` counts the lines of the draft (see `arrangement.lines_of`) before words that are in none of them.
    """

    place: int
    words: str
    why: str
    after: int | None = None


@dataclass(frozen=True)
class Reading:
    """A draft as it was read, and what a person should look at."""

    draft: Draft
    unplaced: tuple[Unplaced, ...] = field(default=())


def placed(items: Iterable[Item]) -> tuple[Item, ...]:
    """Give the items with the path of each article reckoned again from their order."""
    open_divisions: list[Division] = []
    made: list[Item] = []
    for item in items:
        if isinstance(item, Division):
            rank = LEVELS.index(item.level)
            open_divisions = [each for each in open_divisions if LEVELS.index(each.level) < rank] + [item]
            made.append(item)
        else:
            made.append(replace(item, path=tuple(f"{each.level} {each.key}" for each in open_divisions)))
    return tuple(made)


def lines_in(item: Item) -> int:
    """Count the lines of an item: an article's own line is that of its first paragraph."""
    return 1 if isinstance(item, Division) else max(1, len(item.paragraphs))


def to_json(reading: Reading) -> str:
    """Write a reading as JSON, the same letters for the same one; paths are left out, they follow from the order."""
    draft = asdict(reading.draft)
    draft["items"] = [_written(item) for item in reading.draft.items]
    return json.dumps({"draft": draft, "unplaced": [asdict(each) for each in reading.unplaced]}, ensure_ascii=False)


def from_json(written: str) -> Reading:
    """Read what `to_json` wrote; raise ValueError where it is something else."""
    try:
        told = json.loads(written)
        draft = dict(told["draft"])
        draft["items"] = placed(_item(each) for each in draft["items"])
        lists = {key: tuple(draft[key]) for key in ("head", "preamble", "closing", "annexes")}
        return Reading(Draft(**(draft | lists)), tuple(Unplaced(**each) for each in told["unplaced"]))
    except (KeyError, TypeError) as fault:
        raise ValueError("Ces données ne sont pas celles d’un texte divisé en articles.") from fault


def _written(item: Item) -> dict[str, Any]:
    told = asdict(item)
    told.pop("path", None)
    return told


def _item(told: dict[str, Any]) -> Item:
    if "level" not in told:
        return Article(**(told | {"paragraphs": tuple(told["paragraphs"])}))
    if told["level"] not in LEVELS:
        raise ValueError(f"« {told['level']} » n’est pas un niveau de division.")
    return Division(**told)
