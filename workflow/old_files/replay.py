"""Replays the real histories of texts: each milestone becomes a move, what lies in between is inferred."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from models import LegalText
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import clocks
from workflow.history.fold import fold
from workflow.history.particulars import normal_number
from workflow.history.steps import Supposed
from workflow.history.what_counts import OPEN
from workflow.old_files.chronology import order
from workflow.old_files.doubts import doubts
from workflow.old_files.history_files import History, read_history
from workflow.old_files.milestones import Milestone, Plan
from workflow.old_files.told_elsewhere import told_elsewhere
from workflow.old_files.told_steps import milestones_of
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import sentence


@dataclass(frozen=True)
class Replayed:
    """One history replayed: its milestones in the order in which they happened, and the path through them."""

    history: History
    milestones: list[Milestone]
    # The place in the history of each milestone.
    places: list[int]
    plan: Plan
    warnings: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every milestone found its place."""
        return not self.plan.refused

    @property
    def notes(self) -> int:
        """Count the milestones that are no step of a procedure."""
        return sum(milestone.moves == ("note",) and not milestone.is_concluded for milestone in self.milestones)

    @property
    def told_here(self) -> int:
        """Count the milestones that its own history tells."""
        return sum(not milestone.is_concluded for milestone in self.milestones)

    def told(self, milestone: int) -> dict[str, Any]:
        """Give the step of the history that a milestone is."""
        step: dict[str, Any] = self.history["steps"][self.places[milestone]]
        return step


def replay_all(histories: Sequence[History], calendar: Calendar) -> list[Replayed]:
    """Find the legal path of each history of one file: what each tells of another counts for that other too."""
    read = [read_history(history) for history in histories]
    elsewhere = told_elsewhere(read)
    return [replay(each | {"steps": [*each["steps"], *elsewhere.get(each["id"], ())]}, calendar) for each in read]


def replay(history: History, calendar: Calendar) -> Replayed:
    """Find the legal path of one history; nothing is written."""
    history = read_history(history)
    text = LegalText(
        procedure=history["kind"], procedure_version="", title_fr=history["title_fr"] or "",
        created_at=datetime.min.replace(tzinfo=UTC),
    )  # fmt: skip
    procedure = procedure_of(text)
    number = history.get("number")
    told = milestones_of(procedure, history["steps"], normal_number(number) if number else None)
    start = fold(procedure, [Supposed(1, OPEN, inferred=True)])
    places, found = order(text, start, told)
    warnings = [*doubts(text, start, found, calendar)]
    return Replayed(history, [told[place] for place in places], places, found, warnings)


def sentence_of(replayed: Replayed, calendar: Calendar) -> str:
    """Say in French where the history leads."""
    procedure, situation = procedures()[replayed.history["kind"]], replayed.plan.situation
    return sentence(procedure, situation, clocks(procedure, situation.done, calendar))


def number_told(replayed: Replayed) -> str | None:
    """Give the number that the text bears in the end: the last that a step gave it, else that of its history."""
    number = replayed.plan.situation.told("number") or replayed.history.get("number")
    return normal_number(number) if number else None


def as_dict(replayed: Replayed, calendar: Calendar) -> dict[str, Any]:
    """Give one replayed history for a JSON file."""
    rows = list(_rows(replayed))
    return {
        "id": replayed.history["id"],
        "kind": replayed.history["kind"],
        "number": number_told(replayed),
        "milestones": [row for row in rows if "step" in row],
        "inferred": [row for row in rows if "step" not in row],
        "warnings": replayed.warnings,
        "notes": replayed.notes,
        "refused": [
            {"step": replayed.told(place)["step"], "reason": reason} for place, reason in replayed.plan.refused.items()
        ],
        "final_state": replayed.plan.situation.state,
        "sentence": sentence_of(replayed, calendar),
    }


def _rows(replayed: Replayed) -> Iterator[dict[str, Any]]:
    times: Counter[str] = Counter()
    for planned, done in zip(replayed.plan.steps, replayed.plan.situation.done[1:], strict=True):
        times[done.move] += 1
        reading = done.reading if done.chamber else 0
        row = {"move": done.move, "state": done.to_state, "chamber": done.chamber, "reading": reading,
               "occurrence": times[done.move]}  # fmt: skip
        if planned.milestone is not None and not planned.is_concluded:
            step = replayed.told(planned.milestone)
            told = {"step": step["step"], "on": str(step["on"]) if step["on"] else None}
            named = replayed.milestones[planned.milestone].chamber
            supposed = {"supposed": ["chamber"]} if done.chamber and not named else {}
            row = told | row | {"facts": done.facts} | supposed
        yield row
