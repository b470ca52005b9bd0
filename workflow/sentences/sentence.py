"""The sentence of where a text stands, and the sentences of its history: the one place where they are made."""

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from models import PartialDate
from workflow.calendar.words import partial_fr, same_day_fr
from workflow.deadlines.clocks import Clock
from workflow.history.facts import Facts
from workflow.history.fold import OURS, Done, Situation, other_chamber
from workflow.history.what_counts import OPEN
from workflow.language.articles import by, is_elided, named_articles, of
from workflow.language.phrases import fill, opening
from workflow.language.typography import capital
from workflow.procedure.institutions import name_fr
from workflow.procedure.model import Procedure, Transition
from workflow.procedure.vocabulary import Noun
from workflow.sentences.arabic import ARABIC, date_ar
from workflow.sentences.blanks import Language, of_situation, of_step
from workflow.sentences.file_changes import of_file_fr
from workflow.sentences.places import NAMINGS, body_ar, body_fr, chamber_or_one_fr, institution_fr, place_fr
from workflow.sentences.steps_ar import step_sentence_ar
from workflow.sentences.votes import votes_fr

_PRONOUNS = {"m": "il", "f": "elle"}
_ORDER = re.compile(r"^Enregistrer (?:les? |la |l’|une? |des )")
# What tells nothing of the examination itself.
_SILENT = OURS | {"note"}
# What is said of what was told from memory or concluded.
_CERTAINTIES = {"memory": "de mémoire, à confirmer", "derived": "déduit, à confirmer"}


