"""The sentence of where a text stands, and the sentences of its history: the one place where they are made."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from models import PartialDate
from workflow.calendar.words import partial_fr, same_day_fr
from workflow.deadlines.clocks import Clock
from workflow.history.facts import Facts
from workflow.history.fold import CHANGE, EDIT, OURS, Done, Situation, other_chamber
from workflow.history.what_counts import OPEN
from workflow.language.articles import by, is_elided, named_articles, of
from workflow.language.phrases import fill, opening
from workflow.language.typography import capital
from workflow.procedure.institutions import institutions, name_fr
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Noun
from workflow.sentences.places import NAMINGS, body_fr, chamber_or_one_fr, institution_fr, place_fr
from workflow.sentences.votes import votes_fr

_PRONOUNS = {"m": "il", "f": "elle"}
_ORDER = re.compile(r"^Enregistrer (?:les? |la |l’|une? |des )")
FORMS = frozenset({"on", "since", "of", "until", "bare", "against", "list", "the", "to", "by", "met"})
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
    "merged_into": (
        "Ce dossier est réuni avec un autre du même texte, qui continue : « {} ».",
        "Ce dossier est séparé de celui avec lequel il avait été réuni, et reprend sa suite.",
    ),
    "received": ("Un autre dossier du même texte est réuni à celui-ci : « {} ».", ""),
    "released": ("Ce dossier est séparé d’un autre qui lui avait été réuni : « {} ».", ""),
}
# What tells nothing of the examination itself.
_SILENT = OURS | {"note"}
# What is said of a situation that no source tells, or that was told from memory or concluded.
_SUPPOSED = "situation déduite, à confirmer"
_CERTAINTIES = {"memory": "de mémoire, à confirmer", "derived": "déduit, à confirmer"}
_AMENDED = "avec des modifications"
_VOTES = {"adopted": "adopté", "rejected": "rejeté"}


def sentence(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> str:
    """Say in French where the text stands; `run` are its clocks, whose due dates some states tell."""
    if situation.arrival.move == OPEN and situation.arrival.inferred:
        return _unknown(procedure, situation)
    last = next((done for done in reversed(situation.done) if done.move not in _SILENT), situation.done[0])
    move = procedure.moves.get(last.move)
    phrase = (move and move.says_fr) or procedure.states[situation.state].sentence_fr

    def value(blank: str) -> str:
        name, _, form = blank.partition(":")
        return date_fr(last.on, form) if name == "when" else _of_situation(procedure, situation, run, blank)

    if move and move.adds_fr:
        # What the state expects next is not what is happening; only the phrase tells where that begins, for what is
        # filled in may hold the same sign.
        phrase = f"{opening(phrase)} ; {move.adds_fr}."
    words = same_day_fr(fill(phrase, value))
    arrival = last if move and move.says_fr else situation.arrival
    doubt = _SUPPOSED if arrival.inferred else _CERTAINTIES.get(arrival.facts.get("certainty", ""), "")
    return f"{words.removesuffix('.')} ({doubt})." if doubt else words


def _unknown(procedure: Procedure, situation: Situation) -> str:
    """Say that the situation of an old file is not known, with the last thing that a source tells of it."""
    named = this(procedure.noun(situation.state))
    told = next(
        (done for done in reversed(situation.done) if done.move not in (*_SILENT, OPEN) and not done.inferred), None
    )
    if told is None:
        return f"La situation de {named} n’est pas connue : aucune étape n’en est rapportée."
    words = step_sentence(procedure, told).removesuffix(".")
    dated = f"{date_fr(told.on)}, " if told.on else ""
    return (
        f"La situation de {named} n’est pas connue ; dernière étape rapportée : {dated}{words[0].lower()}{words[1:]}."
    )


def how_sure_fr(facts: Facts, *, inferred: bool = False) -> str:
    """Say how a step is known where no page confirms it: concluded, from memory, or its chamber concluded."""
    known = "étape déduite" if inferred else _CERTAINTIES.get(facts.get("certainty", ""), "")
    chamber = "Chambre déduite de la suite" if "chamber" in facts.get("supposed", ()) else ""
    return ", ".join(filter(None, (known, chamber)))


def step_sentence(procedure: Procedure, done: Done) -> str:
    """Say in French what a step did."""
    if done.move == OPEN:
        note = done.facts.get("note")
        return f"Le dossier a été ouvert. {note}" if note else "Le dossier a été ouvert."
    if done.move == CHANGE:
        return _changed(procedure, done)
    if done.move == EDIT:
        return " ".join(_EDITED[name][not words].format(words) for name, words in done.facts.items() if name in _EDITED)
    move = procedure.at(done.version, done.kind).moves[done.move]
    return fill(move.done_fr, lambda blank: _of_step(procedure, done, blank))


def _changed(procedure: Procedure, done: Done) -> str:
    if "kind" not in done.facts:
        return f"Le texte suit désormais la version {done.facts['to']} de sa procédure."
    noun = procedure.at(done.facts["to"], done.facts["kind"]).noun(done.facts["place"])
    article = "une" if noun.gender == "f" else "un"
    reason = done.facts.get("reason", "").rstrip()
    why = f" Motif : {reason}{'' if reason[-1] in '.?!…' else '.'}" if reason else ""
    return f"Le texte change de nature : c’est désormais {article} {noun.fr}.{why}"


def named_fr(procedure: Procedure, move: Transition) -> str:
    """Name what happened: "Dépôt au Parlement", "Vote en séance plénière : adopté"."""
    if move.event is None:
        return _bare(move.label_fr)
    return f"{_bare(procedure.events[move.event].label_fr)} : {move.label_fr[0].lower()}{move.label_fr[1:]}"


def _bare(label: str) -> str:
    words = _ORDER.sub("", label)
    return capital(words)


def holder(procedure: Procedure, state: str, chamber: str | None) -> str:
    """Name who has the ball in that state; a text that has left `chamber` is held by the other one."""
    place = procedure.states[state]
    return body_fr(procedure, place.holder, other_chamber(chamber) if place.crossing else chamber)


def this(noun: Noun) -> str:
    """Point at the text by its kind: "ce projet de loi", "cette loi", "cet arrêté"."""
    if noun.gender == "f":
        return f"cette {noun.fr}"
    return f"{'cet' if is_elided(noun.fr) else 'ce'} {noun.fr}"


def date_fr(when: PartialDate | None, form: str = "on") -> str:
    """Word a date with what goes before it: "le 7 novembre 2013", "depuis le …", "du …", "réuni le …"."""
    if when is None:
        return ""
    words = partial_fr(when)  # « le 7 novembre 2013 », « en juillet 2016 »
    bare = words.partition(" ")[2]
    forms = {
        "since": f"depuis {words if when.is_full else bare}",
        "of": f"du {bare}" if when.is_full else of(bare),
        "met": f"réuni {words}" if when.is_full else words,  # a meeting has a day: of a month, only the month is told
        "until": f"jusqu’{'au' if when.is_full else 'en'} {bare}",
        "to": f"{'au' if when.is_full else 'à'} {bare}",
        "bare": bare,
    }
    return forms.get(form, words)


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
        if form == "by" or (fact and fact.institution):
            lines = [NAMINGS.get(form, name_fr)(line, on.last_day if on else None) for line in lines]
        return listed_fr(lines) if form == "list" else "\n".join(lines)
    if fact.type == "votes":
        return votes_fr(value, rejected=form == "against")
    if fact.type == "day":
        return date_fr(PartialDate.parse(value), form)
    if name == "chamber":
        return chamber_or_one_fr(procedure, value, form)
    chosen = value if isinstance(value, list) else [value]
    words = ", ".join(choice.fr for choice in fact.choices if choice.value in chosen)
    return by(words) if form == "by" else words


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
        return _due(run, fact, form)
    if head in procedure.vocabulary.milestones:
        done = situation.last(head)
        # A vote of a navette that was started again says nothing of this one.
        stands = done is not None and (done.vote is None or done.navette == situation.navette)
        if fact == "body":  # a council that met, named where its day is not known
            return procedure.vocabulary.bodies[head].fr if done else ""
        return _of_milestone(procedure, done, fact, form) if done and stands else ""
    if name in institutions():
        return institution_fr(name, form, situation.arrival.on or situation.latest)
    words = {
        "this": this(noun),
        "e": "e" if noun.gender == "f" else "",
        "pronoun": _PRONOUNS[noun.gender],
        "of_authors": "des ministres concernés" if "joint" in procedure.features else "",
    }
    return (words | place_fr(procedure, situation.chamber, situation.reading, form))[name]


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
    if name in institutions():
        return institution_fr(name, form, done.on)
    place = place_fr(procedure, done.chamber, done.reading, form)
    if name in place and name not in done.facts:
        return place[name]
    if name == "votes" and done.vote == "rejected":
        form = "against"
    if name == "article":
        return named_articles(done.facts.get(name, ""), the=form == "the")
    if name == "answered" and done.observation:
        return str(done.observation)
    return fact_fr(procedure, name, done.facts.get(name), form, on=done.on)


def _due(run: Sequence[Clock], rule: str, form: str) -> str:
    dues = [clock.due_on for clock in run if clock.rule.code == rule and clock.due_on]
    return date_fr(PartialDate.of(dues[-1]), form) if dues else ""
