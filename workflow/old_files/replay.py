"""Replays the real histories of texts: each milestone becomes a move, what lies in between is inferred."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from models import LegalText, PartialDate
from workflow.calendar.working_days import Calendar
from workflow.deadlines.clocks import clocks
from workflow.history.fold import OPEN, fold
from workflow.history.steps import Supposed
from workflow.language.folding import plain
from workflow.old_files.backfill import Milestone, Plan
from workflow.old_files.chronology import order
from workflow.old_files.doubts import doubts
from workflow.old_files.history_files import History, read_history
from workflow.procedure.institutions import coded, name_fr
from workflow.procedure.model import Procedure
from workflow.rulebook.files import procedure_of, procedures
from workflow.sentences.sentence import sentence

_TABLE = Path(__file__).with_name("milestones.toml")
_BO = re.compile(
    r"(?:^|n[°ºo]\.?|numero|\bbo|b\.o\.?|officiel|عدد|الرسمية)\s*(\d{3,5}(?:\s*(?:bis|ter|مكرر))?)(?![\d-])"
)
_PAGE = re.compile(r"(?:\bpp?\.?|page|ص\.?)\s*(\d+)")
_NUMBER = re.compile(r"\d{1,4}(?:[-./]\d{1,4}){1,2}")
_NUMBERED = re.compile(rf"(?:n[°ºo]\.?|رقم)\s*({_NUMBER.pattern})")


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
        return sum(milestone.moves == ("note",) for milestone in self.milestones)

    def told(self, milestone: int) -> dict[str, Any]:
        """Give the step of the history that a milestone is."""
        step: dict[str, Any] = self.history["steps"][self.places[milestone]]
        return step


def replay(history: History, calendar: Calendar) -> Replayed:
    """Find the legal path of one history; nothing is written."""
    history = read_history(history)
    text = LegalText(
        procedure=history["kind"], procedure_version="", title_fr=history["title_fr"] or "",
        created_at=datetime.min.replace(tzinfo=UTC),
    )  # fmt: skip
    procedure = procedure_of(text)
    told = [_milestone(procedure, step) for step in history["steps"]]
    start = fold(procedure, [Supposed(1, OPEN)])
    places, found = order(text, start, told)
    warnings = [*doubts(text, start, found, calendar)]
    return Replayed(history, [told[place] for place in places], places, found, warnings)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))


def _milestone(procedure: Procedure, step: dict[str, Any]) -> Milestone:
    known = _known(step["step"])
    chamber = _chamber(step["institution"])
    if known is None or not any(name in procedure.moves for name in (*known["moves"], *known.get("otherwise", ()))):
        # What the procedure has no step for is worth a dated note.
        words = " – ".join(filter(None, (step["step"].replace("_", " "), step["outcome"], step["note"])))
        return Milestone(("note",), step["on"], _clean({"note": words, "reference": step["ref"]}))
    worded = _worded(known, step)
    return Milestone(
        moves=tuple(dict.fromkeys((*worded, *known["moves"]))),
        on=step["on"],
        facts=_facts(step, known, chamber),
        chamber=chamber,
        crossing=known.get("crossing", False),
        reading=known.get("reading", 0),
        navette=known.get("navette", 0),
        worded=frozenset(worded),
        otherwise=tuple(known.get("otherwise", ())),
        told_reading=step["reading"],
    )


def _known(name: str) -> dict[str, Any] | None:
    table = _table()
    word = re.sub(r"[\s-]+", "_", plain(name))
    word = table["synonyms"].get(word, word)
    if word in table["steps"]:
        known: dict[str, Any] = table["steps"][word]
        return known
    for prefix, place in table["prefixes"].items():
        base = _known(word.removeprefix(prefix)) if word.startswith(prefix) else None
        if base:
            return {**base, **place}
    return None


def _worded(known: dict[str, Any], step: dict[str, Any]) -> list[str]:
    words = plain(" – ".join(filter(None, (step["institution"], step["outcome"], step["ref"]))))
    return next((moves for pattern, moves in known.get("prefer", {}).items() if re.search(pattern, words)), [])


def _chamber(institution: str | None) -> str | None:
    words = plain(institution or "")
    named = [chamber for chamber, pattern in _table()["chambers"].items() if re.search(pattern, words)]
    return named[0] if len(named) == 1 else None


def _facts(step: dict[str, Any], known: dict[str, Any], chamber: str | None) -> dict[str, Any]:
    institution, outcome, ref = (step[key] or "" for key in ("institution", "outcome", "ref"))
    facts: dict[str, Any] = {
        "reference": ref,
        "note": outcome,
        **{key: step[key] for key in ("votes", "hijri", "source", "conflicts")},
        **_reference(known.get("reference"), ref),
    }
    if "outcome" in known:
        facts[known["outcome"]] = outcome
    if "body" in known:
        facts[known["body"]] = _bodies(institution, step["on"])
    if chamber and "/" in institution:
        facts["committee"] = institution.rpartition("/")[2].replace("_", " ")
    return _clean(facts)


def _bodies(institution: str, on: PartialDate | None) -> str:
    named = [coded(part.strip().replace("_", " ")) for part in institution.split("+") if part.strip()]
    # A fact names one institution by its code, several by their names.
    return named[0] if len(named) == 1 else ", ".join(name_fr(each, on.last_day if on else None) for each in named)


def _reference(form: str | None, ref: str) -> dict[str, Any]:
    if form == "bo":
        issue, page = _BO.search(ref.casefold()), _PAGE.search(ref.casefold())
        return {"bo_number": issue and issue[1], "bo_page": page and page[1]}
    match = _NUMBERED.search(ref) or _NUMBER.search(ref)
    number = match.group(match.lastindex or 0) if match else None
    if form == "new_number":
        return {"number": number, "successor": ref}
    if form == "law":
        return {"law": number and f"la loi n° {number}" if "dahir" not in plain(ref) else None}
    return {form: ref if form == "successor" else number} if form else {}


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value not in (None, "", [], {})}


def sentence_of(replayed: Replayed, calendar: Calendar) -> str:
    """Say in French where the history leads."""
    procedure, situation = procedures()[replayed.history["kind"]], replayed.plan.situation
    return sentence(procedure, situation, clocks(procedure, situation.done, calendar))


def as_dict(replayed: Replayed, calendar: Calendar) -> dict[str, Any]:
    """Give one replayed history for a JSON file."""
    rows = list(_rows(replayed))
    return {
        "id": replayed.history["id"],
        "kind": replayed.history["kind"],
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
        row = {"move": done.move, "state": done.to_state, "chamber": done.chamber, "reading": done.reading,
               "occurrence": times[done.move]}  # fmt: skip
        if planned.milestone is not None:
            told = {"step": replayed.told(planned.milestone)["step"], "on": str(done.on) if done.on else None}
            row = told | row | {"facts": done.facts}
        yield row
