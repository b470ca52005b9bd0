"""From the sentence about a text to the state proposed for it, and to what the sentence says has happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.importing.page.headings import Group, is_draft
from workflow.importing.page.wording import fold
from workflow.importing.situation.days import bulletins_in, days_in
from workflow.importing.situation.effects import fits
from workflow.importing.situation.sign import ILL_FITTING, IMPLIED, NOT_YET, PARTLY_SAID, UNKNOWN, Sign
from workflow.importing.situation.signs import EFFECT, SIGNS
from workflow.importing.table import Milestone

_CHAMBERS = re.compile(r"\bchambre des (representants|conseillers)\b")
_VOTES = re.compile(r"\ba (?:l'unanimite|la majorite(?: absolue)?|\d+ voix[^.;]{0,60})\b")
STATES_OF_NO_DRAFT = ("en_vigueur", "publie", "promulgue", "signe")


@dataclass(frozen=True)
class Seen:
    """A sign where it stands in the sentence; `words` are those that decide."""

    sign: Sign
    start: int
    end: int
    words: str
    on: str | None = None
    chamber: str | None = None
    note: str = ""


@dataclass(frozen=True)
class Situation:
    """What is concluded from one sentence; `taken_back` when an adoption told there is not counted as one."""

    state: str
    confidence: float
    reason: str
    milestones: tuple[Milestone, ...] = ()
    decisive: Seen | None = None
    taken_back: bool = False
    is_effect: bool = False
    is_fitting: bool = True


def read_situation(status: str, *, title: str, group: Group) -> Situation:
    """Propose a state for the text from the sentence written beside its title."""
    told = _told(status)
    if not told:
        return _unknown(status, of_draft=is_draft(title, group))
    counted = _without_taken_back(told)
    decisive = max(counted, key=lambda seen: (seen.sign.phase, seen.start))
    is_effect = decisive.sign is EFFECT
    is_fitting = not is_effect or fits(title, status[decisive.start : decisive.end])
    return Situation(
        state=decisive.sign.state,
        confidence=_confidence(decisive, title, group, is_fitting=is_fitting),
        reason=_reason(decisive, title),
        milestones=tuple(_milestones(counted)),
        decisive=decisive,
        taken_back=len(counted) < len(told),
        is_effect=is_effect,
        is_fitting=is_fitting,
    )


def deduced(situation: Situation) -> Situation:
    """Lower to IMPLIED at most the confidence of a situation that only the heading of the list tells."""
    meaning = situation.decisive.sign.meaning if situation.decisive else situation.reason
    return replace(
        situation,
        confidence=min(IMPLIED, situation.confidence),
        reason=f"Déduit de l'en-tête de la page, et non de la ligne du texte : {meaning}.",
    )


def _unknown(status: str, *, of_draft: bool) -> Situation:
    seen = f"Aucune formule connue dans « {status} »" if status else "Aucune situation n'est écrite pour ce texte"
    return Situation("initie" if of_draft else "signe", UNKNOWN, f"{seen} : l'état est à choisir par une personne.")


def _confidence(decisive: Seen, title: str, group: Group, *, is_fitting: bool) -> float:
    if not is_fitting:
        return ILL_FITTING
    if is_draft(title, group) and decisive.sign.state in STATES_OF_NO_DRAFT:
        return min(IMPLIED, decisive.sign.confidence)
    if decisive.sign.move == "deposit" and not decisive.chamber:
        return PARTLY_SAID
    return decisive.sign.confidence


def _reason(decisive: Seen, title: str) -> str:
    reason = f"Le tableau dit « {decisive.words} » : {decisive.sign.meaning}."
    if re.search(r"\bloi[ -]cadre\b", fold(title)):
        reason += " C'est une loi-cadre : elle passe aussi en conseil des ministres."
    return reason


def _told(status: str) -> list[Seen]:
    """List the signs in the order of the sentence, each with its date and chamber."""
    folded = fold(status)
    found = _in_order(_search(SIGNS, status, folded)) or _in_order(_search((EFFECT,), status, folded))
    for place, seen in enumerate(found):
        before = found[place - 1] if place else None
        stop = found[place + 1].start if place + 1 < len(found) else len(status)
        found[place] = _completed(seen, status, before=before, stop=stop)
    return found


def _search(signs: tuple[Sign, ...], status: str, folded: str) -> list[Seen]:
    return [
        Seen(sign, match.start(), match.end(), _words(status, match, with_subject=sign is EFFECT))
        for sign in signs
        for match in sign.pattern.finditer(folded)
        if not NOT_YET.search(folded[: match.start()])
    ]


def _words(status: str, match: re.Match[str], *, with_subject: bool) -> str:
    start = re.split(r"[.,;:]\s", status[: match.start()])[-1] if with_subject else ""
    return f"{start}{status[match.start() : match.end()]}".strip(" ,")


def _in_order(found: list[Seen]) -> list[Seen]:
    """Keep the widest wording where two overlap, and the one that what came before calls for where two coincide."""
    kept: list[Seen] = []
    moves: set[str | None] = set()
    for seen in sorted(found, key=lambda seen: (seen.start, -seen.end)):
        if seen.sign.after and seen.sign.after not in moves:
            continue
        if kept and (seen.start, seen.end) == (kept[-1].start, kept[-1].end):
            kept.pop()
        elif _is_told(seen, kept):
            continue
        kept.append(seen)
        moves.add(seen.sign.move)
    return kept


def _is_told(seen: Seen, kept: list[Seen]) -> bool:
    if any(other.start <= seen.start and seen.end <= other.end for other in kept):
        return True
    return (
        bool(seen.sign.move) and not seen.sign.names_chamber and seen.sign.move in {other.sign.move for other in kept}
    )


def _completed(seen: Seen, status: str, *, before: Seen | None, stop: int) -> Seen:
    sentence_start = status.rfind(". ", 0, seen.start) + 1
    is_first = before is None or before.end <= sentence_start
    end = status.find(". ", seen.end, stop)
    span = (seen.start, max(seen.end, stop if end < 0 else end))
    earlier = sentence_start if is_first and before is None else max(before.end if before else 0, sentence_start)
    return replace(
        seen,
        on=_day(status, span) or (_day(status, (earlier, seen.start)) if is_first else None),
        chamber=_chamber(seen, status, span=span, earlier=earlier, before=before) if seen.sign.names_chamber else None,
        note=seen.sign.note or _note(seen, status[slice(*span)]),
    )


def _day(status: str, span: tuple[int, int]) -> str | None:
    """Find the first date between two places that is not that of a Bulletin officiel."""
    references = bulletins_in(status)
    for day in days_in(status):
        in_reference = any(reference.start <= day.start < reference.end for reference in references)
        if span[0] <= day.start < span[1] and not in_reference:
            return str(day.on)
    return None


def _chamber(seen: Seen, status: str, *, span: tuple[int, int], earlier: int, before: Seen | None) -> str | None:
    folded = fold(status)
    match = _CHAMBERS.search(folded, *span) or _CHAMBERS.search(folded, earlier, span[0])
    if match:
        return match[1]
    # A committee sits in the chamber that has the text.
    return before.chamber if before and seen.sign.move == "refer_to_committee" else None


def _note(seen: Seen, words: str) -> str:
    if seen.sign.move == "adopt_in_plenary" and (votes := _VOTES.search(fold(words))):
        return words[votes.start() : votes.end()].strip()
    references = bulletins_in(words) if seen.sign.move == "enter_into_force" else []
    return references[0].words if references else ""


def _without_taken_back(told: list[Seen]) -> list[Seen]:
    """Drop what a later sign takes back; the later one inherits its date when it has none."""
    counted = list(told)
    for seen in told:
        earlier = next((other for other in counted if seen.sign.undoes and other.sign.move == seen.sign.undoes), None)
        if earlier and earlier.start < seen.start:
            counted.remove(earlier)
            counted[counted.index(seen)] = replace(seen, on=seen.on or earlier.on)
    return counted


def _milestones(counted: list[Seen]) -> Iterator[Milestone]:
    for seen in counted:
        if seen.sign.move:
            yield Milestone(seen.sign.move, seen.on, seen.chamber, seen.note)