def sentence(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> str:
    """Say in French where the text stands; `run` are its clocks, whose due dates some states tell."""
    if situation.arrival.move == OPEN and situation.arrival.inferred:
        return _unknown(procedure, situation)
    return _said(FRENCH, procedure, situation, run)


def sentence_ar(procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> str:
    """Say in Arabic where the text stands; `run` are its clocks, whose due dates some states tell."""
    if situation.arrival.move == OPEN and situation.arrival.inferred:
        return _unknown_ar(procedure, situation)
    return _said(ARABIC, procedure, situation, run)


def _said(words: Language, procedure: Procedure, situation: Situation, run: Sequence[Clock]) -> str:
    last = next((done for done in reversed(situation.done) if done.move not in _SILENT), situation.done[0])
    move = procedure.moves.get(last.move)
    says = words.says(move) if move else ""
    phrase = says or words.state(procedure.states[situation.state])

    def value(blank: str) -> str:
        name, _, form = blank.partition(":")
        return (
            words.date(last.on, form) if name == "when" else of_situation(words, procedure, situation, blank, run=run)
        )

    if move and (adds := words.adds(move)):
        # What the state expects next is not what is happening; only the phrase tells where that begins, for what is
        # filled in may hold the same sign.
        phrase = f"{opening(phrase, words.semicolon)}{words.semicolon}{adds}."
    filled = words.same_day(fill(phrase, value))
    arrival = last if says else situation.arrival
    doubt = words.supposed if arrival.inferred else words.certainties.get(arrival.facts.get("certainty", ""), "")
    return f"{filled.removesuffix('.')} ({doubt})." if doubt else filled


def _unknown(procedure: Procedure, situation: Situation) -> str:
    """Say that the situation of an old file is not known, with the last thing that a source tells of it."""
    named, told = this(procedure.noun(situation.state)), _last_told(situation)
    if told is None:
        return f"La situation de {named} n’est pas connue : aucune étape n’en est rapportée."
    words = step_sentence(procedure, told).removesuffix(".")
    dated = f"{date_fr(told.on)}, " if told.on else ""
    return (
        f"La situation de {named} n’est pas connue ; dernière étape rapportée : {dated}{words[0].lower()}{words[1:]}."
    )


def _unknown_ar(procedure: Procedure, situation: Situation) -> str:
    named, told = procedure.noun(situation.state).ar, _last_told(situation)
    if told is None:
        return f"وضعية {named} غير معروفة: لم يبلغ عن أي مرحلة من مراحله."
    dated = f"{date_ar(told.on)}، " if told.on else ""
    return f"وضعية {named} غير معروفة؛ وآخر مرحلة معلومة: {dated}{step_sentence_ar(procedure, told)}"


def _last_told(situation: Situation) -> Done | None:
    silent = {*_SILENT, OPEN}
    return next((done for done in reversed(situation.done) if done.move not in silent and not done.inferred), None)


def how_sure_fr(facts: Facts, *, inferred: bool = False) -> str:
    """Say how a step is known where no page confirms it: concluded, from memory, or its chamber concluded."""
    known = "étape déduite" if inferred else _CERTAINTIES.get(facts.get("certainty", ""), "")
    chamber = "Chambre déduite de la suite" if "chamber" in facts.get("supposed", ()) else ""
    return ", ".join(filter(None, (known, chamber)))


def step_sentence(procedure: Procedure, done: Done) -> str:
    """Say in French what a step did."""
    if done.move == OPEN:
        return f"Le dossier a été ouvert. {done.facts.get('note') or ''}".rstrip()
    if (words := of_file_fr(procedure, done)) is not None:
        return words
    move = procedure.at(done.version, done.kind).moves[done.move]
    return fill(move.done_fr, lambda blank: of_step(FRENCH, procedure, done, blank))


def named_fr(procedure: Procedure, move: Transition) -> str:
    """Name what happened: "Dépôt au Parlement", "Vote en séance plénière : adopté"."""
    if move.event is None:
        return _bare(move.label_fr)
    return f"{_bare(procedure.events[move.event].label_fr)} : {move.label_fr[0].lower()}{move.label_fr[1:]}"


def _bare(label: str) -> str:
    return capital(_ORDER.sub("", label))


def holder(procedure: Procedure, state: str, chamber: str | None) -> str:
    """Name who has the ball in that state; a text that has left `chamber` is held by the other one."""
    return body_fr(procedure, procedure.states[state].holder, holding_chamber(procedure, state, chamber))


def recipient(procedure: Procedure, done: Done) -> str:
    """Name whom a step sent pieces to: the body that its move names, else who has the ball in the state reached."""
    move = procedure.moves.get(done.move)
    if move and move.sends_to:
        return body_fr(procedure, move.sends_to, done.chamber)
    return holder(procedure, done.to_state, done.chamber)


def holder_ar(procedure: Procedure, state: str, chamber: str | None) -> str:
    """Name in Arabic who has the ball in that state, as `holder` does in French."""
    return body_ar(procedure, procedure.states[state].holder, holding_chamber(procedure, state, chamber))


def holding_chamber(procedure: Procedure, state: str, chamber: str | None) -> str | None:
    """Give the chamber whose body has the ball in that state: the other one, for a text that has left `chamber`."""
    return other_chamber(chamber) if procedure.states[state].crossing else chamber


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


def _text(procedure: Procedure, state: str) -> dict[str, str]:
    noun = procedure.noun(state)
    return {
        "this": this(noun),
        "e": "e" if noun.gender == "f" else "",
        "pronoun": _PRONOUNS[noun.gender],
        "of_authors": "des ministres concernés" if "joint" in procedure.features else "",
    }


FRENCH = Language(
    state=attrgetter("sentence_fr"),
    says=attrgetter("says_fr"),
    adds=attrgetter("adds_fr"),
    done=attrgetter("done_fr"),
    semicolon=" ; ",
    date=date_fr,
    fact=fact_fr,
    institution=institution_fr,
    place=place_fr,
    text=_text,
    label=attrgetter("fr"),
    articles=named_articles,
    same_day=same_day_fr,
    votes={"adopted": "adopté", "rejected": "rejeté"},
    amended="avec des modifications",
    certainties=_CERTAINTIES,
    supposed="situation déduite, à confirmer",
)
