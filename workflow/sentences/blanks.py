"""What fills the blanks of a phrase, from a situation or from a step, in whichever language the phrase is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from models import PartialDate
from workflow.deadlines.clocks import Clock
from workflow.history.fold import Done, Situation
from workflow.procedure.institutions import institutions
from workflow.procedure.model import Procedure, State, Transition
from workflow.procedure.vocabulary import Label

FORMS = frozenset({"on", "since", "of", "until", "bare", "against", "list", "the", "to", "by", "met"})


@dataclass(frozen=True)
class Language:
    """How one language says what the blanks ask, and which phrases of the procedure files are its own."""

    state: Callable[[State], str]
    says: Callable[[Transition], str]
    adds: Callable[[Transition], str]
    done: Callable[[Transition], str]
    semicolon: str  # what the clause begins with that tells what is expected next
    date: Callable[[PartialDate | None, str], str]
    fact: Callable[..., str]  # as `fact_fr` is called
    institution: Callable[[str, str, PartialDate | None], str]
    place: Callable[[Procedure, str | None, int, str], dict[str, str]]
    text: Callable[[Procedure, str], dict[str, str]]  # what points at the text in that state, and agrees with it
    label: Callable[[Label], str]
    articles: Callable[..., str]  # as `named_articles` is called
    same_day: Callable[[str], str]
    votes: Mapping[str, str]
    amended: str
    certainties: Mapping[str, str]
    supposed: str


def of_situation(
    words: Language, procedure: Procedure, situation: Situation, blank: str, *, run: Sequence[Clock]
) -> str:
    """Fill a blank of the sentence of a state; `run` are the clocks, whose due dates some states tell."""
    name, _, form = blank.partition(":")
    head, _, fact = name.partition(".")
    if name == "entered":
        return words.date(situation.arrival.on, form)
    if head == "due":
        return _due(words, run, fact, form)
    if head in procedure.vocabulary.milestones:
        done = situation.last(head)
        # A vote of a navette that was started again says nothing of this one.
        stands = done is not None and (done.vote is None or done.navette == situation.navette)
        if fact == "body":  # a council that met, named where its day is not known
            return words.label(procedure.vocabulary.bodies[head]) if done else ""
        return _of_milestone(words, procedure, done, fact=fact, form=form) if done and stands else ""
    if name in institutions():
        return words.institution(name, form, situation.arrival.on or situation.latest)
    told = words.text(procedure, situation.state)
    return (told | words.place(procedure, situation.chamber, situation.reading, form))[name]


def of_step(words: Language, procedure: Procedure, done: Done, blank: str) -> str:
    """Fill a blank of the sentence of a step."""
    name, _, form = blank.partition(":")
    if name in institutions():
        return words.institution(name, form, done.on)
    place = words.place(procedure, done.chamber, done.reading, form)
    if name in place and name not in done.facts:
        return place[name]
    if name == "votes" and done.vote == "rejected":
        form = "against"
    if name == "article":
        return words.articles(done.facts.get(name, ""), the=form == "the")
    if name == "answered" and done.item:
        return str(done.item)
    return words.fact(procedure, name, done.facts.get(name), form, on=done.on)


def _of_milestone(words: Language, procedure: Procedure, done: Done, *, fact: str, form: str) -> str:
    if not fact:
        return words.date(done.on, form)
    if fact == "word":
        return words.votes.get(done.vote or "", "")
    if fact == "amended":
        return words.amended if procedure.at(done.version, done.kind).moves[done.move].amends else ""
    return of_step(words, procedure, done, f"{fact}:{form}" if form else fact)


def _due(words: Language, run: Sequence[Clock], rule: str, form: str) -> str:
    dues = [clock.due_on for clock in run if clock.rule.code == rule and clock.due_on]
    return words.date(PartialDate.of(dues[-1]), form) if dues else ""
