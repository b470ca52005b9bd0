"""What a person sees before an old file is taken over: the path found, where it leads, what is doubtful."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.history.fold import Situation
from workflow.old_files.backfill import plan
from workflow.old_files.doubts import doubts
from workflow.old_files.milestones import Milestone
from workflow.procedure.model import Phase, Procedure, Transition
from workflow.rulebook.files import procedure_of
from workflow.sentences.sentence import step_sentence
from workflow.standing.standing import Standing


@dataclass(frozen=True)
class Passed:
    """One step of the path, in words."""

    on: PartialDate | None
    words: str
    inferred: bool


@dataclass(frozen=True)
class Way:
    """The path through an old file; `refused` gives the reason of each milestone that has no place on it."""

    passed: tuple[Passed, ...]
    state: str
    sentence: str
    doubts: tuple[str, ...]
    refused: dict[int, str]


@dataclass(frozen=True)
class Chapter:
    """The moves of one phase, in the order in which they usually come."""

    phase: Phase | None
    moves: tuple[Transition, ...]


def find_way(
    text: LegalText, start: Situation, milestones: Sequence[Milestone], calendar: Calendar, *, today: date
) -> Way:
    """Find the path through the milestones and tell it; nothing is written."""
    procedure = procedure_of(text)
    found = plan(text, start, milestones)
    done = found.situation.done[len(start.done) :]
    return Way(
        passed=tuple(Passed(each.on, step_sentence(procedure, each), each.inferred) for each in done),
        state=procedure.states[found.situation.state].label_fr,
        sentence=Standing(text, found.situation, today, calendar).sentence,
        doubts=tuple(doubts(text, start, found, calendar)),
        refused=found.refused,
    )


def chapters(procedure: Procedure) -> list[Chapter]:
    """Group the moves that tell what happened by the phase they belong to, in the order of the path."""
    found: dict[str | None, list[Transition]] = {}
    for move in procedure.transitions:
        if move.tells:
            found.setdefault(_phase(procedure, move), []).append(move)
    order = [*procedure.path, *(code for code in procedure.phases if code not in procedure.path), None]
    rank = {code: place for place, code in enumerate(procedure.states)}
    return [
        Chapter(
            procedure.phases[code] if code else None,
            tuple(sorted(found[code], key=lambda move: min(rank[source] for source in move.sources))),
        )
        for code in order
        if code in found
    ]


def _phase(procedure: Procedure, move: Transition) -> str | None:
    if not move.stays:
        return procedure.states[move.to].phase
    phases = {procedure.states[source].phase for source in move.sources}
    return phases.pop() if len(phases) == 1 else None
