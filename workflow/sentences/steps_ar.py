"""What a step did, said in Arabic: for the path of a text in papers, and where only its last step is known."""

import re

from workflow.history.facts import Facts
from workflow.history.fold import Done
from workflow.history.what_counts import OPEN
from workflow.language.phrases import fill
from workflow.procedure.model import Procedure, Transition
from workflow.sentences.arabic import ARABIC
from workflow.sentences.blanks import of_step
from workflow.sentences.citations import has_latin
from workflow.sentences.file_changes import of_file_ar
from workflow.sentences.sources import conflicts_of

_RECORDING = re.compile(r"^تسجيل ")
# What tells most of a step that has no sentence of its own.
_TELLING = ("chamber", "committee", "body", "law", "number", "decision", "votes", "signatory", "successor")
_DOUBTS = {"memory": "من الذاكرة", "derived": "مستنتج"}


def step_sentence_ar(procedure: Procedure, done: Done) -> str:
    """Say in Arabic what a step did, and how sure that is: "صادق مجلس الحكومة على النص (مستنتج)."."""
    words = _told(procedure, done)
    doubt = how_sure_ar(done.facts, inferred=done.inferred)
    return f"{words.removesuffix('.')} ({doubt})." if doubt else words


def how_sure_ar(facts: Facts, *, inferred: bool = False) -> str:
    """Say in Arabic how a step is known where no page confirms it, and that its sources disagree."""
    known = "مستنتج" if inferred else _DOUBTS.get(facts.get("certainty", ""), "")
    chamber = "المجلس مستنتج من تتمة المسطرة" if "chamber" in facts.get("supposed", ()) else ""
    contested = "محل خلاف بين المصادر" if conflicts_of(facts) else ""
    return "، ".join(filter(None, (known, chamber, contested)))


def _told(procedure: Procedure, done: Done) -> str:
    if done.move == OPEN:
        note = str(done.facts.get("note") or "")
        return f"تم فتح الملف. {note}" if note and not has_latin(note) else "تم فتح الملف."
    if (words := of_file_ar(procedure, done)) is not None:
        return words
    then = procedure.at(done.version, done.kind)
    move = then.moves[done.move]
    if not move.done_ar:
        return _named(then, move, done)
    filled = fill(move.done_ar, lambda blank: of_step(ARABIC, procedure, done, blank))
    return f"{filled.rstrip('.')}."  # what was written may end with its own full stop


def _named(procedure: Procedure, move: Transition, done: Done) -> str:
    """Name a step that has no sentence of its own, with the most telling of what is told of it."""
    name = _RECORDING.sub("", move.label_ar)
    if move.event is not None:
        name = f"{procedure.events[move.event].label_ar}: {name}"
    told = [(fact, of_step(ARABIC, procedure, done, fact)) for fact in _TELLING if fact in done.facts]
    facts = [f"{procedure.vocabulary.facts[fact].label_ar}: {words}" for fact, words in told if words]
    return f"{name} ({'؛ '.join(facts)})." if facts else f"{name}."
