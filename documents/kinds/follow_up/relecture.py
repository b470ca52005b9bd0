"""The procedure of one kind of text, to be read again: every state, move and deadline on a line, with room to remark.

Fields: those of the letterhead, `situation_le`, `dossier`, `nature`, `version`, `en_vigueur`, `comptes` (libelle,
nombre), `qui` (lettre, roles), `phases` (libelle, etats: repere, libelle, libelle_ar, detenteur, echeances),
`etapes` and `enregistrements` (libelle, lignes: numero, libelle, parcours, qui, conditions, base, certitude, lu), and
`echeances` (libelle, cadre: libelle, mots; valeurs: depuis, delai, chambre, base, certitude, lu).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from documents.case import Letterhead
from documents.fields import of_letterhead
from documents.kind import Fields, Kind
from documents.kinds.follow_up.relecture_page import template
from documents.language import Language
from workflow.calendar.words import day_fr
from workflow.conditions.registry import conditions_fr, doubts_fr
from workflow.language.typography import DASH, capital
from workflow.procedure.deadline_rule import DeadlineRule
from workflow.procedure.model import Procedure, State, Transition
from workflow.procedure.values import Certainty, Length
from workflow.rulebook.by_phase import home_of, roles_fr
from workflow.rulebook.deadline_words import terms_fr
from workflow.rulebook.diagram import Sheet, length_fr, value_fr
from workflow.sentences.places import any_body_fr

_MARKS_FR: dict[Certainty, str] = {
    "read": "lu",
    "memory": "de mémoire",
    "practice": "pratique",
    "unclear": "à éclaircir",
}
_UNMARKED, _WITHOUT = "non précisé", "sans base"
_NOTE, _SEVERAL = "Note", "Plusieurs phases"


@dataclass(frozen=True)
class Review:
    """A procedure, the day on which it is given to be read again, and by whom."""

    procedure: Procedure
    on: date
    letterhead: Letterhead


def context(review: Review, _language: Language = "fr") -> Fields:
    """Tell the procedure line by line; the counters are counted on the lines."""
    sheet, procedure = Sheet(review.procedure), review.procedure
    moves = [_move(sheet, move) for move in sheet.moves if not move.stays]
    records = [_move(sheet, move) for move in sheet.moves if move.stays]
    deadlines = [_deadline(sheet, rule) for rule in procedure.deadlines.values()]
    values = [value for each in deadlines for value in each["valeurs"]]
    told = Counter(line["certitude"] for line in (*moves, *records, *values))
    return of_letterhead(review.letterhead) | {
        "dossier": f"Procédure « {procedure.label.fr} », version {procedure.version}",
        "situation_le": review.on,
        "version_papier": "",
        "nature": procedure.label.fr,
        "version": procedure.version,
        "en_vigueur": procedure.valid_from,
        "comptes": [
            {"libelle": mark, "nombre": str(told[mark])} for mark in (*_MARKS_FR.values(), _UNMARKED, _WITHOUT)
        ],
        "qui": [{"lettre": letter, "roles": roles_fr(roles)} for roles, letter in sheet.letters.items()],
        "phases": [
            {"libelle": phase.label_fr, "etats": [_state(sheet, state) for state in sheet.states(phase)]}
            for phase in sheet.all_phases
            if sheet.states(phase)
        ],
        "etapes": _by_place(moves),
        "enregistrements": _by_place(records),
        "echeances": deadlines,
    }


def _state(sheet: Sheet, state: State) -> Fields:
    running = [f"{rule.label_fr} : {length_fr(rule)}" for rule in sheet.deadlines(state)]
    return {
        "repere": state.ref,
        "libelle": state.label_fr,
        "libelle_ar": state.label_ar,
        "detenteur": "Fin du parcours" if state.is_end else any_body_fr(sheet.procedure, state.holder),
        "echeances": "\n".join(running) or DASH,
    }


def _move(sheet: Sheet, move: Transition) -> Fields:
    return {
        "lieu": _place(sheet, move),
        "numero": str(sheet.numbers[move.name]),
        "libelle": move.label_fr,
        "parcours": _way(sheet, move),
        "qui": sheet.letters[move.roles],
        "conditions": "\n".join(_asked(sheet.procedure, move)) or DASH,
        "base": capital(move.basis_fr) or DASH,
    } | _mark(move.basis_fr, move.certainty)


def _mark(basis_fr: str, certainty: Certainty | None) -> Fields:
    unsaid = _UNMARKED if basis_fr else _WITHOUT
    return {"certitude": _MARKS_FR[certainty] if certainty else unsaid, "lu": certainty == "read"}


def _way(sheet: Sheet, move: Transition) -> str:
    leaves = capital(sheet.places(move))
    return leaves if move.stays else f"{leaves}\n→ {sheet.procedure.states[move.to].label_fr}"


def _asked(procedure: Procedure, move: Transition) -> Iterator[str]:
    if conditions := conditions_fr((*move.when, *move.guards)):
        yield f"Si : {conditions}."
    if move.doubts:
        yield f"À confirmer sinon : {doubts_fr(move.doubts)}."
    labels = {name: fact.label_fr for name, fact in procedure.vocabulary.facts.items()} | {"note": _NOTE}
    needed = [f"{labels[name]} (obligatoire)" for name in move.requires]
    asked = [*needed, *(labels[name] for name in move.asks if name not in move.requires)]
    if asked:
        yield f"À préciser : {' ; '.join(asked)}."


def _place(sheet: Sheet, move: Transition) -> str:
    """Name the phase to which a move belongs, as its page does, or say that there are several."""
    home = home_of(sheet, move)
    return home.label_fr if home else _SEVERAL


def _by_place(rows: Sequence[Fields]) -> list[Fields]:
    places: dict[str, list[Fields]] = {}
    for row in sorted(rows, key=lambda row: bool(row["lieu"] == _SEVERAL)):
        places.setdefault(row["lieu"], []).append(row)
    return [{"libelle": place, "lignes": lines} for place, lines in places.items()]


def _deadline(sheet: Sheet, rule: DeadlineRule) -> Fields:
    values = [_value(sheet.procedure, rule, value) for value in rule.values]
    for name, longer in rule.extensions.items():
        label = sheet.procedure.moves[name].label_fr if name in sheet.procedure.moves else "Prolonger"
        values += [_value(sheet.procedure, rule, value, extends=label) for value in longer]
    frame = [{"libelle": label, "mots": words} for label, words in terms_fr(sheet, rule)]
    return {"libelle": rule.label_fr, "cadre": frame, "valeurs": values}


def _value(procedure: Procedure, rule: DeadlineRule, value: Length, *, extends: str = "") -> Fields:
    length = value_fr(rule, value)
    return {
        "depuis": f"le {day_fr(value.since)}" if value.since else "l’origine",
        "delai": f"+ {length}\n(« {extends} »)" if extends else length,
        "chambre": _chamber(procedure, value.chamber or rule.chamber),
        "base": capital(value.basis_fr),
    } | _mark(value.basis_fr, value.certainty)


def _chamber(procedure: Procedure, code: str | None) -> str:
    return procedure.vocabulary.chambers[code].short_fr if code else DASH


RELECTURE = Kind("relecture", context, template, languages=("fr",))
