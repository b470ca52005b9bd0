"""The reading of a table, told to the person who will correct it."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from textwrap import wrap

from models.partial_date import PartialDate
from workflow.calendar.words import partial_fr
from workflow.importing.oddities import described
from workflow.importing.page.headings import FAMILIES, GROUPS, is_draft
from workflow.importing.table import USES, CitedNumber, ImportedRow, ImportedTable, LineUse, Milestone
from workflow.language.typography import shortened
from workflow.rulebook.files import procedures
from workflow.sentences.sentence import listed_fr, named_fr

_WIDTH = 100
_FIELD = 15
_LONGEST = 200
_HELD = re.compile(r" (?=[;:!?»%])|(?<=«) ")  # no line of French starts with these
_CONFIDENCE = (
    (0.9, "dit en toutes lettres"),
    (0.7, "dit en partie"),
    (0.5, "déduit de ce qui est dit"),
    (0.3, "la formule convient mal au texte"),
    (0.0, "à choisir : rien n'a été reconnu"),
)
_USES = {
    "title": ("intitulé", "intitulés"),
    "situation": ("situation", "situations"),
    "heading": ("titre de groupe ou de colonnes", "titres de groupe ou de colonnes"),
    "note": ("note", "notes"),
    "left": ("laissée", "laissées"),
}
_MOVES = {
    "complete": "préparation achevée",
    "send_to_sgg": "introduit à la procédure d'approbation",
    "adopt_in_council": "adopté en conseil de gouvernement",
    "refer_to_ad_hoc_commission": "renvoyé à une commission ministérielle",
    "deposit": "déposé au Parlement",
    "adopt_in_plenary": "voté en séance plénière",
    "transmit_to_other_chamber": "transmis à l'autre chambre",
    "refer_to_committee": "examen commencé",
    "enter_into_force": "entré en vigueur",
    "publish_for_comments": "publié pour commentaires",
    "distribute": "distribué aux membres du gouvernement",
    "examine_in_council": "examiné en conseil de gouvernement",
    "postpone": "examen reporté",
    "adopt_in_council_of_ministers": "adopté en conseil des ministres",
    "adopt_in_committee": "adopté en commission",
    "reject_in_committee": "rejeté en commission",
    "reject": "rejeté en séance plénière",
    "reject_finally": "rejeté",
    "plead_inadmissibility": "irrecevabilité soulevée",
    "declare_inadmissible": "déclaré irrecevable",
    "record_final_adoption": "adopté définitivement",
    "refer_to_court": "déféré à la Cour constitutionnelle",
    "declare_conform": "déclaré conforme à la Constitution",
    "declare_partly_contrary": "déclaré en partie contraire à la Constitution",
    "declare_contrary": "déclaré contraire à la Constitution",
    "request_new_reading": "nouvelle lecture demandée",
    "sign": "signé",
    "promulgate": "promulgué",
    "publish": "publié",
    "ratify": "ratifié",
    "refuse_ratification": "ratification refusée",
    "expire": "arrivé à expiration",
    "repeal": "abrogé",
    "replace": "remplacé",
    "withdraw": "retiré",
    "abandon": "abandonné",
    "record_stall": "dit bloqué",
}
_FACTS = {
    "dahir": "dahir n° {}",
    "bo_number": "BO n° {}",
    "decision": "décision n° {}",
    "successor": "par {}",
}
_CHAMBERS = {"representants": "Chambre des représentants", "conseillers": "Chambre des conseillers"}


def write_report(table: ImportedTable, label: Callable[[str], str]) -> str:
    """Word the whole reading in lines of at most 100 columns; `label` names a state in French."""
    remarks = _remarks(table)
    lines = [f"TABLEAU LU : {len(table.rows)} {'textes' if len(table.rows) > 1 else 'texte'}", ""]
    lines += _counts(table)
    lines += ["", *_wrapped("  ", _account(table))]
    numbered = sorted(enumerate(table.rows, start=1), key=lambda row: list(GROUPS).index(row[1].group))
    for code, rows in groupby(numbered, key=lambda row: row[1].group):
        heading = f"{GROUPS[code].label.upper()} ({table.found[code]})"
        lines += ["", heading, "─" * len(heading)]
        for place, row in rows:
            lines += ["", *_row(place, row, label=label, remarks=remarks)]
    lines += ["", *_remarks_at_end(remarks)]
    lines += _listed_lines("LIGNES LAISSÉES", table.taken_as("left"))
    lines += _listed_lines("NOTES : LIGNES SUR LA PAGE OU LA LISTE", table.taken_as("note"))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _counts(table: ImportedTable) -> Iterator[str]:
    for family in FAMILIES.values():
        found = sum(table.found[group.code] for group in GROUPS.values() if group.family == family.code)
        said = table.announced.get(family.code)
        announced = "" if said is None else f"   (la page en annonce {said}{'' if said == found else ' : à vérifier'})"
        yield f"  {family.label:<31}{found:>3}{announced}"


def _account(table: ImportedTable) -> str:
    """Say what every line of the source was taken as: the parts add up to the lines read."""
    counts = {use: len(table.taken_as(use)) for use in USES}
    parts = (f"{count} {_USES[use][count > 1]}" for use, count in counts.items())
    return f"Lignes lues : {len(table.lines)} = {' + '.join(parts)}"


def _listed_lines(heading: str, lines: list[LineUse]) -> Iterator[str]:
    if not lines:
        return
    heading = f"{heading} ({len(lines)})"
    yield from ("", heading, "─" * len(heading), "")
    for line in lines:
        reason = f" — cette ligne {line.reason}." if line.reason else ""
        yield from _wrapped(f"  ligne {line.number:>4} : ", f"« {shortened(line.text, _LONGEST)} »{reason}")


def _row(
    place: int, row: ImportedRow, *, label: Callable[[str], str], remarks: Mapping[str, list[int]]
) -> Iterator[str]:
    yield from _wrapped(f"{place:>3}. ", row.title)
    meaning = next(words for floor, words in _CONFIDENCE if row.confidence >= floor)
    yield from _field(
        "État proposé", f"{label(row.state)} (confiance {row.confidence:.0%}, {meaning})".replace("%", " %")
    )
    yield from _field("Motif", row.reason)
    yield from _field("Note", row.note)
    yield from _field("Étapes dites", " ; ".join(_milestone(milestone) for milestone in row.milestones))
    in_draft = is_draft(row.title, GROUPS[row.group])
    yield from _field("Numéros", ", ".join(_number(number, in_draft=in_draft) for number in row.numbers))
    places = [str(number) for number, warning in enumerate(remarks, start=1) if warning in row.warnings]
    if places:
        yield from _field("À vérifier", f"{'remarques' if len(places) > 1 else 'remarque'} {listed_fr(places)}")


def _milestone(milestone: Milestone) -> str:
    on = partial_fr(PartialDate.parse(milestone.on)) if milestone.on else ""
    numbers = (words.format(milestone.facts[fact]) for fact, words in _FACTS.items() if fact in milestone.facts)
    said = (_CHAMBERS.get(milestone.chamber or "", ""), milestone.note, *numbers)
    detail = ", ".join(part for part in said if part)
    return " ".join(part for part in (_said(milestone.move or ""), on, f"({detail})" if detail else "") if part)


def _said(move: str) -> str:
    """Word a move as having happened, or by the name that the procedures give it."""
    known = (named_fr(each, each.moves[move]) for each in procedures().values() if move in each.moves)
    return _MOVES.get(move) or next(known, move)


def _number(number: CitedNumber, *, in_draft: bool) -> str:
    if number.role != "own":
        return described(number, in_draft=in_draft)
    return f"{number.normal} (le sien{f', ou {number.proposed}' if number.proposed else ''})"


def _remarks(table: ImportedTable) -> dict[str, list[int]]:
    """List the warnings with the texts they are about, those of the table first; the same words are one remark."""
    remarks: dict[str, list[int]] = {warning: [] for warning in table.warnings}
    for place, row in enumerate(table.rows, start=1):
        for warning in row.warnings:
            remarks.setdefault(warning, []).append(place)
    return remarks


def _remarks_at_end(remarks: Mapping[str, list[int]]) -> Iterator[str]:
    if not remarks:
        yield "AUCUNE REMARQUE"
        return
    heading = f"REMARQUES ({len(remarks)})"
    yield from (heading, "─" * len(heading), "")
    for number, (warning, places) in enumerate(remarks.items(), start=1):
        rows = [str(place) for place in places]
        where = f"{'Textes' if len(rows) > 1 else 'Texte'} {listed_fr(rows)}" if rows else "Tableau"
        yield from _wrapped(f"{number:>3}. ", f"{where} — {warning}")


def _field(name: str, text: str) -> Iterator[str]:
    if text:
        yield from _wrapped(f"     {name:<{_FIELD}}", text)


def _wrapped(start: str, text: str) -> Iterator[str]:
    held = _HELD.sub("\xa0", text)
    for line in wrap(held, _WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False):
        yield line.replace("\xa0", " ")
