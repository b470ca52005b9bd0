"""What a person should look at before trusting a row or the table."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.importing.page.headings import FAMILIES, GROUPS, Group, is_draft
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import bulletins_in, days_in
from workflow.importing.situation.doubtful_bulletins import doubts_of_bulletins
from workflow.importing.situation.doubtful_days import doubtful_pairs, doubts_of_days
from workflow.importing.situation.numbers import unofficial_numbers
from workflow.importing.situation.reading import CHAMBER_MOVES, STATES_OF_NO_DRAFT, Situation
from workflow.importing.table import CitedNumber, ImportedRow
from workflow.language.typography import shortened
from workflow.sentences.sentence import listed_fr

_CALLED = re.compile(r"\b(?:ce|le|cet|l'|cette|la) ?(projet de loi|projet de decret|projet d'arrete)\b")
_KIND_CALLED = {"projet de loi": "projet_de_loi", "projet de decret": "decret", "projet d'arrete": "arrete"}
_NAMES = {
    "loi": ("la loi", "e"),
    "decret": ("le décret", ""),
    "decret_loi": ("le décret-loi", ""),
    "dahir": ("le dahir", ""),
    "arrete": ("l'arrêté", ""),
    "arrete_chef_gouvernement": ("l'arrêté du Chef du gouvernement", ""),
    "decision": ("la décision", "e"),
    "inconnu": ("un autre texte", ""),
}
_ROLES = {"amended": "{name} modifié{e}", "applied": "{name} appliqué{e}", "cited": "{name} cité{e}"}
_ROLES_IN_DRAFT = _ROLES | {"amended": "{name} à modifier", "applied": "{name} à appliquer"}
_SHORTENED = 60
# The phase of the signs that tell where a text stands between its deposit and its adoption.
_IN_PARLIAMENT = 20


@dataclass(frozen=True)
class Reading:
    """All that is known of a row when its oddities are sought."""

    title: str
    status: str
    group: Group
    kind: str
    heading: Group | None
    numbers: Sequence[CitedNumber]
    situation: Situation
    note: str = ""
    line: int = 0
    is_deduced: bool = False

    @property
    def is_draft(self) -> bool:
        """Whether the text is still a draft."""
        return is_draft(self.title, self.group)


def oddities_of(reading: Reading) -> Iterator[str]:
    """Word every oddity of a row."""
    for check in _CHECKS:
        yield from check(reading)


def described(number: CitedNumber, *, in_draft: bool) -> str:
    """Say what a number that is not the text's own belongs to: "14-05 (la loi à modifier)"."""
    name, e = _NAMES[number.kind]
    if number.role == "promulgation":
        return f"{number.normal} (dahir de promulgation)"
    roles = _ROLES_IN_DRAFT if in_draft else _ROLES
    return f"{number.normal} ({roles[number.role].format(name=name, e=e)})"


def _backwards(row: Reading) -> Iterator[str]:
    for number in row.numbers:
        if number.proposed:
            yield (
                f"Le numéro « {number.as_found} » semble écrit à l'envers, comme il arrive quand on copie de l'arabe : "
                f"lire sans doute {number.proposed}. Rien n'a été corrigé ; à confirmer sur le texte."
            )


def _of_other_texts(row: Reading) -> Iterator[str]:
    others = [number for number in row.numbers if number.role != "own"]
    if not others:
        return
    listed = ", ".join(described(number, in_draft=row.is_draft) for number in others)
    text = "projet" if row.is_draft else "texte"
    if len(others) > 1:
        yield f"Numéros de l'intitulé qui ne sont pas ceux du {text} lui-même : {listed}."
    else:
        yield f"Numéro de l'intitulé qui n'est pas celui du {text} lui-même : {listed}."


def _called_otherwise(row: Reading) -> Iterator[str]:
    for match in _CALLED.finditer(fold(row.status)):
        if _KIND_CALLED[match[1]] != row.group.kind:
            words = row.status[match.start() : match.end()]
            yield f"La situation dit « {words} », mais l'intitulé est celui d'un {_a(row.group)} : formule recopiée."
            return


def _a(group: Group) -> str:
    draft = {"projet_de_loi": "projet de loi", "decret": "projet de décret", "arrete": "projet d'arrêté"}
    signed = {"projet_de_loi": "projet de loi", "decret": "décret", "arrete": "arrêté"}
    return (draft if group.is_draft else signed)[group.kind]


def _by_effect(row: Reading) -> Iterator[str]:
    if row.situation.is_effect:
        yield (
            "L'état n'est pas écrit : il est déduit d'un effet constaté. "
            "La date et le numéro du Bulletin officiel restent à trouver."
        )
    if not row.situation.is_fitting:
        yield "L'effet constaté ne répond pas à ce que fait le texte d'après son intitulé : situation recopiée ?"


def _without_reference(row: Reading) -> Iterator[str]:
    is_said = row.situation.state == "en_vigueur" and not row.situation.is_effect
    if not is_said or days_in(row.status) or bulletins_in(row.status):
        return
    own = any(number.role == "own" for number in row.numbers)
    yield (
        "Entrée en vigueur sans date ni référence au Bulletin officiel"
        f"{'' if own else ' ; le numéro du texte manque aussi'}."
    )


