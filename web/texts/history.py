"""The history of a text as sentences, newest first: what was struck stays, and says why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from models import LegalText, PartialDate, User
from workflow.calendar.hijri import hijri_fr
from workflow.calendar.time_zone import legal_day
from workflow.history.facts import confirmed
from workflow.history.fold import CHANGE, Done, fold, origin
from workflow.history.steps import Recorded
from workflow.history.what_counts import AMEND, CORRECTIONS, OPEN, STRIKE, corrections, effective, struck
from workflow.people.permissions import Right, may
from workflow.procedure.model import Procedure
from workflow.register.amending import is_correctable
from workflow.register.corrections import undoable
from workflow.rulebook.files import procedure_of
from workflow.sentences.path import StageKey, stage_of
from workflow.sentences.sentence import how_sure_fr, step_sentence
from workflow.sentences.sources import Version, versions
from workflow.standing.standing import Standing

# Steps whose sentence says their note.
_NOTED = ("note", OPEN)


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    step: Recorded
    words: str
    by: str
    # The stage to which the step led; of what no longer counts and of corrections, that of the line before.
    stage: StageKey
    # What became of a line that no longer counts: struck, put right, or, of a correction, undone; and why.
    struck: str = ""
    reason: str = ""
    # The step as it is read now, or was read when it was written; of a strike, nothing.
    done: Done | None = None
    correctable: bool = False
    undoable: bool = False
    versions: Sequence[Version] = ()

    @property
    def number(self) -> int:
        """The number of the step that this line is about."""
        return self.step.strikes or self.step.number

    @property
    def counts(self) -> bool:
        """Whether it tells a step that counts, rather than what was struck or a correction."""
        return not self.struck and self.step.move not in CORRECTIONS

    @property
    def on(self) -> PartialDate | None:
        """The date of the step; of a strike, which has none of its own, the day it was recorded."""
        return PartialDate.of(legal_day(self.step.at)) if self.step.move == STRIKE else self.step.on

    @property
    def hijri(self) -> str:
        """Its Hijri date: the one that was told, else that of a date known to the day; nothing where it has neither."""
        facts = self.step.facts
        return facts.get("hijri") or (facts.get("amended") or {}).get("hijri") or hijri_fr(self.on)

    @property
    def note(self) -> str:
        """What was noted beside the step, where its sentence does not say it."""
        return "" if self.step.move in _NOTED else self.step.facts.get("note", "")

    @property
    def how_sure(self) -> str:
        """How the step is known, where no page confirms it."""
        return how_sure_fr(self.step.facts)

    @property
    def confirmed(self) -> list[str]:
        """The doubts that were confirmed when the step was recorded."""
        return confirmed(self.step.facts)


def entries(stands: Standing, steps: Sequence[Recorded], people: dict[UUID, User], by: User) -> list[Entry]:
    """Give the history as sentences, newest first, corrections and struck lines included.

    Corrections recorded together are one line, that of the first.
    """
    kept, gone = {step.number: step for step in effective(steps)}, struck(steps)
    procedure, now = stands.procedure, {done.number: done for done in stands.situation.done}
    may_correct = may(by, Right.CORRECT_STEPS) and not stands.situation.merged_into
    may_change = may(by, Right.CHANGE_PROCEDURES)
    stage, why = stage_of(procedure, stands.situation.done[0]), _reasons(steps)
    found = []
    for place, step in enumerate(steps):
        author = people[step.by_id].name if step.by_id in people else ""
        if step.move in CORRECTIONS:
            if step.facts.get("together", step.number) == step.number:
                entry = _correction(stands, steps, step, author, may_correct=may_correct)
                found.append(replace(entry, stage=stage, reason=why.get(step.number, "")))
            continue
        if step.number in now:
            stage = stage_of(procedure, now[step.number])
        counts = kept.get(step.number) is step
        # What was struck is told as it stood on the day it was written.
        done = now[step.number] if counts else fold(origin(procedure, steps), steps[: place + 1]).done[-1]
        became = "" if counts else "barrée" if step.number in gone else "corrigée"
        words, reason = step_sentence(procedure, done), why.get(step.number, "")
        entry = Entry(step, words, author, stage, struck=became, reason="" if counts else reason, done=done)
        allowed = may_correct and (may_change or step.move != CHANGE)
        found.append(_open(entry, done, may_correct=allowed) if counts else entry)
    return found[::-1]


def _reasons(steps: Sequence[Recorded]) -> dict[int, str]:
    """Say why each step was corrected, by its number; of those corrected together, only of the first."""
    last = corrections(steps)
    return {
        number: str(step.facts.get("reason", ""))
        for number, step in last.items()
        if step.facts.get("together", step.number) == step.number
    }


def _correction(
    stands: Standing, steps: Sequence[Recorded], step: Recorded, author: str, *, may_correct: bool
) -> Entry:
    corrected = next((done for done in stands.situation.done if done.number == step.strikes), None)
    corrected = corrected if step.move == AMEND else None
    is_last = step.number in undoable(steps)
    entry = Entry(
        step,
        _correction_words(stands.procedure, steps, step, corrected),
        author,
        stage_of(stands.procedure, stands.situation.done[0]),
        struck="annulée" if step.number in struck(steps) else "",
        done=corrected,
        undoable=may_correct and is_last,
    )
    return _open(entry, corrected, may_correct=may_correct) if corrected and is_last else entry


def _correction_words(procedure: Procedure, steps: Sequence[Recorded], step: Recorded, corrected: Done | None) -> str:
    if corrected:
        return f"Étape corrigée : {step_sentence(procedure, corrected)}"
    if step.move == AMEND:
        return "Une étape a été corrigée."
    together = [each for each in steps if step.number == each.facts.get("together")] or [step]
    undone = [steps[each.strikes - 1] for each in together if each.strikes]
    if undone[0].move not in CORRECTIONS:
        many = f"{len(undone)} étapes ont été barrées ensemble."
        return many if len(undone) > 1 else "Une étape a été barrée."
    restores = len(undone) > 1 and all(steps[(each.strikes or 1) - 1].move not in CORRECTIONS for each in undone)
    return f"Une correction a été annulée{f' : {len(undone)} étapes sont rétablies' if restores else ''}."


def entry_words(text: LegalText, steps: Sequence[Recorded], number: int) -> str:
    """Word the correction `number`, and those recorded with it."""
    procedure, step = procedure_of(text), steps[number - 1]
    step = steps[step.facts.get("together", number) - 1]
    now = {done.number: done for done in fold(procedure, steps).done}
    return _correction_words(procedure, steps, step, now.get(step.strikes or 0) if step.move == AMEND else None)


def _open(entry: Entry, done: Done, *, may_correct: bool) -> Entry:
    """Show with the line of a step that counts what its sources say, and the way to correct it."""
    return replace(entry, versions=versions(done), correctable=may_correct and is_correctable(done))
