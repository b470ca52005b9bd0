"""The sentence of where a text stands, and the sentences of its history: the one place where they are made."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from models import PartialDate
from workflow.calendar.words import partial_fr
from workflow.deadlines.clocks import Clock
from workflow.history.fold import CHANGE, EDIT, OPEN, Done, Situation, other_chamber
from workflow.language.phrases import fill
from workflow.procedure.institutions import name_fr, of_fr, the_fr
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Noun

_READINGS = ("", "", "deuxième", "troisième", "quatrième", "cinquième", "sixième")
_VOWELS = "aeiouéèêh"
_PRONOUNS = {"m": "il", "f": "elle"}
_ORDER = re.compile(r"^Enregistrer (?:les? |la |l’|une? |des )")
FORMS = frozenset({"on", "since", "of", "until", "bare", "against", "list", "the"})
# How an institution is named in the forms that want its article.
_NAMINGS = {"of": of_fr, "the": the_fr}
# What a person changed on the sheet of a text: told, and emptied.
_EDITED = {
    "title_fr": ("L’intitulé devient « {} ».", ""),
    "title_ar": ("L’intitulé en arabe devient « {} ».", "L’intitulé en arabe est retiré."),
    "number": ("Le texte porte désormais le n° {}.", "Le numéro est retiré."),
    "responsible": ("Le texte est confié à {}.", "Le texte n’est plus confié à personne."),
    "ministry": (
        "Le texte relève désormais de ce département : {}.",
        "Le texte relève de nouveau du ministère.",
    ),
}
_AMENDED = "avec des modifications"
_VOTES = {"adopted": "adopté", "rejected": "rejeté"}


def sentence(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> str:
    """Say in French where the text stands; `run` are its clocks, whose due dates some states tell."""
    state = procedure.states[situation.state]
    return fill(state.sentence_fr, lambda blank: _of_situation(procedure, situation, run, blank))


def step_sentence(procedure: Procedure, done: Done) -> str:
    """Say in French what a step did."""
    if done.move == OPEN:
        note = done.facts.get("note")
        return f"Le dossier a été ouvert. {note}" if note else "Le dossier a été ouvert."
    if done.move == CHANGE:
        return _changed(procedure.at(done.version, done.kind), done)
    if done.move == EDIT:
        return " ".join(_EDITED[name][not words].format(words) for name, words in done.facts.items() if name in _EDITED)
    move = procedure.at(done.version, done.kind).moves[done.move]
    return fill(move.done_fr, lambda blank: _of_step(procedure, done, blank))


def _changed(procedure: Procedure, done: Done) -> str:
    if "kind" not in done.facts:
        return f"Le texte suit désormais la version {done.facts['to']} de sa procédure."
    noun = procedure.noun(done.to_state)
    article = "une" if noun.gender == "f" else "un"
    return f"Le texte change de nature : c’est désormais {article} {noun.fr}. {done.facts.get('reason', '')}".rstrip()


def named_fr(procedure: Procedure, move: Transition) -> str:
    """Name what happened: "Dépôt au Parlement", "Vote en séance plénière : adopté"."""
    if move.event is None:
        return _bare(move.label_fr)
    return f"{_bare(procedure.events[move.event].label_fr)} : {move.label_fr[0].lower()}{move.label_fr[1:]}"


def _bare(label: str) -> str:
    words = _ORDER.sub("", label)
    return words[0].upper() + words[1:]


def holder(procedure: Procedure, state: str, chamber: str | None) -> str:
    """Name who has the ball in that state."""
    body = procedure.vocabulary.bodies[procedure.states[state].holder].fr
    return fill(body, lambda _blank: chamber_fr(procedure, chamber))


def chamber_fr(procedure: Procedure, chamber: str | None) -> str:
    """Name a chamber with its article; nothing for none."""
    return procedure.vocabulary.chambers[chamber].fr if chamber else ""


def this(noun: Noun) -> str:
    """Point at the text by its kind: "ce projet de loi", "cette loi", "cet arrêté"."""
    if noun.gender == "f":
        return f"cette {noun.fr}"
    return f"{'cet' if noun.fr[0] in _VOWELS else 'ce'} {noun.fr}"


def reading_fr(reading: int) -> str:
    """Word the rank of a reading, feminine: "deuxième"; nothing for the first."""
    return _READINGS[reading] if reading < len(_READINGS) else f"{reading}e"


def votes_fr(votes: dict[str, Any] | None, *, rejected: bool = False) -> str:
    """Word a vote, those who carried it first: "à l’unanimité", "par 70 voix contre 22 et 3 abstentions"."""
    if not votes:
        return ""
    carried, lost = ("against", "for") if rejected else ("for", "against")
    most, least, abstained = (votes.get(key) for key in (carried, lost, "abstentions"))
    if votes.get("unanimous") or (most and least == 0 and not abstained):
        return f"à l’unanimité ({_count(most)})" if most else "à l’unanimité"
    if most is None:
        return "à la majorité" if votes.get("majority") else ""
    words = f"par {_count(most)}" + (f" contre {least}" if least is not None else "")
    return words + (f" et {abstained} abstention{'s' if abstained > 1 else ''}" if abstained else "")


def _count(ayes: int) -> str:
    return f"{ayes} voix"


def date_fr(when: PartialDate | None, form: str = "on") -> str:
    """Word a date with what goes before it: "le 7 novembre 2013", "depuis le …", "du …"."""
    if when is None:
        return ""
    words = partial_fr(when)  # « le 7 novembre 2013 », « en juillet 2016 »
    bare = words.partition(" ")[2]
    if form == "since":
        return f"depuis {words if when.is_full else bare}"
    if form == "of":
        return f"du {bare}" if when.is_full else f"{'d’' if bare[0] in _VOWELS else 'de '}{bare}"
    if form == "until":
        return f"jusqu’{'au' if when.is_full else 'en'} {bare}"
    return bare if form == "bare" else words


def fact_fr(
    procedure: Procedure,
    name: str,
    value: Any,  # noqa: ANN401 - JSON
    form: str = "on",
    *,
    on: PartialDate | None = None,
) -> str:
    """Word a fact by its type; an institution has the name that it had `on` that date."""
    fact = procedure.vocabulary.facts.get(name)
    if value in (None, "", []):
        return ""
    if fact is None or fact.type in ("line", "text", "title", "months"):
        lines = str(value).splitlines()
        if fact and fact.institution:
            lines = [_NAMINGS.get(form, name_fr)(line, on.last_day if on else None) for line in lines]
        return listed_fr(lines) if form == "list" else "\n".join(lines)
    if fact.type == "votes":
        return votes_fr(value, rejected=form == "against")
    if fact.type == "day":
        return date_fr(PartialDate.parse(value), form)
    if name == "chamber":
        return chamber_fr(procedure, value)
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(choice.fr for choice in fact.choices if choice.value in chosen)


def listed_fr(words: Iterable[str]) -> str:
    """Join words in a sentence: "A, B et C"."""
    *first, last = [word.strip() for word in words if word.strip()] or [""]
    return f"{', '.join(first)} et {last}" if first else last


def _of_situation(procedure: Procedure, situation: Situation, run: Sequence[Clock], blank: str) -> str:
    name, _, form = blank.partition(":")
    head, _, fact = name.partition(".")
    noun = procedure.noun(situation.state)
    if name == "entered":
        return date_fr(situation.arrival.on, form)
    if head == "due":
        return _due(run, fact)
    if head in procedure.vocabulary.milestones:
        done = situation.last(head)
        # A vote of a navette that was started again says nothing of this one.
        stands = done is not None and (done.vote is None or done.navette == situation.navette)
        return _of_milestone(procedure, done, fact, form) if done and stands else ""
    words = {"this": this(noun), "e": "e" if noun.gender == "f" else "", "pronoun": _PRONOUNS[noun.gender]}
    return (words | _place(procedure, situation.chamber, situation.reading))[name]


def _of_milestone(procedure: Procedure, done: Done, fact: str, form: str) -> str:
    if not fact:
        return date_fr(done.on, form)
    if fact == "word":
        return _VOTES.get(done.vote or "", "")
    if fact == "amended":
        return _AMENDED if procedure.at(done.version, done.kind).moves[done.move].amends else ""
    return _of_step(procedure, done, f"{fact}:{form}" if form else fact)


def _of_step(procedure: Procedure, done: Done, blank: str) -> str:
    name, _, form = blank.partition(":")
    place = _place(procedure, done.chamber, done.reading)
    if name in place and name not in done.facts:
        return place[name]
    if name == "votes" and done.vote == "rejected":
        form = "against"
    return fact_fr(procedure, name, done.facts.get(name), form, on=done.on)


def _place(procedure: Procedure, chamber: str | None, reading: int) -> dict[str, str]:
    return {
        "chamber": chamber_fr(procedure, chamber),
        "other_chamber": chamber_fr(procedure, other_chamber(chamber)),
        "reading": reading_fr(reading),
    }


def _due(run: Sequence[Clock], rule: str) -> str:
    dues = [clock.due_on for clock in run if clock.rule.code == rule and clock.due_on]
    return date_fr(PartialDate.of(dues[-1])) if dues else ""