def _unnamed_chamber(row: Reading) -> Iterator[str]:
    if row.situation.decisive and row.situation.decisive.sign.phase > _IN_PARLIAMENT:
        return
    folded = fold(row.status)
    if re.search(r"\bparlement\b", folded) and not re.search(r"\bchambre des (?:rep|con)", folded):
        yield "« Parlement » sans dire laquelle des deux chambres a reçu le texte : à compléter, elle ne se devine pas."


def _adoption_taken_back(row: Reading) -> Iterator[str]:
    if row.situation.taken_back:
        yield (
            "Une adoption en conseil de gouvernement suivie d'une commission ministérielle veut dire que le texte doit "
            "revenir pour approbation : elle n'est pas comptée comme une adoption."
        )


def _draft_in_force(row: Reading) -> Iterator[str]:
    if row.is_draft and row.situation.state in STATES_OF_NO_DRAFT:
        yield "Un projet ne produit pas d'effets : intitulé resté en arrière, ou situation d'un autre texte."


def _unread(row: Reading) -> Iterator[str]:
    if not row.situation.decisive:
        yield row.situation.reason


def _said_of_all(row: Reading) -> Iterator[str]:
    if row.is_deduced:
        yield (
            f"La ligne ne dit pas où en est le texte : « {row.status} » est déduit de l'en-tête de la page. "
            "À confirmer."
        )


def _filed_elsewhere(row: Reading) -> Iterator[str]:
    if row.heading and row.heading is not row.group:
        yield f"Rangé dans le tableau sous « {row.heading.label} », mais l'intitulé est celui d'un {_a(row.group)}."


def _left_to_confirm(row: Reading) -> Iterator[str]:
    decisive = row.situation.decisive
    if decisive is None or not decisive.sign.doubt:
        return
    told = decisive.facts | ({"chamber": decisive.chamber} if decisive.chamber else {})
    if decisive.sign.settled_by not in told:
        yield decisive.sign.doubt


def _of_unnamed_chamber(row: Reading) -> Iterator[str]:
    votes = [each for each in row.situation.told if each.move in CHAMBER_MOVES and not each.chamber]
    if votes and row.situation.state != "depose":
        yield "La chambre n'est pas nommée pour une étape dite : à compléter."


def _stalled(row: Reading) -> Iterator[str]:
    if any(each.move == "record_stall" for each in row.situation.told):
        yield "Le texte est dit bloqué : c'est noté, sans changer son état."


def _wrong_numbers(row: Reading) -> Iterator[str]:
    yield from unofficial_numbers(row.title)
    yield from doubts_of_bulletins(row.status)


def _wrong_days(row: Reading) -> Iterator[str]:
    yield from doubtful_pairs(row.title)
    yield from doubts_of_days(row.status)


_CHECKS: tuple[Callable[[Reading], Iterator[str]], ...] = (
    *(_unread, _said_of_all, _filed_elsewhere, _backwards, _of_other_texts, _called_otherwise, _adoption_taken_back),
    *(_draft_in_force, _by_effect, _without_reference, _unnamed_chamber, _of_unnamed_chamber),
    *(_left_to_confirm, _stalled, _wrong_numbers, _wrong_days),
)


def oddities_of_all(rows: Sequence[ImportedRow], announced: Mapping[str, int], misfits: Sequence[int]) -> Iterator[str]:
    """Word the oddities of the table; `misfits` are the places of the rows whose situation does not fit their title."""
    yield from _miscounted(rows, announced)
    yield from _pasted(rows, misfits)
    for places in _places(fold(row.title).strip(" .") for row in rows).values():
        if len(places) > 1:
            written = shortened(rows[places[0] - 1].title, _SHORTENED)
            yield f"Le même intitulé figure {len(places)} fois (textes {listed_fr(map(str, places))}) : « {written} »."


def _places(words: Iterable[str]) -> dict[str, list[int]]:
    """Give the places, from 1, at which each of these words stand, in the order of the first ones."""
    places: dict[str, list[int]] = {}
    for place, each in enumerate(words, start=1):
        places.setdefault(each, []).append(place)
    return places


def _miscounted(rows: Sequence[ImportedRow], announced: Mapping[str, int]) -> Iterator[str]:
    counts = Counter(row.group for row in rows)
    for code, said in announced.items():
        groups = [group for group in GROUPS.values() if group.family == code]
        found = sum(counts[group.code] for group in groups)
        parts = " + ".join(f"{counts[group.code]} {group.label.lower()}" for group in groups)
        if found != said:
            detail = f" ({parts})" if len(groups) > 1 else ""
            yield f"{FAMILIES[code].label} : {said} annoncés, {found} trouvés dans le tableau{detail}."


def _pasted(rows: Sequence[ImportedRow], misfits: Sequence[int]) -> Iterator[str]:
    everywhere = _places(row.status for row in rows)
    for status, wrong_ones in _places(rows[place].status for place in misfits).items():
        places, wrong = everywhere[status], [misfits[place - 1] + 1 for place in wrong_ones]
        if len(places) > 1:
            written, told = shortened(status, _SHORTENED), listed_fr(map(str, places))
            yield (
                f"La même situation « {written} » est écrite pour les textes {told} ; "
                f"elle ne convient pas {'au texte' if len(wrong) == 1 else 'aux textes'} {listed_fr(map(str, wrong))}."
            )
