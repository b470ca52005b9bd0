"""From the sentence about a text to the state proposed for it, and to what the sentence says has happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.importing.page.headings import Group, is_draft
from workflow.importing.page.wording import fold
from workflow.importing.situation.effects import fits
from workflow.importing.situation.seen import VOTE, Seen, asides_in, told_by_dahir, told_in, undone_in
from workflow.importing.situation.sign import ILL_FITTING, IMPLIED, PARTLY_SAID, UNKNOWN, Sign
from workflow.importing.situation.signs import EFFECT
from workflow.importing.table import Milestone
from workflow.rulebook.files import procedures

CHAMBER_MOVES = (VOTE, "adopt_in_committee", "refer_to_committee")
STATES_OF_NO_DRAFT = ("en_vigueur", "publie", "promulgue", "signe")


@dataclass(frozen=True)
class Situation:
    """What is concluded from one sentence; `taken_back` when an adoption told there is not counted as one."""

    state: str
    confidence: float
    reason: str
    told: tuple[Milestone, ...] = ()
    decisive: Seen | None = None
    taken_back: bool = False
    is_effect: bool = False
    is_fitting: bool = True


def read_situation(status: str, *, title: str, group: Group, kind: str) -> Situation:
    """Propose a state for the text from the sentence written beside its title, in the procedure of its kind."""
    told = [*told_by_dahir(title), *told_in(status)]
    if not told:
        return _unknown(status, of_draft=is_draft(title, group))
    counted = _in_order_of_law(_without_taken_back(told))
    decisive = counted[-1]
    is_effect = decisive.sign is EFFECT
    is_fitting = not is_effect or fits(title, status[decisive.start : decisive.end])
    told_state = _state(decisive.sign, kind)
    reached = _reached(told_state, kind)
    return Situation(
        state=reached,
        confidence=_confidence(decisive, title, group, is_fitting=is_fitting),
        reason=_reason(decisive, title) + (_goes_on(reached, kind) if reached != told_state else ""),
        told=(*_milestones(counted, kind), *asides_in(status)),
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


def _state(sign: Sign, kind: str) -> str:
    """Give the state that a sign tells in this procedure; one that the procedure has not stays as told."""
    states = procedures()[kind].states
    return next((state for state in (sign.state, *sign.otherwise) if state in states), sign.state)


def _reached(state: str, kind: str) -> str:
    """Give the state to which the law itself leads from the one told: a decree-law published is to be ratified."""
    procedure = procedures()[kind]
    move = procedure.goes_on_by(state) if state in procedure.states else None
    return move.to if move else state


def _goes_on(state: str, kind: str) -> str:
    return f" La suite est de droit : « {procedures()[kind].states[state].label_fr} »."


def _in_order_of_law(counted: list[Seen]) -> list[Seen]:
    """Put what is told in the order in which it can have happened; votes with dates stand in the order of these."""
    placed = sorted(counted, key=lambda seen: (seen.sign.phase, seen.start))
    votes = [place for place, seen in enumerate(placed) if seen.sign.move == VOTE]
    by_day = sorted((placed[place] for place in votes), key=lambda seen: seen.on or "")
    if all(vote.on for vote in by_day):
        signs = [placed[place].sign for place in votes]
        for place, vote, sign in zip(votes, by_day, signs, strict=True):
            placed[place] = replace(vote, sign=sign)
    return placed


def _unknown(status: str, *, of_draft: bool) -> Situation:
    asides = tuple(asides_in(status))
    if words := undone_in(status):
        seen = f"Le tableau dit « {words} », ce qui n'est pas une étape faite"
    else:
        seen = f"Aucune formule connue dans « {status} »" if status else "Aucune situation n'est écrite pour ce texte"
    reason = f"{seen} : l'état est à choisir par une personne."
    return Situation("initie" if of_draft else "signe", UNKNOWN, reason, asides)


def _confidence(decisive: Seen, title: str, group: Group, *, is_fitting: bool) -> float:
    if not is_fitting:
        return ILL_FITTING
    if is_draft(title, group) and decisive.sign.state in STATES_OF_NO_DRAFT:
        return min(IMPLIED, decisive.sign.confidence)
    if decisive.sign.move in ("deposit", "adopt_in_committee") and not decisive.chamber:
        return PARTLY_SAID
    if decisive.sign.move == "reject_finally" and decisive.chamber:
        return IMPLIED
    return decisive.sign.confidence


def _reason(decisive: Seen, title: str) -> str:
    reason = f"Le tableau dit « {decisive.words} » : {decisive.sign.meaning}."
    if re.search(r"\bloi[ -]cadre\b", fold(title)):
        reason += " C'est une loi-cadre : elle passe aussi en conseil des ministres."
    return reason


def _without_taken_back(told: list[Seen]) -> list[Seen]:
    """Drop what a later sign takes back; the later one inherits its date when it has none."""
    counted = list(told)
    for seen in told:
        earlier = next((other for other in counted if seen.sign.undoes and other.sign.move == seen.sign.undoes), None)
        if earlier and earlier.start < seen.start:
            counted.remove(earlier)
            counted[counted.index(seen)] = replace(seen, on=seen.on or earlier.on)
    return counted


def _milestones(counted: list[Seen], kind: str) -> Iterator[Milestone]:
    for seen in counted:
        if seen.before:
            yield seen.before
        yield Milestone(
            seen.sign.move,
            seen.on,
            seen.chamber,
            seen.note,
            state=_state(seen.sign, kind),
            by=seen.sign.by,
            facts=seen.facts,
            reading=seen.reading,
            is_concluded=seen.sign.is_concluded or seen.sign.move is None,
        )
