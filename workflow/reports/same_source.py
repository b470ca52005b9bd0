"""Rows of one source that are one text, or may be: which one is kept, and why."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.importing.table import ImportedRow
from workflow.language.near_titles import are_near, core_words
from workflow.relations.citations import family
from workflow.reports.same_text import Sought
from workflow.rulebook.files import procedures


@dataclass(frozen=True)
class Rival:
    """A row as it is set beside the others: `is_writable` tells whether something of it can be written.

    `same` is what no other text has: the text of the base that it is for certain, else its number or its title.
    """

    row: ImportedRow
    sought: Sought
    same: frozenset[object]
    is_writable: bool


@dataclass(frozen=True)
class Twin:
    """The row, by its place from 0, that a row repeats or may repeat; `why` says which is kept, in one sentence."""

    place: int
    why: str
    is_certain: bool


def twins_of(rivals: Mapping[int, Rival]) -> dict[int, Twin]:
    """Give the rows of a source, by their places, that repeat another one, or perhaps do.

    Of rows that are one text for certain, the one kept is that which can be written and tells the furthest state; the
    first of these where several do. A number spelt otherwise, and one title as of a draft and of an act, or
    with a number and without, are left for a person to decide: the first row is the one kept.
    """
    certain = dict(_repeated(rivals))
    kept = {place: rival for place, rival in rivals.items() if place not in certain and rival.is_writable}
    return certain | dict(_perhaps(kept))


def _repeated(rivals: Mapping[int, Rival]) -> Iterator[tuple[int, Twin]]:
    groups: defaultdict[object, list[int]] = defaultdict(list)
    for place, rival in rivals.items():
        for key in rival.same:
            groups[key].append(place)
    met: set[int] = set()
    for places in groups.values():
        alike = [place for place in places if place not in met]
        best = min(alike, key=lambda place: (not rivals[place].is_writable, *_behind(rivals[place].row)), default=0)
        for place in alike:
            if place != best:
                met.add(place)
                yield place, Twin(best, _why(rivals[best], rivals[place]), is_certain=True)


def _behind(row: ImportedRow) -> tuple[int, int]:
    """Order states from the furthest: an end, then the phases and states of the procedure from its last."""
    procedure = procedures()[row.kind]
    state = procedure.states.get(row.state)
    if state is None:
        return 0, 0
    return -list(procedure.phases).index(state.phase), -list(procedure.states).index(state.code)


def _why(kept: Rival, other: Rival) -> str:
    reprised = f"même texte que « {kept.row.title} » (ligne {kept.row.line}), repris une seule fois"
    if kept.is_writable and not other.is_writable:
        return f"{reprised} : c’est cette ligne {kept.row.line} qui est retenue, car elle seule peut être reprise."
    here, there = _label(other.row), _label(kept.row)
    if here == there or not kept.is_writable:
        return f"{reprised} : la ligne {kept.row.line}, qui vient la première, est retenue."
    return (
        f"{reprised} : la ligne {kept.row.line} est retenue, car elle dit l’état le plus avancé "
        f"(« {there} », et ici « {here} »)."
    )


def _label(row: ImportedRow) -> str:
    state = procedures()[row.kind].states.get(row.state)
    return state.label_fr if state else row.state


def _perhaps(kept: Mapping[int, Rival]) -> Iterator[tuple[int, Twin]]:
    numbered: dict[tuple[str, str], int] = {}
    titled: dict[tuple[str, tuple[str, ...], bool], int] = {}
    for place, rival in kept.items():
        sought, title = rival.sought, rival.row.title
        kind, number = family(sought.kind), sought.own_number
        alike = [numbered.get((kind, form)) for form in (sought.spellings if number else ())]
        # Two numbers that differ tell two texts, whatever their titles.
        alike += [titled.get((kind, core_words(title), has_number)) for has_number in {False, not number}]
        first = min((each for each in alike if each is not None and _may_be(rival, kept[each])), default=None)
        if first is None:
            titled.setdefault((kind, core_words(title), bool(number)), place)
            if number:
                numbered.setdefault((kind, number), place)
            continue
        row = kept[first].row
        why = f"peut-être le même que la ligne {row.line} (« {row.title} ») : à décider, non repris."
        yield place, Twin(first, why, is_certain=False)


def _may_be(one: Rival, other: Rival) -> bool:
    is_spelt = bool(one.sought.own_number) and other.sought.own_number in one.sought.spellings
    return is_spelt or are_near(one.row.title, other.row.title)
