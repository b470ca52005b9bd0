"""A deadline rule in words: who is expected to act, what starts the time, stops it, suspends it, and who is told."""

from collections.abc import Iterable, Iterator

from workflow.calendar.words import days_fr
from workflow.procedure.deadline_rule import NATURES_FR, SILENCE_FR, DeadlineRule
from workflow.procedure.institutions import name_fr
from workflow.procedure.model import Procedure
from workflow.procedure.vocabulary import Fact
from workflow.rulebook.diagram import Sheet
from workflow.sentences.places import any_body_fr, chamber_fr

ONLY_IF = "Seulement si"
_TERMS_FR = {
    "limit": "délai à respecter",
    "window": "faculté ouverte jusqu’à son terme",
    "wait": "délai à laisser passer",
}


def terms_fr(sheet: Sheet, rule: DeadlineRule) -> Iterator[tuple[str, str]]:
    """Give what a rule says besides its lengths, as labels and words; what it does not say is left out."""
    procedure = sheet.procedure
    silence = SILENCE_FR if rule.tacit else ""
    yield "Nature", ", ".join(filter(None, (NATURES_FR[rule.nature], _TERMS_FR[rule.term], silence)))
    yield "Attendu de", any_body_fr(procedure, rule.owner)
    yield "Court", _places(sheet, rule)
    yield "Point de départ", _start(procedure, rule)
    yield "Fin", _end(procedure, rule)
    if rule.suspended_in:
        yield "Suspendue", sheet.places_of(rule.suspended_in)
    yield from conditions_of(procedure, rule)
    if rule.remind or rule.escalate:
        yield "Rappels", _ladder(rule)


def _places(sheet: Sheet, rule: DeadlineRule) -> str:
    chamber = f" ({chamber_fr(sheet.procedure, rule.chamber)})" if rule.chamber else ""
    return f"{sheet.places_of(rule.runs_in)}{chamber}"


def _start(procedure: Procedure, rule: DeadlineRule) -> str:
    started = _moves(procedure, rule.starts_with) or "entrée du texte dans l’un de ces états"
    if rule.from_fact:
        return f"{started} ; compté depuis « {procedure.vocabulary.facts[rule.from_fact].label_fr} »"
    if rule.from_milestone:
        told = [move.name for move in procedure.transitions if move.milestone == rule.from_milestone]
        return f"{started} ; compté depuis {_moves(procedure, told)}"
    return started


def _end(procedure: Procedure, rule: DeadlineRule) -> str:
    return " ; ".join(filter(None, (_moves(procedure, rule.stops_with), "sortie du texte de ces états")))


def _moves(procedure: Procedure, names: Iterable[str]) -> str:
    # A rule of a shared block may name a move that this kind does not have.
    labels = (procedure.moves[name].label_fr for name in names if name in procedure.moves)
    return " ; ".join(f"« {label} »" for label in dict.fromkeys(labels))


def conditions_of(procedure: Procedure, rule: DeadlineRule) -> Iterator[tuple[str, str]]:
    """Give the answers on which a rule depends, as labels and words."""
    facts = procedure.vocabulary.facts
    for about, told in ((ONLY_IF, rule.only_if), ("Sauf si", rule.unless)):
        for name, values in told.items():
            answers = " ou ".join(_answer(facts[name], value) for value in values)
            yield about, f"« {facts[name].label_fr} » : {answers}"
    for about, fact in (
        ("Une pour chaque", rule.per),
        ("Durée donnée par", rule.length_fact),
        ("Terme donné par", rule.due_fact),
    ):
        if fact:
            yield about, f"« {facts[fact].label_fr} »"


def _answer(fact: Fact, value: str) -> str:
    return next((choice.fr for choice in fact.choices if choice.value == value), name_fr(value))


def _ladder(rule: DeadlineRule) -> str:
    reminders = ", ".join(map(_rung, sorted(rule.remind)))
    escalations = ", ".join(map(_rung, sorted(rule.escalate)))
    told = (f"{reminders} (responsable)" if reminders else "", f"{escalations} (hiérarchie)" if escalations else "")
    return " ; ".join(filter(None, told))


def _rung(days: int) -> str:
    if days == 0:
        return "le jour même"
    return f"{days_fr(abs(days))} {'avant' if days < 0 else 'après'}"
